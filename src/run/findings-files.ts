import type { StudyFolder } from "../study/load-study.js";
import type { Checked } from "./check.js";
import { findingsCsv } from "./findings-csv.js";
import { findingsJson } from "./findings-json.js";
import { findingsWorkbook } from "./findings-workbook.js";
import { bytesOfTexts } from "./pieces.js";
import { whoseFindings } from "./whose.js";

const notice = `NOT FOR RELEASE

This folder tells what is wrong in the files of each Trust. Keep it where the raw files are kept.
Read each draft e-mail before you send it, and send a Trust nothing but its own.
`;

const names = ["findings.csv", "findings.json", "findings.xlsx"];
const folders = ["emails", "returned"];

/** Whether a path is one of those that `findingsFiles` gives, or the notice beside them. */
export function isFindingsName(path: string): boolean {
  return names.includes(path) || path === noticeName || folders.includes(path.split("/")[0]!);
}

/** A file that says of a folder of findings, to whoever opens it, that it is not for release. */
export const noticeName = "NOT-FOR-RELEASE.txt";

/**
 * What is written of a data check, for those who evaluate and for those who mend: the findings in three forms. For
 * internal use, by path within the folder.
 */
export async function findingsFiles(
  checked: Checked,
  _folder: StudyFolder,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { findings, study } = checked;
  return new Map([
    [noticeName, new TextEncoder().encode(notice)],
    ["findings.csv", bytesOfTexts(findingsCsv(findings, whoseFindings(study)))],
    ["findings.json", bytesOfTexts(findingsJson(findings))],
    ["findings.xlsx", await findingsWorkbook(findings, study)],
  ]);
}
