import { limitCells, resultCell, textCell } from "../../charts/cells.js";
import { capitalise } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import { findResult } from "../../disclosure/released.js";
import type { Block, TableBlock, TableCell } from "../document.js";
import { rangeOf, tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { explainCost, isWorthATable, left, right } from "../tables/cells.js";

/** The cost counted in other ways, one choice changed at a time, each on the same draws; nothing with one way alone. */
export function scenarioBlocks(input: ReportInput): readonly Block[] {
  const scenarios = input.released.results.filter(({ id }) => /^cost\/scenario\/[^/]+$/.test(id));
  if (scenarios.length < 2 || !isWorthATable(scenarios)) return [];
  return [
    ...paragraph(
      say`This is a matter of choice and not of chance, so it has no probability.`,
      tell(
        input,
        "cost/structure/range",
        "The range over ways to count",
        (result) =>
          say`Over all combinations of the choices below, the cost per IMG ran from ${rangeOf(result)}.`,
      ),
      tell(
        input,
        "cost/structure/averaged",
        "The average over ways to count",
        (result) =>
          say`By the weights that the study declares, the average was ${valueOf(result)}, and 95% of draws ran from ${rangeOf(result)}.`,
      ),
      say`Every line of the table rests on the same draws, so that its differences are surer than its costs.`,
    ),
    scenarioTable(input, scenarios),
  ];
}

function scenarioTable(input: ReportInput, scenarios: readonly Result[]): TableBlock {
  const { study, released } = input;
  const { headline, price_year } = study.costing;
  return {
    kind: "table",
    id: "cost-scenarios",
    caption: `Cost per IMG ${headline}, counted in other ways`,
    description: `Pounds at ${price_year} prices, over all Trusts. One choice is changed at a time.`,
    columns: [
      left("Way to count"),
      right("Average"),
      right("Low"),
      right("High"),
      right("Difference"),
      right("Difference, low"),
      right("Difference, high"),
      right("Difference, error"),
    ],
    rows: scenarios.map((scenario) => {
      const difference = findResult(released, `${scenario.id}/difference`);
      const error = findResult(released, `${scenario.id}/difference/monte-carlo-error`);
      return [
        textCell(capitalise(scenario.label.split(": mean of the draws, ")[1] ?? scenario.label)),
        ...explainCost([resultCell(scenario), ...limitCells(scenario)], scenario, study),
        ...(difference === undefined
          ? [none, none, none, none]
          : explainCost(
              [resultCell(difference), ...limitCells(difference), errorCell(error)],
              difference,
              study,
            )),
      ];
    }),
    notes: [
      "Average of the draws. 95% of the draws lie from low to high.",
      "Differences are from the first line, draw by draw. Their error is the Monte Carlo error: how far other random draws would move them.",
    ],
  };
}

const none: TableCell = { kind: "unavailable", shorthand: "z", reason: "nothing to differ from" };

function errorCell(result: Result | undefined): TableCell {
  return result?.kind === "estimate" && result.estimate < 1 ? textCell("below £1") : resultCell(result);
}
