import type { Result } from "../../core/result.js";
import type { ComparedRelease, ReleaseEntry, ReleasedValue } from "./entry.js";
import { comparePeople, isFew } from "./slices.js";
import type { Minimums, SetApart } from "./slices.js";

/** A number that two releases show differently, where those behind it differ by few. */
export interface ChangedValue {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly apart: SetApart;
}

/** What a new release would tell beside an earlier one. */
export interface Comparison {
  readonly number: number;
  readonly day: string;
  /** Groups of Trusts of the two releases that overlap without being the same. */
  readonly joinedOtherwise: readonly {
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** Numbers that changed while those behind them differ by few: the new release isolates these. */
  readonly isolating: readonly ChangedValue[];
  /** Numbers about a smaller group within, of whom few differ although enough do around it: held back without being asked. */
  readonly within: readonly ChangedValue[];
  /**
   * Ids of numbers about the same people that the earlier release held back and this one shows, where it holds back others
   * that the earlier one showed: the two together would show both. Held back without being asked.
   */
  readonly swapped: readonly string[];
}

/**
 * Compare a new release with an earlier one, number by number. A number that is not there in one of the two is not compared.
 *
 * @param results those of the new release, after the gate
 * @param mayHide whether a number that is now held back counts as unchanged: true where changed numbers are being held back
 */
export function compareReleases(
  earlier: ReleaseEntry,
  later: ComparedRelease,
  results: readonly Result[],
  hiddenCosts: ReadonlySet<string>,
  minimums: Minimums,
  mayHide: boolean,
): Comparison {
  const behind = comparePeople(earlier.behind, later.behind, later.groups, hiddenCosts, minimums);
  const isolating: ChangedValue[] = [];
  const within: ChangedValue[] = [];
  const opened: string[] = [];
  let closed = false;
  for (const result of results) {
    const before = earlier.values[result.id];
    const after = later.values[result.id];
    if (!before || !after || !hasChanged(before, after)) continue;
    const who = behind(result.subject);
    if (who.same && after.shown === heldBackSign) closed ||= isNumber(before);
    if (mayHide && result.kind === "suppressed") continue;
    if (who.same && before.shown === heldBackSign && isNumber(after)) opened.push(result.id);
    const told = { id: result.id, label: result.label, before: before.shown, after: after.shown };
    const few = who.slices.find(isFew);
    if (few) isolating.push({ ...told, apart: few });
    else if (result.kind !== "suppressed") {
      const fewWithin = who.within.find(isFew);
      if (fewWithin) within.push({ ...told, apart: fewWithin });
    }
  }
  return {
    number: earlier.number,
    day: earlier.day,
    joinedOtherwise: joinedOtherwise(earlier.groups, later.groups),
    isolating,
    within,
    swapped: closed ? opened : [],
  };
}

/** What stands in a release for a number that is held back. */
const heldBackSign = "[c]";

function isNumber({ shown }: ReleasedValue): boolean {
  return !shown.startsWith("[");
}

function hasChanged(before: ReleasedValue, after: ReleasedValue): boolean {
  return before.shown !== after.shown || before.digest !== after.digest;
}

function joinedOtherwise(
  before: ComparedRelease["groups"],
  after: ComparedRelease["groups"],
): Comparison["joinedOtherwise"] {
  return after.flatMap((group) =>
    before
      .filter((other) => other.join() !== group.join() && other.some((trust) => group.includes(trust)))
      .map((other) => ({ before: other, after: group })),
  );
}
