import { describe, expect, it } from "vitest";
import { readAnswers } from "../../src/ingest/answers.js";
import { ingest } from "../../src/ingest/ingest.js";
import type { SurveySource } from "../../src/study/schema.js";
import { csvOf, memoryFolder, smallStudy, survey } from "./small-study.js";

async function answersOf(source: SurveySource, rows: readonly (readonly string[])[]) {
  const study = smallStudy([source]);
  const { tables } = await ingest(study, memoryFolder({ [source.file]: csvOf(rows) }));
  return readAnswers(study, tables)[0]!.answers;
}

describe("readAnswers", () => {
  it("turns the numbers of a form that is declared as reversed, words not", async () => {
    const rows = [["settle_1"], ["5"], ["Agree"], ["97"]];
    const answers = await answersOf(
      survey("survey/a.csv", { dialect: "plain", reversed: ["settling"] }),
      rows,
    );
    expect(answers.get("settle_1")).toEqual([
      { kind: "number", value: 1 },
      { kind: "number", value: 4 },
      { kind: "missing", reason: "prefer not to say" },
    ]);
  });

  it("gives not asked for variables of another wave, undeclared ones and those declared as not asked", async () => {
    const source = survey("survey/a.csv", { dialect: "plain", not_asked: ["settle_2"] });
    const answers = await answersOf(source, [
      ["settle_1", "settle_2"],
      ["5", "4"],
    ]);
    for (const name of ["days_login", "helpers", "settle_2"]) {
      expect(answers.get(name)).toEqual([{ kind: "missing", reason: "not asked" }]);
    }
  });

  it("joins the columns of a tick-all question", async () => {
    const rows = [
      ["Q9_1", "Q9_2", "Q9_3", "Q9 - Prefer not to say"],
      ["1", "0", "1", "0"],
      ["Buddy", "", "HR", ""],
      ["0", "0", "0", "1"],
      ["0", "0", "0", "0"],
      ["1", "maybe", "0", "0"],
    ];
    const answers = await answersOf(survey("survey/a.csv", { dialect: "plain" }), rows);
    expect(answers.get("helpers")).toMatchObject([
      { kind: "chosen", codes: [1, 3] },
      { kind: "chosen", codes: [1, 3] },
      { kind: "missing", reason: "prefer not to say" },
      { kind: "missing", reason: "blank" },
      { kind: "invalid" },
    ]);
  });

  it("reads the dates of a column in one order", async () => {
    const answers = await answersOf(survey("survey/a.csv", { dialect: "plain" }), [
      ["start_date"],
      ["05/04/2026"],
      ["25/04/2026"],
    ]);
    expect(answers.get("start_date")).toEqual([
      { kind: "day", value: 20548 },
      { kind: "day", value: 20568 },
    ]);
  });
});
