import { describe, expect, it } from "vitest";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { dataQuality } from "../../src/report/sections/data-quality.js";
import type { Result, Subject } from "../../src/core/result.js";
import { neverAsked, nobodyAnswered, tellWhereNoSurvey, whyNobody } from "../../src/metrics/why-nobody.js";
import { csvOf, memoryFolder } from "../ingest/small-study.js";
import { composeInput } from "../report/compose-fixture.js";

// Two Trusts of twenty people, the first with a plain table in words, the second with Jisc's coded export. At each Trust
// the same people leave the same answers out at month 3, by the number of the person:
//    1      both questions of the scale: prefer not to say
//    2, 3   both: don't know            4  both: not applicable            5  both: left blank
//    6, 7   another link code than at arrival
//    8-10   did not receive the induction, so did not rate it
//   11      rating: not applicable     12  does not know whether they received it     16  rating left blank
//   13      no log-in yet, and no start date     14  no log-in yet, on day 90     15  log-in: don't know
// Whether they recommend the post was not asked at Trust B.
const people = Array.from({ length: 20 }, (_, index) => index + 1);
const words: Readonly<Record<string, string>> = {
  declined: "Prefer not to say",
  unknown: "Don't know",
  na: "N/A",
};
const numbers: Readonly<Record<string, string>> = { declined: "97", unknown: "98", na: "99" };

function month3(person: number, trust: string, of: Readonly<Record<string, string>>) {
  const answer = trust === "A" ? (person % 2) + 4 : (person % 3) + 3;
  const left = { 1: of["declined"], 2: of["unknown"], 3: of["unknown"], 4: of["na"], 5: "" };
  const scale = left[person as keyof typeof left] ?? String(answer);
  const [no, yes] = of === words ? ["No", "Yes"] : ["0", "1"];
  const received = { 8: no, 9: no, 10: no, 12: of["unknown"] }[person] ?? yes!;
  const rating = { 8: "", 9: "", 10: "", 11: of["na"], 12: "", 16: "" }[person] ?? "4";
  const login = { 13: "Not yet", 14: "Not yet", 15: of["unknown"] }[person] ?? "3";
  const link = [6, 7].includes(person) ? `ZZ${person}` : codeOf(trust, person);
  return [link, person === 13 ? "" : "2026-04-06", scale, scale, received, rating, login];
}
const codeOf = (trust: string, person: number) => `${trust}X${10 + person}`;
const arrival = (trust: string) => people.map((person) => [codeOf(trust, person), "2026-04-06", "3", "3"]);

const head = ["link_code", "start_date", "home", "team"];
const files = {
  "study.yaml": `format: 1
study: { id: small, title: Small, synthetic: true, img_definition: any }
design: pre-post-linked
period: { from: 2026-04-01, to: 2026-12-31 }
trusts: [{ code: A, label: Trust A }, { code: B, label: Trust B }]
waves:
  - { id: arrival, label: Arrival, from: 2026-04-01, to: 2026-06-30 }
  - { id: month3, label: Month 3, from: 2026-07-01, to: 2026-09-30 }
sources:
  - { file: survey/a-arrival.csv, kind: survey, trust: A, wave: arrival, dialect: plain }
  - { file: survey/a-month3.csv, kind: survey, trust: A, wave: month3, dialect: plain }
  - { file: survey/b-arrival.csv, kind: survey, trust: B, wave: arrival }
  - { file: survey/b-month3.csv, kind: survey, trust: B, wave: month3, not_asked: [recommend] }
  - { file: cohort.csv, kind: cohort }
scales: [{ id: settling, label: Settling in, aim: settling-in }]
comparisons: [{ scale: settling, from: arrival, to: month3, primary: true }]
standards: [{ id: login, label: A log-in within 100 days, variable: days_login, at_most: 100, basis: test }]
costing: { price_year: 2026/27, pension: full }
disclosure: { profile: pilot }
report: { title: t, programme: p, ethics: e, funding: f }
`,
  "codebook.csv": csvOf([
    [
      ..."variable,label,question,headings,role,type,waves,scale,component,codes,labels,minimum,maximum".split(
        ",",
      ),
      ..."not_yet,dont_know,not_applicable,prefer_not,sensitivity".split(","),
    ],
    row("link_code", "Q1", "link", "code", "arrival|month3", { sensitivity: "personal" }),
    row("start_date", "Q2", "start", "date", "arrival|month3", { sensitivity: "personal" }),
    row("home", "Q3_1", "item", "single", "arrival|month3", { scale: "settling" }),
    row("team", "Q3_2", "item", "single", "arrival|month3", { scale: "settling" }),
    row("received", "Q4", "received", "single", "month3", {
      component: "PRO-01",
      codes: "0|1",
      labels: "No|Yes",
    }),
    row("useful", "Q5", "useful", "single", "month3", { component: "PRO-01" }),
    row("days_login", "Q6", "milestone", "number", "month3", { not_yet: "Not yet" }),
    row("recommend", "Q7", "outcome", "single", "month3", {}),
  ]),
  "survey/a-arrival.csv": csvOf([[...head], ...arrival("A")]),
  "survey/a-month3.csv": csvOf([
    [...head, "received", "useful", "days_login", "recommend", "@submitted"],
    ...people.map((person) => [...month3(person, "A", words), "5", "2026-07-05"]),
  ]),
  "survey/b-arrival.csv": csvOf([
    ["URN", "Q1", "Q2", "Q3_1", "Q3_2", "CompletionDate"],
    ...arrival("B").map((cells, index) => [`1-${index}`, ...cells, "2026-04-20"]),
  ]),
  "survey/b-month3.csv": csvOf([
    ["URN", "Q1", "Q2", "Q3_1", "Q3_2", "Q4", "Q5", "Q6", "CompletionDate"],
    ...people.map((person, index) => [`1-${index}`, ...month3(person, "B", numbers), "2026-07-05"]),
  ]),
  "cohort.csv":
    "trust,eligible,invited,recruited,inducted,completed,intakes\nA,20,20,20,20,20,1\nB,20,20,20,20,20,1\n",
};

function row(
  name: string,
  heading: string,
  role: string,
  type: string,
  waves: string,
  more: Readonly<Record<string, string>>,
): readonly string[] {
  const single = type === "single";
  const { codes = "1|2|3|4|5", labels = "1|2|3|4|5" } = more;
  return [
    ...[
      name,
      name,
      `Question ${name}`,
      heading,
      role,
      type,
      waves,
      more["scale"] ?? "",
      more["component"] ?? "",
    ],
    ...(single ? [codes, labels, "", ""] : ["", "", type === "number" ? "0" : "", ""]),
    more["not_yet"] ?? "",
    ...(single || type === "number" ? ["Don't know|98", "N/A|99", "Prefer not to say|97"] : ["", "", ""]),
    more["sensitivity"] ?? "service",
  ];
}

describe("each reason for a missing answer stays apart to the result", async () => {
  const shipped = await readShipped();
  const checked = await checkStudy(memoryFolder(files), shipped);
  const errors = checked.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const { study, computed, released } = evaluate(checked);
  const missingOf = (results: typeof computed.results, id: string) => {
    const result = results.find((one) => one.id === id);
    return result?.kind === "estimate" ? result.missing : `no number for ${id}`;
  };

  it.each(["a", "b"])("in the results before the gate, Trust %s alone", (trust) => {
    const of = (stem: string) => missingOf(computed.results, `${stem}/trust-${trust}`);
    const scale = { "prefer not to say": 1, "don't know": 2, "not applicable": 1, blank: 1 };
    expect(of("scale/settling/month3")).toEqual(scale);
    expect(of("change/settling/arrival-to-month3")).toEqual({ ...scale, unlinked: 2 });
    expect(of("gap/pro-01/useful")).toEqual({
      "not received": 3,
      "not applicable": 1,
      "don't know": 1,
      blank: 1,
    });
    expect(of("milestone/days-login/median")).toEqual({ "don't know": 1, "no usable dates": 1 });
    expect(of("standard/login")).toEqual({
      "don't know": 1,
      "no usable dates": 1,
      "too early to tell": 1,
    });
  });

  it("in the results before the gate, over all Trusts", () => {
    expect(missingOf(computed.results, "outcome/recommend/month3/top-two/pooled")).toEqual({
      "not asked": 20,
    });
    expect(missingOf(computed.results, "change/settling/arrival-to-month3/pooled")).toEqual({
      "prefer not to say": 2,
      "don't know": 4,
      "not applicable": 2,
      blank: 2,
      unlinked: 4,
    });
  });

  it("in the reason for there being no number where Trusts have no survey file at a wave", () => {
    const none = (trusts: readonly string[], group?: Subject["group"]): Result => ({
      kind: "unavailable",
      id: "response/month3/x",
      label: "response",
      subject: {
        measure: "response",
        trusts,
        wave: "month3",
        sensitivity: "service",
        ...(group && { group }),
      },
      unit: "proportion",
      method: "Wilson",
      reference: "r",
      reason: nobodyAnswered,
    });
    const sources = study.sources.filter(({ file }) => file !== "survey/b-month3.csv");
    const group = { variable: "grade", level: "Registrar" };
    const told = tellWhereNoSurvey([none(["B"]), none(["A", "B"]), none(["B"], group)], {
      ...study,
      sources,
    });
    expect(told.map((one) => one.kind === "unavailable" && one.reason)).toEqual([
      neverAsked,
      nobodyAnswered,
      nobodyAnswered,
    ]);
  });

  it("in the reason for there being no number: not asked by Trust, never told of a subgroup", () => {
    const id = "outcome/recommend/month3/top-two/trust-b";
    const reason = "the question is in no survey file there";
    expect(computed.results.find((one) => one.id === id)).toMatchObject({ kind: "unavailable", reason });
    expect(whyNobody({ "not asked": 3, blank: 1 }, {})).toBe("nobody gave a usable answer");
    expect(whyNobody({}, {})).toBe("nobody gave a usable answer");
    const group = { variable: "grade", level: "Registrar" };
    expect(whyNobody({ "not asked": 3 }, { group })).toBe("nobody gave a usable answer");
  });

  it("under each other rule for missing items", () => {
    const of = (rule: string) =>
      missingOf(computed.results, `sensitivity/settling/arrival-to-month3/${rule}/pooled`);
    const same = missingOf(computed.results, "change/settling/arrival-to-month3/pooled");
    for (const rule of ["every-item", "any-item", "item-mean"]) expect(of(rule), rule).toEqual(same);
  });

  it("after the gate rounded to the nearest 5 over all Trusts, and not at all by Trust", () => {
    const score = "scale/settling/month3";
    expect(missingOf(released.results, `${score}/pooled`)).toEqual({ "don't know": 5 });
    expect(missingOf(released.results, `${score}/trust-a`)).toEqual({});
  });

  it("in the report's table, each with its own row", () => {
    const blocks = dataQuality.blocks(composeInput({ study, released }));
    const table = blocks.find((block) => block.kind === "table" && block.id === "missing-answers");
    const rows = table?.kind === "table" ? table.rows : [];
    const shown = rows.map((cells) => cells.map((cell) => ("text" in cell ? cell.text : "")));
    // By hand, over both Trusts: 20; 2 x 3; 2 x 3; 2 x 7; 2 x 2; 2 x 4, of 40 people and 8 questions.
    expect(shown).toEqual([
      ["Not asked", "Month 3", "20", "about 320"],
      ["Not received", "Month 3", "5", "about 320"],
      ["Not applicable", "Month 3", "5", "about 320"],
      ["Don't know", "Month 3", "15", "about 320"],
      ["Prefer not to say", "Month 3", "5", "about 320"],
      ["Blank", "Month 3", "10", "about 320"],
    ]);
  });
});
