import type { StudyFolder } from "../study/load-study.js";
import type { Checked } from "./check.js";
import { findingsCsv } from "./findings-csv.js";
import { findingsJson } from "./findings-json.js";
import { findingsWorkbook } from "./findings-workbook.js";
import { draftEmails } from "./draft-emails.js";
import { faultsOf } from "./faults.js";
import { returnedWorkbooks } from "./returned-workbooks.js";
import { linksToConfirmCsv } from "./links-files.js";
import { nearLinks } from "../validate/near-links.js";
import { bytesOfTexts } from "./pieces.js";
import { whoseFindings } from "./whose.js";

const notice = `NOT FOR RELEASE

This folder tells what is wrong in the files of each Trust. Keep it where the raw files are kept.
Workbooks in "returned" are the Trusts' own files: whatever these hold of people, their names and numbers, is still in them.
Read each draft e-mail before you send it, and send a Trust nothing but its own.
`;

const names = ["findings.csv", "findings.json", "findings.xlsx", "links-to-confirm.csv"];
const folders = ["emails", "returned"];

/** Whether a path is one of those that `findingsFiles` gives, or the notice beside them. */
export function isFindingsName(path: string): boolean {
  return names.includes(path) || path === noticeName || folders.includes(path.split("/")[0]!);
}

/** A file that says of a folder of findings, to whoever opens it, that it is not for release. */
export const noticeName = "NOT-FOR-RELEASE.txt";

/**
 * What is written of a data check, for those who evaluate and for those who mend: the findings in three forms, a draft
 * e-mail for each Trust that has something to mend, the workbooks of Trusts with a comment on each faulty cell, and links
 * for a person to confirm. For internal use, by path within the folder.
 */
export async function findingsFiles(
  checked: Checked,
  folder: StudyFolder,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { findings, study } = checked;
  const faults = study ? faultsOf(findings, study) : [];
  const { files: returned, marked } = study
    ? await returnedWorkbooks(faults, study, folder)
    : { files: new Map<string, Uint8Array>(), marked: new Set<string>() };
  const emails = study ? draftEmails(faults, study, marked) : new Map<string, string>();
  return new Map([
    [noticeName, new TextEncoder().encode(notice)],
    ["findings.csv", bytesOfTexts(findingsCsv(findings, whoseFindings(study)))],
    ["findings.json", bytesOfTexts(findingsJson(findings))],
    ["findings.xlsx", await findingsWorkbook(findings, study)],
    ...[...emails].map(([name, text]) => [`emails/${name}`, new TextEncoder().encode(text)] as const),
    ...[...returned].map(([name, bytes]) => [`returned/${name}`, bytes] as const),
    ...linksToConfirm(checked),
  ]);
}

function linksToConfirm({ study, surveys }: Checked): readonly (readonly [string, Uint8Array])[] {
  const links = study ? nearLinks(study, surveys) : [];
  if (links.length === 0) return [];
  return [["links-to-confirm.csv", new TextEncoder().encode(linksToConfirmCsv(links))]];
}
