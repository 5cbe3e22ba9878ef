import { describe, expect, it } from "vitest";
import type { Source, Table } from "../../src/core/table.js";
import { formats } from "../../src/ingest/formats/index.js";
import { gridOfText, headOf } from "../../src/ingest/grid.js";

const source: Source = {
  file: "survey/a.csv",
  kind: "survey",
  trust: "A",
  wave: "arrival",
  format: "",
  reasons: [],
};

function read(id: string, rows: readonly (readonly string[])[]) {
  return formats.find((format) => format.id === id)!.read(gridOfText(rows), source);
}
function values(table: Table, name: string) {
  return table.columns.find((column) => column.name === name)?.values;
}
function detect(rows: readonly (readonly string[])[]) {
  const scored = formats.map((format) => ({ id: format.id, ...format.detect(headOf(gridOfText(rows))) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a));
}

const microsoft = [
  ["ID", "Start time", "Completion time", "Email", "Name", "I feel\nat home"],
  ["1", "4/5/26 9:00:00", "4/5/26 9:05:00", "anonymous", "", "Agree"],
  ["", "", "", "", "", ""],
  ["2", "4/6/26 9:00:00", "4/6/26 9:05:00", "anonymous", "", "Disagree"],
];
const qualtrics = [
  ["StartDate", "EndDate", "Status", "IPAddress", "Finished", "ResponseId", "Q5_1"],
  ["Start Date", "End Date", "Response Type", "IP Address", "Finished", "Response ID", "I feel at home"],
  ["startDate", "endDate", "status", "ipAddress", "finished", "_recordId", "QID5_1"].map(
    (id) => `{"ImportId":"${id}"}`,
  ),
  ["2026-04-05 09:00:00", "2026-04-05 09:05:00", "Survey Preview", "", "True", "R_0", "Agree"],
  ["2026-04-05 10:00:00", "2026-04-05 10:05:00", "IP Address", "192.0.2.1", "True", "R_1", "Agree"],
  ["2026-04-05 11:00:00", "2026-04-05 11:05:00", "IP Address", "192.0.2.2", "False", "R_2", ""],
];

describe("formats", () => {
  it("each say what is known of their shape", () => {
    for (const format of formats) expect(format.evidence.length).toBeGreaterThan(30);
  });

  it("are told apart by their headings, with reasons", () => {
    expect(detect(microsoft).id).toBe("microsoft-forms");
    expect(detect(qualtrics).id).toBe("qualtrics");
    expect(detect([["Timestamp", "I feel at home"]]).id).toBe("google-forms");
    expect(detect([["Unique Response Number", "Q1"]]).id).toBe("jisc");
    expect(detect([["URN", "Q1"]]).id).toBe("jisc");
    expect(detect(qualtrics).reasons).toEqual([
      "row 1 has the headings StartDate, EndDate and Finished",
      "row 3 holds ImportIds",
    ]);
    expect(detect([["a", "b"]]).score).toBeLessThan(0.5);
  });
});

describe("Microsoft Forms", () => {
  it("keeps file rows, headings as written, times and id under names of their own", () => {
    const { table } = read("microsoft-forms", microsoft);
    expect(table.rows).toEqual([2, 4]);
    expect(table.columns.map((column) => [column.name, column.position])).toEqual([
      ["@id", 0],
      ["@started", 1],
      ["@submitted", 2],
      ["I feel\nat home", 5],
      ["@complete", -1],
    ]);
    expect(values(table, "I feel\nat home")).toEqual(["Agree", "Disagree"]);
    expect(values(table, "@complete")).toEqual([true, true]);
  });

  it("drops names and addresses, counts them by heading and never shows them", () => {
    const { table, issues } = read("microsoft-forms", [
      ["ID", "Start time", "Completion time", "Email", "Name", "Q"],
      ["1", "", "", "jo@example.org", "Jo Doe", "x"],
    ]);
    expect(values(table, "Email")).toBeUndefined();
    expect(issues).toMatchObject([
      { code: "personal-columns-dropped", severity: "note", at: { file: "survey/a.csv" } },
    ]);
    expect(issues[0]!.message).toContain("Email (1 value), Name (1 value)");
    expect(JSON.stringify([table, issues])).not.toMatch(/jo@example|Jo Doe/);
  });

  it("passes over a line of notes above the header", () => {
    const { table } = read("microsoft-forms", [["Downloaded by the IMG lead"], ...microsoft]);
    expect(table.rows).toEqual([3, 5]);
  });

  it("leaves out the columns of quiz mode", () => {
    const { table } = read("microsoft-forms", [
      ["ID", "Start time", "Completion time", "Total points", "Q", "Points - Q", "Feedback - Q"],
      ["1", "", "", "0", "x", "0", "well done"],
    ]);
    expect(table.columns.map((column) => column.name)).toEqual([
      "@id",
      "@started",
      "@submitted",
      "Q",
      "@complete",
    ]);
  });
});

describe("Qualtrics", () => {
  it("leaves out previews and unfinished answers, and counts them", () => {
    const { table } = read("qualtrics", qualtrics);
    expect(table.rows).toEqual([5]);
    expect(table.leftOut).toMatchObject([
      { reason: "survey preview", rows: [4] },
      { reason: "unfinished", rows: [6] },
    ]);
  });

  it("does so too when values are numbers", () => {
    const numeric = qualtrics.map((row, index) => {
      if (index < 3) return row;
      return row.map(
        (cell) => ({ "Survey Preview": "1", "IP Address": "0", True: "1", False: "0" })[cell] ?? cell,
      );
    });
    expect(read("qualtrics", numeric).table.rows).toEqual([5]);
  });

  it("knows a column by its name, its question and its import id", () => {
    const { table } = read("qualtrics", qualtrics);
    const column = table.columns.find((each) => each.name === "Q5_1")!;
    expect(column.aliases).toEqual(["I feel at home", "QID5_1"]);
    expect(values(table, "@id")).toEqual(["R_1"]);
    expect(JSON.stringify(table)).not.toContain("192.0.2.1");
  });

  it("reads older exports without the row of import ids", () => {
    expect(read("qualtrics", [...qualtrics.slice(0, 2), ...qualtrics.slice(3)]).table.rows).toEqual([4]);
  });
});

describe("Jisc and Google Forms", () => {
  it("take their own columns for id and time", () => {
    const jisc = read("jisc", [
      ["URN", "Q9_1", "Q9_2", "CompletionDate"],
      ["100-1", "1", "0", "2026-04-05"],
    ]);
    expect(jisc.table.columns.map((column) => column.name)).toEqual([
      "@id",
      "Q9_1",
      "Q9_2",
      "@submitted",
      "@complete",
    ]);
    const google = read("google-forms", [
      ["Timestamp", "Email Address", "Q"],
      ["05/04/2026 09:00:00", "jo@example.org", "x"],
    ]);
    expect(google.table.columns.map((column) => column.name)).toEqual(["@submitted", "Q", "@complete"]);
  });
});

describe("rows and headings that do not fit", () => {
  it("are told with their row", () => {
    const { issues } = read("plain", [["a", "b"], ["1", "2", "3"], ["1"]]);
    expect(issues).toMatchObject([
      { code: "ragged-row", severity: "error", at: { row: 2 }, expected: "2 cells", found: "3 cells" },
      { code: "ragged-row", severity: "warning", at: { row: 3 }, expected: "2 cells", found: "1 cell" },
    ]);
  });

  it("do not lose values that stand under no heading", () => {
    const { table } = read("plain", [
      ["a", "", ""],
      ["1", "x", ""],
    ]);
    expect(table.columns.map((column) => column.name)).toEqual(["a", "(no heading, column B)", "@complete"]);
  });
});

it("REDCap: a question named like a form's status stays a question", () => {
  const rows = [
    ["record_id", "mandatory_training_complete", "feel_at_home", "survey_complete"],
    ["1", "0", "4", "2"],
    ["2", "1", "5", "2"],
  ];
  const { table } = read("redcap", rows);
  expect(values(table, "mandatory_training_complete")).toEqual(["0", "1"]);
  expect(table.rows).toEqual([2, 3]);
});
