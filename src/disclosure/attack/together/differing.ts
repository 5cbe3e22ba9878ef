import type { Estimate, Result } from "../../../core/result.js";
import { toldBy } from "../../ledger/told.js";
import { roundedFrom } from "../possible-pairs.js";
import { isShare } from "../share-cells.js";
import { shownBy } from "./held.js";
import type { Held } from "./held.js";

/** A number that two releases show so differently that no one number gives both: it does not rest on the same data. */
export interface Differing {
  readonly quantity: string;
  /** What the data that differ are called: see `restsOn`. Who answered or was linked is told by the flow of people too. */
  readonly data: string;
  readonly shown: readonly [
    { readonly held: number; readonly result: Estimate },
    { readonly held: number; readonly result: Estimate },
  ];
}

/** Releases that contradict each other if all of them rest on the same of some data. */
export interface Apart {
  readonly data: string;
  /** Places of the releases, in order. */
  readonly held: readonly number[];
}

/** Shares that the flow of people tells too: see `sayFlowShares`. */
const ofFlow = ["response", "completion", "link-rate"];

/**
 * The data that a result rests on, by name: the answers of its wave, of both waves and of those who answered both, or, where it is
 * of no wave, whatever its measure is made of. The last is its own.
 *
 * @example restsOn({ measure: "item", wave: "month3", trusts: [], sensitivity: "opinion" }) // => ["month3"]
 */
export function restsOn({ measure, wave, versus }: Result["subject"]): readonly string[] {
  if (wave === undefined) return [measure];
  return versus === undefined ? [wave] : [versus, wave, `${versus} to ${wave}`];
}

/** The data by which a result can contradict those of other releases: shares of the flow rest on the flow too. */
export function toldOf(subject: Result["subject"]): readonly string[] {
  return [...restsOn(subject), ...(ofFlow.includes(subject.measure) ? ["flow"] : [])];
}

/** All data that the results of some releases rest on, each once. */
export function dataOf(all: readonly Held[]): readonly string[] {
  return [
    ...new Set(all.flatMap(({ released }) => released.results.flatMap(({ subject }) => restsOn(subject)))),
  ];
}

/**
 * The numbers by which releases of one study contradict each other, two releases at a time. Means over Trusts are made of the
 * groups of Trusts that are shown, and costs go by them: where these differ, shares and the flow of people alone are compared.
 */
export function differingIn(all: readonly Held[]): readonly Differing[] {
  const shown = all.map(shownBy);
  const groupsOf = all.map(({ released }) => JSON.stringify(released.groups));
  const names = dataOf(all);
  return all.flatMap((_, later) =>
    all.slice(0, later).flatMap((_, earlier) =>
      [...shown[earlier]!].flatMap(([quantity, one]): readonly Differing[] => {
        const other = shown[later]!.get(quantity);
        if (!other || mayBeOne(one, other)) return [];
        const isCounted = isShare(one) || one.subject.measure === "flow";
        if (!isCounted && groupsOf[earlier] !== groupsOf[later]) return [];
        const data = names.find((name) => isWhoIn(name, one)) ?? restsOn(one.subject).at(-1)!;
        const pair = [
          { held: earlier, result: one },
          { held: later, result: other },
        ] as const;
        return [{ quantity, data, shown: pair }];
      }),
    ),
  );
}

/** Whether a number of the flow of people is of those behind some data: who answered a wave, or was linked from one to another. */
function isWhoIn(data: string, { subject: { measure, item } }: Result): boolean {
  return measure === "flow" && [`answered-${data}`, `linked-${data.replace(" to ", "-to-")}`].includes(item!);
}

/** What two releases do not rest on the same of, as a number that differs between them tells. */
export function apartBy({ data, shown: [one, other] }: Differing): readonly Apart[] {
  const { measure, wave } = one.result.subject;
  const isTwice = ofFlow.includes(measure);
  const isOfOthers = measure === "link-rate" && !mayBeSoMany(one.result, other.result);
  const names = [data, ...(isTwice || measure === "flow" ? ["flow"] : []), ...(isOfOthers ? [wave!] : [])];
  return [...new Set(names)].map((name) => ({ data: name, held: [one.held, other.held] }));
}

/** Whether one number, of so many people, may be released as both. */
export function mayBeOne(one: Estimate, other: Estimate): boolean {
  const [low, high] = toldBy(one)["estimate"]!;
  const [otherLow, otherHigh] = toldBy(other)["estimate"]!;
  return mayBeSoMany(one, other) && low <= otherHigh + dust && otherLow <= high + dust;
}

function mayBeSoMany(one: Estimate, other: Estimate): boolean {
  const [before, after] = [peopleBehind(one), peopleBehind(other)];
  return before.low <= after.high && after.low <= before.high;
}

const dust = 1e-9;

/** Fewest and most people that a released number may rest on; those that it says, where it is a number of people itself. */
export function peopleBehind({ subject, estimate, precision, n, nPrecision }: Estimate): {
  low: number;
  high: number;
} {
  const isFlow = subject.measure === "flow";
  const { low, high } = roundedFrom(isFlow ? estimate : n, (isFlow ? precision : nPrecision) ?? 1);
  return { low: Math.ceil(low), high: Math.floor(high) };
}
