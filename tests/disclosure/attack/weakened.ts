import type { Estimate, Result } from "../../../src/core/result.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { atReleasedPrecision } from "../../../src/disclosure/precision.js";
import { derivable, fewEventsBetween } from "../../../src/disclosure/primary.js";
import { roundWithin } from "../../../src/disclosure/rounding.js";
import { stepOfResult } from "../../../src/disclosure/step-of-result.js";
import { suppressAgain } from "../../../src/disclosure/again.js";
import { releaserOf } from "../../../src/disclosure/releaser.js";
import type { Released } from "../../../src/disclosure/released.js";
import { coarserBeside } from "../../../src/disclosure/coarser-beside.js";
import type { Evaluation } from "../../../src/run/evaluate.js";

const policy = policyOf({ profile: "pilot" });

/** A study on both sides of the gate, and what the gate decided. */
export type GatedStudy = Pick<Evaluation, "released" | "computed" | "decisions">;

/** A release that a weakened gate would have let out, and the results that it let out too much of. */
export interface Weakened {
  readonly released: Released;
  readonly weak: readonly string[];
}

/** Ways to weaken the gate; each gives null where a study gives it nothing to weaken. */
export const weakenings: Readonly<Record<string, (evaluation: GatedStudy) => Weakened | null>> = {
  /** What was held back or rounded more coarsely only for the sake of others is let out. */
  "secondary off": (evaluation) => {
    const apart = new Set(
      evaluation.decisions.flatMap(({ id, reason }) => (reason === derivable ? [id] : [])),
    );
    return replaced(evaluation, (shown, full, all) => {
      if (!isPlainShare(full) || stepOfResult(full, policy, all) === "none") return null;
      const open = atReleasedPrecision(full, policy, all);
      const isWeak = shown.kind === "estimate" ? shown.precision !== open.precision : apart.has(full.id);
      return isWeak ? open : null;
    });
  },
  /** Opinions are rounded to a tenth of a per cent, people to the nearest one. */
  "precision raised": (evaluation) =>
    replaced(evaluation, (shown, full) =>
      shown.kind === "estimate" && isPlainShare(full) && full.subject.sensitivity === "opinion"
        ? fine(full, shown)
        : null,
    ),
  /** Of each question some of whose Trusts are held back, all but one come back exactly, and the number over all Trusts. */
  "a margin left": (evaluation) => {
    const kept = new Set<string>();
    return replaced(evaluation, (shown, full, all) => {
      if (shown.kind !== "suppressed" || !isPlainShare(full) || full.n < 1) return null;
      const question = full.id.slice(0, full.id.lastIndexOf("/"));
      const isFirst = !kept.has(question);
      kept.add(question);
      return isFirst && full.subject.trusts.length < all.length ? null : fine(full, full);
    });
  },
  /**
   * Of all that was held back only for the sake of others, the first comes back, and with it what went along with it; the rest is
   * rounded as a gate would round it that leaves this one.
   */
  "a margin left, rounded": ({ released, computed, decisions }) => {
    const all = released.groups.flat();
    const full = new Map(computed.results.map((one) => [one.id, one]));
    const reasonOf = new Map(decisions.map(({ id, reason }) => [id, reason]));
    const first = decisions.flatMap(({ id, reason }) => {
      const one = full.get(id);
      const isMargin = one?.kind === "estimate" && isPlainShare(one) && reason === derivable;
      return isMargin && stepOfResult(one, policy, all) !== "none" ? [one] : [];
    })[0];
    if (!first) return null;
    const besideHidden = coarserBeside(released.results, computed.relations, all);
    const chosen = released.results.flatMap((one) => {
      const fine = full.get(one.id);
      if (one.kind !== "estimate" || fine?.kind !== "estimate" || besideHidden.has(one.id)) return [];
      return (one.precision ?? 0) > (atReleasedPrecision(fine, policy, all).precision ?? 0) ? [one.id] : [];
    });
    const again = new Set(computed.relations.flatMap((one) => (one.kind === "again" ? [one.again] : [])));
    const beside = new Set(decisions.flatMap((one) => ((one.beside ?? []).length > 0 ? [one.id] : [])));
    const left = released.results.map((one): Result => {
      const goesAlong = again.has(one.id) && reasonOf.get(one.id) === derivable && !beside.has(one.id);
      if (one.kind !== "suppressed" || one.id === first.id || goesAlong) return full.get(one.id) ?? one;
      return one;
    });
    const release = releaserOf(computed.relations, released, policy, all);
    const weak = release(suppressAgain(left, computed.relations), new Set(chosen));
    return { released: { ...released, ...weak }, weak: [first.id] };
  },
  /** Days of curves by which one or two more had got there than by the last day shown come back where their share tells it. */
  "a curve step left": (evaluation) => {
    const steps = stepsLeft(evaluation);
    return replaced(evaluation, (_, full, all) =>
      steps.has(full.id) ? atReleasedPrecision(full, policy, all) : null,
    );
  },
};

/**
 * Ids of points that were held back as too near to the last one, one or two people after it, and differ from it as rounded; but
 * for those that rounding hides: that differ by so much, both rounded, that they may differ by as many as the policy asks for.
 */
function stepsLeft({ released, computed, decisions }: GatedStudy): ReadonlySet<string> {
  const all = released.groups.flat();
  const isNear = new Set(decisions.flatMap(({ id, reason }) => (reason === fewEventsBetween ? [id] : [])));
  const shown = new Map(released.results.flatMap((one) => (one.kind === "estimate" ? [[one.id, one]] : [])));
  const last = new Map<string, { readonly events: number; readonly share: number; readonly step: number }>();
  const left = new Set<string>();
  for (const full of computed.results.filter((one): one is Estimate => one.kind === "estimate")) {
    const [, milestone, slice] = /^(milestone\/.*)\/day-\d+\/(.*)$/.exec(full.id) ?? [];
    if (milestone === undefined) continue;
    const curve = `${milestone} ${slice}`;
    const before = last.get(curve) ?? { events: 0, share: 0, step: 0 };
    const events = Number(full.settings["events"]);
    const point = shown.get(full.id) ?? (isNear.has(full.id) ? atReleasedPrecision(full, policy, all) : null);
    if (point === null) continue;
    const step = point.precision ?? 0;
    const isFew = events > before.events && events - before.events <= 2 && point.estimate > before.share;
    // A share that is not 0 or 1 is never rounded to it, so the one beside it may stand for more.
    const high = point.estimate >= 1 - step - 1e-9 ? 1 : point.estimate + step / 2;
    const low = before.share <= before.step + 1e-9 ? 0 : before.share - before.step / 2;
    const isHidden = (high - low) * (point.n + (point.nPrecision ?? 0) / 2) >= policy.eventsBetween;
    if (!shown.has(full.id) && (!isFew || isHidden)) continue;
    if (!shown.has(full.id)) left.add(full.id);
    last.set(curve, { events, share: point.estimate, step });
  }
  return left;
}

function isPlainShare({ unit, method }: Result): boolean {
  return unit === "proportion" && /share of those who answered|total over total/.test(method);
}

/** A share with its limits to three places, and its number of people. */
function fine(full: Estimate, shown: Estimate): Estimate {
  const { count: _count, interval, ...open } = full;
  const { nPrecision: _nPrecision, ...rest } = shown;
  const round = (value: number) => Number(value.toFixed(3));
  return {
    ...rest,
    ...open,
    settings: {},
    estimate: roundWithin(full.estimate, 0.001),
    interval: interval && { ...interval, low: round(interval.low), high: round(interval.high) },
    precision: 0.001,
  };
}

function replaced(
  { released, computed }: GatedStudy,
  replace: (shown: Result, full: Estimate, all: readonly string[]) => Result | null,
): Weakened | null {
  const all = released.groups.flat();
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const weak: string[] = [];
  const results = released.results.map((shown) => {
    const full = byId.get(shown.id);
    const other = full?.kind === "estimate" ? replace(shown, full, all) : null;
    if (other) weak.push(shown.id);
    return other ?? shown;
  });
  return weak.length === 0 ? null : { released: { ...released, results }, weak };
}
