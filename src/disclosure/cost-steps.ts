import type { Relation } from "../core/relation.js";
import { isMoney } from "../core/format.js";
import type { Result } from "../core/result.js";
import { isBreached } from "./attack/breaches.js";
import { Contradiction } from "./attack/contradiction.js";
import { systemOfCosts } from "./attack/costs.js";
import { Unproven } from "./attack/unproven.js";
import { suppressAgain } from "./again.js";
import { isOfTrusts } from "./cost-grain.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";
import { derivable, suppress } from "./primary.js";
import type { Released } from "./released.js";

/** Pounds that costs by Trust are rounded to, beyond the policy's own step, finest first. */
const byTrust = [20, 50, 100];
/** The same where a Trust's cost is shown as one number, without its parts. */
const wholeByTrust = [...byTrust, 200, 500];
/** Pounds that costs in all are rounded to. */
const inAll = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];

/**
 * The results with costs rounded so coarsely that nobody can tell from them how many IMGs there were: a total over the cost per
 * IMG tells it where the number is rounded, and the costs of all Trusts beside that of each tell the IMGs of each. Totals come
 * first, then the costs by Trust with the mean, the median and the spread of these: all to one step, the finest at which an
 * attacker learns no number of IMGs more closely than it is shown. Where none is coarse enough, the parts of a Trust's cost are
 * held back; after them the Trusts' costs. The step follows from what is released alone.
 *
 * @param results at the grain of the release, with their reasons
 * @param release what would be released of some results
 */
export function coarsenCosts(
  results: readonly Result[],
  relations: readonly Relation[],
  policy: Policy,
  allTrusts: readonly string[],
  release: (results: readonly Result[]) => Released,
): readonly Result[] {
  const isSpoken = ({ subject }: Result) => subject.measure === "cost" || subject.measure === "flow";
  const isSafe = (some: readonly Result[]) => tellsNoImgs(release(some.filter(isSpoken)), policy);
  const isTotal = ({ id, subject }: Result) => id.startsWith("cost/total/") || subject.level === "total";
  const isByTrust = (one: Result) => one.subject.measure === "cost" && !isPooled(one, allTrusts);
  const isAmongTrusts = (one: Result) => isByTrust(one) || isOfTrusts(one.subject.item);
  const to = (some: readonly Result[], which: (one: Result) => boolean, step: number) =>
    some.map((one) =>
      one.kind === "estimate" && one.subject.measure === "cost" && isMoney(one.unit) && which(one)
        ? { ...one, precision: Math.max(step, one.precision ?? 0) }
        : one,
    );
  const without = (some: readonly Result[], which: (one: Result) => boolean) =>
    suppressAgain(
      some.map((one) => (one.kind === "estimate" && which(one) ? suppress(one, derivable) : one)),
      relations,
    );
  const finest = (some: readonly Result[], which: (one: Result) => boolean, steps: readonly number[]) => {
    if (isSafe(some)) return some;
    for (const step of steps) {
      const coarser = to(some, which, step);
      if (isSafe(coarser)) return coarser;
    }
    return null;
  };

  const open = results.filter((one) => !isByTrust(one));
  const totals = finest(
    open,
    isTotal,
    inAll.filter((step) => step > policy.steps.costTotal),
  );
  const precisions = new Map((totals ?? without(open, isTotal)).map((one) => [one.id, one]));
  const start = results.map((one) => precisions.get(one.id) ?? one);
  if (!start.some((one) => one.kind === "estimate" && isByTrust(one))) return start;
  const coarser = (steps: readonly number[]) => steps.filter((step) => step > policy.steps.costPerImg);
  const isPart = (one: Result) => isByTrust(one) && one.subject.item !== "per-img";
  return (
    finest(start, isAmongTrusts, coarser(byTrust)) ??
    finest(without(start, isPart), isAmongTrusts, coarser(wholeByTrust)) ??
    without(start, isAmongTrusts)
  );
}

function tellsNoImgs(released: Released, policy: Policy): boolean {
  const { system, protected: numbers } = systemOfCosts(released, policy);
  try {
    return !isBreached(system, numbers);
  } catch (error) {
    if (error instanceof Contradiction || error instanceof Unproven) return false;
    throw error;
  }
}
