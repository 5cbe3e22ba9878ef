import { beforeAll, describe, expect, it } from "vitest";
import { payPointsOf } from "../../src/costs/figures.js";
import { checkStudy } from "../../src/run/check.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { drawReplies } from "../../src/simulate/draw-replies.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { writeForm } from "../../src/simulate/forms/write-form.js";
import { drawPeople } from "../../src/simulate/people.js";
import type { Reply } from "../../src/simulate/reply.js";
import { simulate } from "../../src/simulate/simulate.js";
import { memoryFolder } from "../ingest/small-study.js";
import { evaluateFiles, peopleOf, releasedOf } from "./evaluations.js";
import type { Files } from "./evaluations.js";

const seed = 7;
const trust = exampleTruth.trusts.find(({ form }) => form === "microsoft-workbook")!;
const people = drawPeople(exampleTruth, seed, trust);
const replies = drawReplies(exampleTruth, seed, trust, people, "month3").rows;
const name = `survey/trust-${trust.code.toLowerCase()}-month3`;

/** The place of the answer that somebody gave again later in the file. */
function firstOfTwo(): number {
  const codes = replies.map(({ answers }) => {
    const answer = answers.get("link_code");
    return answer?.kind === "text" ? answer.value.toUpperCase().replace(/[^A-Z0-9]/g, "") : "";
  });
  return codes.findIndex((code, index) => code !== "" && codes.indexOf(code, index + 1) > 0);
}

/** The study with the Trust's month 3 in these two files. */
function inTwo(files: Files, one: string, other: string, contents: Files): Files {
  const yaml = new TextDecoder().decode(files["study.yaml"] as Uint8Array).split("\n");
  const line = yaml.find((each) => each.includes(`${name}.`))!;
  const declared = [`${one}, kind: survey`, `${other}, kind: survey`].map(
    (file) => `  - { file: ${file}, trust: ${trust.code}, wave: month3, date_order: dmy }`,
  );
  const { [`${name}.xlsx`]: _, ...others } = files;
  return {
    ...others,
    ...contents,
    "study.yaml": yaml.flatMap((each) => (each === line ? declared : [each])).join("\n"),
  };
}

const write = (form: Parameters<typeof writeForm>[0], some: readonly Reply[]) =>
  writeForm(form, "month3", some);

describe("two sites of a Trust, a file each", () => {
  let files: Files;
  let whole: Evaluation;
  beforeAll(async () => {
    const shipped = await readShipped();
    const payPoints = payPointsOf(shipped.figures, exampleTruth.priceYear);
    const all = await simulate(exampleTruth, seed, { components: shipped.components, payPoints });
    files = Object.fromEntries(all);
    whole = await evaluateFiles(files);
  });

  it("give the dataset and the results of one file, in two dialects, somebody's two answers in one each", async () => {
    const cut = firstOfTwo() + 1;
    expect(cut).toBeGreaterThan(0);
    const two = inTwo(files, `${name}-north.csv`, `${name}-south.csv`, {
      [`${name}-north.csv`]: await write("google", replies.slice(0, cut)),
      [`${name}-south.csv`]: await write("qualtrics-labels", replies.slice(cut)),
    });
    const evaluated = await evaluateFiles(two);
    expect(evaluated.dataset.responsesOf(trust.code, "month3").length).toBeGreaterThan(10);
    expect(evaluated.dataset.leftOut).toContainEqual({
      trust: trust.code,
      wave: "month3",
      reason: "answered more than once",
      count: 1,
    });
    expect(peopleOf(evaluated.dataset)).toEqual(peopleOf(whole.dataset));
    expect(releasedOf(evaluated)).toEqual(releasedOf(whole));
  });

  it("are refused where one is a later download of the other", async () => {
    const two = inTwo(files, `${name}-june.csv`, `${name}-july.csv`, {
      [`${name}-june.csv`]: await write("qualtrics-labels", replies.slice(0, 12)),
      [`${name}-july.csv`]: await write("qualtrics-labels", replies),
    });
    const { findings } = await checkStudy(memoryFolder(two), await readShipped());
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, at }) => [code, at.file])).toEqual([["same-response", `${name}-june.csv`]]);
    expect(errors[0]!.message).toMatch(
      /^file: all responses stand in survey\/trust-.-month3-july.csv too \(the same (?:response numbers|answers throughout); rows \d/,
    );
  });
});
