import type { Issue } from "../core/issue.js";
import { wantedNames } from "./file-issues.js";

/** A sheet that study.yaml names but the workbook has not. */
export function missingSheet(file: string, sheet: string, sheets: readonly string[]): Issue {
  return {
    code: "missing-sheet",
    severity: "error",
    at: { file, sheet },
    message: `${file}: no sheet "${sheet}"`,
    expected: `a sheet "${sheet}"`,
    found: `sheets ${sheets.join(", ")}`,
    fix: "correct sheet: in study.yaml",
  };
}

/** A survey export of no known form. */
export function unknownFormat(file: string, row: number, labels: readonly string[]): Issue {
  return {
    code: "unknown-format",
    severity: "error",
    at: { file, row },
    message: `${file}: not recognised as a survey export`,
    expected: `an export of ${labels.join(", ")}, or a table whose headings are in the codebook`,
    found: "other headings",
    fix: "name the platform as dialect: under this source in study.yaml, or add the headings to the codebook",
  };
}

/** A dialect named for a file of another kind. */
export function wrongDialect(file: string, named: string, found: string): Issue {
  return {
    code: "wrong-dialect",
    severity: "error",
    at: { file },
    message: `${file}: named as dialect ${named} in study.yaml, but the file is ${found}`,
    expected: named === "spss" ? wantedNames.spss : "dialect: spss, or none",
    found,
    fix: "take dialect: out of this source in study.yaml, or put the right file there",
  };
}

/** A file that two platforms may have written. */
export function ambiguousFormat(file: string, ...formats: readonly { id: string; label: string }[]): Issue {
  const labels = formats.map(({ label }) => label);
  return {
    code: "ambiguous-format",
    severity: "error",
    at: { file },
    message: `${file}: may be an export of ${labels.join(" or of ")}`,
    expected: "headings of one platform",
    found: `headings of ${labels.join(" and of ")}`,
    fix: `write dialect: ${formats.map(({ id }) => id).join(" or dialect: ")} under this source in study.yaml`,
  };
}

/** A workbook of which more than one sheet may be the survey. */
export function severalSheets(file: string, sheets: readonly string[]): Issue {
  return {
    code: "several-sheets",
    severity: "error",
    at: { file },
    message: `${file}: ${sheets.length} sheets look like the survey`,
    expected: "one sheet of answers, or sheet: in study.yaml",
    found: `sheets ${sheets.join(", ")}`,
    fix: `name the sheet under this source in study.yaml, such as sheet: ${sheets[0]}`,
  };
}
