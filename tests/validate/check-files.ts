import { ingest } from "../../src/ingest/ingest.js";
import type { DeclaredSource } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import type { Validated } from "../../src/validate/validate.js";
import { validate } from "../../src/validate/validate.js";
import { csvOf, memoryFolder, smallStudy, survey } from "../ingest/small-study.js";

type Rows = readonly (readonly string[])[];

const cohort: Rows = [
  ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"],
  ["A", "60", "60", "60", "60", "60", "1"],
  ["B", "60", "60", "60", "60", "60", "1"],
];

/** Survey files by Trust and wave, such as `A arrival`, and other tables by file name. */
export interface Files {
  readonly surveys?: Readonly<Record<string, Rows>>;
  readonly cohort?: Rows;
  readonly hr?: Rows;
}

/** Ingest and validate a small study made of these tables. */
export async function checkFiles(
  files: Files,
  more: Partial<Study> = {},
  source: Parameters<typeof survey>[1] = {},
): Promise<Validated> {
  const surveys = Object.entries(files.surveys ?? {}).map(([slice, rows]) => {
    const [trust = "", wave = ""] = slice.split(" ");
    return {
      declared: survey(`survey/${trust}-${wave}.csv`, { trust, wave, dialect: "plain", ...source }),
      rows,
    };
  });
  const sources: DeclaredSource[] = [
    ...surveys.map((each) => each.declared),
    { file: "cohort.csv", kind: "cohort" },
  ];
  if (files.hr) sources.push({ file: "hr.csv", kind: "hr", extracted: "2026-12-01" });
  const study = smallStudy(sources, more);
  const { tables } = await ingest(
    study,
    memoryFolder({
      ...Object.fromEntries(surveys.map((each) => [each.declared.file, csvOf(each.rows)])),
      "cohort.csv": csvOf(files.cohort ?? cohort),
      ...(files.hr ? { "hr.csv": csvOf(files.hr) } : {}),
    }),
  );
  return validate(study, tables, new Map());
}

/** Findings of one rule. */
export async function findingsOf(rule: string, ...given: Parameters<typeof checkFiles>) {
  return (await checkFiles(...given)).findings.filter((finding) => finding.rule === rule);
}
