import { describe, expect, it } from "vitest";
import { rules } from "../../src/validate/rules/index.js";
import { variable, variables } from "../ingest/small-study.js";
import { checkFiles, findingsOf } from "./check-files.js";

const file = "survey/A-arrival.csv";

describe("rules", () => {
  it("have an id and a label of their own", () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    expect(rules.every((rule) => rule.label.length > 10)).toBe(true);
  });

  it("find nothing in clean data", async () => {
    const header = ["link_code", "start_date", "settle_1", "settle_2", "helpers", "best"];
    const surveys = {
      "A arrival": [header, ["AB12", "2026-04-05", "4", "2", "Buddy;HR;", "tea"]],
      "B arrival": [header, ["CD34", "2026-04-06", "4", "2", "HR;", "coffee"]],
    };
    const { findings, surveys: read } = await checkFiles({ surveys });
    expect(findings).toEqual([]);
    expect(read).toHaveLength(2);
  });
});

describe("unclaimed-column", () => {
  it("tells of a column that no codebook row claims, and what was perhaps meant", async () => {
    const surveys = {
      "A arrival": [
        ["link_code", "I fell at home"],
        ["AB12", "Agree"],
      ],
    };
    const found = await findingsOf("unclaimed-column", { surveys });
    expect(found).toEqual([
      {
        rule: "unclaimed-column",
        code: "unclaimed-column",
        severity: "error",
        at: { file, column: "I fell at home" },
        message: '"I fell at home": no row of the codebook claims this column',
        expected: "a column that codebook.csv names by question, variable or headings",
        found: '"I fell at home"',
        fix: 'did you mean settle_1 ("I feel at home")? if so, add this heading to its headings in codebook.csv',
        trust: "A",
        wave: "arrival",
      },
    ]);
  });

  it("says so when the codebook asks the variable at another wave only", async () => {
    const surveys = {
      "A arrival": [
        ["link_code", "days_login"],
        ["AB12", "3"],
      ],
    };
    const [found] = await findingsOf("unclaimed-column", { surveys });
    expect(found!.fix).toBe(
      "this is days_login, which the codebook does not ask at arrival: add arrival to its waves",
    );
  });

  it("lets a column without any value pass with a note", async () => {
    const surveys = {
      "A arrival": [
        ["link_code", "Stem of a grid"],
        ["AB12", ""],
      ],
    };
    expect(await findingsOf("unclaimed-column", { surveys })).toMatchObject([{ severity: "note" }]);
  });
});

describe("column-clash", () => {
  it("tells of two columns that could be the same variable", async () => {
    const surveys = {
      "A arrival": [
        ["I feel at home", "1. I feel at home"],
        ["4", "5"],
      ],
    };
    expect(await findingsOf("column-clash", { surveys })).toMatchObject([
      { severity: "error", at: { file }, found: '"I feel at home" and "1. I feel at home"' },
    ]);
  });
});

describe("absent-variable", () => {
  const surveys = { "A arrival": [["settle_1"], ["4"]] };

  it("warns of a variable that the file does not hold, an error when it is required", async () => {
    const required = variables.map((each) => ({ ...each, required: each.name === "link_code" }));
    const found = await findingsOf("absent-variable", { surveys }, { variables: required });
    expect(found.map((each) => [each.message.split(":")[0], each.severity])).toEqual([
      ["link_code", "error"],
      ["start_date", "warning"],
      ["settle_2", "warning"],
      ["helpers", "warning"],
      ["best", "warning"],
    ]);
    expect(found[0]).toMatchObject({ at: { file }, expected: 'a column "Your code"', found: "none" });
  });

  it("says what follows for the scores of a scale, declared or not", async () => {
    const three = [...variables, variable("settle_3", { role: "item", scale: "settling" })];
    const found = await findingsOf("absent-variable", { surveys }, { variables: three });
    expect(found.find((each) => each.message.startsWith("settle_2"))!.message).toBe(
      "settle_2: no column holds this variable; scores of settling on this form rest on 1 of 3 items",
    );
    const declared = await findingsOf("absent-variable", { surveys }, {}, { not_asked: ["settle_2"] });
    expect(declared.find((each) => each.message.startsWith("settle_2"))!.message).toBe(
      "settle_2: not asked on this form, as declared; scores of settling on this form rest on 1 of 2 items",
    );
    const none = await findingsOf("absent-variable", { surveys: { "A arrival": [["link_code"], ["AB12"]] } });
    expect(none.find((each) => each.message.startsWith("settle_1"))!.message).toContain(
      "this form has no item of scale settling, and no score",
    );
  });

  it("notes one that the source declares as not asked, and warns when it was asked after all", async () => {
    const found = await findingsOf(
      "absent-variable",
      { surveys },
      {},
      { not_asked: ["settle_2", "settle_1"] },
    );
    expect(found.find((each) => each.message.startsWith("settle_2"))).toMatchObject({ severity: "note" });
    expect(found.find((each) => each.message.startsWith("settle_1"))).toMatchObject({
      severity: "warning",
      code: "asked-after-all",
    });
  });
});

describe("answer-outside-list", () => {
  it("tells of a code outside its list with row, column, expected, found and fix", async () => {
    const surveys = {
      "A arrival": [
        ["link_code", "settle_1"],
        ["AB12", "4"],
        ["CD34", "6"],
      ],
    };
    expect(await findingsOf("answer-outside-list", { surveys })).toEqual([
      {
        rule: "answer-outside-list",
        code: "answer-outside-list",
        severity: "error",
        at: { file, row: 3, column: "settle_1" },
        message: 'settle_1: expected an answer of the codebook\'s list, found "6"',
        expected: "Strongly disagree (1), Disagree (2), Neither (3), Agree (4), Strongly agree (5)",
        found: '"6"',
        fix: "if the answer is a fair one, add it to labels (or to a column of missing words) of settle_1 in codebook.csv; if it is a slip, correct the cell",
        trust: "A",
        wave: "arrival",
      },
    ]);
  });

  it("points at the column of the option that cannot be read", async () => {
    const surveys = {
      "A arrival": [
        ["Q9_1", "Q9_2"],
        ["1", "perhaps"],
      ],
    };
    const [found] = await findingsOf("answer-outside-list", { surveys });
    expect(found).toMatchObject({ at: { row: 2, column: "Q9_2" }, found: '"perhaps"' });
  });

  it("shows long text by its length only, because it may be somebody's own words", async () => {
    const words = "Other: my supervisor, Somebody, of the ward told me so";
    const surveys = { "A arrival": [["settle_1"], [words]] };
    const [found] = await findingsOf("answer-outside-list", { surveys });
    expect(found!.found).toBe("54 characters of text");
    expect(JSON.stringify(found)).not.toContain("Somebody");
  });

  it("does not show what may be a person's name or number, and shows other words", async () => {
    const surveys = {
      "A arrival": [["settle_1"], ["7123456"], ["Amina Okafor"], ["Strongly Agreed"], ["often"]],
    };
    const found = await findingsOf("answer-outside-list", { surveys });
    const hidden = "what may be a person's name or number";
    expect(found.map((each) => each.found)).toEqual([hidden, hidden, '"Strongly Agreed"', '"often"']);
    expect(JSON.stringify(found)).not.toMatch(/7123456|Okafor/);
  });

  it("shortens a long heading, and keeps its column letter", async () => {
    const question = "How far do you agree with each of these statements about your life here?";
    const asked = variable("x", {
      question,
      categories: [
        { code: 1, label: "Yes" },
        { code: 2, label: "No" },
      ],
    });
    const surveys = {
      "A arrival": [
        ["link_code", question],
        ["AB12", "9"],
      ],
    };
    const [found] = await findingsOf(
      "answer-outside-list",
      { surveys },
      { variables: [...variables, asked] },
    );
    expect(found!.at.column).toBe("B: How far do you agree with each of these statements…");
  });
});

describe("number-unreadable", () => {
  const alone = "write the number alone, in the unit of the question; nothing is converted for you";
  const one = "write one number: ask which was meant, or leave the cell empty; a range is not halved for you";
  const limits =
    "correct the number if it is a slip; if it is right, correct minimum or maximum of this row in codebook.csv";
  it.each([
    ["3 weeks", alone],
    ["15 days", alone],
    ["2-3", one],
    ["2 to 3 weeks", one],
    ["181", limits],
    ["-1", limits],
  ])("tells of %j with its place and how to mend it", async (text, fix) => {
    const surveys = {
      "A month3": [
        ["link_code", "days_login"],
        ["AB12", text],
      ],
    };
    expect(await findingsOf("number-unreadable", { surveys })).toMatchObject([
      {
        severity: "error",
        at: { file: "survey/A-month3.csv", row: 2, column: "days_login" },
        expected: "a number from 0 to 180, without words",
        found: `"${text}"`,
        fix,
      },
    ]);
  });
});

it("number-unreadable says that a decimal is written with a point", async () => {
  const surveys = {
    "A month3": [
      ["link_code", "days_login"],
      ["AB12", "1,5"],
    ],
  };
  const [found] = await findingsOf("number-unreadable", { surveys });
  expect(found!.fix).toContain("with a point, as in 1.5");
});

describe("number-unreadable, past a limit of the codebook", () => {
  it.each([
    ["181", ": more than the maximum, 180"],
    ["1,810", ": more than the maximum, 180"],
    ["-1", ": less than the minimum, 0"],
    ["15 days", ""],
  ])("%s says which", async (text, limit) => {
    const surveys = {
      "A month3": [
        ["link_code", "days_login"],
        ["AB12", text],
      ],
    };
    const [found] = await findingsOf("number-unreadable", { surveys });
    expect(found!.message).toBe(
      `days_login: expected a number from 0 to 180, without words, found "${text}"${limit}`,
    );
  });
});

describe("dates", () => {
  const surveys = (...dates: string[]) => ({ "A arrival": [["start_date"], ...dates.map((date) => [date])] });

  it("that cannot be read are errors with their place", async () => {
    expect(
      await findingsOf("date-unreadable", { surveys: surveys("2026-04-05", "next Monday") }),
    ).toMatchObject([
      { severity: "error", at: { file, row: 3, column: "start_date" }, found: '"next Monday"' },
    ]);
  });

  it("that can be read both ways are one error a column", async () => {
    const found = (await checkFiles({ surveys: surveys("05/06/2026", "06/07/2026") })).findings;
    expect(found.filter((each) => each.rule.startsWith("date"))).toMatchObject([
      { rule: "date-order", severity: "error", at: { file, column: "start_date" } },
    ]);
  });

  it("outside the period are warnings", async () => {
    expect(await findingsOf("date-out-of-period", { surveys: surveys("2025-04-05") })).toMatchObject([
      {
        severity: "warning",
        at: { file, row: 2, column: "start_date" },
        expected: "a day from 2026-04-01 to 2026-12-31",
        found: "a day before it",
      },
    ]);
  });
});

describe("link codes", () => {
  const surveys = {
    "A arrival": [["link_code"], ["AB12"], ["ab 12"], ["CD34"], ["EF56"]],
    "A month3": [["link_code"], ["CD43"], ["EF56"], ["ZZ99"], ["-"]],
    "B month3": [["link_code"], ["AB13"]],
  };

  it("that stand twice in a wave are notes, whatever their case, and errors when the study refuses them", async () => {
    expect(await findingsOf("duplicate-respondent", { surveys })).toMatchObject([
      { severity: "note", at: { file, row: 3, column: "link_code" }, trust: "A", wave: "arrival" },
    ]);
    const refused = await findingsOf("duplicate-respondent", { surveys }, { duplicates: "refuse" });
    expect(refused).toMatchObject([{ severity: "error" }]);
  });

  it("that differ by one character are listed for a person, within a Trust only, and never shown", async () => {
    const found = await findingsOf("near-miss-link", { surveys });
    expect(found).toMatchObject([
      { severity: "warning", at: { file: "survey/A-month3.csv", row: 2, column: "link_code" } },
    ]);
    expect(found[0]!.message).toContain("survey/A-arrival.csv row 4");
    expect(found[0]!.found).toBeUndefined();
    expect(JSON.stringify(found)).not.toMatch(/CD34|CD43/);
  });

  it("that are left blank are counted, when the design links waves", async () => {
    expect(await findingsOf("link-missing", { surveys })).toMatchObject([
      { severity: "note", at: { file: "survey/A-month3.csv" }, found: "1 blank" },
    ]);
    expect(await findingsOf("link-missing", { surveys }, { design: "pre-post-unlinked" })).toEqual([]);
  });
});

describe("denominators", () => {
  const header = ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
  const row = (trust: string, invited: string) => [trust, "9", invited, "9", "9", "9", "1"];

  it("below the number of respondents are errors at the cell", async () => {
    const surveys = { "A arrival": [["link_code"], ["AB12"], ["AB12"], ["CD34"], ["-"]] };
    const cohort = [header, row("A", "2"), row("B", "2")];
    expect(await findingsOf("cohort-below-responses", { surveys, cohort })).toMatchObject([
      {
        severity: "error",
        at: { file: "cohort.csv", row: 2, column: "invited" },
        expected: "at least 3",
        found: "2",
        trust: "A",
      },
    ]);
  });

  it("that are missing are errors", async () => {
    expect(await findingsOf("cohort-missing", { cohort: [header, row("A", "2")] })).toMatchObject([
      { severity: "error", at: { file: "cohort.csv" }, trust: "B", fix: "add the row" },
    ]);
  });

  it("of a Trust that the study does not know are errors, labels and aliases are known", async () => {
    const cohort = [header, row("St Elsewhere", "2"), row("trust b", "2"), row("Trust C", "2")];
    expect(await findingsOf("unknown-trust", { cohort })).toMatchObject([
      {
        severity: "error",
        at: { file: "cohort.csv", row: 4, column: "trust" },
        message: 'trust: expected one of A, B, found "Trust C"',
        expected: "one of A, B",
        found: '"Trust C"',
        fix: 'did you mean "Trust A"? correct the cell',
      },
    ]);
    expect(await findingsOf("cohort-missing", { cohort })).toEqual([]);
  });

  it.each(["TOTAL", "Grand total", "", "Note: as of May", "Sum of all", "x".repeat(60)])(
    "in a row of %j are told as a total or a note, once",
    async (text) => {
      const cohort = [header, row("A", "9"), row("B", "9"), row(text, "18")];
      const { findings } = await checkFiles({ cohort });
      expect(findings).toMatchObject([
        {
          rule: "unknown-trust",
          at: { row: 4 },
          fix: "remove the row; if it is a Trust's, correct the cell",
        },
      ]);
      expect(findings[0]!.message).toContain("; not a Trust: a total or a note?");
      expect(findings[0]!.message).not.toContain("xxx");
    },
  );
});

describe("scale-direction-suspected", () => {
  const spread = (settle1: (i: number) => number, settle2: (i: number) => number) => [
    ["settle_1", "settle_2"],
    ...Array.from({ length: 12 }, (_, i) => [String(settle1(i)), String(settle2(i))]),
  ];
  const high = (i: number) => 3 + (i % 3);
  const low = (i: number) => 3 - (i % 3);

  it("is quiet when reverse-keyed items run against the others", async () => {
    const surveys = { "A arrival": spread(high, low), "B arrival": spread(high, low) };
    expect(await findingsOf("scale-direction-suspected", { surveys })).toEqual([]);
  });

  it("warns of an item that runs against the rest of its scale", async () => {
    const found = await findingsOf("scale-direction-suspected", {
      surveys: { "A arrival": spread(high, high) },
    });
    expect(found).toMatchObject([
      { code: "item-direction-suspected", severity: "warning", at: { file, column: "settle_1" } },
      { code: "item-direction-suspected", severity: "warning", at: { file, column: "settle_2" } },
    ]);
  });

  it("warns of a form that runs the other way round as a whole, until it is declared", async () => {
    const surveys = { "A arrival": spread(low, high), "B arrival": spread(high, low) };
    const found = await findingsOf("scale-direction-suspected", { surveys });
    expect(found.map((each) => [each.code, each.trust, each.found])).toEqual([
      ["form-direction-suspected", "A", "25 of 100"],
      ["form-direction-suspected", "B", "75 of 100"],
    ]);
  });

  it("says nothing of forms with fewer than ten respondents", async () => {
    const few = spread(high, high).slice(0, 10);
    expect(await findingsOf("scale-direction-suspected", { surveys: { "A arrival": few } })).toEqual([]);
  });
});

describe("reversed-without-effect", () => {
  it("warns when a scale is declared as reversed and its answers are words", async () => {
    const reversed = { reversed: ["settling"] };
    const words = { surveys: { "A arrival": [["settle_1"], ["Agree"]] } };
    expect(await findingsOf("reversed-without-effect", words, {}, reversed)).toMatchObject([
      { severity: "warning", at: { file }, expected: "numbers for answers", found: "words" },
    ]);
    const numbers = { surveys: { "A arrival": [["settle_1"], ["4"]] } };
    expect(await findingsOf("reversed-without-effect", numbers, {}, reversed)).toEqual([]);
  });
});
