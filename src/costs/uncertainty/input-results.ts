import type { Interval, Result } from "../../core/result.js";
import { costId } from "../cost-result.js";
import { summariseDraws, type SimulatedSummary } from "../simulated-summary.js";
import { modelResult, perImgInDraws, type CostModel } from "./cost-model.js";

export const simulationMethod =
  "probabilistic simulation: gamma for amounts, beta-PERT for pay points and elicited ranges, Dirichlet for declared staff mixes";

/** Why a number of a simulation has no interval of its own. */
export const ofTheDraws = "a number of the simulation itself";

/**
 * The second layer: how sure the cost is, given how sure each amount and pay point is. Mean with the 95% range of the draws,
 * median, standard deviation, and how far another seed would take the mean.
 */
export function inputResults(model: CostModel): readonly Result[] {
  const summary = summariseDraws(perImgInDraws(model, model.costs));
  const { draws, mean, standardDeviation, monteCarloError } = summary;
  const make = (level: string, label: string, value: number, interval: Interval | string = ofTheDraws) =>
    modelResult(
      model,
      {
        id: costId("inputs", level),
        label: `cost per IMG ${model.study.costing.headline}, inputs as sure as declared: ${label}`,
        item: "inputs",
        level,
        method: simulationMethod,
        settings: { draws },
      },
      value,
      interval,
    );
  return [
    make("mean", "mean of the draws", mean, simulated(summary)),
    make("median", "median of the draws", summary.quantiles[1]!.value),
    make("standard-deviation", "standard deviation", standardDeviation),
    make("monte-carlo-error", "Monte Carlo error of the mean", monteCarloError),
  ];
}

/** The middle 95% of the draws. */
export function simulated({ quantiles }: SimulatedSummary): Interval {
  const [low, , high] = quantiles;
  return {
    low: low!.value,
    high: high!.value,
    level: 0.95,
    method: "2.5% and 97.5% quantiles of the draws",
    kind: "simulation",
  };
}
