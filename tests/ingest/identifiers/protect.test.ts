import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/table.js";
import { protectTable } from "../../../src/ingest/identifiers/protect.js";
import { ingest } from "../../../src/ingest/ingest.js";
import type { Study } from "../../../src/study/study.js";
import { csvOf, memoryFolder, smallStudy, survey } from "../small-study.js";

const file = "survey/a.csv";
const headings = [
  "Your code",
  "When did you start?",
  "I feel at home",
  "Who helped? (tick all)",
  "What was best?",
];

/** A survey table of these rows under the small study's headings, and further ones. */
function table(rows: readonly (readonly (string | number | null)[])[], more: readonly string[] = []): Table {
  return {
    source: { file, kind: "survey", trust: "A", wave: "arrival", format: "plain", reasons: [] },
    columns: [...headings, ...more].map((name, position) => ({
      name,
      aliases: [],
      position,
      values: rows.map((row) => row[position] ?? null),
    })),
    rows: rows.map((_, index) => index + 2),
    leftOut: [],
  };
}

function protect(given: Table, more: Partial<Study> = {}) {
  const { table: safe, issues } = protectTable(smallStudy([survey(file)], more), {
    table: given,
    issues: [],
  });
  const values = (name: string) => safe.columns.find((column) => column.name === name)?.values;
  return { safe, issues, values };
}

describe("protectTable(study, read)", () => {
  it("gives a table without identifiers back as it is", () => {
    const given = table([["AN14ON", "01/04/2026", "Agree", "Buddy", "The bus pass, 12 weeks"]]);
    const { safe, issues } = protect(given);
    expect(safe).toBe(given);
    expect(issues).toEqual([]);
  });

  it("replaces the words in free text, and tells kind, count and rows, never the words", () => {
    const { values, issues } = protect(
      table([
        [null, null, null, null, "Dr Smith, and amina@nhs.net"],
        [null, null, null, null, "nothing"],
        [null, null, null, null, "me@x.org; you@x.org"],
      ]),
    );
    expect(values("What was best?")).toEqual([
      "[person's name removed], and [e-mail address removed]",
      "nothing",
      "[e-mail address removed]; [e-mail address removed]",
    ]);
    expect(issues).toMatchObject([
      {
        code: "identifiers-found",
        severity: "warning",
        at: { file, row: 2, column: "What was best?" },
        message: `"What was best?": 1 person's name in row 2; each replaced by a mark on reading`,
      },
      { message: `"What was best?": 3 e-mail addresses in rows 2 and 4; each replaced by a mark on reading` },
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/Smith|amina|x\.org/);
  });

  it("empties any other cell that holds one, and leaves every answer that the codebook allows", () => {
    const { values, issues } = protect(
      table([
        [null, "07700 900123", "me@x.org", "AB123456C", null],
        [null, "01/04/2026", "Agree", "Buddy;HR", null],
      ]),
    );
    expect(values("When did you start?")).toEqual([null, "01/04/2026"]);
    expect(values("I feel at home")).toEqual([null, "Agree"]);
    expect(values("Who helped? (tick all)")).toEqual([null, "Buddy;HR"]);
    expect(issues.map((issue) => issue.severity)).toEqual(["warning", "warning", "warning"]);
  });

  it("keeps an answer with a name in it, without the name, for the check of answers to tell", () => {
    const { values } = protect(table([[null, null, "Other: Dr Smith", null, null]]));
    expect(values("I feel at home")).toEqual(["Other: [person's name removed]"]);
  });

  it("leaves a ten-digit answer to a question that asks for a number", () => {
    const study = smallStudy([survey(file)]);
    const number = study.variables.map((variable) =>
      variable.name === "settle_1"
        ? { ...variable, type: "number" as const, categories: [], minimum: null, maximum: null }
        : variable,
    );
    const given = table([
      [null, null, 9434765919, null, null],
      [null, null, "07700900123", null, null],
    ]);
    expect(protect(given, { variables: number }).values("I feel at home")).toEqual([
      9434765919,
      "07700900123",
    ]);
  });

  it("drops a link code that others know too, and leaves those with a postcode's shape", () => {
    const codes = ["AN14ON", "NE14LP", "me@x.org", "7123456", "943 476 5919", "+44 7700 900123", 7654321];
    const { values, issues } = protect(table(codes.map((code) => [code])));
    expect(values("Your code")).toEqual(["AN14ON", "NE14LP", null, null, null, null, null]);
    expect(issues.map((issue) => [issue.code, issue.message])).toEqual([
      [
        "identifier-as-link-code",
        '"Your code": 1 e-mail address in row 4; dropped on reading, so these people cannot be tied to another wave',
      ],
      [
        "identifier-as-link-code",
        '"Your code": 2 GMC reference numbers in rows 5 and 8; dropped on reading, so these people cannot be tied to another wave',
      ],
      expect.arrayContaining([expect.stringContaining("1 NHS number")]),
      expect.arrayContaining([expect.stringContaining("1 telephone number")]),
    ]);
    expect(issues[0]?.fix).toContain("a code of one's own making");
  });

  it("drops a column that its heading shows to hold identifiers", () => {
    const { safe, issues } = protect(
      table(
        [
          ["AN14ON", null, null, null, null, "7123456", "Lagos"],
          ["BN14ON", null, null, null, null, "", "Accra"],
        ],
        ["What is your GMC number?", "Home town"],
      ),
    );
    expect(safe.columns.map((column) => column.name)).toEqual([...headings, "Home town"]);
    expect(issues).toMatchObject([
      {
        severity: "note",
        at: { column: "What is your GMC number?" },
        message: `"What is your GMC number?": 1 GMC reference number; the column is dropped on reading`,
      },
    ]);
  });

  it("drops a column nobody asked for when its values look like names, addresses or birthdays", () => {
    const rows = [
      ["A1", null, null, null, null, "Amina Okafor", "me@x.org", "12/05/1984", "Ward 1"],
      ["A2", null, null, null, null, "Li Wei", "you@x.org", "01/02/1990", "Ward 2"],
      ["A3", null, null, null, null, "José de Souza", "", "1988-12-30", "Ward 3"],
      ["A4", null, null, null, null, "Anne-Marie O'Neill", "she@x.org", "", "Ward 1"],
    ];
    const { safe, issues } = protect(table(rows, ["Clinician", "Contact", "Day", "Place"]));
    expect(safe.columns.map((column) => column.name)).toEqual([...headings, "Place"]);
    expect(issues.map((issue) => [issue.severity, issue.message])).toEqual([
      ["warning", `"Clinician": 4 people's names; the column is dropped on reading`],
      ["warning", `"Contact": 3 e-mail addresses; the column is dropped on reading`],
      ["warning", `"Day": 3 dates of birth; the column is dropped on reading`],
    ]);
  });

  it("keeps a column of categories or of dates in the study's own time", () => {
    const rows = ["Royal Infirmary", "Royal Infirmary", "City Hospital", "City Hospital"].map(
      (place, index) => [`A${index}`, null, null, null, null, place, `0${index + 1}/05/2026`],
    );
    const { safe } = protect(table(rows, ["Site", "Day of training"]));
    expect(safe.columns.map((column) => column.name)).toEqual([...headings, "Site", "Day of training"]);
  });

  it("looks in other columns for the names that stand in the file's own column of names", () => {
    const rows = [
      ["A1", null, null, null, "Okafor's bus pass, and Li", "Amina Okafor"],
      ["A2", null, null, null, "I shadowed Amina Okafor", "Li Wei"],
    ];
    const { values } = protect(table(rows, ["Full name"]));
    expect(values("What was best?")).toEqual([
      "[person's name removed]'s bus pass, and Li",
      "I shadowed [person's name removed]",
    ]);
  });

  it("tells every one of them as an error when the study refuses identifiers", () => {
    const { issues, values } = protect(
      table([["me@x.org", null, null, null, "Dr Smith", "12/05/1984"]], ["Date of birth"]),
      { identifiers: "refuse" },
    );
    expect(issues.map((issue) => [issue.severity, issue.at.column])).toEqual([
      ["error", "Your code"],
      ["error", "What was best?"],
      ["error", "Date of birth"],
    ]);
    expect(issues[0]?.fix).toBe("take them out of the file, or write identifiers: drop in study.yaml");
    expect(values("Your code")).toEqual([null]);
  });

  it("names the first five rows and counts the others", () => {
    const { issues } = protect(table(Array.from({ length: 8 }, () => [null, null, null, null, "a@x.org"])));
    expect(issues[0]?.message).toContain("8 e-mail addresses in 8 rows (2, 3, 4, 5, 6 and 3 more)");
  });

  it("a heading that holds an identifier itself is told without it", () => {
    const { issues } = protect(
      table([[null, null, null, null, null, "a@x.org"]], ["Ask Dr Smith (s@x.org)"]),
    );
    expect(issues[0]?.at.column).toBe("Ask [person's name removed] ([e-mail address removed])");
  });
});

describe("ingest(study, folder)", () => {
  const microsoft = csvOf([
    ["ID", "Start time", "Completion time", "Email", "Name", "Your code", "What was best?"],
    ["1", "4/5/26 9:00:00", "4/5/26 9:05:00", "anonymous", "Amina Okafor", "AN14ON", "Thanks to Okafor"],
  ]);
  const folder = memoryFolder({ [file]: microsoft });

  it("takes names from the platform's own columns out of the answers too", async () => {
    const { tables, issues } = await ingest(smallStudy([survey(file)]), folder);
    const best = tables[0]?.columns.find((column) => column.name === "What was best?");
    expect(best?.values).toEqual(["Thanks to [person's name removed]"]);
    expect(issues.map((issue) => [issue.code, issue.severity])).toContainEqual([
      "personal-columns-dropped",
      "note",
    ]);
    expect(JSON.stringify({ tables, issues })).not.toContain("Okafor");
  });

  it("refuses a platform's own columns when they hold somebody, and not when all are anonymous", async () => {
    const { issues } = await ingest(smallStudy([survey(file)], { identifiers: "refuse" }), folder);
    expect(issues.filter((issue) => issue.severity === "error").map((issue) => issue.at.column)).toEqual([
      "Name",
      "What was best?",
    ]);
  });
});
