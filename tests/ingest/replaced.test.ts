import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { ingest } from "../../src/ingest/ingest.js";
import type { DeclaredSource } from "../../src/study/schema.js";
import { temporaryFolder } from "../temporary.js";
import { csvOf, memoryFolder, smallStudy, survey, workbookOf } from "./small-study.js";

const now = csvOf([
  ["settle_1", "best"],
  ["4", "now"],
]);
const before = csvOf([
  ["settle_1", "best"],
  ["2", "before"],
]);
const oldest = csvOf([
  ["settle_1", "best"],
  ["1", "at first"],
]);
const a = "survey/a.csv";
const earlier = "survey/a-may.csv";

async function read(source: DeclaredSource, files: Record<string, string | Uint8Array>) {
  return await ingest(smallStudy([source]), memoryFolder(files));
}

describe("a file that another replaces", () => {
  it("is read beside it, and is neither listed, nor used, nor told of", async () => {
    const all = await read(survey(a, { replaces: [earlier] }), { [a]: now, [earlier]: before });
    expect(all.issues).toEqual([]);
    expect(all.tables.map((table) => table.source.file)).toEqual([a]);
    expect(all.explanations.map(({ file }) => file)).toEqual([a]);
    expect(all.replaced).toHaveLength(1);
    const [one] = all.replaced;
    expect(one).toMatchObject({ source: { file: a }, earlier: { file: earlier, trust: "A" }, same: false });
    expect(one!.tables[0]!.columns.find(({ name }) => name === "best")!.values).toEqual(["before"]);
  });

  it("is the last of several, and the others are not read", async () => {
    const { issues, replaced } = await read(survey(a, { replaces: ["survey/a-1.csv", earlier] }), {
      [a]: now,
      [earlier]: before,
      "survey/a-1.csv": oldest,
    });
    expect(issues).toEqual([]);
    expect(replaced.map((one) => one.earlier.file)).toEqual([earlier]);
  });

  it("may be broken in any way: that is nobody's to mend any more", async () => {
    for (const bytes of ["", "%PDF-1.7", 'settle_1,settle_1\n"', new Uint8Array([0, 1, 2])]) {
      const { issues, replaced } = await read(survey(a, { replaces: [earlier] }), {
        [a]: now,
        [earlier]: bytes,
      });
      expect(issues).toEqual([]);
      expect(replaced).toHaveLength(1);
    }
  });

  it("is told apart when it is the same, byte for byte", async () => {
    const { replaced } = await read(survey(a, { replaces: [earlier] }), { [a]: now, [earlier]: now });
    expect(replaced).toMatchObject([{ same: true, tables: [] }]);
  });

  it("may be another platform's export than the dialect that is declared", async () => {
    const forms = csvOf([
      ["ID", "Start time", "Completion time", "Your code", "I feel at home"],
      ["1", "4/25/26 9:00:00", "4/25/26 9:05:00", "AB12", "Agree"],
    ]);
    const source = survey("survey/a.xlsx", {
      dialect: "microsoft-forms",
      sheet: "Form1",
      replaces: [earlier],
    });
    const book = await workbookOf({
      Form1: [
        ["ID", "Start time", "Completion time", "I feel at home"],
        ["1", "4/25/26 9:00:00", "4/25/26 9:05:00", "Agree"],
      ],
    });
    const { replaced } = await read(source, { "survey/a.xlsx": book, [earlier]: forms });
    expect(replaced[0]!.tables.map(({ source: { format } }) => format)).toEqual(["microsoft-forms"]);
  });

  it("must be there: each that is not is told, with the name that was perhaps meant", async () => {
    const { issues } = await read(survey(a, { replaces: ["survey/a-1.csv", earlier] }), {
      [a]: now,
      "survey/a-May.csv": before,
      "survey/a-1.csv": oldest,
    });
    expect(issues).toMatchObject([
      {
        code: "missing-replaced",
        severity: "error",
        at: { file: earlier },
        message: `${earlier}: replaced by ${a} in study.yaml, not in the study folder`,
        fix: 'did you mean "survey/a-May.csv"? correct the name under replaces in study.yaml, or put the file there',
      },
      { code: "not-listed", at: { file: "survey/a-May.csv" } },
    ]);
  });

  it("may not lead out of the folder, by its path or by a link", async () => {
    const { issues } = await read(survey(a, { replaces: ["../a.csv"] }), { [a]: now });
    expect(issues).toMatchObject([{ code: "outside-folder", severity: "error", at: { file: "../a.csv" } }]);

    const folder = temporaryFolder();
    mkdirSync(join(folder, "study", "survey"), { recursive: true });
    writeFileSync(join(folder, "secret.csv"), before);
    writeFileSync(join(folder, "study", a), now);
    symlinkSync(join(folder, "secret.csv"), join(folder, "study", earlier));
    const linked = await ingest(
      smallStudy([survey(a, { replaces: [earlier] })]),
      openFolder(join(folder, "study")),
    );
    expect(linked.issues).toMatchObject([{ code: "outside-folder", at: { file: earlier } }]);
    expect(linked.replaced).toEqual([]);
  });
});
