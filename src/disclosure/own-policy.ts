import type { OwnPolicy } from "../study/schema-disclosure.js";
import type { PolicyNumbers, ShareRule } from "./policy.js";

type OwnShares = NonNullable<OwnPolicy["shares"]["service"]>;

/** A study's own numbers, over those of the profile that it starts from. */
export function ownPolicy(base: PolicyNumbers, own: OwnPolicy): PolicyNumbers {
  const { protection, rounding, shares } = own;
  const { flow, points } = base.steps;
  return {
    ...base,
    profile: "own",
    source: `the study's own numbers, from profile ${base.profile}: ${own.source}`,
    minimumPeople: own.minimum_people ?? base.minimumPeople,
    minimumTrusts: own.minimum_trusts ?? base.minimumTrusts,
    shares: {
      service: ownShares(base.shares.service, shares.service),
      opinion: ownShares(base.shares.opinion, shares.opinion),
      personal: ownShares(base.shares.personal, shares.personal),
    },
    eventsBetween: own.events_between ?? base.eventsBetween,
    protection: {
      ...base.protection,
      people: protection.people ?? base.protection.people,
      money: protection.money ?? base.protection.money,
    },
    steps: {
      ...base.steps,
      n: rounding.people ?? base.steps.n,
      count: rounding.people ?? base.steps.count,
      flow: {
        byTrust: rounding.flow_by_trust ?? flow.byTrust,
        pooled: rounding.flow_pooled ?? flow.pooled,
      },
      points: {
        byTrust: rounding.points_by_trust ?? points.byTrust,
        pooled: rounding.points_pooled ?? points.pooled,
      },
      costPerImg: rounding.cost_per_img ?? base.steps.costPerImg,
      costTotal: rounding.cost_total ?? base.steps.costTotal,
    },
  };
}

function ownShares(base: ShareRule, own: OwnShares | undefined): ShareRule {
  if (own === undefined) return base;
  return {
    fewest: {
      byTrust: own.fewest_by_trust ?? base.fewest.byTrust,
      pooled: own.fewest_pooled ?? base.fewest.pooled,
    },
    everyone: own.everyone ?? base.everyone,
    allButOne: own.all_but_one ?? base.allButOne,
    byTrust: own.by_trust ?? base.byTrust,
  };
}
