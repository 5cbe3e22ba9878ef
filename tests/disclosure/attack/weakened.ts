import type { Estimate, Result } from "../../../src/core/result.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { atReleasedPrecision } from "../../../src/disclosure/precision.js";
import { derivable } from "../../../src/disclosure/primary.js";
import { roundWithin } from "../../../src/disclosure/rounding.js";
import { stepOfResult } from "../../../src/disclosure/step-of-result.js";
import type { Released } from "../../../src/disclosure/released.js";
import type { Evaluation } from "../../../src/run/evaluate.js";

const policy = policyOf({ profile: "pilot" });

/** A release that a weakened gate would have let out, and the results that it let out too much of. */
export interface Weakened {
  readonly released: Released;
  readonly weak: readonly string[];
}

/** Ways to weaken the gate; each gives null where a study gives it nothing to weaken. */
export const weakenings: Readonly<Record<string, (evaluation: Evaluation) => Weakened | null>> = {
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
  /** Every day of every curve over all Trusts is let out. */
  "a curve step left": (evaluation) =>
    replaced(evaluation, (shown, full, all) =>
      shown.kind === "suppressed" && full.id.startsWith("milestone/") && full.unit === "proportion"
        ? atReleasedPrecision(full, policy, all)
        : null,
    ),
};

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
  { released, computed }: Evaluation,
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
