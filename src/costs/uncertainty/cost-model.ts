import type { Study } from "../../study/study.js";
import { trustCodes } from "../../study/study.js";
import type { Cohort, CostReturn } from "../../validate/cost-return.js";
import { costGroup, costResult, type CostGroup, type CostSubject } from "../cost-result.js";
import type { Estimate, Interval, Result } from "../../core/result.js";
import type { Figure } from "../figures.js";
import type { LedgerLine } from "../ledger.js";
import { countImgs, type PricedReturns } from "../trust-costs.js";
import { drawFactors, type DrawnFactors } from "./draw-factors.js";
import { lineInputs, type LineInput } from "./line-input.js";
import { simulatedCosts, simulatedPerImg, type SimulatedCosts } from "./simulated-costs.js";
import { structuralChoices, type StructuralChoice } from "./structure.js";
import { repricing, type Repricing } from "./ways-to-count.js";

/** The study's costs with all that is uncertain in them, drawn once for every question that is asked of it. */
export interface CostModel {
  readonly study: Study;
  readonly priced: PricedReturns;
  readonly repriced: Repricing;
  /** All Trusts. */
  readonly all: CostGroup;
  /** IMGs of the headline denominator at the Trusts with costs, above 0. */
  readonly imgs: number;
  readonly inputs: readonly LineInput[];
  readonly factors: DrawnFactors;
  readonly choices: readonly StructuralChoice[];
  /** Each Trust's total in every draw, counted as declared. */
  readonly costs: SimulatedCosts;
}

/** The model of a study's costs; null when no Trust has costs or nobody is in the headline denominator. */
export function costModel(
  study: Study,
  returns: readonly CostReturn[],
  cohorts: readonly Cohort[],
  figures: readonly Figure[],
): CostModel | null {
  const repriced = repricing(study, returns, cohorts, figures);
  const priced = repriced.declared;
  const all = costGroup(study, priced, trustCodes(study));
  const imgs = countImgs(all.trusts, study.costing.headline);
  if (imgs === 0) return null;
  const lines = repriced.lines([]);
  const inputs = lineInputs(lines, priced.card, study.costing.uncertainty);
  const factors = drawFactors(inputs, study.costing.uncertainty, study.study.seed);
  const choices = structuralChoices(study, lines);
  const model = { study, priced, repriced, all, imgs, inputs, factors, choices };
  return { ...model, costs: simulateLines(model, lines) };
}

/** Each Trust's total in every draw, of lines priced in some way; the draws are the same for all. */
export function simulateLines(
  { study, all, factors }: Pick<CostModel, "study" | "all" | "factors">,
  lines: readonly LedgerLine[],
): SimulatedCosts {
  const trusts = all.trusts.map(({ trust }) => trust);
  return simulatedCosts(lines, trusts, factors, study.costing.uncertainty.draws);
}

/** The cost per IMG of the headline over all Trusts, in every draw. */
export function perImgInDraws({ all, imgs }: CostModel, costs: SimulatedCosts): Float64Array {
  const trusts = all.trusts.map(({ trust }) => trust);
  return simulatedPerImg(costs, trusts, imgs);
}

/** A result about the headline cost over all Trusts, with an interval of its own kind. */
export function modelResult(
  model: CostModel,
  about: Pick<CostSubject, "id" | "label" | "item" | "level" | "method"> &
    Partial<Pick<CostSubject, "lines" | "settings" | "cautions" | "unit">>,
  value: number,
  interval: Interval | string,
): Result {
  const { study, priced, all, imgs, inputs } = model;
  const { headline } = study.costing;
  const result = costResult(
    study,
    priced,
    all,
    {
      unit: `GBP ${priced.card.year} per IMG ${headline}`,
      supernumerary: "with",
      denominator: headline,
      lines: inputs.map(({ line }) => line),
      ...about,
    },
    value,
    imgs,
  );
  return result.kind === "estimate" ? withInterval(result, interval) : result;
}

function withInterval(result: Estimate, interval: Interval | string): Estimate {
  const { noInterval: _none, ...rest } = result;
  return typeof interval === "string"
    ? { ...rest, interval: null, noInterval: interval }
    : { ...rest, interval };
}
