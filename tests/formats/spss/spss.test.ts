import { describe, expect, it } from "vitest";
import { readAnswers } from "../../../src/ingest/answers.js";
import { ingest } from "../../../src/ingest/ingest.js";
import type { SurveySource } from "../../../src/study/schema.js";
import { memoryFolder, smallStudy, survey } from "../../ingest/small-study.js";
import type { SavOptions, SavVariable } from "../write-sav.js";
import { savTime, writeSav } from "../write-sav.js";

type Row = readonly (number | string | null)[];

async function read(
  variables: readonly SavVariable[],
  rows: readonly Row[],
  options: SavOptions = {},
  more: Partial<SurveySource> = {},
) {
  const file = "survey/a.sav";
  const study = smallStudy([survey(file, more)]);
  const { tables, issues } = await ingest(
    study,
    memoryFolder({ [file]: writeSav(variables, rows, options) }),
  );
  const [answers] = readAnswers(study, tables);
  return { table: tables[0]!, issues, answers: (name: string) => answers!.answers.get(name)! };
}
const missing = (reason: string) => ({ kind: "missing", reason });
const number = (value: number) => ({ kind: "number", value });
const agreement: SavVariable["labels"] = [
  [1, "Strongly disagree"],
  [2, "Disagree"],
  [3, "Neither"],
  [4, "Agree"],
  [5, "Strongly agree"],
  [97, "Prefer not to say"],
];

describe("an SPSS file in a study", () => {
  it("is read by question text and by labels, with reasons for missing answers kept", async () => {
    const { table, answers, issues } = await read(
      [
        { name: "var1", label: "Your code", width: 12 },
        { name: "Q5_1", label: "I feel at home", labels: agreement, missing: [97] },
        { name: "started", label: "When did you start?", print: 20 },
        { name: "EndDate", print: 22 },
      ],
      [
        [" an14on", 4, savTime("2026-04-05"), savTime("2026-05-01T10:22:00")],
        ["bo02ly", 97, null, savTime("2026-05-02")],
        ["cy30ds", null, savTime("2026-05-04"), null],
      ],
    );
    expect(table.source.format).toBe("spss");
    expect(table.source.reasons).toContain("the file is an SPSS data file");
    expect(table.rows).toEqual([1, 2, 3]);
    expect(answers("settle_1")).toEqual([number(4), missing("prefer not to say"), missing("blank")]);
    expect(answers("link_code")[0]).toEqual({ kind: "text", value: "AN14ON" });
    expect(answers("start_date").map((each) => each.kind)).toEqual(["day", "missing", "day"]);
    expect(table.columns.find((column) => column.name === "@submitted")?.values).toEqual([
      "2026-05-01T10:22:00",
      "2026-05-02",
      null,
    ]);
    expect(issues).toEqual([]);
  });

  it("reads a label the codebook does not list by its code, told in a note, where the others agree", async () => {
    const labels: SavVariable["labels"] = [
      [1, "Strongly disagree"],
      [3, "Neutral"],
      [5, "Strongly agree"],
    ];
    const { answers, issues } = await read([{ name: "Q5_1", labels }], [[1], [3], [5], [2]]);
    expect(answers("settle_1")).toEqual([1, 3, 5, 2].map(number));
    expect(issues.map((issue) => [issue.code, issue.severity, issue.at.column])).toEqual([
      ["label-not-in-codebook", "note", "Q5_1"],
    ]);
    expect(issues[0]?.message).toContain('"Neutral" (3)');
  });

  it("never reads a number by the codebook where the file's labels have other codes", async () => {
    const labels: SavVariable["labels"] = [
      [5, "Strongly disagree"],
      [3, "Neutral"],
      [1, "Strongly agree"],
    ];
    const { answers } = await read([{ name: "Q5_1", labels }], [[1], [3], [2]]);
    expect(answers("settle_1").map((each) => each.kind)).toEqual(["number", "invalid", "invalid"]);
    expect(answers("settle_1")[0]).toEqual(number(5));
    const turned = await read([{ name: "Q5_1", labels }], [[1], [3], [2]], {}, { reversed: ["settling"] });
    expect(turned.answers("settle_1")).toEqual([5, 3, 4].map(number));
  });

  it("never takes a value that the file marks as missing for a number", async () => {
    const variables = [{ name: "Q5_2", missingRange: [4, 99] as const, labels: agreement.slice(0, 2) }];
    const { answers } = await read(variables, [[1], [4], [98]]);
    expect(answers("settle_2").map((each) => each.kind)).toEqual(["number", "invalid", "invalid"]);
    const listed = await read([{ name: "Q5_1", missing: [97] }], [[97], [5]]);
    expect(listed.answers("settle_1")).toEqual([missing("prefer not to say"), number(5)]);
  });

  it("fits options in columns of their own, by set, by number and by label", async () => {
    const chosen = [{ kind: "chosen", codes: [1, 2] }, { kind: "chosen", codes: [3] }, missing("blank")];
    const options = ["Buddy", "Mentor, or tutor", "HR"];
    const rows = [
      [1, 1, 0],
      [0, 0, 1],
      [0, null, 0],
    ];
    const set = await read(
      options.map((label, index) => ({ name: `help${index}`, label })),
      rows,
      { sets: "$helpers=D1 1 22 Who helped? (tick all) v1 v2 v3\n" },
    );
    expect(set.answers("helpers")).toEqual(chosen);
    const jisc = await read(
      options.map((label, index) => ({
        name: `Q9_${index + 1}`,
        label: `Helpers - ${label}`,
        labels: [[1, "Selected"]],
      })),
      rows,
    );
    expect(jisc.answers("helpers")).toEqual(chosen);
    const counted = await read(
      options.map((label, index) => ({ name: `help${index}`, label, labels: [[2, "No"]] })),
      rows.map((row) => row.map((value) => (value === 0 ? 2 : value))),
      { sets: "$x=D1 1 22 Who helped? (tick all) v1 v2 v3\n" },
    );
    expect(counted.answers("helpers")).toEqual(chosen);
  });

  it("joins a set of first and second choices into one question", async () => {
    const labels = ["Buddy", "Mentor, or tutor", "HR"].map((label, index) => [index + 1, label] as const);
    const { answers } = await read(
      [
        { name: "first", labels },
        { name: "second", labels },
      ],
      [
        [1, 2],
        [3, null],
      ],
      { sets: "$helpers=C 0  v1 v2\n" },
    );
    expect(answers("helpers")).toEqual([
      { kind: "chosen", codes: [1, 2] },
      { kind: "chosen", codes: [3] },
    ]);
  });

  it("drops personal columns, leaves unfinished forms and previews out, and tells of a weight", async () => {
    const { table, issues } = await read(
      [
        { name: "Q5_1", labels: agreement },
        { name: "IPAddress", width: 15 },
        {
          name: "Finished",
          labels: [
            [0, "False"],
            [1, "True"],
          ],
        },
        {
          name: "Status",
          labels: [
            [0, "IP Address"],
            [1, "Survey Preview"],
          ],
        },
        { name: "w" },
      ],
      [
        [1, "192.0.2.1", 1, 0, 1],
        [2, "192.0.2.2", 0, 0, 1],
        [3, "192.0.2.3", 1, 1, 1],
      ],
      { weight: 5 },
    );
    expect(table.rows).toEqual([1]);
    expect(table.leftOut).toMatchObject([
      { reason: "unfinished", rows: [2] },
      { reason: "survey preview", rows: [3] },
    ]);
    expect(issues.map((issue) => issue.code)).toEqual([
      "weight-not-used",
      "personal-columns-dropped",
      "platform-columns-dropped",
    ]);
    expect(JSON.stringify(issues)).not.toContain("192.0.2");
  });

  it("is refused under another dialect, and spss for another file", async () => {
    const file = "survey/a.sav";
    const bytes = writeSav([{ name: "Q5_1" }], [[1]]);
    const issues = async (name: string, content: Uint8Array | string, dialect: "jisc" | "spss") =>
      (await ingest(smallStudy([survey(name, { dialect })]), memoryFolder({ [name]: content }))).issues;
    expect((await issues(file, bytes, "jisc"))[0]?.code).toBe("wrong-dialect");
    expect((await issues("survey/a.csv", "settle_1\n4\n", "spss"))[0]?.code).toBe("wrong-dialect");
    expect(await issues(file, bytes, "spss")).toEqual([]);
    expect((await issues(file, "settle_1\n4\n", "spss"))[0]?.code).toBe("wrong-kind");
    expect((await issues(file, bytes.subarray(0, 250), "spss"))[0]?.message).toContain("it was cut short");
  });
});
