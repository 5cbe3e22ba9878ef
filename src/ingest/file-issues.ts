import { formatNumber } from "../core/format.js";
import type { Issue } from "../core/issue.js";
import { limits, printBytes } from "../core/limits.js";
import type { FileKind } from "./bytes.js";

/** What each kind of file is called, for messages. */
const kindNames: Readonly<Record<FileKind, string>> = {
  empty: "an empty file",
  workbook: "an Excel workbook",
  "old workbook": "an old Excel workbook (.xls) or a locked one",
  spss: "an SPSS data file",
  "portable spss": "an SPSS portable file (.por)",
  "locked spss": "an SPSS file with a password",
  zip: "a zip archive",
  pdf: "a PDF",
  html: "a web page",
  binary: "a file that is neither text nor a workbook",
  text: "plain text",
};

export type WantedKind = "text" | "workbook" | "spss";
export const wantedNames: Readonly<Record<WantedKind, string>> = {
  text: "a CSV text file",
  workbook: "an Excel workbook (.xlsx)",
  spss: "an SPSS data file (.sav)",
};

/** A source that study.yaml names but the folder has not, with the files that it may be. */
export function missingFile(file: string, perhaps: readonly string[]): Issue {
  const meant = perhaps.map((each) => `"${each}"`).join(" or ");
  return {
    code: "missing-file",
    severity: "error",
    at: { file },
    message: `${file}: listed in study.yaml, not in the study folder`,
    expected: `a file ${file}`,
    found: "no such file",
    fix: meant
      ? `did you mean ${meant}? correct the name in study.yaml, or put the file there`
      : "put the file there, or take it out of sources in study.yaml",
  };
}

/** An earlier file that study.yaml says is replaced, but the folder has not, with the files that it may be. */
export function missingReplaced(file: string, by: string, perhaps: readonly string[]): Issue {
  const meant = perhaps.map((each) => `"${each}"`).join(" or ");
  return {
    code: "missing-replaced",
    severity: "error",
    at: { file },
    message: `${file}: replaced by ${by} in study.yaml, not in the study folder`,
    expected: `the earlier file ${file}, beside the one that replaces it`,
    found: "no such file",
    fix: meant
      ? `did you mean ${meant}? correct the name under replaces in study.yaml, or put the file there`
      : "put the earlier file there under this name, or take it out of replaces in study.yaml",
  };
}

/** A data file in the folder that study.yaml does not name, with the missing sources that it may be. */
export function notListed(file: string, perhaps: readonly string[]): Issue {
  return {
    code: "not-listed",
    severity: "error",
    at: { file },
    message: `${file}: in the study folder, not listed in study.yaml`,
    expected: "each data file listed once under sources",
    found: "a file that is not listed",
    fix: perhaps.length
      ? `if it is the missing ${perhaps.join(" or ")}, write this name in its place in study.yaml; else list it under sources, or move it out of the folder`
      : "list it under sources with its Trust and wave, or move it out of the folder",
  };
}

/** A file that is a copy of another source: one Trust's export saved under another's name, say. */
export function sameContent(file: string, earlier: string): Issue {
  return {
    code: "same-content",
    severity: "error",
    at: { file },
    message: `${file}: the same content as ${earlier}, byte for byte`,
    expected: "an export of its own for each source",
    found: `a copy of ${earlier}`,
    fix: "ask which of the two it is, and put the right file in place of the other",
  };
}

/** A file whose content is not what its name says. */
export function wrongKind(file: string, wanted: WantedKind, found: FileKind): Issue {
  const swap: Partial<Record<FileKind, string>> = {
    workbook: "rename the file so that it ends in .xlsx (also in study.yaml), or save it as CSV",
    spss: "rename the file so that it ends in .sav (also in study.yaml)",
    "portable spss": "open it in SPSS or PSPP and save it as .sav",
    "locked spss": "open it in SPSS and save it as .sav without a password",
    text: "rename the file so that it ends in .csv (also in study.yaml), or save it as .xlsx",
    "old workbook": "open it in a spreadsheet program, remove any password and save it as .xlsx",
    html: "download the file again: this may be a sign-in page that was saved instead",
  };
  return {
    code: "wrong-kind",
    severity: "error",
    at: { file },
    message: `${file}: not what its name says; expected ${wantedNames[wanted]}, found ${kindNames[found]}`,
    expected: wantedNames[wanted],
    found: kindNames[found],
    fix: swap[found] ?? "export the data again as CSV or .xlsx",
  };
}

/** A file whose ending names no kind that can be read. */
export function unknownEnding(file: string): Issue {
  return {
    code: "wrong-kind",
    severity: "error",
    at: { file },
    message: `${file}: expected a name that ends in .csv, .tsv, .txt, .xlsx, .sav or .zsav`,
    expected: "a CSV text file, an Excel workbook (.xlsx) or an SPSS data file (.sav)",
    found: "another ending",
    fix: "export the data as CSV, .xlsx or .sav and correct the name in study.yaml",
  };
}

/** An export without a single answer. */
export function emptyExport(file: string, found: string): Issue {
  return {
    code: "empty-export",
    severity: "error",
    at: { file },
    message: `${file}: expected a header and at least one row, found ${found}`,
    expected: "a header and at least one row below it",
    found,
    fix: "export the file again; if there are no answers yet, take it out of sources in study.yaml",
  };
}

/** A workbook that cannot be opened. */
export function brokenWorkbook(file: string, reason: string): Issue {
  return {
    code: "wrong-kind",
    severity: "error",
    at: { file },
    message: `${file}: ${reason}`,
    expected: wantedNames.workbook,
    found: "a workbook that cannot be read",
    fix: "ask for the file again, or export it again as .xlsx; a repaired file may have lost rows",
  };
}

/** An SPSS file that cannot be read. */
export function brokenSpss(file: string, reason: string): Issue {
  return {
    code: "wrong-kind",
    severity: "error",
    at: { file },
    message: `${file}: ${reason}`,
    expected: wantedNames.spss,
    found: "an SPSS file that cannot be read",
    fix: "open it in SPSS or PSPP and save it again as .sav, or export the answers as CSV or .xlsx",
  };
}

/** An SPSS file whose cases are weighted; here every person counts once. */
export function weightNotUsed(file: string, column: string): Issue {
  return {
    code: "weight-not-used",
    severity: "note",
    at: { file, column },
    message: `${column}: SPSS weights the people by this; here everyone counts once`,
    fix: "nothing to do; declare weighting in study.yaml if the study weights its answers",
  };
}

/** A path in study.yaml that leads out of the study folder. */
export function outsideFolder(file: string): Issue {
  return {
    code: "outside-folder",
    severity: "error",
    at: { file },
    message: `${file}: leads out of the study folder`,
    expected: "a path inside the study folder, such as survey/trust-a.csv",
    found: "a path that leads out of it",
    fix: "copy the file into the study folder and correct the path",
  };
}

/** A file past the limit of bytes. */
export function tooLarge(file: string, bytes: number): Issue {
  return {
    code: "too-large",
    severity: "error",
    at: { file },
    message: `${file}: ${printBytes(bytes)}; at most ${printBytes(limits.fileBytes)} are read`,
    expected: `at most ${printBytes(limits.fileBytes)}`,
    found: printBytes(bytes),
    fix: "check that it is the right file; an export of answers is far smaller",
  };
}

/** More files below a study folder than are read. */
export function tooManyFiles(folder: string): Issue {
  return {
    code: "too-many-files",
    severity: "error",
    at: { file: folder === "" ? "." : folder },
    message: `study folder: holds more than ${formatNumber(limits.files)} files`,
    expected: `at most ${formatNumber(limits.files)} files`,
    found: "more than that",
    fix: "check that the path is the study folder, and move what does not belong to the study out of it",
  };
}

/** A pipe or a device where a file should be: reading it could wait for ever. */
export function notAFile(file: string): Issue {
  return {
    code: "not-a-file",
    severity: "error",
    at: { file },
    message: `${file}: neither a file nor a folder`,
    expected: "a file",
    found: "a pipe, a socket or a device",
    fix: "put the file itself there",
  };
}

/** A table past the limits of rows and columns. */
export function tooManyCells(file: string, sheet: string | undefined, rows: number, columns: number): Issue {
  const { rows: mostRows, columns: mostColumns, cells } = limits;
  const most =
    columns > mostColumns
      ? `${formatNumber(mostColumns)} columns`
      : rows > mostRows
        ? `${formatNumber(mostRows)} rows`
        : `${formatNumber(cells)} cells`;
  const found = `${formatNumber(rows)} rows and ${formatNumber(columns)} columns`;
  return {
    code: "too-large",
    severity: "error",
    at: { file, ...(sheet === undefined ? {} : { sheet }) },
    message: `table: ${found}; at most ${most} are read`,
    expected: `at most ${most}`,
    found,
    fix: "look for a stray cell far to the right or a lost line end, or export the file again with the questions of this study alone",
  };
}

/** Formulas in an export whose results were never stored: what they show is not known. */
export function formulasWithoutResult(file: string, sheet: string, cell: string, count: number): Issue {
  return {
    code: "formula-without-result",
    severity: "error",
    at: { file, sheet, cell },
    message: `${count === 1 ? "a formula" : `${formatNumber(count)} formulas, the first here,`} without a stored result: what ${count === 1 ? "it shows" : "they show"} is not known`,
    expected: "answers, or formulas with their results",
    found:
      count === 1 ? "a formula without its result" : `${formatNumber(count)} formulas without their results`,
    fix: "open the workbook in a spreadsheet program and save it again, which stores the results; better still, export it again",
  };
}
