import type { DataValidation } from "exceljs";
import { estimateLimits } from "../../costs/estimate/check-value.js";
import type { EstimateInputs } from "../../costs/estimate/inputs.js";
import { alert } from "../../template/validation.js";

/** One thing that a Trust says about itself, as a row of the sheet Inputs. */
export interface InputRow {
  /** Name of the cell, as formulas use it. */
  readonly name: string;
  readonly label: string;
  readonly value: (inputs: EstimateInputs) => string | number | null;
  readonly note: string;
  readonly check: DataValidation;
  readonly format?: string;
  /** A formula that is true when the cell will do; blank cells are told apart by it. */
  readonly fits: string;
  /** What is expected, said when it will not do. */
  readonly expected: string;
}

type Value = InputRow["value"];

export function whole(
  name: string,
  label: string,
  value: Value,
  low: number,
  high: number,
  note: string,
): InputRow {
  return {
    name,
    label,
    value,
    note,
    check: between("whole", low, high),
    fits: `IF(ISNUMBER(${name}),AND(${name}=INT(${name}),${name}>=${low},${name}<=${high}),FALSE)`,
    expected: `a whole number from ${low} to ${high}`,
  };
}

export function number(
  name: string,
  label: string,
  value: Value,
  low: number,
  high: number,
  note: string,
): InputRow {
  return {
    name,
    label,
    value,
    note,
    check: between("decimal", low, high),
    fits: `IF(ISNUMBER(${name}),AND(${name}>=${low},${name}<=${high}),FALSE)`,
    expected: `a number from ${low} to ${high}`,
  };
}

export function optional(
  name: string,
  label: string,
  value: Value,
  low: number,
  high: number,
  note: string,
): InputRow {
  const row = number(name, label, value, low, high, note);
  return { ...row, fits: `OR(${name}="",${row.fits})`, expected: `${row.expected}, or blank` };
}

export function supplement(name: string, label: string, value: Value): InputRow {
  return {
    ...number(
      name,
      label,
      value,
      0,
      estimateLimits.supplement,
      "Pounds for a full-time person, from payroll; 0 for none",
    ),
    fits: `IF(zone="none",${name}="",IF(ISNUMBER(${name}),AND(${name}>=0,${name}<=${estimateLimits.supplement}),FALSE))`,
    expected: "pounds a year with an area, and nothing without one",
    format: "#,##0.00",
  };
}

export function choice(
  name: string,
  label: string,
  value: Value,
  options: readonly string[],
  note: string,
): InputRow {
  return {
    name,
    label,
    value,
    note,
    check: {
      type: "list",
      allowBlank: false,
      formulae: [`"${options.join(",")}"`],
      ...alert("one of the list"),
    },
    fits: `OR(${options.map((option) => `${name}="${option}"`).join(",")})`,
    expected: `one of: ${options.join("; ")}`,
  };
}

export function yesNo(
  name: string,
  label: string,
  value: (inputs: EstimateInputs) => boolean,
  note: string,
): InputRow {
  return choice(name, label, (inputs) => (value(inputs) ? "yes" : "no"), ["yes", "no"], note);
}

function between(type: "whole" | "decimal", low: number, high: number): DataValidation {
  return {
    type,
    operator: "between",
    formulae: [low, high],
    allowBlank: true,
    ...alert(`a ${type === "whole" ? "whole number" : "number"} from ${low} to ${high}`),
  };
}
