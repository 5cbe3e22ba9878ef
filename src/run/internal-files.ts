import { registerOf } from "../disclosure/register.js";
import type { Checked } from "./check.js";
import { digest } from "./digest.js";
import { disclosureCsv } from "./disclosure-csv.js";
import { isFindingsName } from "./findings-files.js";
import { toJson, toJsonByLine } from "./json.js";
import type { Evaluation } from "./evaluate.js";
import { peopleCsv } from "./links-files.js";
import type { Person } from "./pseudonyms.js";

const warning = `NOT FOR RELEASE

This folder holds numbers about small groups of people, before disclosure control.
Workbooks in "returned" are the Trusts' own files: whatever these hold of people, their names and numbers, is still in them.
Keep it where the raw survey files are kept. Send only the folder "release".
`;

const ownNames = [
  "NOT-FOR-RELEASE.txt",
  "results.json",
  "disclosure.csv",
  "people.csv",
  "manifest.json",
  "reconciliation.xlsx",
  "reconciliation.csv",
] as const;

/** Files that earlier versions wrote. */
const earlierNames = ["held-back.json"];

/** Files of a report that is kept inside, as `renderRelease` names them. */
const nameOfReport =
  /^report\/(report\.html|report\.docx|tables\.xlsx|results\.json|manifest\.json|charts\/[a-z0-9-]+\.(svg|png))$/;

/** Whether a path within `internal/` is one that a run writes. */
export function isInternalName(name: string): boolean {
  return [...ownNames, ...earlierNames].includes(name) || isFindingsName(name) || nameOfReport.test(name);
}

/**
 * The files of `internal/`: results before the gate, findings, and a manifest with a digest of each input.
 *
 * @param inputs bytes of every input by path, and of the files that others replace
 * @param people every respondent's row, with the person's pseudonym
 * @param reconciliation what `reconciliationFiles` wrote, by path within the folder
 * @param findings what `findingsFiles` wrote, by path within the folder
 */
export function internalFiles(
  checked: Checked,
  { study, computed, released, decisions }: Evaluation,
  version: string,
  inputs: ReadonlyMap<string, Uint8Array>,
  people: readonly Person[],
  findings: ReadonlyMap<string, Uint8Array>,
  reconciliation: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const replaced = study.sources.flatMap(({ file, replaces }) =>
    replaces ? [[file, replaces] as const] : [],
  );
  const manifest = {
    notForRelease: true,
    tool: "pilot-eval",
    version,
    study: study.study.id,
    seed: study.study.seed,
    inputs: Object.fromEntries([...inputs].map(([name, bytes]) => [name, digest(bytes)])),
    ...(replaced.length === 0 ? {} : { replaced: Object.fromEntries(replaced) }),
    formats: checked.tables.map(({ source, rows, leftOut }) => ({
      ...source,
      rows: rows.length,
      leftOut: leftOut.map((one) => ({ reason: one.reason, rows: one.rows.length })),
    })),
  };
  const own: [(typeof ownNames)[number], Uint8Array][] = [
    ["NOT-FOR-RELEASE.txt", encoder.encode(warning)],
    [
      "results.json",
      toJsonByLine({ notForRelease: true, results: computed.results, relations: computed.relations }),
    ],
    ["people.csv", encoder.encode(peopleCsv(people))],
    ["disclosure.csv", encoder.encode(disclosureCsv(registerOf(computed, { released, decisions }), study))],
    ["manifest.json", encoder.encode(toJson(manifest))],
  ];
  return new Map(
    [...findings, ...reconciliation, ...own].map(([name, bytes]) => [`internal/${name}`, bytes]),
  );
}
