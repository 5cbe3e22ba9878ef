import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { memoryFolder } from "../ingest/small-study.js";
import { centralStudy, oneFileStudy, separateStudy } from "./central-study.js";

type Files = Parameters<typeof memoryFolder>[0];

async function evaluateFiles(files: Files): Promise<Evaluation> {
  const shipped = await readShipped();
  const checked = await checkStudy(memoryFolder(files), shipped);
  expect(checked.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return evaluate(checked, shipped);
}

/** Everything a dataset says of people: all but the files and rows they came from. */
function peopleOf({ study, responses, leftOut, answer, pairs }: Dataset) {
  const names = study.variables.map(({ name }) => name).filter((name) => !name.endsWith("_asked"));
  return {
    responses: responses.map((response) => {
      const { index, trust, wave, complete, day } = response;
      return { index, trust, wave, complete, day, answers: names.map((name) => answer(response, name)) };
    }),
    leftOut: leftOut.map(({ trust, wave, reason, count }) => `${trust} ${wave} ${reason} ${count}`).sort(),
    pairs: pairs("arrival", "month3").map(({ before, after }) => [before.index, after.index]),
  };
}

/** Released results of people: without the names of the files that they rest on, and what is told of the files. */
function releasedOf({ released, summary, decisions }: Evaluation): unknown {
  const results = released.results.filter(({ id }) => !/^(files|checks)\//.test(id));
  const ofPeople = { released: { ...released, results }, summary, decisions };
  const text = JSON.stringify(ofPeople, (key, value: unknown) => (key === "files" ? undefined : value));
  return JSON.parse(text);
}

describe("one central survey with a Trust question", () => {
  let files: Files;
  let separate: Evaluation;
  beforeAll(async () => {
    files = await separateStudy();
    separate = await evaluateFiles(files);
  }, 60_000);

  it("gives the dataset and the released results of the six files that it is made of", async () => {
    const central = await evaluateFiles(centralStudy(files));
    expect(separate.dataset.responses.length).toBeGreaterThan(150);
    expect(peopleOf(central.dataset)).toEqual(peopleOf(separate.dataset));
    expect(releasedOf(central)).toEqual(releasedOf(separate));
  });

  it("does so in whatever order the rows stand", async () => {
    const turns = (rows: readonly (readonly string[])[]) =>
      [...rows.keys()].sort((a, b) => ((a * 7) % 13) - ((b * 7) % 13) || a - b).map((row) => rows[row]!);
    const central = await evaluateFiles(centralStudy(files, turns));
    expect(releasedOf(central)).toEqual(releasedOf(separate));
  });

  it("does so when both waves stand in one file, with a question for the wave", async () => {
    const one = await evaluateFiles(oneFileStudy(files));
    expect(peopleOf(one.dataset)).toEqual(peopleOf(separate.dataset));
    expect(releasedOf(one)).toEqual(releasedOf(separate));
  });
});
