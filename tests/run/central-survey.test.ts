import { beforeAll, describe, expect, it } from "vitest";
import type { Evaluation } from "../../src/run/evaluate.js";
import { centralStudy, oneFileStudy, separateStudy, withoutTrusts } from "./central-study.js";
import { evaluateFiles, peopleOf, releasedOf } from "./evaluations.js";
import type { Files } from "./evaluations.js";

describe("one central survey with a Trust question", () => {
  let files: Files;
  let separate: Evaluation;
  beforeAll(async () => {
    files = await separateStudy();
    separate = await evaluateFiles(files);
  });

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

  it("says of rates what they leave out where forms do not say the Trust, and not otherwise", async () => {
    const central = centralStudy(files);
    const cautionsOf = ({ computed: { results } }: Evaluation, id: string) => {
      const result = results.find((each) => each.id === id);
      return result?.kind === "estimate" ? result.cautions : null;
    };
    const clean = await evaluateFiles(central);
    expect(cautionsOf(clean, "completion/arrival/pooled")).toEqual([]);
    const text = central["survey/central-arrival.csv"] as string;
    const left = await evaluateFiles({ ...central, "survey/central-arrival.csv": withoutTrusts(text) });
    expect(cautionsOf(left, "completion/arrival/pooled")).toContain(
      "some forms were not finished and do not say where the person works, and are not counted as begun",
    );
    expect(cautionsOf(left, "response/arrival/pooled")).toContain(
      "some people answered and did not say where they work, and are not counted as answers",
    );
    expect(cautionsOf(left, "response/month3/pooled")).toEqual(cautionsOf(clean, "response/month3/pooled"));
  });
});
