import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { suppressAgain } from "./again.js";
import { attackerOf } from "./attacker.js";
import type { AttackMemory } from "./attacker.js";
import type { Telling } from "./least.js";
import { loseLeast } from "./lose-least.js";
import type { Policy } from "./policy.js";
import { derivable, suppress } from "./primary.js";
import type { Released } from "./released.js";
import { lossesOf } from "./worth.js";

/** Results of which nothing that is held back can be worked out. */
export interface Underivable {
  /** Full numbers, some more of them held back; the rest may be released. */
  readonly results: readonly Result[];
  /** Ids of those to be rounded more coarsely than they need be on their own account. */
  readonly coarser: ReadonlySet<string>;
  /** What each was held back to protect, by id. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

/**
 * Hold back, or round more coarsely, what would give away a number that is held back, losing as little as can be. The attacker
 * is asked about the very release that would be written, as `release` makes it, so that rounding protects as it will.
 * What is chosen is told by the released numbers, the rules and the kind of each result, not by the order of anything.
 *
 * @param results at the grain of the release, those held back on their own account suppressed
 * @param release what would be released of some results, some of them rounded coarser
 * @param memory what attacks of other releases of the study found
 */
export function suppressDerivable(
  results: readonly Result[],
  relations: readonly Relation[],
  policy: Policy,
  allTrusts: readonly string[],
  release: (results: readonly Result[], coarser: ReadonlySet<string>) => Released,
  memory?: AttackMemory,
): Underivable {
  const attack = attackerOf(policy, allTrusts, memory);
  const releaseOf = (telling: Telling) =>
    release(heldBackIn(results, relations, telling), coarserIn(telling));
  const open = releaseOf(new Map());
  const { telling, beside } = loseLeast(
    (less) => attack(releaseOf(less)),
    lossesOf(open.results, relations, allTrusts),
    isRoundedCoarser(open.results, (one) => release([one], new Set([one.id])).results[0]!, results),
  );
  return { results: heldBackIn(results, relations, telling), coarser: coarserIn(telling), beside };
}

function heldBackIn(
  results: readonly Result[],
  relations: readonly Relation[],
  telling: Telling,
): readonly Result[] {
  const less = results.map((one) => (telling.get(one.id) === "held back" ? suppress(one, derivable) : one));
  return suppressAgain(less, relations);
}

function coarserIn(telling: Telling): ReadonlySet<string> {
  return new Set([...telling].flatMap(([id, less]) => (less === "coarser" ? [id] : [])));
}

/** Whether a number would be rounded to a coarser step than it is. */
function isRoundedCoarser(
  open: readonly Result[],
  coarser: (result: Result) => Result,
  results: readonly Result[],
): (id: string) => boolean {
  const steps = new Map(open.map((one) => [one.id, stepOf(one)]));
  const byId = new Map(results.map((one) => [one.id, one]));
  return (id) => byId.has(id) && stepOf(coarser(byId.get(id)!)) > steps.get(id)!;
}

function stepOf(result: Result): number {
  return result.kind === "estimate" ? (result.precision ?? 0) : 0;
}
