import { payPointsOf } from "../figures.js";
import { choice, estimateLimits, number, type InputIssue } from "./check-value.js";
import type { EstimateInputs } from "./inputs.js";
import type { EstimateData } from "./estimate-data.js";

/** What will not do in a Trust's own figures: an unknown item, an absurd amount, an unknown pay point, a stray price. */
export function checkOverrides(inputs: EstimateInputs, data: EstimateData): readonly InputIssue[] {
  const points = payPointsOf(data.figures, inputs.year).map(({ key }) => key);
  return Object.entries(inputs.overrides).flatMap(([id, override]): readonly InputIssue[] => {
    const field = `overrides.${id}`;
    const item = data.assumptions.items.find((one) => one.id === id);
    if (!item)
      return [
        {
          field,
          label: `own figure for ${id}`,
          expected: "the id of an item of the assumptions",
          found: `"${id}"`,
          fix: "use an id as estimate.json lists them under items",
        },
      ];
    const { amount, payPoint, poundsAnHour } = override;
    const isTime = item.payPoint !== null;
    const issues: InputIssue[] = [];
    if (amount !== undefined)
      issues.push(
        ...number(
          field,
          `${item.label}: ${isTime ? "hours" : "pounds"}`,
          amount,
          0,
          isTime ? estimateLimits.hours : estimateLimits.pounds,
          `give the ${isTime ? "hours" : "pounds"} ${item.basis}`,
        ),
      );
    if (!isTime && (payPoint !== undefined || poundsAnHour !== undefined))
      issues.push({
        field,
        label: item.label,
        expected: "an amount in pounds",
        found: payPoint === undefined ? "a price of an hour" : `pay point "${payPoint}"`,
        fix: "this item is not staff time: give its pounds",
      });
    else {
      if (payPoint !== undefined && points.length > 0)
        issues.push(...choice(field, `${item.label}: pay point`, payPoint, points));
      if (poundsAnHour !== undefined)
        issues.push(
          ...number(
            field,
            `${item.label}: pounds an hour`,
            poundsAnHour,
            0,
            estimateLimits.poundsAnHour,
            "give the cost of one hour with on-costs",
          ),
        );
    }
    return issues;
  });
}
