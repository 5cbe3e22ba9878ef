import type { Relation } from "../../core/relation.js";
import type { Interval, Result } from "../../core/result.js";
import type { ScenarioId } from "../../study/schema-uncertainty.js";
import { costId } from "../cost-result.js";
import { totalPence, type LedgerLine } from "../ledger.js";
import { summariseDraws } from "../simulated-summary.js";
import { modelResult, perImgInDraws, simulateLines, type CostModel } from "./cost-model.js";
import { ofTheDraws, simulated, simulationMethod } from "./input-results.js";
import { differenceId, scenarioRelations } from "./scenario-relations.js";
import { differences } from "./simulated-costs.js";
import { asDeclared } from "./structure.js";
import { rangeOfWays } from "./ways-to-count.js";

/** One scenario: a way to count, with the cost per IMG in every draw. */
interface Scenario {
  readonly id: ScenarioId;
  readonly label: string;
  readonly draws: Float64Array;
  /** Lines whose amounts differ from those declared; all lines of what is declared. */
  readonly moved: readonly LedgerLine[];
}

/**
 * The third layer: how the cost changes with choices on which people differ. A range from the lowest to the highest of all
 * combinations, without a probability; each choice by itself as a scenario, under the same draws; an average over scenarios
 * only where the study says how far each is believed in.
 */
export function structureResults(model: CostModel): {
  readonly results: readonly Result[];
  readonly relations: readonly Relation[];
} {
  const declared = scenario(model, asDeclared, "as the study declares", model.repriced.lines([]));
  const others = model.choices.flatMap(({ alternatives }) =>
    alternatives.map((one) => scenario(model, one.id, one.label, model.repriced.lines([one]))),
  );
  const scenarios = [declared, ...others];
  const range = rangeResult(model);
  const averaged = averagedResults(model, scenarios);
  const results = [
    ...range,
    ...scenarios.map((one) => scenarioResult(model, one)),
    ...others.flatMap((one) => differenceResults(model, one, declared)),
    ...averaged,
  ];
  const parts = others.map(({ id }) => differenceId(id));
  const together = [...range, ...averaged].map(({ id }): Relation => ({ kind: "again", again: id, parts }));
  return { results, relations: [...scenarioRelations(model, others), ...together] };
}

function scenario(model: CostModel, id: ScenarioId, label: string, lines: readonly LedgerLine[]): Scenario {
  const amounts = new Map(lines.map((line) => [line.id, line.amountPence]));
  const before = model.inputs.map(({ line }) => line);
  const moved = before.filter((line) => (amounts.get(line.id) ?? 0) !== line.amountPence);
  return {
    id,
    label,
    draws: perImgInDraws(model, simulateLines(model, lines)),
    moved: id === asDeclared ? before : moved,
  };
}

function rangeResult(model: CostModel): readonly Result[] {
  const { choices, imgs, inputs } = model;
  if (choices.length === 0) return [];
  const { low, high, ways } = rangeOfWays(model.repriced, choices);
  const interval: Interval = {
    low: low / 100 / imgs,
    high: high / 100 / imgs,
    level: 1,
    method: "lowest and highest of all combinations of the choices",
    kind: "range",
  };
  return [
    modelResult(
      model,
      {
        id: costId("structure", "range"),
        label: `cost per IMG ${model.study.costing.headline}, counted in other ways`,
        item: "structure",
        level: "range",
        method: "range over declared alternatives; no probability",
        settings: { ways },
      },
      totalPence(inputs.map(({ line }) => line)) / 100 / imgs,
      interval,
    ),
  ];
}

function scenarioResult(model: CostModel, { id, label, draws, moved }: Scenario): Result {
  const summary = summariseDraws(draws);
  const about = aboutScenario(model, id, `mean of the draws, ${label}`, moved);
  return modelResult(model, { ...about, id: costId("scenario", id) }, summary.mean, simulated(summary));
}

function differenceResults(
  model: CostModel,
  { id, label, draws, moved }: Scenario,
  declared: Scenario,
): readonly Result[] {
  const summary = summariseDraws(differences(draws, declared.draws));
  const about = aboutScenario(model, id, `difference from what is declared, ${label}`, moved);
  const error = aboutScenario(model, id, `Monte Carlo error of the difference, ${label}`, moved);
  return [
    modelResult(model, { ...about, id: differenceId(id) }, summary.mean, simulated(summary)),
    modelResult(
      model,
      { ...error, id: costId("scenario", id, "difference", "monte-carlo-error") },
      summary.monteCarloError,
      ofTheDraws,
    ),
  ];
}

function aboutScenario(model: CostModel, id: string, what: string, lines: readonly LedgerLine[]) {
  return {
    label: `cost per IMG ${model.study.costing.headline}: ${what}`,
    item: "scenario",
    level: id,
    method: `${simulationMethod}; the same draws in every scenario`,
    lines,
    settings: { draws: model.study.costing.uncertainty.draws },
  };
}

/**
 * Scenarios averaged by declared weights: mean of means; as interval the quantiles of all draws together, each scenario
 * taking its share of them. A scenario that makes no difference to these costs counts as what is declared.
 */
function averagedResults(model: CostModel, scenarios: readonly Scenario[]): readonly Result[] {
  const weights = model.study.costing.structure_weights;
  if (weights === undefined) return [];
  const known = scenarios.map(({ id }) => id);
  const weightOf = (id: ScenarioId) =>
    id === asDeclared
      ? Object.entries(weights).reduce(
          (sum, [name, weight]) => (name === id || !known.some((one) => one === name) ? sum + weight : sum),
          0,
        )
      : (weights[id] ?? 0);
  const used = scenarios.filter(({ id }) => weightOf(id) > 0);
  const summary = summariseDraws(mixDraws(used.map(({ id, draws }) => ({ share: weightOf(id), draws }))));
  const mean = used.reduce((sum, { id, draws }) => sum + weightOf(id) * summariseDraws(draws).mean, 0);
  return [
    modelResult(
      model,
      {
        id: costId("structure", "averaged"),
        label: `cost per IMG ${model.study.costing.headline}, scenarios averaged by declared weights`,
        item: "structure",
        level: "averaged",
        method: "mean over scenarios by declared weights; quantiles of their draws mixed in these shares",
        settings: { scenarios: used.length },
      },
      mean,
      simulated(summary),
    ),
  ];
}

/** Draws of a mixture: each part gives a run of the draws as long as its share. The draws of a part are in random order. */
export function mixDraws(
  parts: readonly { readonly share: number; readonly draws: Float64Array }[],
): Float64Array {
  const count = parts[0]!.draws.length;
  const mixed = new Float64Array(count);
  let share = 0;
  for (const part of parts) {
    const from = Math.round(share * count);
    share += part.share;
    const to = Math.min(count, Math.round(share * count));
    mixed.set(part.draws.subarray(from, to), from);
  }
  return mixed;
}
