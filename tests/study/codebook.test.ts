import { describe, expect, it } from "vitest";
import { readCodebook } from "../../src/study/codebook.js";

const header = [
  "variable",
  "label",
  "question",
  "role",
  "type",
  "waves",
  "scale",
  "codes",
  "labels",
  "sensitivity",
];
const good = [
  "settle_1",
  "At home",
  "I feel at home",
  "item",
  "single",
  "arrival",
  "settling",
  "1|2",
  "No|Yes",
  "opinion",
];

/** The good row with some cells changed, by column. */
function row(changes: Readonly<Record<string, string>> = {}): readonly string[] {
  return good.map((cell, index) => changes[header[index]!] ?? cell);
}

function read(...rows: readonly (readonly string[])[]) {
  return readCodebook("codebook.csv", [header, ...rows]);
}

function told(...rows: readonly (readonly string[])[]) {
  return read(...rows).issues.map(({ at, message, fix }) => `${at.row} ${message} | ${fix}`);
}

describe("readCodebook(file, rows)", () => {
  it("gives a variable for a good row", () => {
    const { variables, names, issues } = read(row());
    expect(issues).toEqual([]);
    expect(variables).toMatchObject([
      {
        name: "settle_1",
        categories: [
          { code: 1, label: "No" },
          { code: 2, label: "Yes" },
        ],
        scale: "settling",
      },
    ]);
    expect([...names]).toEqual(["settle_1"]);
  });

  it("takes an asterisk behind Other as leave for words of one's own, and behind no other label", () => {
    const { variables } = read(row({ codes: "1|2", labels: "Yes*|Other, please say *" }));
    expect(variables[0]!.categories).toEqual([
      { code: 1, label: "Yes*" },
      { code: 2, label: "Other, please say", open: true },
    ]);
  });

  it("tells every mistake of a row, also of one whose type cannot be read", () => {
    expect(
      told(row({ type: "likert", scale: "", labels: "No", sensitivity: "secret", codes: "1|b" })),
    ).toEqual([
      '2 type: expected one of single, multiple, number, date, code, text, found "likert" | write one of these words',
      '2 labels: expected 2 labels, one a code, found "1 labels" | give each code one label',
      '2 codes: expected whole numbers, found "b" | write codes as whole numbers',
      "2 scale: expected the id of a scale in study.yaml, found nothing | name the scale this item belongs to",
      '2 sensitivity: expected one of service, opinion, personal, found "secret" | write one of these words',
    ]);
  });

  it("a label that is another answer's code, or that stands twice, is refused: a cell could be either", () => {
    expect(told(row({ codes: "1|2|3", labels: "0|1|2" }))[0]).toContain(
      "the label 1, which is another answer's code",
    );
    expect(told(row({ codes: "1|2|3", labels: "No|Yes|yes" }))[0]).toContain('"yes" twice');
    expect(told(row({ codes: "0|1|2", labels: "0|1|2" }))).toEqual([]);
  });

  it("takes a slip in a word for what was probably meant, and checks the rest of the row by it", () => {
    expect(told(row({ role: "itme", type: "singel", scale: "", codes: "1", labels: "Yes" }))).toEqual([
      expect.stringContaining('found "itme" | did you mean "item"?'),
      expect.stringContaining('found "singel" | did you mean "single"?'),
      expect.stringContaining("codes: expected at least two codes"),
      expect.stringContaining("scale: expected the id of a scale"),
    ]);
  });

  it("makes no mistakes up when the type cannot be read", () => {
    expect(told(row({ role: "number", type: "integer", codes: "", labels: "" }))).toEqual([
      expect.stringContaining("type: expected one of"),
    ]);
  });

  it("keeps the name of a row with a mistake, and what it points at", () => {
    const { variables, names, references, rows } = read(row({ type: "likert", waves: "arival" }));
    expect(variables).toEqual([]);
    expect(names).toEqual(new Set(["settle_1"]));
    expect(references).toEqual([
      { name: "settle_1", row: 2, waves: ["arival"], scale: "settling", component: null },
    ]);
    expect(rows.get("settle_1")).toBe(2);
  });

  it("tells a name used twice at the later row, and rows without a name each by itself", () => {
    expect(told(row(), row())).toEqual([expect.stringContaining("3 variable: expected a name used once")]);
    expect(told(row({ variable: "" }), row({ variable: "" }))).toEqual([
      expect.stringContaining("2 variable: expected lower-case letters"),
      expect.stringContaining("3 variable: expected lower-case letters"),
    ]);
  });

  it("tells a comma that splits a row once, in place of all that has moved", () => {
    const split = [...good.slice(0, 2), "I feel at home", " and safe", ...good.slice(3)];
    expect(told(split)).toEqual([
      "2 row: 11 cells under 10 headings; not read | put a question or label that holds a comma in quotation marks",
    ]);
    expect([...read(split).names]).toEqual(["settle_1"]);
  });

  it("tells a slip in the header once, and still knows the names below it", () => {
    const slip = ["varable", ...header.slice(1)];
    const { issues, names } = readCodebook("codebook.csv", [slip, good]);
    expect(issues.map(({ message, fix }) => `${message} | ${fix}`)).toEqual([
      'varable: not a column of a codebook | did you mean "variable"? rename the column',
    ]);
    expect([...names]).toEqual(["settle_1"]);
  });

  it("tells a missing column by its name", () => {
    const { issues } = readCodebook("codebook.csv", [header.slice(0, 9), good.slice(0, 9)]);
    expect(issues).toMatchObject([{ at: { row: 1, column: "sensitivity" } }]);
  });

  it.each([
    ["nothing", []],
    [
      "a table of something else",
      [
        ["colour", "size"],
        ["red", "1"],
      ],
    ],
    ["a header alone", [header]],
  ])("tells %s once, and then knows no name", (_, rows) => {
    const { issues, names, variables } = readCodebook("codebook.csv", rows);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.severity).toBe("error");
    expect(names.size + variables.length).toBe(0);
  });
});
