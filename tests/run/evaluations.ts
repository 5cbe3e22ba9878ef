import { expect } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { memoryFolder } from "../ingest/small-study.js";

export type Files = Parameters<typeof memoryFolder>[0];

/** Check and evaluate a study folder in memory that holds no errors. */
export async function evaluateFiles(files: Files): Promise<Evaluation> {
  const shipped = await readShipped();
  const checked = await checkStudy(memoryFolder(files), shipped);
  expect(checked.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return evaluate(checked);
}

/** Everything a dataset says of people: all but the files and rows they came from. */
export function peopleOf({ study, responses, leftOut, answer, pairs }: Dataset) {
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
export function releasedOf({ released, summary, decisions }: Evaluation): unknown {
  const results = released.results.filter(({ id }) => !/^(files|checks)\//.test(id));
  const ofPeople = { released: { ...released, results }, summary, decisions };
  const text = JSON.stringify(ofPeople, (key, value: unknown) => (key === "files" ? undefined : value));
  return JSON.parse(text);
}
