import { invariant } from "../core/invariant.js";
import type { Computed, Grouping } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { AttackMemory } from "./attacker.js";
import { suppressAgain } from "./again.js";
import { holdBackCurvePoints } from "./curve-points.js";
import { holdBackNearCounts, holdBackNearlyAll } from "./small-rest.js";
import { hiddenCostGroups, isShownCost, withoutCostPrediction } from "./cost-grain.js";
import { holdBackCells } from "./cost-cells.js";
import { showCostRange } from "./cost-range.js";
import { coarsenCosts } from "./cost-steps.js";
import { isAllowedGrain, isShownSlice } from "./grain.js";
import { suppressLinked } from "./linked.js";
import { holdBackOverlaps } from "./overlap.js";
import { isListedWhenFound } from "./ledger/slices.js";
import { grainShown } from "./grain-shown.js";
import type { GrainShown } from "./grain-shown.js";
import { rangesInOrder } from "./order.js";
import { policyOf } from "./policy.js";
import type { Policy } from "./policy.js";
import { primaryReason, setsApart, suppress, tellsHidden, withOpenReason } from "./primary.js";
import type { Circumstances } from "./primary.js";
import { releaserOf } from "./releaser.js";
import { approvalDays, releaseQuotations } from "./quotations.js";
import type { Released } from "./released.js";
import { holdBackBlocks } from "./blocks.js";
import { chooseRungs, leftOutByLadders } from "./rungs.js";
import type { ChosenRung } from "./rungs.js";
import { suppressDerivable } from "./secondary.js";
import { passUnprotected } from "./unprotected.js";

/** What the gate did, in words and counts that may be printed in the report. */
export interface DisclosureSummary extends GrainShown {
  readonly profile: string;
  readonly source: string;
  /** Whether `release/` is written: under a policy that holds nothing back it is refused. */
  readonly release: Policy["release"];
  readonly rules: readonly string[];
  /** How many numbers were held back. Why each was stays in `internal/`: the reason would tell half of the number. */
  readonly heldBack: number;
}

/** Why a number was held back; never for release. */
export interface Decision {
  readonly id: string;
  readonly reason: string;
  /** Ids of the held-back results that it could have given away; empty when it is held back on its own account. */
  readonly beside?: readonly string[];
}

/** What comes out of the gate. */
export interface Gated {
  readonly released: Released;
  readonly summary: DisclosureSummary;
  readonly decisions: readonly Decision[];
}

/**
 * The one way into `release/`. Chooses how the Trusts are grouped and how fine each answer is shown, holds back what
 * could identify people, rounds the rest, and computes no statistic: every released number is a rounded one of
 * `computed`.
 *
 * @param grouping the groups of Trusts that are shown, from `choosePartition`, and the levels of subgroups, from `chooseLevels`
 * @param sizes IMGs of each Trust, from cohort.csv
 * @param beside ids of results that would set few people apart beside an earlier release; see `compareReleases`
 * @param memory what attacks found when the same results passed the gate before, with others held back
 *
 * Afterwards no result holds a count, a number below the minimum or a digit finer than its precision.
 */
export function passGate(
  computed: Computed,
  grouping: Grouping,
  study: Study,
  sizes: ReadonlyMap<string, number>,
  beside: ReadonlySet<string> = new Set(),
  memory?: AttackMemory,
): Gated {
  const policy = policyOf(study.disclosure);
  const gated =
    policy.release === "refused"
      ? passUnprotected(computed, grouping, study, policy)
      : passProtected(computed, grouping, study, sizes, policy, beside, memory);
  invariant(!gated.released.results.some(holdsCounts), "a count went through the gate");
  return gated;
}

/** Whether a result holds what the rules read of it and nobody is told. */
function holdsCounts(result: Result): boolean {
  if (result.kind === "unavailable") return result.people !== undefined;
  if (result.kind === "suppressed") return false;
  return [result.count, result.contributions, result.partContributions].some((one) => one !== undefined);
}

function passProtected(
  computed: Computed,
  grouping: Grouping,
  study: Study,
  sizes: ReadonlyMap<string, number>,
  policy: Policy,
  beside: ReadonlySet<string>,
  memory?: AttackMemory,
): Gated {
  const all = trustCodes(study);
  const consented = new Set(study.disclosure.trust_costs.map((consent) => consent.trust));
  const hiddenCosts = hiddenCostGroups(grouping, consented, sizes, policy);
  const circumstances = { policy, allTrusts: all, partition: grouping, consented, hiddenCosts };
  // What is there only when something was found is not listed: its name alone would tell what is new beside the earlier release.
  const results = computed.results.flatMap((one): readonly Result[] => {
    if (!beside.has(one.id)) return [one];
    return isListedWhenFound(one.subject) ? [] : [suppress(one, setsApart)];
  });
  const { atGrain, rungs } = chooseGrain({ ...computed, results }, study, circumstances);
  const apart = holdBackAlone(atGrain, computed, study, circumstances);
  const release = releaserOf(computed.relations, grouping, policy, all);
  const costed = coarsenCosts(apart, computed.relations, policy, all, (some) => release(some, new Set()));
  const decided = suppressDerivable(costed, computed.relations, policy, all, release, memory);
  const released = release(decided.results, decided.coarser);
  const decisions = rangesInOrder(decided.results).flatMap((result) =>
    result.kind === "suppressed"
      ? [{ id: result.id, reason: result.reason, beside: decided.beside.get(result.id) ?? [] }]
      : [],
  );
  const quotations = releaseQuotations(study);
  const approved = approvalDays(study);
  return {
    released: {
      ...released,
      ...(approved === undefined ? {} : { quotations, quotationsApproved: approved }),
    },
    summary: {
      profile: policy.profile,
      source: policy.source,
      release: policy.release,
      rules: [...policy.rules, quotations.length === 0 ? policy.freeText.never : policy.freeText.quoted],
      ...grainShown(grouping, rungs, study),
      heldBack: decisions.length,
    },
    decisions,
  };
}

/**
 * The results at the grain of the release: of each question the finest safe answers, of the slices and costs those that are
 * shown.
 */
function chooseGrain(
  { results, ladders }: Computed,
  study: Study,
  circumstances: Circumstances,
): { readonly atGrain: readonly Result[]; readonly rungs: readonly ChosenRung[] } {
  const { policy, allTrusts: all, partition } = circumstances;
  const isAllowed = (result: Result) =>
    isShownSlice(result, partition, all) && isAllowedGrain(result, all, policy);
  const rungs = chooseRungs(ladders, {
    byId: new Map(results.map((result) => [result.id, result])),
    isAllowed,
    isSafe: (result) => primaryReason(result, circumstances) === null,
    allTrusts: all,
    width: policy.protection.people,
  });
  const leftOut = leftOutByLadders(ladders, rungs);
  const atGrain = results.filter(
    (result) => !leftOut.has(result.id) && isAllowed(result) && isShownCost(result, study, partition, all),
  );
  return { atGrain, rungs };
}

/**
 * What must be held back on its own account, or by a rule of thumb beside a few others; what the numbers of people in a whole
 * release give away together is left to `suppressDerivable`.
 *
 * Each step reads what those before it held back, so the order matters. Numbers of people come first, whole groups of Trusts
 * last among them. Only then is it known which numbers stand behind a change or a cost: changes go with theirs by `suppressAgain`,
 * then, by `suppressLinked`, what is tied to any that went. `holdBackCells` starts from what these leave, and links anew
 * whatever cells of costs it takes. What is unavailable gets its open reason when nothing more reads it.
 */
function holdBackAlone(
  atGrain: readonly Result[],
  { results, relations }: Computed,
  study: Study,
  circumstances: Circumstances,
): readonly Result[] {
  const { policy, allTrusts: all, partition, hiddenCosts } = circumstances;
  const before = new Map(results.flatMap((one) => (one.kind === "estimate" ? [[one.id, one] as const] : [])));
  const primary = atGrain.map((result): Result => {
    const reason = result.kind === "estimate" ? primaryReason(result, circumstances) : null;
    if (reason !== null) return suppress(result, reason);
    return result.kind === "estimate" && hiddenCosts.length > 0 ? withoutCostPrediction(result) : result;
  });
  const withCurves = holdBackCurvePoints(primary, policy);
  const apartFromMargins = holdBackNearCounts(holdBackNearlyAll(withCurves, policy, all), policy, all);
  const fewestTrusts = hiddenCosts.length === 0 ? 1 : policy.minimumTrusts;
  const tellsTrust = (pounds: Readonly<Record<string, number>>) => tellsHidden(pounds, hiddenCosts, policy);
  const apart = holdBackOverlaps(apartFromMargins, relations, fewestTrusts, tellsTrust);
  const inBlocks = holdBackBlocks(apart, partition.groups, policy, all);
  const link = (some: readonly Result[]) => suppressLinked(some, relations, before, policy, all, hiddenCosts);
  const withChanges = suppressAgain(
    inBlocks,
    relations.filter(({ kind }) => kind === "change"),
  );
  const celled = holdBackCells(link(withChanges), relations, policy, circumstances, link);
  const linked = celled.map((result) =>
    result.kind === "unavailable" ? withOpenReason(result, policy, all) : result,
  );
  return showCostRange(linked, before, policy, partition, study);
}
