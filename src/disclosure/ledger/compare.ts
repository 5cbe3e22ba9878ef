import type { Result } from "../../core/result.js";
import type { ComparedRelease, ReleaseEntry, ReleasedValue } from "./entry.js";
import { levelsJoinedOtherwise, trustsJoinedOtherwise } from "./joined-otherwise.js";
import type { LevelsJoinedOtherwise, TrustsJoinedOtherwise } from "./joined-otherwise.js";
import { comparePeople, isFew, isOfPeople } from "./slices.js";
import type { Minimums, SetApart } from "./slices.js";
import { tellsNoMore } from "./told.js";

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
  /** Disclosure profile of the earlier release. */
  readonly profile: string;
  /** Groups of Trusts of the two releases that overlap without being the same. */
  readonly joinedOtherwise: readonly TrustsJoinedOtherwise[];
  /** Levels of subgroups that overlap without being the same, of variables of which a number is shown. */
  readonly levelsJoinedOtherwise: readonly LevelsJoinedOtherwise[];
  /** Numbers that changed while those behind them differ by few: the new release isolates these. */
  readonly isolating: readonly ChangedValue[];
  /** Numbers about a smaller group within, of whom few differ although enough do around it: held back without being asked. */
  readonly within: readonly ChangedValue[];
  /**
   * Numbers about the same people that this release tells more of than the earlier one, where it tells less of others: the two
   * together would tell more than either.
   */
  readonly toldOtherwise: readonly ToldOtherwise[];
  /** Numbers about the same people that the earlier release shows and this one holds back. */
  readonly gone: readonly ToldOtherwise[];
  /** Whether the two releases rest on the same people throughout, so that only how they are told differs. */
  readonly samePeople: boolean;
}

/** A number about the same people, told otherwise. */
export type ToldOtherwise = Omit<ChangedValue, "apart">;

/**
 * Compare a new release with an earlier one, number by number. Of numbers about other people, one that is not there in one of
 * the two is not compared. Numbers about the same people are held against each other all together: where one release tells all
 * that the other does, the two tell no more than it does alone, and it passed the gate; else what is told more of is named.
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
  const { behind, nobody } = comparePeople(earlier.behind, later.behind, later.groups, hiddenCosts, minimums);
  const isolating: ChangedValue[] = [];
  const within: ChangedValue[] = [];
  const more: ToldOtherwise[] = [];
  const gone: ToldOtherwise[] = [];
  let less = nobody && Object.keys(earlier.values).some((id) => later.values[id] === undefined);
  for (const result of results) {
    const before = earlier.values[result.id] ?? (nobody ? absent : undefined);
    const after = later.values[result.id];
    if (!before || !after || !hasChanged(before, after)) continue;
    const who = behind(result.subject);
    const told = { id: result.id, label: result.label, before: before.shown, after: after.shown };
    if (who.same) {
      const isRounded = isOfPeople(result.subject);
      if (isRounded ? !tellsNoMore(before.told, after.told) : isHidden(after)) less = true;
      if (isRounded ? !tellsNoMore(after.told, before.told) : isHidden(before)) more.push(told);
      if (before !== absent && isHidden(after) && !isHidden(before)) gone.push(told);
    }
    if (mayHide && result.kind === "suppressed") continue;
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
    profile: earlier.profile,
    joinedOtherwise: trustsJoinedOtherwise(earlier.groups, later.groups),
    levelsJoinedOtherwise: levelsJoinedOtherwise(earlier.levels, later.levels).filter(({ variable }) =>
      results.some(({ kind, subject }) => kind === "estimate" && subject.group?.variable === variable),
    ),
    isolating,
    within,
    toldOtherwise: less ? more : [],
    gone,
    samePeople: nobody,
  };
}

/** What stands in a release for a number that is held back. */
const heldBackSign = "[c]";

/** What a release that does not hold a number tells of it. */
const absent: ReleasedValue = { shown: "not there", digest: "", told: {} };

function isHidden({ shown }: ReleasedValue): boolean {
  return shown === heldBackSign;
}

function hasChanged(before: ReleasedValue, after: ReleasedValue): boolean {
  return before.shown !== after.shown || before.digest !== after.digest;
}
