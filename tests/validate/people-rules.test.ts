import { describe, expect, it } from "vitest";
import { generatorFor, nextIndex } from "../../src/stats/resampling/generator.js";
import { sharedByChance } from "../../src/validate/rules/code-in-two-trusts.js";
import { numbered, variable, variables } from "../ingest/small-study.js";
import { findingsOf } from "./check-files.js";

const five = numbered(["Never", "Seldom", "Sometimes", "Often", "Always"]);

describe("straight-lining", () => {
  const names = ["s1", "s2", "s3", "s4"];
  const items = names.map((name, i) =>
    variable(name, { role: "item", scale: "settling", categories: five, reverse: i === 3 }),
  );
  const find = (rows: readonly (readonly string[])[], more: Parameters<typeof findingsOf>[2] = {}) =>
    findingsOf(
      "straight-lining",
      { surveys: { "A arrival": [names, ...rows] } },
      { variables: items, ...more },
    );

  it("notes one answer to four items of which one is worded the other way round, once a person", async () => {
    expect(
      await find([
        ["5", "4", "5", "1"],
        ["5", "5", "5", "5"],
      ]),
    ).toEqual([
      {
        rule: "straight-lining",
        code: "straight-lining",
        severity: "note",
        at: { file: "survey/A-arrival.csv", row: 3, column: "s1" },
        message: "settling: the same answer to all 4 items, those worded the other way round too",
        expected: "answers that go with the wording",
        found: "4 equal answers",
        fix: "nothing to do; the answers are kept, and a study with many may set when they are too many under checks",
        trust: "A",
        wave: "arrival",
      },
    ]);
  });

  it("says nothing of the middle answer, of one that differs, or of fewer than four answers", async () => {
    expect(
      await find([
        ["3", "3", "3", "3"],
        ["5", "5", "5", "4"],
        ["5", "5", "", "5"],
      ]),
    ).toEqual([]);
  });

  it("says nothing of a scale that is worded one way, or reversed throughout", async () => {
    for (const reverse of [false, true]) {
      const alike = items.map((item) => ({ ...item, reverse }));
      expect(await find([["5", "5", "5", "5"]], { variables: alike })).toEqual([]);
    }
  });

  it("is a warning, then an error, by the share of a Trust's respondents, as the study sets it", async () => {
    const checks = [{ rule: "straight-lining", warning: { share: 0.1 }, error: { share: 0.3 } }];
    const good = ["5", "4", "5", "1"];
    const rows = (bad: number) =>
      Array.from({ length: 10 }, (_, i) => (i < bad ? ["2", "2", "2", "2"] : good));
    const severities = async (bad: number) =>
      (await find(rows(bad), { checks })).map((each) => each.severity);
    expect(await severities(1)).toEqual(["warning"]);
    expect(await severities(2)).toEqual(["warning", "warning"]);
    expect(await severities(3)).toEqual(["error", "error", "error"]);
    const twenty = [...rows(1), ...rows(0)];
    expect((await find(twenty, { checks })).map((each) => each.severity)).toEqual(["note"]);
  });
});

describe("near-copy", () => {
  const names = Array.from({ length: 24 }, (_, i) => `q${i + 1}`);
  const questions = names.map((name) => variable(name, { categories: five }));
  const study = { variables: [variables[0]!, ...questions] };
  const draw = generatorFor(7, "near-copy");
  const person = (i: number, answer: () => number) => [`AB${i + 10}`, ...names.map(() => String(answer()))];
  const people = Array.from({ length: 30 }, (_, i) => person(i, () => 1 + nextIndex(draw, 5)));
  const header = ["link_code", ...names];
  const find = (
    rows: readonly (readonly string[])[],
    more: Record<string, readonly (readonly string[])[]> = {},
  ) => findingsOf("near-copy", { surveys: { "A arrival": [header, ...rows], ...more } }, study);
  /** A copy of a row under another code, with other answers to the first questions. */
  const copyOf = (row: readonly string[], differences: number) => [
    "ZZ99",
    ...row.slice(1).map((answer, i) => (i < differences ? String((Number(answer) % 5) + 1) : answer)),
  ];

  it("warns of a row with all answers of another, and of one with all but two, with both places", async () => {
    expect(await find([...people, copyOf(people[4]!, 0)])).toMatchObject([
      {
        severity: "warning",
        at: { file: "survey/A-arrival.csv", row: 32 },
        message: "row: all 24 answers the same as in row 6, too many to be chance; both are counted",
        trust: "A",
        wave: "arrival",
      },
    ]);
    expect(await find([...people, copyOf(people[4]!, 2)])).toMatchObject([{ found: "22 of 24 answers" }]);
  });

  it("says nothing of people who answered for themselves, or of a row with three other answers", async () => {
    expect(await find(people)).toEqual([]);
    expect(await find([...people, copyOf(people[4]!, 3)])).toEqual([]);
  });

  it("finds a copy in another Trust's file, and one without a link code", async () => {
    const more = { "B arrival": [header, ["", ...people[4]!.slice(1)]] };
    const [found] = await find(people, more);
    expect(found).toMatchObject({ at: { file: "survey/B-arrival.csv", row: 2 }, trust: "B" });
    expect(found!.message).toContain("survey/A-arrival.csv row 6");
  });

  it("leaves one code twice in a Trust to duplicate-respondent", async () => {
    expect(await find([...people, people[4]!])).toEqual([]);
  });

  it("knows that people who are pleased with everything agree by chance", async () => {
    const same = Array.from({ length: 12 }, (_, i) => person(60 + i, () => 5));
    expect(await find([...people, ...same])).toEqual([]);
  });

  it("knows that short forms agree by chance", async () => {
    const short = { variables: [variables[0]!, ...questions.slice(0, 9)] };
    const rows = [["link_code", ...names.slice(0, 9)], ...people.map((row) => row.slice(0, 10))];
    const surveys = { "A arrival": [...rows, ["ZZ99", ...people[4]!.slice(1, 10)]] };
    expect(await findingsOf("near-copy", { surveys }, short)).toEqual([]);
  });
});

describe("code-in-two-trusts", () => {
  const codes = (...some: string[]) => [["link_code"], ...some.map((code) => [code])];
  const spread = Array.from(
    { length: 20 },
    (_, i) => `${"ABCDEFGHIJKLMNOPQRST"[i]}${10 + i}${"TSRQPONMLKJIHGFEDCBA"[i]}`,
  );

  it("warns of a code that hardly any two people would share, with both places and without the code", async () => {
    const surveys = { "A arrival": codes(...spread), "B arrival": codes("ZZ99", "b11s") };
    const found = await findingsOf("code-in-two-trusts", { surveys });
    expect(found).toMatchObject([
      {
        severity: "warning",
        at: { file: "survey/B-arrival.csv", row: 3, column: "link_code" },
        message: "link code: the same as at Trust A (survey/A-arrival.csv row 3); counted at both",
        trust: "B",
        wave: "arrival",
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/b11s/i);
  });

  it("is a note where codes are short enough to meet by chance, and silent within a Trust and between waves", async () => {
    const short = { "A arrival": codes("A1", "B2", "C1"), "B arrival": codes("A2", "B1", "C1") };
    expect(await findingsOf("code-in-two-trusts", { surveys: short })).toMatchObject([{ severity: "note" }]);
    const apart = { "A arrival": codes("AB12", "AB12"), "B month3": codes("AB12") };
    expect(await findingsOf("code-in-two-trusts", { surveys: apart })).toEqual([]);
  });

  it("counts how many pairs would agree by chance", () => {
    expect(
      sharedByChance([
        ["A", "B"],
        ["A", "B"],
      ]),
    ).toBeCloseTo(2, 12);
    expect(
      sharedByChance([
        ["A1", "B2"],
        ["A1", "B2"],
      ]),
    ).toBeCloseTo(1, 12);
    expect(sharedByChance([[], []])).toBe(0);
  });

  it("people who stand in two Trusts' files do not make their own codes look common", () => {
    const codes = ["AB01CD", "EF12GH", "IJ23KL", "MN04OP", "QR15ST", "UV26WX"];
    expect(sharedByChance([codes, codes])).toBeLessThan(0.05);
  });
});

describe("few-linked", () => {
  const codes = (from: number, to: number) => [
    ["link_code"],
    ...Array.from({ length: to - from }, (_, i) => [`AB${from + i}`]),
  ];
  const comparisons = [{ scale: "settling", from: "arrival", to: "month3", primary: true }];
  const find = (later: readonly (readonly string[])[], more = {}) =>
    findingsOf(
      "few-linked",
      { surveys: { "A arrival": codes(10, 30), "A month3": later } },
      { comparisons, ...more },
    );

  it("warns when fewer than half of ten or more can be linked, and notes it otherwise", async () => {
    expect(await find(codes(26, 36))).toMatchObject([
      {
        severity: "warning",
        at: { file: "survey/A-month3.csv" },
        found: "4 of 10",
        message:
          "link code: 4 of 10 who answered at month3 can be linked to arrival, Trust A; change is worked out from these alone",
        trust: "A",
        wave: "month3",
      },
    ]);
    expect(await find(codes(25, 35))).toMatchObject([{ severity: "note", found: "5 of 10" }]);
    expect(await find(codes(28, 37))).toMatchObject([{ severity: "note", found: "2 of 9" }]);
  });

  it("says nothing when all are linked, or nothing is to be linked", async () => {
    expect(await find(codes(10, 22))).toEqual([]);
    expect(await find(codes(26, 36), { comparisons: [] })).toEqual([]);
    expect(await find(codes(26, 36), { design: "pre-post-unlinked" })).toEqual([]);
  });

  it("follows the share that the study sets for those who cannot be linked", async () => {
    const checks = [{ rule: "few-linked", warning: { share: 0.4 }, error: { share: 0.6 } }];
    expect(await find(codes(24, 34), { checks })).toMatchObject([{ severity: "warning" }]);
    expect(await find(codes(26, 36), { checks })).toMatchObject([{ severity: "error" }]);
    expect(await find(codes(23, 33), { checks })).toMatchObject([{ severity: "note" }]);
  });
});

describe("ceiling", () => {
  const rows = (best: number, rest: number) => [
    ["settle_1", "settle_2"],
    ...Array.from({ length: best + rest }, (_, i) => (i < best ? ["5", "1"] : ["4", "4"])),
  ];
  const comparisons = [{ scale: "settling", from: "arrival", to: "month3", primary: true }];

  it("notes at least 80 % of ten at the best answer, turned items by their own best, and what it means for change", async () => {
    const found = await findingsOf("ceiling", { surveys: { "A arrival": rows(8, 2) } }, { comparisons });
    expect(found.map(({ severity, at, message }) => [severity, at.column, message])).toEqual([
      [
        "note",
        "settle_1",
        "settle_1: 80% of 10 gave the best answer at arrival; it can hardly rise from there, and says little about change",
      ],
      [
        "note",
        "settle_2",
        "settle_2: 80% of 10 gave the best answer at arrival; it can hardly rise from there, and says little about change",
      ],
    ]);
  });

  it("says nothing below 80 %, or of fewer than ten", async () => {
    expect(await findingsOf("ceiling", { surveys: { "A arrival": rows(15, 4) } })).toEqual([]);
    expect(await findingsOf("ceiling", { surveys: { "A arrival": rows(9, 0) } })).toEqual([]);
  });
});
