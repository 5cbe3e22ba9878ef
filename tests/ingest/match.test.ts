import { describe, expect, it } from "vitest";
import type { Column, Table } from "../../src/core/table.js";
import { matchColumns, suggestVariable } from "../../src/ingest/match.js";
import { smallStudy, variable, variables } from "./small-study.js";

function table(headings: readonly (string | readonly string[])[], wave = "arrival"): Table {
  const columns = headings.map((heading, position): Column => {
    const [name, ...aliases] = typeof heading === "string" ? [heading] : heading;
    return { name: name!, aliases, position, values: [null] };
  });
  const source = { file: "a.csv", kind: "survey", trust: "A", wave, format: "plain", reasons: [] } as const;
  return { source, columns, rows: [2], leftOut: [] };
}
const study = smallStudy([]);
const names = (columns: readonly Column[]) => columns.map((column) => column.name);

describe("matchColumns", () => {
  it.each([
    ["the question", "I feel at home"],
    ["the variable's name", "settle_1"],
    ["a heading of the codebook", "Q5_1"],
    ["other case and white space", "  i FEEL\nat   home "],
    ["a number before it", "3. I feel at home"],
    ["a question number", "Q3. I feel at home"],
    ["a number as in Jisc", "9.b.iii. I feel at home"],
    ["an asterisk for required", "I feel at home *"],
    ["a bracket after the number", "3) I feel at home"],
    ["the word question before the number", "Question 3: I feel at home"],
    ["the word required", "I feel at home (required)"],
    ["tags and entities of a web page", "<p>I feel <b>at</b>&nbsp;home</p>&#160;*"],
  ])("knows a column by %s", (_, heading) => {
    const { matched, unclaimed } = matchColumns(study, table([heading]));
    expect([...matched.keys()]).toEqual(["settle_1"]);
    expect(unclaimed).toEqual([]);
  });

  it("does not take a number that belongs to the question for a question number", () => {
    const weeks = smallStudy([], { variables: [variable("weeks", { question: "3 weeks after arrival" })] });
    expect(matchColumns(weeks, table(["weeks after arrival"])).unclaimed).toHaveLength(1);
    expect(matchColumns(weeks, table(["3 weeks after arrival"])).unclaimed).toEqual([]);
  });

  it("knows curly quotes and dashes for plain ones", () => {
    const quoted = smallStudy([], {
      variables: [variable("x", { question: 'Your mother\'s name - as "given"' })],
    });
    expect(matchColumns(quoted, table(["Your mother’s name – as “given”"])).matched.has("x")).toBe(true);
  });

  it("prefers the question's words to a code that another form uses for another question", () => {
    const two = smallStudy([], {
      variables: [
        variable("a", { question: "First", headings: ["Q1"] }),
        variable("b", { question: "Second", headings: ["Q2"] }),
      ],
    });
    const { matched, clashes } = matchColumns(
      two,
      table([
        ["Q2", "First"],
        ["Q1", "Second"],
      ]),
    );
    expect(matched.get("a")).toMatchObject({ column: { name: "Q2" } });
    expect(matched.get("b")).toMatchObject({ column: { name: "Q1" } });
    expect(clashes).toEqual([]);
  });

  it.each([
    [["Who helped? (tick all) - Buddy", "Who helped? (tick all) - HR"]],
    [["Who helped? (tick all) [Buddy]", "Who helped? (tick all) [HR]"]],
    [["Q9_1", "Q9_3"]],
    [
      [
        ["Q9_1", "Who helped? (tick all) - Selected Choice - Buddy"],
        ["Q9_3", "x"],
      ],
    ],
  ])("knows the columns of a tick-all question: %j", (headings) => {
    const { matched, unclaimed } = matchColumns(study, table(headings));
    expect(matched.get("helpers")).toMatchObject({ kind: "split", parts: [{ code: 1 }, { code: 3 }] });
    expect(unclaimed).toEqual([]);
  });

  it("knows a column of a tick-all question for those who prefer not to say", () => {
    const { matched } = matchColumns(study, table(["Q9_1", "Q9 - Prefer not to say"]));
    expect(matched.get("helpers")).toMatchObject({ missing: [{ reason: "prefer not to say" }] });
  });

  it("leaves columns unclaimed that nothing names, and never matches by likeness", () => {
    const { unclaimed, matched } = matchColumns(study, table(["I feel at hoem", "@submitted", "Q9_4"]));
    expect(names(unclaimed)).toEqual(["I feel at hoem", "Q9_4"]);
    expect(matched.size).toBe(0);
    expect(suggestVariable(unclaimed[0]!, variables)).toMatchObject({ variable: { name: "settle_1" } });
    expect(suggestVariable(unclaimed[1]!, [])).toBeNull();
  });

  it("suggests the same words in another order, and matches them never", () => {
    const { unclaimed, matched } = matchColumns(study, table(["At home I feel"]));
    expect(matched.size).toBe(0);
    expect(suggestVariable(unclaimed[0]!, variables)).toMatchObject({ variable: { name: "settle_1" } });
  });

  it("tells which variables of the wave no column holds", () => {
    const { absent } = matchColumns(study, table(["settle_1"]));
    expect(absent.map((each) => each.name)).toEqual([
      "link_code",
      "start_date",
      "settle_2",
      "helpers",
      "best",
    ]);
  });

  it("does not let two columns be one variable", () => {
    const { matched, clashes } = matchColumns(study, table(["I feel at home", "i feel at home."]));
    expect(matched.size).toBe(0);
    expect(names(clashes[0]!.columns)).toEqual(["I feel at home", "i feel at home."]);
  });
});
