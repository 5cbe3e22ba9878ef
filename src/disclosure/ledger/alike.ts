import type { Result, Subject } from "../../core/result.js";
import type { ComparedRelease } from "./entry.js";
import { levelsJoinedOtherwise } from "./joined-otherwise.js";
import {
  comparePeople,
  countsFindings,
  isFew,
  isOfPeople,
  ofCosts,
  ofHr,
  ofLeftOut,
  restsOnCohort,
  wavesOf,
} from "./slices.js";
import type { Minimums } from "./slices.js";

/** What is compared of two releases before the later one has passed the gate. */
export type ComparedPeople = Omit<ComparedRelease, "values">;

/**
 * Ids of the numbers that are held back for the sake of an earlier release whether they changed or not: were only the changed
 * ones held back, which they are would tell how the one person answered who differs. Without being asked, where enough people
 * differ but few of one level of a subgroup, all its levels at that wave, and changes of which few of the linked people differ.
 *
 * @param results of the later release, before the gate
 * @param hiddenCosts Trusts whose own cost is not shown
 * @param wholeWaves whether all numbers about people go, over all Trusts, by Trust and by subgroup, of each wave at which few
 * people differ in any group of Trusts. So do those of HR and of forms left out, and levels joined otherwise. The numbers of
 * cohort.csv and the costs, which are divided by them, go together; so do the costs alone, with few Trusts' returns. What the
 * checks found goes with any of them: they hold one file against another
 */
export function heldBackAlike(
  earlier: ComparedPeople,
  later: ComparedPeople,
  results: readonly Result[],
  hiddenCosts: ReadonlySet<string>,
  minimums: Minimums,
  wholeWaves: boolean,
): readonly string[] {
  const { differing } = comparePeople(earlier.behind, later.behind, later.groups, hiddenCosts, minimums);
  const { waves, answeredAt, leftOut, hr, cohorts, returns, linked } = differing;
  const all = later.groups.flat();
  const few = (number: number) => isFew({ number, minimum: minimums.people, of: "people" });
  const fewOfAny = (of: (trusts: readonly string[]) => number) =>
    [all, ...later.groups].some((trusts) => few(of(trusts)));

  const fewAnswered = new Set(waves.filter((wave) => fewOfAny((trusts) => answeredAt(wave, trusts))));
  const fewInLevels = new Set(
    [...earlier.levels, ...later.levels].flatMap(({ variable, levels }) =>
      waves
        .filter((wave) => wholeWaves || !few(answeredAt(wave, all)))
        .filter((wave) => levels.some(({ label }) => few(answeredAt(wave, all, `${variable}/${label}`))))
        .map((wave) => `${variable} ${wave}`),
    ),
  );
  const otherwise = new Set(
    levelsJoinedOtherwise(earlier.levels, later.levels).map(({ variable }) => variable),
  );
  const [fewInHr, fewInCohorts] = [fewOfAny(hr), fewOfAny(cohorts)];
  const fewReturns = [all, ...later.groups].some((trusts) => isFew(returns(trusts)));

  const isAnyFew = fewInCohorts || fewReturns || fewInHr || fewAnswered.size > 0;

  const isOfFamily = (subject: Subject): boolean =>
    (restsOnCohort(subject) && fewInCohorts) ||
    (countsFindings(subject) && isAnyFew) ||
    (ofCosts.includes(subject.measure) && fewReturns) ||
    ((isOfPeople(subject) || subject.measure === "economics") &&
      wavesOf(subject, waves).some((wave) => fewAnswered.has(wave)));
  const isHeldBack = (subject: Subject): boolean => {
    const { measure, group, versus } = subject;
    if (wholeWaves && isOfFamily(subject)) return true;
    if (!isOfPeople(subject)) return false;
    const own = wavesOf(subject, waves);
    const trusts = subject.trusts.length === 0 ? all : subject.trusts;
    if (group && own.some((wave) => fewInLevels.has(`${group.variable} ${wave}`))) return true;
    if (versus !== undefined && few(linked(subject, trusts))) {
      if (wholeWaves || !own.some((wave) => few(answeredAt(wave, trusts)))) return true;
    }
    if (!wholeWaves) return false;
    return (
      (ofLeftOut.includes(measure) && own.length > 0 && fewOfAny((some) => leftOut(subject, some))) ||
      (ofHr.includes(measure) && fewInHr) ||
      (group !== undefined && otherwise.has(group.variable))
    );
  };
  return results.filter(({ subject }) => isHeldBack(subject)).map(({ id }) => id);
}
