import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import type { DeclaredSource } from "../../src/study/schema.js";
import { csvOf, memoryFolder, smallStudy, survey, workbookOf } from "./small-study.js";

const forms = [
  ["ID", "Start time", "Completion time", "Your code", "I feel at home"],
  ["1", "4/25/26 9:00:00", "4/25/26 9:05:00", "AB12", "Agree"],
];

async function read(sources: readonly DeclaredSource[], files: Record<string, string | Uint8Array>) {
  return await ingest(smallStudy(sources), memoryFolder(files));
}

describe("ingest", () => {
  it("reads a survey as CSV and as XLSX alike, and says how", async () => {
    const { tables, issues } = await read([survey("survey/a.csv"), survey("survey/b.xlsx", { trust: "B" })], {
      "survey/a.csv": `\ufeff${csvOf(forms)}`,
      "survey/b.xlsx": await workbookOf({ Notes: [["see the other sheet"]], Form1: forms }),
    });
    expect(issues).toEqual([]);
    const [csv, xlsx] = tables;
    expect(xlsx!.columns).toEqual(csv!.columns);
    expect(xlsx!.rows).toEqual([2]);
    expect(csv!.source).toEqual({
      file: "survey/a.csv",
      kind: "survey",
      trust: "A",
      wave: "arrival",
      format: "microsoft-forms",
      reasons: [
        "row 1 has the headings ID, Start time and Completion time",
        "text is UTF-8 (byte-order mark)",
        "cells are separated by commas",
      ],
    });
    expect(xlsx!.source).toMatchObject({ trust: "B", sheet: "Form1" });
  });

  it("writes times of submission in one way, whatever the platform's", async () => {
    const { tables } = await read([survey("survey/a.csv")], { "survey/a.csv": csvOf(forms) });
    const submitted = tables[0]!.columns.find((column) => column.name === "@submitted");
    expect(submitted!.values).toEqual(["2026-04-25T09:05:00"]);
  });

  it("warns when day and month of a submission cannot be told apart", async () => {
    const rows = [forms[0]!, ["1", "", "5/6/26 9:05:00", "AB12", "Agree"]];
    const { tables, issues } = await read([survey("survey/a.csv")], { "survey/a.csv": csvOf(rows) });
    expect(issues).toMatchObject([
      { code: "submission-times", severity: "warning", at: { column: "Completion time" } },
    ]);
    expect(tables[0]!.columns.find((column) => column.name === "@submitted")!.values).toEqual([null]);
  });

  it("takes the named dialect over the detected one", async () => {
    const { tables } = await read([survey("survey/a.csv", { dialect: "plain" })], {
      "survey/a.csv": csvOf(forms),
    });
    expect(tables[0]!.source.format).toBe("plain");
  });

  it("reads a table of no platform when the codebook knows its headings", async () => {
    const { tables, issues } = await read([survey("survey/a.csv")], {
      "survey/a.csv": csvOf([
        ["settle_1", "best"],
        ["4", "x"],
      ]),
    });
    expect(issues).toEqual([]);
    expect(tables[0]!.source.format).toBe("plain");
  });

  it("reads such a table also when it is another wave's, so that the checks can say so", async () => {
    const { tables, issues } = await read([survey("survey/a.csv", { wave: "arrival" })], {
      "survey/a.csv": csvOf([["days_login"], ["4"]]),
    });
    expect(issues).toEqual([]);
    expect(tables).toHaveLength(1);
  });

  it("reads cohort and HR tables as they stand", async () => {
    const { tables, issues } = await read(
      [
        { file: "cohort.csv", kind: "cohort" },
        { file: "hr.csv", kind: "hr", extracted: "2026-12-01" },
      ],
      { "cohort.csv": "trust;eligible\nA;6\n", "hr.csv": "trust,doctor\nA,1\n" },
    );
    expect(issues).toEqual([]);
    expect(tables.map((table) => [table.source.kind, table.rows])).toEqual([
      ["cohort", [2]],
      ["hr", [2]],
    ]);
  });
});

describe("ingest, bad input", () => {
  const cases: readonly {
    title: string;
    sources?: readonly DeclaredSource[];
    files: Record<string, string | Uint8Array>;
    issue: { code: string; at: object; expected: string; found: string; fix: string };
  }[] = [
    {
      title: "a missing file, with the name that was perhaps meant",
      files: { "survey/A.csv": csvOf(forms) },
      issue: {
        code: "missing-file",
        at: { file: "survey/a.csv" },
        expected: "a file survey/a.csv",
        found: "no such file",
        fix: 'did you mean "survey/A.csv"? correct the name in study.yaml, or put the file there',
      },
    },
    {
      title: "a file that is not listed",
      files: { "survey/a.csv": csvOf(forms), "survey/b.csv": csvOf(forms) },
      issue: {
        code: "not-listed",
        at: { file: "survey/b.csv" },
        expected: "each data file listed once under sources",
        found: "a file that is not listed",
        fix: "list it under sources with its Trust and wave, or move it out of the folder",
      },
    },
    {
      title: "an export of no bytes",
      files: { "survey/a.csv": "" },
      issue: {
        code: "empty-export",
        at: { file: "survey/a.csv" },
        expected: "a header and at least one row below it",
        found: "an empty file",
        fix: "export the file again; if there are no answers yet, take it out of sources in study.yaml",
      },
    },
    {
      title: "an export of a header alone",
      files: { "survey/a.csv": csvOf(forms.slice(0, 1)) },
      issue: {
        code: "empty-export",
        at: { file: "survey/a.csv" },
        expected: "a header and at least one row below it",
        found: "a header alone",
        fix: "export the file again; if there are no answers yet, take it out of sources in study.yaml",
      },
    },
    {
      title: "a PDF named .csv",
      files: { "survey/a.csv": "%PDF-1.7 ..." },
      issue: {
        code: "wrong-kind",
        at: { file: "survey/a.csv" },
        expected: "a CSV text file",
        found: "a PDF",
        fix: "export the data again as CSV or .xlsx",
      },
    },
    {
      title: "a sign-in page that was saved as .csv",
      files: { "survey/a.csv": "<!doctype html><title>Sign in</title>" },
      issue: {
        code: "wrong-kind",
        at: { file: "survey/a.csv" },
        expected: "a CSV text file",
        found: "a web page",
        fix: "download the file again: this may be a sign-in page that was saved instead",
      },
    },
    {
      title: "a CSV file named .xlsx",
      sources: [survey("survey/a.xlsx")],
      files: { "survey/a.xlsx": csvOf(forms) },
      issue: {
        code: "wrong-kind",
        at: { file: "survey/a.xlsx" },
        expected: "an Excel workbook (.xlsx)",
        found: "plain text",
        fix: "rename the file so that it ends in .csv (also in study.yaml), or save it as .xlsx",
      },
    },
    {
      title: "a file with an ending that says nothing",
      sources: [survey("survey/a.docx")],
      files: { "survey/a.docx": "PK" },
      issue: {
        code: "wrong-kind",
        at: { file: "survey/a.docx" },
        expected: "a CSV text file, an Excel workbook (.xlsx) or an SPSS data file (.sav)",
        found: "another ending",
        fix: "export the data as CSV, .xlsx or .sav and correct the name in study.yaml",
      },
    },
    {
      title: "headings of no platform and not in the codebook",
      files: { "survey/a.csv": "colour,size\nred,1\n" },
      issue: {
        code: "unknown-format",
        at: { file: "survey/a.csv", row: 1 },
        expected:
          "an export of Microsoft Forms, Qualtrics, Jisc Online Surveys, SurveyMonkey, Google Forms, REDCap, or a table whose headings are in the codebook",
        found: "other headings",
        fix: "name the platform as dialect: under this source in study.yaml, or add the headings to the codebook",
      },
    },
    {
      title: "a path that leads out of the study folder",
      sources: [survey("../b/secret.csv")],
      files: {},
      issue: {
        code: "outside-folder",
        at: { file: "../b/secret.csv" },
        expected: "a path inside the study folder, such as survey/trust-a.csv",
        found: "a path that leads out of it",
        fix: "copy the file into the study folder and correct the path",
      },
    },
  ];

  it.each(cases)("tells of $title", async ({ sources, files, issue }) => {
    const { issues } = await read(sources ?? [survey("survey/a.csv")], files);
    const errors = issues.filter((each) => each.severity === "error" && each.code === issue.code);
    expect(errors).toMatchObject([issue]);
  });

  it.each([
    ["a UTF-8 mark", new Uint8Array([0xef, 0xbb, 0xbf]), "an empty file"],
    ["a UTF-16 mark, little end first", new Uint8Array([0xff, 0xfe]), "an empty file"],
    ["a UTF-16 mark, big end first", new Uint8Array([0xfe, 0xff]), "an empty file"],
    ["a line that names the delimiter", "sep=;\r\n", "no rows"],
    ["a mark and hard spaces", "\ufeff\u00a0\n", "no cells"],
  ])("tells of an export that holds %s and nothing else", async (_, content, found) => {
    const { tables, issues } = await read([survey("survey/a.csv"), survey("survey/b.csv", { trust: "B" })], {
      "survey/a.csv": content,
      "survey/b.csv": csvOf(forms),
    });
    expect(tables).toHaveLength(1);
    expect(issues).toMatchObject([
      { code: "empty-export", severity: "error", at: { file: "survey/a.csv" }, found },
    ]);
  });

  it("tells of two exports of a mark alone as empty, not as copies", async () => {
    const mark = new Uint8Array([0xef, 0xbb, 0xbf]);
    const { issues } = await read([survey("survey/a.csv"), survey("survey/b.csv", { trust: "B" })], {
      "survey/a.csv": mark,
      "survey/b.csv": mark,
    });
    expect(issues.map((issue) => issue.code)).toEqual(["empty-export", "empty-export"]);
  });

  it("tells of a workbook that cannot be opened, and of a sheet that is not there", async () => {
    const zip = new TextEncoder().encode("PK\u0003\u0004 xl/workbook.xml, and then nothing");
    const broken = await read([survey("survey/a.xlsx")], { "survey/a.xlsx": zip });
    expect(broken.issues).toMatchObject([{ code: "wrong-kind", found: "a workbook that cannot be read" }]);
    const { issues } = await read([survey("survey/a.xlsx", { sheet: "Data" })], {
      "survey/a.xlsx": await workbookOf({ Form1: forms }),
    });
    expect(issues).toMatchObject([
      { code: "missing-sheet", at: { sheet: "Data" }, expected: 'a sheet "Data"', found: "sheets Form1" },
    ]);
  });

  it("says which rows were left out when none is left", async () => {
    const rows = [
      ["StartDate", "EndDate", "Finished", "ResponseId", "Q5_1"],
      ["2026-04-05", "2026-04-05", "False", "R_1", "4"],
    ];
    const { issues } = await read([survey("survey/a.csv")], { "survey/a.csv": csvOf(rows) });
    expect(issues).toMatchObject([
      { code: "empty-export", found: "no rows but those left out (1 unfinished)" },
    ]);
  });

  it("tells of one Trust's export saved under another's name", async () => {
    const { issues } = await read([survey("survey/a.csv"), survey("survey/b.csv", { trust: "B" })], {
      "survey/a.csv": csvOf(forms),
      "survey/b.csv": csvOf(forms),
    });
    expect(issues).toMatchObject([
      {
        code: "same-content",
        severity: "error",
        at: { file: "survey/b.csv" },
        expected: "an export of its own for each source",
        found: "a copy of survey/a.csv",
      },
    ]);
  });

  it("tells of every file at once, and passes over files that are no data", async () => {
    const { issues } = await read([survey("survey/a.csv"), survey("survey/b.csv", { trust: "B" })], {
      "survey/.gitkeep": "",
      "survey/README.md": "",
      "survey/~$a.xlsx": "",
      "narrative/summary.md": "words",
      "costs/c.xlsx": "",
      "cohort-old.csv": "",
    });
    expect(issues.map((issue) => [issue.code, issue.at.file])).toEqual([
      ["missing-file", "survey/a.csv"],
      ["missing-file", "survey/b.csv"],
      ["not-listed", "cohort-old.csv"],
      ["not-listed", "costs/c.xlsx"],
    ]);
  });
});
