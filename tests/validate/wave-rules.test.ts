import { describe, expect, it } from "vitest";
import { variable, variables } from "../ingest/small-study.js";
import { checkFiles, findingsOf } from "./check-files.js";

const later = ["bank", "home", "shadow", "useful", "advice"];
const codebook = [
  ...variables,
  ...later.map((name) => variable(name, { type: "number", role: "number", waves: ["month3"] })),
];
const common = ["link_code", "start_date", "settle_1", "settle_2", "helpers", "best"];
const arrival = [common, ["AB12", "2026-04-05", "4", "2", "HR;", "tea"]];
const month3 = [
  [...common, "days_login", ...later],
  ["AB12", "2026-04-05", "4", "2", "HR;", "tea", "3", "1", "1", "1", "1", "1"],
];
const study = { variables: codebook };

describe("other-wave", () => {
  it("is quiet when each file is its own wave's", async () => {
    const ofB = (rows: typeof arrival) =>
      rows.map((row) => row.map((cell) => (cell === "AB12" ? "CD34" : cell)));
    const surveys = {
      "A arrival": arrival,
      "A month3": month3,
      "B arrival": ofB(arrival),
      "B month3": ofB(month3),
    };
    expect((await checkFiles({ surveys }, study)).findings).toEqual([]);
  });

  it("tells two swapped files in one finding each, in place of one for each column", async () => {
    const surveys = { "A arrival": month3, "A month3": arrival, "B arrival": arrival, "B month3": month3 };
    const { findings } = await checkFiles({ surveys }, study);
    expect(findings).toMatchObject([
      {
        rule: "other-wave",
        severity: "error",
        at: { file: "survey/A-arrival.csv" },
        message:
          "this looks like the month3 export, not the arrival one: read as arrival, 6 columns or variables have no partner, read as month3 none",
        fix: "it seems to be swapped with survey/A-month3.csv: swap the two under sources in study.yaml; other checks of this file wait until then",
        trust: "A",
        wave: "arrival",
      },
      { rule: "other-wave", at: { file: "survey/A-month3.csv" }, found: "the questions of wave arrival" },
    ]);
    expect(findings).toHaveLength(2);
  });

  it("tells a wrong answer of a misplaced file only once the file is in its place", async () => {
    const wrong = [month3[0]!, ["AB12", "2026-04-05", "9", ...month3[1]!.slice(3)]];
    const found = await checkFiles({ surveys: { "A arrival": wrong, "B arrival": arrival } }, study);
    expect(found.findings.map((each) => each.rule)).toEqual(["other-wave"]);
  });

  it("says how to declare a form that did leave the questions out, and believes the declaration", async () => {
    const surveys = { "A month3": arrival, "B month3": month3 };
    const [found] = await findingsOf("other-wave", { surveys }, study);
    expect(found!.fix).toContain("list them under not_asked of this source");
    const declared = { not_asked: ["days_login", ...later] };
    expect(await findingsOf("other-wave", { surveys: { "A month3": arrival } }, study, declared)).toEqual([]);
  });

  it("holds for a file with a slip in a heading besides, not for one that fits neither wave", async () => {
    const slip = [["code of mine", ...month3[0]!.slice(1)], month3[1]!];
    expect(await findingsOf("other-wave", { surveys: { "A arrival": slip } }, study)).toMatchObject([
      { message: expect.stringContaining("read as month3 only 2") as string },
    ]);
    const neither = [
      ["settle_1", "days_login", "colour", "size", "shape"],
      ["4", "3", "red", "1", "round"],
    ];
    expect(await findingsOf("other-wave", { surveys: { "A arrival": neither } }, study)).toEqual([]);
  });
});

describe("survey-missing", () => {
  it("warns of a Trust without a survey of a wave that others have", async () => {
    const surveys = { "A arrival": arrival, "A month3": month3, "B arrival": arrival };
    expect(await findingsOf("survey-missing", { surveys }, study)).toMatchObject([
      {
        severity: "warning",
        at: { file: "study.yaml" },
        message: "Trust B: no survey of wave month3 is listed; its IMGs are left out of that wave",
        trust: "B",
        wave: "month3",
      },
    ]);
  });

  it("warns once of a Trust without any survey", async () => {
    const surveys = { "A arrival": arrival, "A month3": month3 };
    expect(await findingsOf("survey-missing", { surveys }, study)).toMatchObject([
      { message: "Trust B: no survey is listed; its IMGs are left out of every wave" },
    ]);
  });

  it("says nothing of a wave that no Trust has yet", async () => {
    const surveys = { "A arrival": arrival, "B arrival": arrival };
    expect(await findingsOf("survey-missing", { surveys }, study)).toEqual([]);
  });
});
