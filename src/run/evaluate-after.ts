import { invariant } from "../core/invariant.js";
import type { AttackMemory } from "../disclosure/attacker.js";
import { hiddenCostGroups } from "../disclosure/cost-grain.js";
import { heldBackAlike } from "../disclosure/ledger/alike.js";
import { compareReleases } from "../disclosure/ledger/compare.js";
import type { Comparison } from "../disclosure/ledger/compare.js";
import type { ComparedRelease, ReleaseEntry } from "../disclosure/ledger/entry.js";
import { minimumsBeside } from "../disclosure/ledger/minimums.js";
import { releasedValues } from "../disclosure/ledger/released-values.js";
import { policyOf } from "../disclosure/policy.js";
import { forEarlierRelease, heldBack } from "../disclosure/primary.js";
import type { Checked } from "./check.js";
import { measure, release } from "./evaluate.js";
import type { Evaluation, Measured } from "./evaluate.js";
import { recordsBehind } from "./records-behind.js";

/** The releases that went before, and what to do about what a new one would tell beside them. */
export interface Earlier {
  /** Registered and not withdrawn, in order. */
  readonly releases: readonly ReleaseEntry[];
  /** Whether numbers that would set few people apart are held back. */
  readonly withholdChanged: boolean;
  /** Whether a release that would isolate few people is not made at all. */
  readonly refuse: boolean;
}

/** A new release beside the earlier ones. */
export interface Besides {
  readonly compared: ComparedRelease;
  /** With each earlier release, after what is held back for its sake. */
  readonly comparisons: readonly Comparison[];
  /** Labels of the results that give an earlier release as the reason, as the report and the register count them. */
  readonly withheld: readonly string[];
}

/** Whether a release would isolate few people beside an earlier one, or tell the same people's numbers in two ways. */
export function isolates({ comparisons }: Besides): boolean {
  return comparisons.some(isRefused);
}

/** The same of one earlier release. */
export function isRefused(comparison: Comparison): boolean {
  const { isolating, joinedOtherwise, levelsJoinedOtherwise, samePeople, toldOtherwise } = comparison;
  return (
    [isolating, joinedOtherwise, levelsJoinedOtherwise].some((list) => list.length > 0) ||
    (samePeople && toldOtherwise.length > 0)
  );
}

/**
 * From checked data to results after the gate, beside earlier releases: the Trusts stay in the groups that they were shown in,
 * and numbers by subgroup are held back where few of a level differ, and those that would complete what an earlier release
 * held back; so are, where it is asked for, all numbers of the waves at which few people differ, changed or not, all that
 * changed besides while few differ, and what is told otherwise of the same people. The gate is passed again with these until
 * nothing more is to be held back. What it holds back beside them, of the same people and by the policy by which an earlier
 * release shows it, goes for the sake of that release too.
 *
 * @param checked the files as read, with link codes still in place
 * @param linked the same with pseudonyms in their place
 */
export function evaluateAfter(
  checked: Checked,
  linked: Checked,
  earlier: Earlier,
): { readonly evaluation: Evaluation; readonly besides: Besides } {
  const isRelease = policyOf(linked.study!.disclosure).release === "written";
  const releases = isRelease ? earlier.releases : [];
  const last = releases.at(-1);
  const measured = measure(linked, last && { groups: last.groups, levels: last.levels });
  const behind = recordsBehind(measured.study, measured.dataset, checked, measured.partition.levels);
  const [hidden, minimums] = [hiddenCosts(measured), minimumsOf(measured)];
  const { groups, levels = [] } = measured.partition;
  const people = { groups, levels, behind, minimums };
  const { results } = measured.computed;
  const alike = releases.flatMap((one) =>
    heldBackAlike(one, people, results, hidden, minimumsBeside(minimums, one), earlier.withholdChanged),
  );
  const { profile } = policyOf(measured.study.disclosure);
  const samePolicy = new Set(
    releases
      .filter((one) => one.profile === profile && JSON.stringify(one.minimums) === JSON.stringify(minimums))
      .map(({ number }) => number),
  );
  const beside = new Set<string>(alike);
  const memory: AttackMemory = new Map();
  for (;;) {
    const evaluation = release(measured, beside, memory);
    const { released } = evaluation;
    const compared = { ...people, values: releasedValues(released.results) };
    const comparisons = releases.map((one) =>
      compareReleases(
        one,
        compared,
        released.results,
        hidden,
        minimumsBeside(minimums, one),
        earlier.withholdChanged,
      ),
    );
    const onOwnAccount = new Set(
      released.results.flatMap((one) =>
        one.kind === "suppressed" && one.reason === heldBack ? [one.id] : [],
      ),
    );
    const more = comparisons
      .flatMap(({ within, isolating, toldOtherwise, gone, samePeople, number }) => [
        ...within,
        ...(earlier.withholdChanged ? isolating : []),
        ...(earlier.withholdChanged || !samePeople ? toldOtherwise : []),
        ...(samePolicy.has(number) ? gone.filter(({ id }) => onOwnAccount.has(id)) : []),
      ])
      .map(({ id }) => id);
    if (more.length === 0) {
      const withheld = released.results.flatMap((one) =>
        one.kind === "suppressed" && one.reason === forEarlierRelease ? [one.label] : [],
      );
      return { evaluation, besides: { compared, comparisons, withheld } };
    }
    invariant(
      more.some((id) => !beside.has(id)),
      "a number that was to be held back was shown",
    );
    for (const id of more) beside.add(id);
  }
}

function minimumsOf({ study }: Measured): { readonly people: number; readonly trusts: number } {
  const { minimumPeople, minimumTrusts } = policyOf(study.disclosure);
  return { people: minimumPeople, trusts: minimumTrusts };
}

/** Trusts whose own cost is not shown: a change of theirs could be read off the pooled cost. */
function hiddenCosts({ study, partition, sizes }: Measured): ReadonlySet<string> {
  const consented = new Set(study.disclosure.trust_costs.map(({ trust }) => trust));
  return new Set(hiddenCostGroups(partition, consented, sizes, policyOf(study.disclosure)).flat());
}
