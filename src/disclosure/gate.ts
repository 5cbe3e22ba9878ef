import { invariant } from "../core/invariant.js";
import type { Computed, Partition } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import { choosePartition, heldBackByLadder, isAllowedGrain, isShownSlice } from "./grain.js";
import { policyOf } from "./policy.js";
import { atReleasedPrecision } from "./precision.js";
import { primaryReason, suppress } from "./primary.js";
import type { Released } from "./released.js";
import { suppressLinked } from "./secondary.js";

/** What the gate did, in words and counts that may be printed in the report. */
export interface DisclosureSummary {
  readonly profile: string;
  readonly source: string;
  readonly rules: readonly string[];
  /** Groups of Trusts shown together: "Trusts A and B". */
  readonly joined: readonly string[];
  /** Numbers held back, by reason. */
  readonly heldBack: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * The one way into `release/`. Chooses how the Trusts are grouped and how fine each answer is shown, holds back what
 * could identify people, rounds the rest, and computes no statistic: every released number is a rounded one of
 * `computed`.
 *
 * Afterwards no result holds a count, a number below the minimum or a digit finer than its precision.
 */
export function passGate(
  computed: Computed,
  partitions: readonly Partition[],
  study: Study,
): { released: Released; summary: DisclosureSummary } {
  const policy = policyOf(study.disclosure.profile);
  const all = trustCodes(study);
  const consented = new Set(study.disclosure.trust_costs.map((consent) => consent.trust));
  const partition = choosePartition(partitions, computed.results, policy);
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const finer = new Set(computed.ladders.flatMap((ladder) => heldBackByLadder(ladder, byId)));
  const sizes = new Map(computed.results.map((one) => [one.id, one.kind === "estimate" ? one.n : 0]));

  const atGrain = computed.results.filter(
    (result) =>
      !finer.has(result.id) &&
      isShownSlice(result, partition, all) &&
      isAllowedGrain(result, all) &&
      isHeadlineCost(result, study, all),
  );
  const primary = atGrain.map((result): Result => {
    const reason = result.kind === "estimate" ? primaryReason(result, policy, consented, all) : null;
    return reason === null ? result : suppress(result, reason);
  });
  const safe = suppressLinked(primary, computed.relations, sizes).map((result) =>
    result.kind === "estimate" ? atReleasedPrecision(result, policy, all) : result,
  );
  invariant(
    safe.every((result) => result.kind !== "estimate" || result.count === undefined),
    "a count went through the gate",
  );
  return {
    released: { results: safe, groups: partition.groups },
    summary: {
      profile: policy.profile,
      source: policy.source,
      rules: policy.rules,
      joined: partition.groups.filter((group) => group.length > 1).map((group) => nameTrusts(study, group)),
      heldBack: countReasons(safe),
    },
  };
}

/** By Trust, cost per IMG is shown for the headline denominator only. */
function isHeadlineCost(result: Result, study: Study, all: readonly string[]): boolean {
  const { trusts } = result.subject;
  if (!result.id.startsWith("cost/per-img/") || trusts.length === all.length) return true;
  return result.id.startsWith(`cost/per-img/${study.costing.headline}/`);
}

function countReasons(results: readonly Result[]): readonly { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const result of results) {
    if (result.kind === "suppressed") counts.set(result.reason, (counts.get(result.reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
