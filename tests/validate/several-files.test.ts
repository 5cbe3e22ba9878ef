import { describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build-dataset.js";
import { ingest } from "../../src/ingest/ingest.js";
import type { SurveySource } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import { validate } from "../../src/validate/validate.js";
import {
  csvOf,
  memoryFolder,
  numbered,
  smallStudy,
  survey,
  variable,
  variables,
} from "../ingest/small-study.js";

type Rows = readonly (readonly string[])[];
interface Given {
  readonly rows: Rows;
  readonly source?: Partial<SurveySource>;
}

/** Check a study of these survey files, all of Trust A at arrival unless said otherwise, in plain tables. */
async function check(given: Readonly<Record<string, Given>>, more: Partial<Study> = {}) {
  const sources = Object.entries(given).map(([file, { source }]) =>
    survey(`survey/${file}.csv`, { dialect: "plain", ...source }),
  );
  const study = smallStudy(sources, more);
  const folder = Object.entries(given).map(([file, { rows }]) => [`survey/${file}.csv`, csvOf(rows)]);
  const { tables } = await ingest(study, memoryFolder(Object.fromEntries(folder)));
  const { findings, surveys, leftOut } = validate(study, tables, new Map());
  return {
    of: (rule: string) => findings.filter((finding) => finding.rule === rule),
    dataset: () => buildDataset(study, surveys, leftOut),
  };
}

const forms = ["Id", "Start time", "Completion time", "Your code", "I feel at home"];
const microsoft = { dialect: "microsoft-forms", date_order: "ymd" } as const;
const form = (id: number, time: string, code: string, answer: string) => [
  String(id),
  "2026-05-01 09:00:00",
  `2026-05-0${time}`,
  code,
  answer,
];

describe("one link code in two files of a Trust", () => {
  const rows = (answer: string, time: string) => [forms, form(1, time, "K-1", answer)];

  it("is one person, by the rule that the study declares, whichever file is listed first", async () => {
    const early = { rows: rows("Disagree", "2 10:00:00"), source: microsoft };
    const late = { rows: rows("Agree", "3 10:00:00"), source: microsoft };
    for (const given of [
      { early, late },
      { late, early },
    ] as readonly Readonly<Record<string, Given>>[]) {
      const kept = async (duplicates: Study["duplicates"]) => {
        const { dataset } = await check(given, { duplicates });
        const data = dataset();
        return data.responses.map((one) => [one.file, data.answer(one, "settle_1")]);
      };
      expect(await kept("latest-complete")).toEqual([["survey/late.csv", { kind: "number", value: 4 }]]);
      expect(await kept("first")).toEqual([["survey/early.csv", { kind: "number", value: 2 }]]);
    }
    const { of } = await check({ early, late });
    expect(of("duplicate-respondent").map(({ at, message }) => [at.file, message])).toEqual([
      [
        "survey/late.csv",
        "link code: the same as in survey/early.csv row 2; the latest complete answer is kept, as declared",
      ],
    ]);
    expect(of("same-response")).toEqual([]);
  });

  it("says that the order of the files decides where one has no times", async () => {
    const { of } = await check({
      north: { rows: rows("Disagree", "2 10:00:00"), source: microsoft },
      south: {
        rows: [
          ["Your code", "I feel at home"],
          ["k1", "Agree"],
        ],
      },
    });
    expect(of("duplicate-respondent")[0]!.message).toBe(
      "link code: the same as in survey/north.csv row 2; the latest complete answer is kept, as declared, by the order of the two files in study.yaml, because one of them has no times",
    );
  });

  it("stops a study that refuses duplicates", async () => {
    const { of } = await check(
      {
        north: { rows: rows("Disagree", "2 10:00:00"), source: microsoft },
        south: { rows: rows("Agree", "3 10:00:00"), source: microsoft },
      },
      { duplicates: "refuse" },
    );
    expect(of("duplicate-respondent").map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("same-response", () => {
  const first = [forms, form(1, "2 10:00:07", "K1", "Agree"), form(2, "2 11:00:09", "K2", "Disagree")];
  const more = [...first, form(3, "3 12:30:11", "K3", "Neither")];

  it("refuses a later download beside the earlier one, names both places and the fix, and nothing else is told", async () => {
    const { of } = await check({
      may: { rows: first, source: microsoft },
      june: { rows: more, source: microsoft },
    });
    expect(of("same-response")).toEqual([
      {
        rule: "same-response",
        code: "same-response",
        severity: "error",
        at: { file: "survey/may.csv" },
        message:
          "file: all responses stand in survey/june.csv too (the same response numbers; rows 2 and 3); counted twice",
        expected: "each response in one file",
        found: "2 in two",
        fix: "if survey/june.csv is a later download of the same form, take survey/may.csv out of sources in study.yaml and write replaces: survey/may.csv under survey/june.csv",
        count: 2,
        trust: "A",
        wave: "arrival",
      },
    ]);
    expect([...of("duplicate-respondent"), ...of("near-copy")]).toEqual([]);
  });

  it("names the older file in whatever order they are listed, and a chain of three two by two", async () => {
    const last = [...more, form(4, "4 12:30:11", "K4", "Neither")];
    const files = {
      june: { rows: more, source: microsoft },
      may: { rows: first, source: microsoft },
      july: { rows: last, source: microsoft },
    };
    const { of } = await check(files);
    expect(
      of("same-response").map(({ at, message }) => `${at.file} in ${/survey\/\w+/.exec(message)![0]}`),
    ).toEqual([
      "survey/may.csv in survey/june",
      "survey/may.csv in survey/july",
      "survey/june.csv in survey/july",
    ]);
  });

  it("tells the rows of both where two exports overlap", async () => {
    const second = [forms, form(2, "2 11:00:09", "K2", "Disagree"), form(3, "3 12:30:11", "K3", "Neither")];
    const { of } = await check({
      may: { rows: first, source: microsoft },
      june: { rows: second, source: microsoft },
    });
    expect(of("same-response").map(({ at, message, fix }) => [at.row, message, fix])).toEqual([
      [
        3,
        "file: 1 response stands in survey/june.csv too (the same response numbers; row 3 here, row 2 there); counted twice",
        "if survey/june.csv is a later download of the same form, take survey/may.csv out of sources in study.yaml and write replaces: survey/may.csv under survey/june.csv; if the two exports overlap, export them again so that each response is in one",
      ],
    ]);
  });

  it("knows an answer again that was changed between two downloads, by its number and time", async () => {
    const changed = [forms, form(1, "2 10:00:07", "K1", "Strongly agree")];
    const { of } = await check({
      may: { rows: first, source: microsoft },
      june: { rows: changed, source: microsoft },
    });
    expect(of("same-response")).toHaveLength(1);
  });

  it("says nothing of two forms that both count from 1, or of times that are told to the minute", async () => {
    const other = [forms, form(1, "2 10:04:31", "L1", "Agree"), form(2, "2 11:00:08", "L2", "Disagree")];
    expect(
      (
        await check({ north: { rows: first, source: microsoft }, south: { rows: other, source: microsoft } })
      ).of("same-response"),
    ).toEqual([]);
    const minutes = (code: string, answer: string) => [forms, form(1, "2 10:00:00", code, answer)];
    const { of } = await check({
      north: { rows: minutes("K1", "Agree"), source: microsoft },
      south: { rows: minutes("L1", "Disagree"), source: microsoft },
    });
    expect(of("same-response")).toEqual([]);
  });

  it("knows a person by code and all answers where the platform numbers nobody", async () => {
    const header = ["Your code", "I feel at home", "What was best?"];
    const north = [header, ["K1", "Agree", "tea"], ["K2", "Agree", "the buddy"]];
    const south = [header, ["K2", "Agree", "the buddy"], ["K1", "Agree", "coffee"]];
    const { of } = await check({ north: { rows: north }, south: { rows: south } });
    expect(of("same-response").map(({ message }) => message)).toEqual([
      "file: 1 response stands in survey/south.csv too (the same answers throughout; row 3 here, row 2 there); counted twice",
    ]);
    expect(of("duplicate-respondent").map(({ at }) => at.row)).toEqual([3]);
  });

  it("without code, time or number needs several people of many answers, so that two alike are two", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `q${index}`);
    const asked = names.map((name) =>
      variable(name, { categories: numbered(["No", "Hardly", "Partly", "Yes"]) }),
    );
    const person = (seed: number) => names.map((_, index) => String(((seed * (index + 3) + index) % 4) + 1));
    const people = (...seeds: readonly number[]) => ({ rows: [names, ...seeds.map(person)] });
    const find = async (north: Given, south: Given) =>
      (await check({ north, south }, { variables: asked })).of("same-response");
    expect(await find(people(1, 2, 3), people(2, 3, 5, 1))).toHaveLength(1);
    expect(await find(people(1, 2, 3, 6, 7), people(3, 5, 4, 1))).toEqual([]);
  });

  it("finds one Trust's responses among another's", async () => {
    const files = {
      a: { rows: first, source: microsoft },
      b: { rows: more, source: { ...microsoft, trust: "B" } },
    };
    const { of } = await check(files);
    expect(of("same-response").map(({ at, message, fix }) => [at.file, message, fix])).toEqual([
      [
        "survey/a.csv",
        "file: all responses stand in survey/b.csv too, which is of Trust B (the same response numbers; rows 2 and 3); counted twice",
        "ask which Trust these people belong to, and take them out of the other file",
      ],
    ]);
  });

  it("echoes no code, number of a response or answer", async () => {
    const rows = [
      ["Your code", "I feel at home", "What was best?"],
      ["SECRET9", "Agree", "my own words"],
    ];
    const { of } = await check(
      { north: { rows }, south: { rows: [...rows, ["K5", "Agree", ""]] } },
      { variables },
    );
    expect(of("same-response")).toHaveLength(1);
    expect(JSON.stringify(of("same-response"))).not.toMatch(/SECRET9|own words/);
  });
});
