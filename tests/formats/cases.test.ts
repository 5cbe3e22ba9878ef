import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAnswers } from "../../src/ingest/answers.js";
import { formats } from "../../src/ingest/formats/index.js";
import { ingest } from "../../src/ingest/ingest.js";
import type { SurveySource } from "../../src/study/schema.js";
import { memoryFolder, smallStudy, survey } from "../ingest/small-study.js";
import { canonicalAnswers } from "./canonical.js";
import type { CanonicalAnswer } from "./canonical.js";
import { variables } from "./codebook.js";

/** What a case folder expects of its export, written by hand. */
interface Expected {
  /** What the case is about, in a sentence. */
  readonly about: string;
  /** What study.yaml says of the file beside its name. */
  readonly source?: Partial<SurveySource>;
  readonly format?: string;
  readonly rows?: readonly number[];
  readonly leftOut?: readonly { readonly reason: string; readonly rows: readonly number[] }[];
  /** By variable; those of the wave that are not named are not asked. */
  readonly answers?: Readonly<Record<string, readonly CanonicalAnswer[]>>;
  readonly submitted?: readonly (string | null)[];
  /** Whether each row was finished; all when left out. */
  readonly complete?: readonly boolean[];
  /** Errors and warnings, as `severity code at-what`. None when left out. */
  readonly issues?: readonly string[];
  /** What detection says, in part. */
  readonly explanation?: object;
}

/** SPSS files are written by other programs and have tests of their own. */
const here = "tests/formats";
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "spss")
  .map((entry) => entry.name);

describe("the case folders", () => {
  it("hold at least one case for every format", () => {
    for (const { id } of formats.filter((format) => format.id !== "spss")) expect(folders).toContain(id);
  });
});

describe.each(folders)("%s", (dialect) => {
  it.each(readdirSync(join(here, dialect)).map(readCase(dialect)))("$expected.about", async (each) => {
    const { file, bytes, expected } = each;
    const source = survey(`survey/${file}`, { wave: "month3", ...expected.source });
    const study = smallStudy([source], { variables });
    const { tables, issues, explanations } = await ingest(study, memoryFolder({ [source.file]: bytes }));
    const told = issues.filter(({ severity }) => severity !== "note");
    expect(told.map(printIssue)).toEqual(expected.issues ?? []);
    for (const issue of told) expect(issue.fix.length).toBeGreaterThan(10);
    if (expected.explanation) expect(explanations[0]).toMatchObject(expected.explanation);
    if (!expected.answers) return;
    const [read] = readAnswers(study, tables);
    expect(read?.table.source.format).toBe(expected.format ?? dialect);
    expect(read!.table.rows).toEqual(expected.rows);
    expect(read!.table.leftOut.map(({ reason, rows }) => ({ reason, rows }))).toEqual(expected.leftOut ?? []);
    const notAsked = expected.rows!.map(() => ({ missing: "not asked" }));
    const all = variables.map(({ name }) => [name, expected.answers![name] ?? notAsked] as const);
    expect(canonicalAnswers(variables, read!)).toEqual(Object.fromEntries(all));
    const values = (name: string) => read!.table.columns.find((column) => column.name === name)?.values;
    if (expected.submitted) expect(values("@submitted")).toEqual(expected.submitted);
    expect(values("@complete")).toEqual(expected.complete ?? expected.rows!.map(() => true));
  });
});

function readCase(dialect: string) {
  return (name: string): { file: string; bytes: Uint8Array; expected: Expected } => {
    const folder = join(here, dialect, name);
    const file = readdirSync(folder).find((each) => each !== "expected.json")!;
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
    return { file, bytes: new Uint8Array(readFileSync(join(folder, file))), expected };
  };
}

function printIssue({
  severity,
  code,
  at,
}: {
  severity: string;
  code: string;
  at: { row?: number; cell?: string; column?: string };
}): string {
  const place = [at.cell, at.row === undefined ? undefined : `row ${at.row}`, at.column];
  return [severity, code, ...place.filter((each) => each !== undefined)].join(" ");
}
