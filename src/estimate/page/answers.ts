import type { EstimateInputs } from "../../costs/estimate/inputs.js";
import type { Range } from "../../costs/estimate/assumptions.js";

/** What stands in the form, by name of the field. A tick is `yes` or `no`; a choice that nobody made is empty. */
export type Answers = ReadonlyMap<string, string>;

/** What the form asks an estimate of: inputs, and assumptions whose three levels were changed on the page. */
export interface Choices {
  readonly inputs: EstimateInputs;
  /** By item id. */
  readonly ranges: Readonly<Record<string, Range>>;
}

/** Names of the fields that a component and an item of the assumptions have in the form. */
export const fieldOf = {
  ticked: (component: string) => `components.${component}`,
  have: (component: string) => `selfAssessment.${component}`,
  level: (item: string, level: string) => `${level}.${item}`,
  payPoint: (item: string) => `payPoint.${item}`,
  poundsAnHour: (item: string) => `poundsAnHour.${item}`,
} as const;

/** Inputs that a person writes as a percentage. */
export const percentages: readonly string[] = ["partlyShare", "setUp.discountRate", "overheads"];

/**
 * A number as the form shows it, free of the noise of binary fractions.
 *
 * @example showNumber(0.035 * 100) // => "3.5"
 */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}
