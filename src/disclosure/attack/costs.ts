import type { Estimate, Result } from "../../core/result.js";
import { trustSlug } from "../../core/result.js";
import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { sliceOf, stemOf } from "../slices-of.js";
import { sayAnswered } from "./answered.js";
import { startDraft, sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import { roundedFrom } from "./possible-pairs.js";
import { simplify } from "./simplify.js";
import type { Protected, System } from "./system.js";

/** Money that people were spent on: in all, or for each of those who reached a stage. */
interface Cost {
  readonly result: Result;
  readonly slice: string;
  /** `inducted` of a cost per IMG inducted; null of money in all. */
  readonly stage: string | null;
  /** The same text means the same pounds, but for the slice: in all, per IMG inducted and per IMG recruited. */
  readonly money: string;
}

/**
 * What costs say of numbers of IMGs: a cost per IMG times the IMGs is the pounds in all, and the pounds of the groups of Trusts
 * are those of all Trusts. Beside the cost of all, those of each Trust would tell how many IMGs it had; so would a total beside
 * the cost per IMG. Pounds of parts add up as the relations say.
 *
 * @returns the numbers of IMGs that are rounded in the release: nothing may tell them more closely
 */
export function sayCosts(released: Released, policy: Policy, draft: Draft): readonly Protected[] {
  const { results, groups, relations = [] } = released;
  const all = groups.flat();
  const costs = results.flatMap((result) => costOf(result, all));
  const shown = costs.filter((cost): cost is Shown => cost.result.kind === "estimate");
  const imgs = imgsOf(shown, draft);
  const widthOf = widthsBefore(released, policy, shown);

  const pounds = poundsOf(costs, relations, draft);
  for (const { result, slice, stage } of shown) {
    const half = (result.precision ?? 0) / 2 + dust;
    const [least, most] = [result.estimate - half, result.estimate + half];
    const unknown = pounds.get(result.id)!;
    if (stage === null) {
      draft.say(sumOf([unknown]), least, most, [result.id]);
      continue;
    }
    const times = (rate: number) => [
      { unknown, times: 1 },
      { unknown: imgs.get(`${stage} ${slice}`)!, times: -rate },
    ];
    draft.say(times(least), 0, null, [result.id]);
    draft.say(times(most), null, 0, [result.id]);
  }
  const slices = groups.map((trusts) => trustSlug(trusts, all));
  sayGroupsAddUp(costs, slices, trustSlug(all, all), pounds, draft);
  for (const relation of relations) {
    if (relation.kind !== "sum") continue;
    const [whole, ...parts] = [relation.total, ...relation.parts].map((id) => pounds.get(id));
    if (whole === undefined || parts.some((part) => part === undefined)) continue;
    draft.say(sumOf([whole], parts as readonly number[]), 0, 0, []);
  }
  return [...imgs].flatMap(([place, unknown]): readonly Protected[] => {
    const [stage, slice] = place.split(" ") as [string, string];
    const width = widthOf(place);
    return width > 0
      ? [{ id: `flow/${stage}/${slice}`, what: "people", terms: sumOf([unknown]), width }]
      : [];
  });
}

/**
 * How far apart the bounds of a number of IMGs must stay: as far as by the flow alone. Over all Trusts costs per IMG recruited
 * and per IMG completed tell how many there were of each for the other; there, where the number is rounded, two must be possible.
 */
function widthsBefore(
  released: Released,
  policy: Policy,
  shown: readonly Shown[],
): (place: string) => number {
  const draft = startDraft();
  sayAnswered(released, [], policy, draft);
  const imgs = imgsOf(shown, draft);
  const { unknowns } = simplify(draft.system());
  const all = released.groups.flat();
  const { byTrust, pooled } = policy.steps.flow;
  return (place) => {
    const { low, high } = unknowns[imgs.get(place)!]!;
    const isOfAll = place.endsWith(` ${trustSlug(all, all)}`);
    const most = isOfAll ? Math.min(1, pooled - 1) : byTrust - 1;
    return Math.min(most, high === null ? Infinity : high - low);
  };
}

/** What the flow and the costs of a release say alone; nothing else says anything of the same numbers of people. */
export function systemOfCosts(
  released: Released,
  policy: Policy,
): { readonly system: System; readonly protected: readonly Protected[] } {
  const draft = startDraft();
  sayAnswered(released, [], policy, draft);
  const numbers = sayCosts(released, policy, draft);
  return { system: draft.system(), protected: numbers };
}

type Shown = Cost & { readonly result: Estimate };

/** Released pounds are decimals, which a computer keeps only nearly. */
const dust = 1e-6;

/** Costs of what was spent on people; the cost function, scenarios and means of Trusts are none. */
function costOf(result: Result, all: readonly string[]): readonly Cost[] {
  const stem = stemOf(result, all);
  if (result.subject.measure !== "cost" || stem === null || !isSpent.test(stem)) return [];
  const stage = / per IMG (\w+)$/.exec(result.unit)?.[1] ?? null;
  const money = stem
    .replace(/^cost\/per-img\/[^/]+/, "cost/total")
    .replace(/^(cost\/perspective\/[^/]+\/[^/]+)\/[^/]+/, "$1");
  return [{ result, slice: sliceOf(result, all), stage, money }];
}

const isSpent = /^cost\/(category|strand|component|phase|total|per-img|perspective)\//;

/**
 * The IMGs behind each cost per IMG, by stage and slice: those of the flow, unless Trusts without costs are left out of it.
 */
function imgsOf(shown: readonly Shown[], draft: Draft): ReadonlyMap<string, number> {
  const imgs = new Map<string, number>();
  for (const { result, slice, stage } of shown) {
    if (stage === null) continue;
    const flow = draft.people(`people, flow/${stage}/${slice}`);
    const isWhole = !result.cautions.some((caution) => caution.startsWith("without Trust"));
    const own = isWhole ? flow : (imgs.get(`${stage} ${slice}`) ?? draft.people(`people, ${result.id}`));
    imgs.set(`${stage} ${slice}`, own);
    const { low, high } = roundedFrom(result.n, result.nPrecision ?? 1);
    draft.say(sumOf([own]), low, high, [result.id]);
    if (!isWhole) draft.say(sumOf([own], [flow]), null, 0, []);
  }
  return imgs;
}

/** The unknown pounds behind each cost, by id: the same for what is one number by another name, or for each of other people. */
function poundsOf(
  costs: readonly Cost[],
  relations: NonNullable<Released["relations"]>,
  draft: Draft,
): ReadonlyMap<string, number> {
  const first = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const { result, slice, money } of costs) {
    const one = first.get(`${money} ${slice}`) ?? result.id;
    first.set(`${money} ${slice}`, one);
    nameOf.set(result.id, one);
  }
  for (const relation of relations) {
    if (relation.kind !== "equal") continue;
    const names = relation.ids.flatMap((id) => nameOf.get(id) ?? []);
    if (names.length < relation.ids.length || new Set(names).size === 1) continue;
    for (const [id, name] of nameOf) if (names.includes(name)) nameOf.set(id, names[0]!);
  }
  return new Map([...nameOf].map(([id, name]) => [id, draft.amount(`pounds in all, ${name}`)]));
}

/** The pounds of the groups of Trusts are those of all, where any of the groups is shown. */
function sayGroupsAddUp(
  costs: readonly Cost[],
  slices: readonly string[],
  ofAll: string,
  pounds: ReadonlyMap<string, number>,
  draft: Draft,
): void {
  if (slices.includes(ofAll)) return;
  const byMoney = new Map<string, Map<string, Cost>>();
  for (const cost of costs) {
    const bySlice = byMoney.get(cost.money) ?? new Map<string, Cost>();
    if (!bySlice.has(cost.slice)) byMoney.set(cost.money, bySlice.set(cost.slice, cost));
  }
  for (const bySlice of byMoney.values()) {
    const whole = bySlice.get(ofAll);
    const parts = slices.flatMap((slice) => bySlice.get(slice) ?? []);
    if (!whole || !parts.some(({ result }) => result.kind === "estimate")) continue;
    const sum = sumOf(
      [pounds.get(whole.result.id)!],
      parts.map(({ result }) => pounds.get(result.id)!),
    );
    // Of a group that the release does not name, all that is known is that it did not earn anything.
    draft.say(sum, 0, parts.length === slices.length ? 0 : null, []);
  }
}
