import { describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build-dataset.js";
import type { SurveyAnswers } from "../../src/ingest/answers.js";
import type { ConfirmedLink } from "../../src/study/schema.js";
import { confirmLinks } from "../../src/validate/confirm-links.js";
import { nearLinks } from "../../src/validate/near-links.js";
import { smallStudy } from "../ingest/small-study.js";
import { checkFiles } from "./check-files.js";

const surveys = {
  "A arrival": [["link_code"], ["AN14ON"], ["BO21LA"], ["CC33CC"], ["-"]],
  "A month3": [["link_code"], ["AN140N"], ["BO12LA"], ["CC33CC"], ["DD44DD"]],
  "B month3": [["link_code"], ["AN14OM"]],
};
const link = (earlier: number, later: number, more: Partial<ConfirmedLink> = {}): ConfirmedLink => ({
  earlier: { file: "survey/A-arrival.csv", row: earlier },
  later: { file: "survey/A-month3.csv", row: later },
  by: "An Evaluator",
  on: "2027-01-10",
  ...more,
});

async function confirm(...links: readonly ConfirmedLink[]) {
  const { findings, surveys: read } = await checkFiles({ surveys }, { links_confirmed: [...links] });
  const study = smallStudy([]);
  return {
    found: findings.filter(({ rule }) => rule === "link-confirmed"),
    near: nearLinks(study, read).map(({ later, difference }) => [
      later.survey.table.rows[later.row],
      difference,
    ]),
    pairs: buildDataset(study, read, [])
      .pairs("arrival", "month3")
      .map(({ before, after }) => [before.row, after.row]),
  };
}

describe("near-miss links", () => {
  it("are told by how they differ and joined by nobody", async () => {
    expect(await confirm()).toEqual({
      found: [],
      near: [
        [2, "look-alike"],
        [3, "swapped"],
      ],
      pairs: [[4, 4]],
    });
  });

  it("are joined where a person confirmed them in study.yaml, and no longer told", async () => {
    expect(await confirm(link(2, 2))).toEqual({
      found: [],
      near: [[3, "swapped"]],
      pairs: [
        [2, 2],
        [4, 4],
      ],
    });
  });

  it("that do not hold are errors with the reason, and join nothing", async () => {
    const cases: readonly (readonly [ConfirmedLink, string])[] = [
      [link(2, 9), "no respondent stands in survey/A-month3.csv row 9"],
      [link(3, 2), "the codes of these rows are not near each other"],
      [link(5, 2), "the codes of these rows are not near each other"],
      [
        link(2, 2, { later: { file: "survey/B-month3.csv", row: 2 } }),
        "these are not an earlier and a later wave of one Trust",
      ],
      [
        { ...link(2, 2), earlier: link(2, 2).later, later: link(2, 2).earlier },
        "these are not an earlier and a later wave of one Trust",
      ],
    ];
    for (const [given, message] of cases) {
      const { found, pairs } = await confirm(given);
      expect(found).toMatchObject([
        { severity: "error", at: { file: "study.yaml" }, message: `links_confirmed[0]: ${message}` },
      ]);
      expect(pairs).toEqual([[4, 4]]);
    }
  });

  it("that hold without a confirmation are a note", async () => {
    const { found } = await confirm(link(4, 4));
    expect(found).toMatchObject([{ severity: "note", fix: "take the line out" }]);
  });

  it("are two people when one wave holds both codes", async () => {
    const both = { ...surveys, "A month3": [["link_code"], ["AN140N"], ["AN14ON"]] };
    const { findings } = await checkFiles({ surveys: both }, { links_confirmed: [link(2, 2)] });
    expect(findings.filter(({ rule }) => rule === "link-confirmed")).toMatchObject([
      { severity: "error", message: expect.stringContaining("these are two people") as string },
    ]);
  });

  it("make one person of two rows of a wave only once: the second is an error", async () => {
    const both = { ...surveys, "A month3": [["link_code"], ["AN140N"], ["AN14OM"]] };
    const { findings, surveys: read } = await checkFiles(
      { surveys: both },
      { links_confirmed: [link(2, 2), link(2, 3)] },
    );
    expect(findings.filter(({ rule }) => rule === "link-confirmed")).toMatchObject([
      { severity: "error", message: expect.stringContaining("links_confirmed[1]: one wave holds") as string },
    ]);
    expect(codesOf(read.find(({ trust, wave }) => trust === "A" && wave === "month3"))).toEqual([
      "AN14ON",
      "AN14OM",
    ]);
  });

  it("tie a person through three waves", async () => {
    const { surveys: read } = await checkFiles({ surveys });
    const [arrival, month3] = ["arrival", "month3"].map((wave) =>
      read.find((one) => one.trust === "A" && one.wave === wave)!,
    ) as [SurveyAnswers, SurveyAnswers];
    const small = smallStudy([]);
    const variables = small.variables.map((one) => ({ ...one, waves: [...one.waves, "month6"] }));
    const waves = [...small.waves, { ...small.waves.at(-1)!, id: "month6" }];
    const file = "survey/A-month6.csv";
    const month6: SurveyAnswers = {
      ...month3,
      wave: "month6",
      table: { ...month3.table, source: { ...month3.table.source, file } },
      answers: new Map([
        ...month3.answers,
        ["link_code", ["AN14QN", "XX99XX", "YY99YY", "ZZ99ZZ"].map((value) => ({ kind: "text", value }))],
      ]),
    };
    const next = { ...link(2, 2), earlier: link(2, 2).later, later: { file, row: 2 } };
    const confirmed = confirmLinks({ ...small, variables, waves, links_confirmed: [link(2, 2), next] }, [
      arrival,
      month3,
      month6,
    ]);
    expect(confirmed.findings).toEqual([]);
    expect(confirmed.surveys.map((one) => codesOf(one)[0])).toEqual(["AN14ON", "AN14ON", "AN14ON"]);
  });
});

function codesOf(survey: SurveyAnswers | undefined): readonly unknown[] {
  return (survey?.answers.get("link_code") ?? []).map((answer) =>
    answer.kind === "text" ? answer.value : null,
  );
}
