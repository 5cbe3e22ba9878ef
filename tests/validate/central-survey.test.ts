import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import type { SurveySource } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import type { Variable } from "../../src/study/variable.js";
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

const trustAsked = variable("trust_asked", {
  question: "Where do you work?",
  role: "trust",
  type: "text",
  missing: { "not applicable": ["None of these"] },
});
const waveAsked = variable("wave_asked", { question: "Which survey is this?", role: "wave", type: "text" });
const trusts = [
  { code: "A", label: "Trust A", aliases: ["South Tyneside and Sunderland"] },
  { code: "B", label: "Trust B", aliases: ["St Elsewhere"] },
];

async function check(
  rows: readonly (readonly string[])[],
  source: Partial<SurveySource> = {},
  more: { readonly asked?: readonly Variable[]; readonly study?: Partial<Study> } = {},
) {
  const { trust: _, ...declared } = survey("survey/central.csv", {
    dialect: "plain",
    trust_question: "trust_asked",
  });
  const sources = [{ ...declared, ...source }];
  const all = { trusts, variables: [...variables, ...(more.asked ?? [trustAsked])], ...more.study };
  const study = smallStudy(sources, all);
  const { tables } = await ingest(study, memoryFolder({ "survey/central.csv": csvOf(rows) }));
  const validated = validate(study, tables, new Map());
  return {
    ...validated,
    of: (rule: string) => validated.findings.filter((finding) => finding.rule === rule),
  };
}

const header = ["Your code", "I feel at home", "Where do you work?"];

describe("a central survey", () => {
  it("is read once a Trust, each with the rows of the file, by code, label or alias", async () => {
    const { surveys } = await check([
      header,
      ["K1", "Agree", "b"],
      ["K2", "Disagree", " Trust  A."],
      ["K3", "Neither", "ST ELSEWHERE"],
      ["K4", "Agree", "south tyneside and sunderland"],
    ]);
    expect(surveys.map(({ trust, wave, table }) => [trust, wave, table.rows])).toEqual([
      ["A", "arrival", [3, 5]],
      ["B", "arrival", [2, 4]],
    ]);
    expect(surveys[1]!.answers.get("link_code")).toEqual([
      { kind: "text", value: "K1" },
      { kind: "text", value: "K3" },
    ]);
    expect(surveys[1]!.matching.matched.get("link_code")).toMatchObject({ column: { values: ["K1", "K3"] } });
  });

  it("refuses an answer that names no Trust, once a distinct answer, with its rows and the nearest name", async () => {
    const { of, surveys } = await check([
      header,
      ["K1", "Agree", "S Tyneside & Sunderland"],
      ["K2", "Agree", "STSFT"],
      ["K3", "Agree", "s tyneside & sunderland "],
      ["K4", "Agree", "A"],
    ]);
    expect(surveys.map(({ table }) => table.rows)).toEqual([[5]]);
    expect(
      of("place-unknown").map(({ severity, at, message, fix }) => [severity, at.row, message, fix]),
    ).toEqual([
      [
        "error",
        2,
        'trust_asked: "S Tyneside & Sunderland" names no Trust of the study (rows 2 and 4)',
        'did you mean "South Tyneside and Sunderland"? if so, add the words to aliases of Trust A in study.yaml; for people of no Trust of this study, list the words under not_applicable of trust_asked in codebook.csv: they are left out and counted',
      ],
      [
        "error",
        3,
        'trust_asked: "STSFT" names no Trust of the study (row 3)',
        "add the words to aliases of the Trust in study.yaml; for people of no Trust of this study, list the words under not_applicable of trust_asked in codebook.csv: they are left out and counted",
      ],
    ]);
  });

  it("never repeats a long answer, an address or a number", async () => {
    const { of, findings } = await check([
      header,
      ["K1", "Agree", "I would rather not say but Dr Bloggs of the ED knows me"],
      ["K2", "Agree", "me@example.org"],
      ["K3", "Agree", "GMC 7654321"],
      ["K4", "Agree", "Bay 20191"],
    ]);
    const told = findings.map(({ message, found = "" }) => `${message} ${found}`).join("\n");
    for (const words of ["rather", "Bloggs", "example.org", "7654321", "0191"])
      expect(told).not.toContain(words);
    expect(of("place-unknown").map(({ message }) => message)).toEqual([
      expect.stringMatching(/^trust_asked: \d+ characters of text names no Trust of the study \(row 2\)$/),
      "trust_asked: 9 characters of text names no Trust of the study (row 5)",
    ]);
    expect(of("place-blank").map(({ found }) => found)).toEqual(["2 without one"]);
  });

  it("leaves out people who named no Trust, tells their rows and counts them", async () => {
    const rows = [header, ["K1", "Agree", ""], ["K2", "Agree", "A"], ["K3", "Agree", "None of these"]];
    const { of, leftOut, surveys } = await check(rows);
    expect(surveys.map(({ table }) => table.rows)).toEqual([[3]]);
    expect(leftOut).toEqual([
      { trust: null, wave: "arrival", reason: "no Trust of the study given", rows: [2, 4] },
    ]);
    expect(of("place-blank").map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "trust_asked: 2 people of 3 named no Trust (rows 2 and 4); left out, and counted in the report",
      ],
    ]);
    const strict = { checks: [{ rule: "place-blank", error: { share: 0.5 } }] };
    expect((await check(rows, {}, { study: strict })).of("place-blank")[0]!.severity).toBe("error");
  });

  it("tells of a Trust that nobody named, unless it has a file of its own", async () => {
    const rows = [header, ["K1", "Agree", "B"], ["K2", "Agree", ""]];
    const { of } = await check(rows);
    expect(
      of("survey-missing").map(({ code, severity, at, message, trust }) => [
        code,
        severity,
        at.file,
        message,
        trust,
      ]),
    ).toEqual([
      [
        "nobody-in-survey",
        "warning",
        "survey/central.csv",
        "Trust A: nobody named it in survey/central.csv at wave arrival; its response is counted as 0",
        "A",
      ],
    ]);
    expect((await check([header, ["K1", "Agree", "B"], ["K2", "Agree", "a"]])).of("survey-missing")).toEqual(
      [],
    );
    const none = await check([
      ["Your code", "I feel at home"],
      ["K1", "Agree"],
    ]);
    expect(none.of("survey-missing")).toEqual([]);
  });

  it("takes the options of a list by their words or numbers", async () => {
    const listed = {
      ...trustAsked,
      type: "single" as const,
      categories: numbered(["Trust A", "St Elsewhere"]),
    };
    const { surveys, of } = await check(
      [header, ["K1", "Agree", "2"], ["K2", "Agree", "Trust A"], ["K3", "Agree", "St Elsewhere"]],
      {},
      { asked: [listed] },
    );
    expect(surveys.map(({ trust, table }) => [trust, table.rows])).toEqual([
      ["A", [3]],
      ["B", [2, 4]],
    ]);
    expect([...of("place-unknown"), ...of("answer-outside-list")]).toEqual([]);
  });

  it("refuses a file without the question", async () => {
    const { of, surveys } = await check([
      ["Your code", "I feel at home"],
      ["K1", "Agree"],
    ]);
    expect(surveys).toEqual([]);
    expect(of("place-unknown").map(({ code, severity }) => [code, severity])).toEqual([
      ["place-question-absent", "error"],
    ]);
  });

  it("decides the order of dates by the whole file, not Trust by Trust", async () => {
    const dated = ["When did you start?", "Where do you work?"];
    const { surveys } = await check(
      [dated, ["05/04/2026", "A"], ["25/04/2026", "B"]],
      {},
      { study: { period: { from: "2026-01-01", to: "2026-12-31" } } },
    );
    expect(surveys.map(({ answers }) => answers.get("start_date"))).toEqual([
      [{ kind: "day", value: Date.UTC(2026, 3, 5) / 86_400_000 }],
      [{ kind: "day", value: Date.UTC(2026, 3, 25) / 86_400_000 }],
    ]);
  });

  it("warns of people in one Trust's file who name another", async () => {
    const { of, surveys } = await check(
      [header, ["K1", "Agree", "A"], ["K2", "Agree", "B"], ["K3", "Agree", ""]],
      { trust: "A", trust_question: undefined },
    );
    expect(surveys.map(({ trust, table }) => [trust, table.rows])).toEqual([["A", [2, 3, 4]]]);
    expect(of("place-differs").map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "trust_asked: row 3 names Trust B, and study.yaml gives the file to Trust A; counted there",
      ],
    ]);
    expect(of("place-blank")).toEqual([]);
  });
});

describe("an export of several waves", () => {
  const questions = ["Your code", "Days until your log-in worked", "Which survey is this?"];
  const source = { trust: "A", trust_question: undefined, wave: undefined, wave_question: "wave_asked" };

  it("is read once a wave, by id or label", async () => {
    const { surveys, of } = await check(
      [questions, ["K1", "", "Arrival"], ["K1", "4", "month3"], ["K2", "", ""]],
      source,
      { asked: [waveAsked] },
    );
    expect(surveys.map(({ trust, wave, table }) => [trust, wave, table.rows])).toEqual([
      ["A", "arrival", [2]],
      ["A", "month3", [3]],
    ]);
    expect(surveys[0]!.answers.get("days_login")).toEqual([{ kind: "missing", reason: "not asked" }]);
    expect(surveys[1]!.answers.get("days_login")).toEqual([{ kind: "number", value: 4 }]);
    expect(of("place-blank")[0]!.message).toBe(
      "wave_asked: 1 person of 3 named no wave (row 4); left out, and counted in the report",
    );
  });

  it("warns of answers to a question that the wave does not ask", async () => {
    const { of, surveys } = await check([questions, ["K1", "7", "arrival"], ["K2", "4", "month3"]], source, {
      asked: [waveAsked],
    });
    expect(surveys[0]!.answers.get("days_login")).toEqual([{ kind: "missing", reason: "not asked" }]);
    expect(of("answered-at-other-wave").map(({ message }) => message)).toEqual([
      "days_login: an answer at wave arrival, at which the codebook does not ask it (row 2); not read",
    ]);
  });
});
