import type { Computed, Relation } from "../core/relation.js";
import { slug, trustSlug, unavailableResult } from "../core/result.js";
import type { Estimate, Result, Subject } from "../core/result.js";
import { perImgInDraws, type CostModel } from "../costs/uncertainty/cost-model.js";
import { drawValues } from "../stats/draws/draw.js";
import { normalQuantile } from "../stats/distributions/normal.js";
import { trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import { acceptability, worthsBetween } from "./acceptability.js";
import { valueOfInformationOfDraws } from "./value-of-information.js";

/** Said with every number that sets a change beside a cost. */
export const singleArm =
  "single arm: the change came with the induction, and may have other reasons; nothing is compared with doctors who had none";

const reference = "Fenwick, Claxton & Sculpher 2001, Health Economics 10:779-787";

/** A declared change of the outcome over all Trusts. */
interface OutcomeChange {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Acceptability curve and value of information of a declared outcome, over the range of worths that the study declares;
 * nothing without one, because nobody has settled what one point is worth. Refused, with the reason, unless the same
 * doctors were linked before and after: without a change there is nothing to be worth the cost.
 *
 * @param model the costs; null when there are none
 * @param results of the metrics, among them the change
 */
export function economicResults(study: Study, model: CostModel | null, results: readonly Result[]): Computed {
  const { thresholds } = study.economics;
  if (thresholds === undefined) return { results: [], relations: [], ladders: [] };
  const outcome = thresholds.outcome;
  const codes = trustCodes(study);
  const comparison = study.comparisons.find(({ scale }) => scale === outcome);
  const change = comparison && {
    ...comparison,
    id: `change/${outcome}/${comparison.from}-to-${comparison.to}/${trustSlug(codes, codes)}`,
  };
  const found = results.find(({ id }) => id === change?.id);
  const reason = whyNone(study, model, found);
  if (reason !== null || change === undefined || model === null || found?.kind !== "estimate")
    return { results: [refused(study, outcome, reason ?? "no change")], relations: [], ladders: [] };
  const curve = curveResults(study, model, found, change);
  const cost = `cost/per-img/${study.costing.headline}/with-supernumerary/${model.all.slug}`;
  return {
    results: curve,
    relations: curve.map(({ id }): Relation => ({ kind: "again", again: id, parts: [change.id, cost] })),
    ladders: [],
  };
}

function whyNone(study: Study, model: CostModel | null, change: Result | undefined): string | null {
  if (study.design !== "pre-post-linked")
    return `design ${study.design} gives no change in linked doctors to set against the cost`;
  if (change === undefined) return "no comparison is declared for this outcome";
  if (model === null) return "no costs to set the change against";
  if (change.kind !== "estimate" || change.interval === null)
    return "the change has no interval to draw from";
  return null;
}

function curveResults(
  study: Study,
  model: CostModel,
  result: Estimate,
  change: OutcomeChange,
): readonly Result[] {
  const thresholds = study.economics.thresholds!;
  const { draws } = study.costing.uncertainty;
  const { low, high, level } = result.interval!;
  const standardDeviation = (high - low) / 2 / normalQuantile((1 + level) / 2);
  const changes = drawValues(
    { kind: "normal", mean: result.estimate, standardDeviation },
    { seed: study.study.seed, family: `economics/${thresholds.outcome}`, draws },
  );
  const points = acceptability(worthsBetween(thresholds), changes, perImgInDraws(model, model.costs));
  const label = study.scales.find(({ id }) => id === thresholds.outcome)?.label ?? thresholds.outcome;
  return points.flatMap(({ worth, probability, netBenefit }) => {
    const pounds = Math.round(worth * 100) / 100;
    const make = (kind: "acceptability" | "evpi", what: string, unit: string, value: number): Estimate => ({
      kind: "estimate",
      id: `economics/${kind}/${slug(thresholds.outcome)}/worth-${pounds}`,
      label: `${what}, one point of ${label.toLowerCase()} worth ${pounds} pounds`,
      subject: aboutOutcome(study, thresholds.outcome, change, String(pounds)),
      unit,
      method: `net benefit in each draw: worth times the mean change (normal, as wide as its ${Math.round(level * 100)}% interval) less the cost per IMG; change and cost drawn apart`,
      reference,
      estimate: value,
      interval: null,
      noInterval: "a number of the simulation itself",
      n: result.n,
      missing: {},
      settings: { draws, worth: pounds, trusts: Number(result.settings["trusts"] ?? study.trusts.length) },
      source: result.source,
      cautions: [singleArm],
    });
    return [
      make(
        "acceptability",
        "share of draws in which the change is worth its cost",
        "proportion",
        probability,
      ),
      make(
        "evpi",
        "value of knowing for certain",
        `GBP ${model.priced.card.year} per IMG ${study.costing.headline}`,
        valueOfInformationOfDraws(netBenefit),
      ),
    ];
  });
}

function refused(study: Study, outcome: string, reason: string): Result {
  return unavailableResult(
    {
      id: `economics/acceptability/${slug(outcome)}`,
      label: `acceptability curve of ${outcome}`,
      subject: aboutOutcome(study, outcome, null, "refused"),
      unit: "proportion",
      method: "acceptability curve",
      reference,
    },
    reason,
  );
}

function aboutOutcome(study: Study, outcome: string, change: OutcomeChange | null, level: string): Subject {
  return {
    measure: "economics",
    item: outcome,
    trusts: trustCodes(study),
    ...(change === null ? {} : { wave: change.to, versus: change.from }),
    level,
    sensitivity: change === null ? "service" : "opinion",
  };
}
