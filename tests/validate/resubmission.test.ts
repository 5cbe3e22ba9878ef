import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import { drawReplies } from "../../src/simulate/draw-replies.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { questions } from "../../src/simulate/instrument.js";
import { drawPeople } from "../../src/simulate/people.js";
import type { DeclaredSource } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import { writeCostReturnTemplate } from "../../src/template/cost-return.js";
import type { FilledReturn } from "../../src/template/cost-return.js";
import { validate } from "../../src/validate/validate.js";
import { components } from "../costs/fixture.js";
import { csv } from "../formats/encode.js";
import * as write from "../formats/write-exports.js";
import { csvOf, memoryFolder, smallStudy, survey, variable, variables } from "../ingest/small-study.js";
import { filled, options } from "../template/fixture.js";

type Rows = readonly (readonly string[])[];
type Bytes = string | Uint8Array;

/** What is told of a file that was sent again, against the earlier one. */
async function told(source: DeclaredSource, earlier: Bytes, later: Bytes, more: Partial<Study> = {}) {
  const before = source.file.replace(".", "-1.");
  const study = smallStudy([{ ...source, replaces: [before] }], more);
  const { tables, replaced } = await ingest(study, memoryFolder({ [source.file]: later, [before]: earlier }));
  const { findings } = validate(study, tables, new Map(), undefined, replaced);
  return findings.filter(({ rule }) => rule === "resubmission");
}

async function says(...given: Parameters<typeof told>): Promise<readonly string[]> {
  return (await told(...given)).map(({ message }) => message);
}

const header = ["@id", "link_code", "settle_1", "best"];
const month3 = survey("survey/a.csv", { wave: "month3", dialect: "plain" });
const survey3 = (earlier: Rows, later: Rows, head = header) =>
  says(month3, csvOf([head, ...earlier]), csvOf([head, ...later]));

describe("a survey that was sent again", () => {
  const rows = [
    ["1", "AB12", "4", "the buddy"],
    ["2", "CD34", "2", "nothing"],
    ["3", "EF56", "5", "the team"],
  ];

  it("is told by respondents that are new, rows that changed and rows that are gone", async () => {
    const later = [rows[2]!, ["1", "AB12", "3", "the buddy"], ["8", "GH78", "4", ""], ["9", "IJ90", "4", ""]];
    expect(await told(month3, csvOf([header, ...rows]), csvOf([header, ...later]))).toEqual([
      {
        rule: "resubmission",
        code: "resubmission",
        severity: "note",
        at: { file: "survey/a.csv" },
        message: "Trust A, Month 3: +2 respondents, 1 row changed, 1 removed",
        fix: "nothing to do if this is what was meant; survey/a-1.csv, sent before, is not used",
        trust: "A",
        wave: "month3",
      },
    ]);
  });

  it("in another order of rows has the same answers", async () => {
    expect(await survey3(rows, [...rows].reverse())).toEqual([
      "Trust A, Month 3: the same answers as before",
    ]);
  });

  it("with a mended link code has one changed row, by the response id", async () => {
    const later = [["1", "AB-1Z", "4", "the buddy"], ...rows.slice(1)];
    expect(await survey3(rows, later)).toEqual([
      "Trust A, Month 3: +0 respondents, 1 row changed, 0 removed",
    ]);
  });

  it("goes by link codes when a copy of the form counts its responses anew", async () => {
    const anew = [rows[1]!, rows[2]!, rows[0]!].map(([, ...cells], index) => [String(index + 1), ...cells]);
    anew[0] = ["1", "cd 34", "1", "nothing"];
    expect(await survey3(rows, anew)).toEqual(["Trust A, Month 3: +0 respondents, 1 row changed, 0 removed"]);
  });

  it("goes by link codes without ids, and by equal answers without either", async () => {
    const without = (list: Rows, from: number) => list.map((cells) => cells.slice(from));
    const later = [["1", "AB12", "4", "the nurses"], ...rows.slice(1).reverse()];
    expect(await survey3(without(rows, 1), without(later, 1), header.slice(1))).toEqual([
      "Trust A, Month 3: +0 respondents, 1 row changed, 0 removed",
    ]);
    expect(await survey3(without(rows, 2), without(later, 2), header.slice(2))).toEqual([
      "Trust A, Month 3: +1 respondent, 0 rows changed, 1 removed",
    ]);
  });

  it("keeps apart the rows of one code that stands twice", async () => {
    const twice = [...rows, ["4", "AB12", "1", "second thoughts"]].map((cells) => cells.slice(1));
    const later = [twice[3]!, twice[0]!, twice[1]!, ["EF56", "4", "the team"]];
    expect(await survey3(twice, later, header.slice(1))).toEqual([
      "Trust A, Month 3: +0 respondents, 1 row changed, 0 removed",
    ]);
  });

  it("counts an answer that the codebook does not allow, once mended, as a changed row", async () => {
    const earlier = [["1", "AB12", "44", "the buddy"], ...rows.slice(1)];
    expect(await survey3(earlier, rows)).toEqual([
      "Trust A, Month 3: +0 respondents, 1 row changed, 0 removed",
    ]);
    expect(
      await survey3(
        earlier,
        earlier.map((cells) => cells.map((cell) => cell.replace("44", "45"))),
      ),
    ).toEqual(["Trust A, Month 3: +0 respondents, 1 row changed, 0 removed"]);
  });

  it("never shows a code, an id or an answer", async () => {
    const found = await told(
      month3,
      csvOf([header, ...rows]),
      csvOf([header, rows[0]!, ["7", "ZZ99", "1", "x"]]),
    );
    expect(JSON.stringify(found)).not.toMatch(/AB12|CD34|ZZ99|buddy|nothing"|the team/);
  });

  it("of several Trusts is told by its file", async () => {
    const places = [
      ...variables,
      variable("trust_asked", { role: "trust", type: "text", headings: ["Trust"] }),
    ];
    const { trust: _, ...central } = survey("survey/all.csv", {
      wave: "month3",
      dialect: "plain",
      trust_question: "trust_asked",
    });
    const head = [...header, "trust_asked"];
    const of = (trust: string) => rows.map((cells) => [...cells, trust]);
    const later = [...of("A").slice(0, 2), ["3", "EF56", "5", "the team", "B"]];
    expect(
      await says(central, csvOf([head, ...of("A")]), csvOf([head, ...later]), { variables: places }),
    ).toEqual(["survey/all.csv: +0 respondents, 1 row changed, 0 removed"]);
  });

  it("that is the same file is a warning", async () => {
    const text = csvOf([header, ...rows]);
    expect(await told(month3, text, text)).toMatchObject([
      {
        code: "resubmission-same",
        severity: "warning",
        message:
          "Trust A, Month 3: the same content as survey/a-1.csv, byte for byte: sending it again changed nothing",
      },
    ]);
  });

  it("in place of one that cannot be read says so", async () => {
    expect(await told(month3, "%PDF-1.7", csvOf([header, ...rows]))).toMatchObject([
      {
        code: "resubmission-unread",
        severity: "note",
        message:
          "Trust A, Month 3: survey/a-1.csv was sent before and cannot be read, so that what changed is not known",
      },
    ]);
  });
});

describe("the same answers as another platform's export", () => {
  const asked = questions.filter((question) => question.waves.includes("month3"));
  const replies = exampleTruth.trusts.flatMap((trust) => {
    const people = drawPeople(exampleTruth, 1, trust);
    const { rows } = drawReplies(exampleTruth, 1, trust, people, "month3");
    return rows.filter((reply) => reply.status === "finished");
  });
  const more = {
    variables: questions,
    period: exampleTruth.period,
    waves: [...exampleTruth.waves],
    scales: ["settling", "confidence"].map((id) => {
      return { id, label: id, aim: "settling-in" as const, minimum_answered: 0.5 };
    }),
  };
  const source = survey("survey/a.csv", { wave: "month3", date_order: "dmy" });
  const bytes = (rows: Rows) => new TextEncoder().encode(csv(rows, ",", "\n"));
  const forms = bytes(write.microsoft(asked, replies));

  it.each([
    ["google-forms", write.google],
    ["qualtrics", write.qualtrics("codes", true)],
    ["jisc", write.jiscCodes(true)],
    ["surveymonkey", write.surveyMonkey(true)],
    ["redcap", write.redcap("raw")],
    ["plain", write.plain],
  ])("changes nothing: %s", async (_, rowsOf) => {
    expect(await says(source, bytes(rowsOf(asked, replies)), forms, more)).toEqual([
      "Trust A, Month 3: the same answers as before",
    ]);
  });

  it("and with two people fewer has two respondents more", async () => {
    const fewer = replies.filter((_, index) => index !== 3 && index !== 50);
    expect(await says(source, bytes(write.jiscWords(asked, fewer)), forms, more)).toEqual([
      "Trust A, Month 3: +2 respondents, 0 rows changed, 0 removed",
    ]);
  });
});

describe("a cost return that was sent again", () => {
  const source = { file: "costs/b.xlsx", kind: "cost-return", trust: "B" } as const;
  const book = (fill: Partial<FilledReturn>) =>
    writeCostReturnTemplate({ ...options, fill: { ...filled, ...fill } });
  const effect = async (fill: Partial<FilledReturn>) =>
    says(source, await book({}), await book(fill), { components });
  const [lead, buddy] = [filled.staff[0]!, filled.staff[1]!];
  const [housing] = [filled.other[0]!];

  it("is told by its lines, and by the amounts in pounds as stated", async () => {
    const meals = { ...housing, item: "Meals", category: "catering", amountPence: 100_000 };
    expect(
      await effect({
        to: "2026-10-31",
        staff: [{ ...lead, hours: 5 }, buddy],
        other: [{ ...housing, amountPence: 66_055 }, meals],
      }),
    ).toEqual([
      "Trust B, cost return: 3 lines changed, 1 new, 0 removed; total of stated amounts +£1,240.00",
    ]);
    expect(await effect({ staff: [buddy], other: [{ ...housing, amountPence: 2_055 }] })).toEqual([
      "Trust B, cost return: 1 line changed, 0 new, 1 removed; total of stated amounts −£400.00",
    ]);
  });

  it("in another order of lines says the same; another role in a row is a changed line", async () => {
    expect(await effect({ staff: [buddy, lead] })).toEqual([
      "Trust B, cost return: the same lines as before",
    ]);
    expect(await effect({ staff: [lead, { ...buddy, role: "Mentor" }] })).toEqual([
      "Trust B, cost return: 1 line changed, 0 new, 0 removed; total of stated amounts as before",
    ]);
  });
});

describe("a cohort table that was sent again", () => {
  const head = ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
  const source = { file: "cohort.csv", kind: "cohort" } as const;
  const rows = [
    ["A", "1,010", "60", "60", "60", "60", "1"],
    ["B", "60", "60", "60", "60", "60", "1"],
  ];
  const effect = (earlier: Rows, later: Rows) =>
    says(source, csvOf([head, ...earlier]), csvOf([head, ...later]));

  it("is told by the numbers that changed and whose they are", async () => {
    const later = [
      ["Trust B", "60", "60", "60", "58", "57", "1"],
      ["A", "1010", "60", "60", "60", "60", "1"],
    ];
    expect(await effect(rows, later)).toEqual([
      "cohort.csv: 2 numbers changed (Trust B, inducted; Trust B, completed)",
    ]);
    expect(await effect(rows.slice(0, 1), rows)).toEqual(["cohort.csv: 1 row new (Trust B)"]);
    expect(await effect(rows, [...rows].reverse())).toEqual(["cohort.csv: the same numbers as before"]);
  });

  it("in place of one without its columns says that what changed is not known", async () => {
    expect(await says(source, "Trust;People\nA;3\n", csvOf([head, ...rows]))).toEqual([
      "cohort.csv: cohort-1.csv was sent before and cannot be read, so that what changed is not known",
    ]);
  });
});

describe("an HR extract that was sent again", () => {
  const head = ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"];
  const source = { file: "hr.csv", kind: "hr", extracted: "2026-12-01" } as const;
  const rows = [
    ["A", "1", "05/04/2026", "", "yes", "no"],
    ["A", "2", "25/04/2026", "", "yes", "no"],
    ["B", "1", "25/04/2026", "30/06/2026", "no", "no"],
  ];
  const effect = (later: Rows) => says(source, csvOf([head, ...rows]), csvOf([head, ...later]));

  it("is told Trust by Trust, by doctors and rows", async () => {
    const later = [
      ["A", "1", "05/04/2026", "", "yes", "yes"],
      ["A", "2", "25/04/2026", "", "yes", "no"],
      ["A", "3", "26/04/2026", "", "yes", "no"],
    ];
    expect(await effect(later)).toEqual([
      "hr.csv: Trust A +1 doctor, 1 row changed, 0 removed; Trust B +0 doctors, 0 rows changed, 1 removed",
    ]);
  });

  it("with days written another way says the same", async () => {
    const later = [
      ["Trust B", "1", "2026-04-25", "2026-06-30", "N", "N"],
      ["A", "1", "2026-04-05", "", "Y", "N"],
      ["A", "2", "2026-04-25", "", "Y", "N"],
    ];
    expect(await effect(later)).toEqual(["hr.csv: the same rows as before"]);
  });
});
