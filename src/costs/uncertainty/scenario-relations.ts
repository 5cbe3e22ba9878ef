import type { Relation } from "../../core/relation.js";
import type { ScenarioId } from "../../study/schema-uncertainty.js";
import { costId, poundsOfTrusts } from "../cost-result.js";
import { staffCategory, supernumeraryCategory, type LedgerLine } from "../ledger.js";
import { isPersonsPay, personsOf } from "../one-persons-pay.js";
import type { CostModel } from "./cost-model.js";

/** Id of how far a scenario is from what the study declares. */
export function differenceId(scenario: ScenarioId): string {
  return costId("scenario", scenario, "difference");
}

/**
 * What ties the scenarios. One that leaves out a part of a breakdown goes with that part. Those of one choice leave out
 * overlapping lines, so that one less another is shown only where it sets no few Trusts apart. A scenario's own cost and the
 * error of its draws go with its difference.
 *
 * @param scenarios all but what is declared, with the lines that each moves
 */
export function scenarioRelations(
  model: CostModel,
  scenarios: readonly { readonly id: ScenarioId; readonly moved: readonly LedgerLine[] }[],
): readonly Relation[] {
  const { choices, all } = model;
  const moved = new Map(scenarios.map(({ id, moved: lines }) => [id, new Set(lines.map((line) => line.id))]));
  return choices.flatMap(({ id: choice, alternatives, part }): readonly Relation[] => {
    const ids = alternatives.map(({ id }) => id);
    const tied = ids.flatMap((id): readonly Relation[] => [
      { kind: "again", again: costId("scenario", id), parts: [differenceId(id)] },
      { kind: "again", again: `${differenceId(id)}/monte-carlo-error`, parts: [differenceId(id)] },
      ...(part
        ? [{ kind: "again" as const, again: differenceId(id), parts: [costId(...part, all.slug)] }]
        : []),
    ]);
    const ofPay = ids.map((id) => overlapOfPay(model, id, moved.get(id)!));
    return [
      ...tied,
      ...(movesPay.has(choice) ? ofPay : ids.length < 2 ? [] : [overlapOf(model, ids, moved)]),
    ];
  });
}

/** Choices that move all pay of public pay points, and no other, by a proportion that anybody can work out. */
const movesPay: ReadonlySet<string> = new Set(["hours", "pension"]);

/**
 * One that moves pay of pay points tells that pay, and what was paid at the Trusts' own rates beside all pay: this is known
 * whatever is shown, from the total or from its two categories.
 */
function overlapOfPay({ inputs }: CostModel, id: ScenarioId, moved: ReadonlySet<string>): Relation {
  const within = [differenceId(id)];
  const pay = inputs.flatMap(({ line }) =>
    line.amountPence > 0 && [staffCategory, supernumeraryCategory].includes(line.category) ? [line] : [],
  );
  const atPayPoints = pay.filter((line) => moved.has(line.id));
  const atOwnRates = pay.filter((line) => !moved.has(line.id));
  return {
    kind: "overlap",
    results: within,
    lines: [
      ...(atPayPoints.length === 0 ? [] : [{ within, ...behind(atPayPoints) }]),
      ...(atPayPoints.length === 0 || atOwnRates.length === 0
        ? []
        : [{ within, ...behind(atOwnRates), differ: "own rates" as const }]),
    ],
  };
}

/** Lines that count in the same category and component and that the same scenarios move, one part each. */
function overlapOf(
  { inputs, all }: CostModel,
  ids: readonly ScenarioId[],
  moved: ReadonlyMap<ScenarioId, ReadonlySet<string>>,
): Relation {
  const parts = new Map<string, { readonly within: readonly string[]; readonly lines: LedgerLine[] }>();
  const known = ({ category, component }: LedgerLine) => [
    costId("category", category, all.slug),
    costId("component", component, all.slug),
  ];
  for (const { line } of inputs) {
    if (line.amountPence === 0) continue;
    const within = [...known(line), ...ids.filter((id) => moved.get(id)?.has(line.id)).map(differenceId)];
    const part = parts.get(within.join()) ?? { within, lines: [] };
    part.lines.push(line);
    parts.set(within.join(), part);
  }
  return {
    kind: "overlap",
    results: ids.map(differenceId),
    known: [...new Set(inputs.flatMap(({ line }) => known(line)))],
    lines: [...parts.values()].map(({ within, lines }) => ({
      within,
      ...behind(lines),
    })),
  };
}

/** Who spent on lines, how much, and whose pay they are. */
function behind(lines: readonly LedgerLine[]) {
  return {
    trusts: [...new Set(lines.map(({ trust }) => trust))],
    personsPay: isPersonsPay(lines),
    persons: personsOf(lines),
    pounds: poundsOfTrusts(lines),
  };
}
