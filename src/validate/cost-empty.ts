import type { CostReturn } from "./cost-return.js";
import type { Finding } from "./finding.js";

type Lines = Pick<CostReturn, "trust" | "file" | "staff" | "other" | "supernumerary">;
type CostSheet = "Staff" | "Other costs" | "IMG time";

/**
 * What a cost return leaves out as a whole. No line of cost, or only lines of nothing, is an error; no staff beside
 * other lines is a warning; no other costs or IMG time is a note, because there may have been none.
 *
 * @param filled number of filled rows of each sheet, whether or not they can be read
 */
export function findEmpty(
  { trust, file, staff, other, supernumerary }: Lines,
  filled: Readonly<Record<CostSheet, number>>,
): readonly Finding[] {
  const sheets = Object.keys(filled) as CostSheet[];
  const empty = sheets.filter((sheet) => filled[sheet] === 0);
  const lines = sheets.reduce((sum, sheet) => sum + filled[sheet], 0);
  const read = staff.length + other.length + supernumerary.length;
  const nothing =
    read === lines &&
    staff.every((line) => line.hours === 0) &&
    other.every((line) => line.amountPence === 0) &&
    supernumerary.every((line) => line.hoursEach === 0);
  if (nothing) {
    const found = lines === 0 ? "no line is filled in" : `all ${lines} lines are 0`;
    return [
      {
        rule: "cost-return",
        code: "cost-empty",
        severity: "error",
        at: { file },
        trust,
        message: `cost return: ${found} on Staff, Other costs and IMG time; it would be priced at £0`,
        expected: "at least one line of cost",
        found,
        fix: "fill it in; if the Trust has sent none yet, take the file out of sources in study.yaml and out of the folder",
      },
    ];
  }
  return empty.map((sheet): Finding => ({
    rule: "cost-return",
    code: "cost-empty-sheet",
    severity: sheet === "Staff" ? "warning" : "note",
    at: { file, sheet },
    trust,
    message: `${sheet}: no line is filled in; counted as none`,
    expected: "a line for each cost of this sort",
    found: "no line",
    fix:
      sheet === "Staff"
        ? "ask the Trust: an induction that took no staff time is unlikely"
        : "nothing to do if there were none; else ask the Trust",
  }));
}
