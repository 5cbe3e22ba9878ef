import { beforeAll, describe, expect, it } from "vitest";
import { fullWeeks, payPointsOf } from "../../src/costs/figures.js";
import type { SurveyAnswers } from "../../src/ingest/answers.js";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { ingest } from "../../src/ingest/ingest.js";
import { readShipped } from "../../src/run/shipped.js";
import { drawReplies } from "../../src/simulate/draw-replies.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { forms } from "../../src/simulate/forms/form.js";
import { drawPeople } from "../../src/simulate/people.js";
import { simulate } from "../../src/simulate/simulate.js";
import { surveyPath } from "../../src/simulate/study-file.js";
import type { Answer } from "../../src/study/answer.js";
import { loadStudy } from "../../src/study/load-study.js";
import type { Study } from "../../src/study/study.js";
import { validate } from "../../src/validate/validate.js";
import type { Validated } from "../../src/validate/validate.js";
import { memoryFolder } from "./small-study.js";

const seeds = [1, 2, 3];
const read = new Map<number, { study: Study; validated: Validated; issues: readonly string[] }>();

beforeAll(async () => {
  const shipped = await readShipped();
  const payPoints = payPointsOf(shipped.figures, exampleTruth.priceYear);
  for (const seed of seeds) {
    const files = await simulate(exampleTruth, seed, { components: shipped.components, payPoints });
    const folder = memoryFolder(Object.fromEntries(files));
    const { study } = await loadStudy(folder, shipped, readCsvBytes);
    const { tables, issues } = await ingest(study!, folder);
    const validated = validate(study!, tables, fullWeeks(shipped.figures, exampleTruth.priceYear));
    const told = [...issues, ...validated.findings];
    read.set(seed, {
      study: study!,
      validated,
      issues: told.filter((each) => each.severity === "error").map((each) => each.message),
    });
  }
});

/** What a simulated answer is once it was written down: a blank cell is blank, a code is in capitals without spaces. */
function written(answer: Answer | undefined): Answer {
  if (answer === undefined) return { kind: "missing", reason: "blank" };
  if (answer.kind === "missing" && answer.reason === "not received")
    return { kind: "missing", reason: "blank" };
  if (answer.kind === "chosen") {
    if (answer.codes.length === 0) return { kind: "missing", reason: "blank" };
    return { kind: "chosen", codes: [...answer.codes].sort((a, b) => a - b) };
  }
  return answer;
}
/** Link codes without case and spaces; texts with plain quotes and dashes, which Trust E's form sets as curly ones. */
function comparable(answer: Answer, variable: string): Answer {
  if (answer.kind !== "text") return answer;
  if (variable === "link_code")
    return { kind: "text", value: answer.value.replace(/[^a-z0-9]/gi, "").toUpperCase() };
  return { kind: "text", value: answer.value.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, "-") };
}

describe.each(seeds)("exports simulated from seed %i", (seed) => {
  it("are read without an error", () => {
    expect(read.get(seed)!.issues).toEqual([]);
  });

  it("give back every answer that was written into them, on every platform", () => {
    const { study, validated } = read.get(seed)!;
    const people = exampleTruth.trusts.flatMap((trust) => drawPeople(exampleTruth, seed, trust));
    let compared = 0;
    for (const trust of exampleTruth.trusts) {
      const ofTrust = people.filter((person) => person.trust === trust);
      for (const wave of ["arrival", "month3"] as const) {
        const { rows } = drawReplies(exampleTruth, seed, trust, ofTrust, wave);
        const finished = rows.filter((reply) => reply.status === "finished");
        const survey: SurveyAnswers = validated.surveys.find(
          (each) => each.declared.file === surveyPath(trust, wave),
        )!;
        expect(survey.table.rows).toHaveLength(finished.length);
        for (const variable of study.variables) {
          const asked = variable.waves.includes(wave) && !forms[trust.form].notAsked.includes(variable.name);
          const expected = finished.map((reply) =>
            asked
              ? comparable(written(reply.answers.get(variable.name)), variable.name)
              : { kind: "missing", reason: "not asked" },
          );
          const found = survey.answers.get(variable.name)!.map((answer) => comparable(answer, variable.name));
          expect(found, `${survey.declared.file} ${variable.name}`).toEqual(expected);
          compared += asked ? found.length : 0;
        }
      }
    }
    expect(compared).toBeGreaterThan(7000);
  });

  it("give back the time of submission wherever the platform writes one", () => {
    for (const { table } of read.get(seed)!.validated.surveys) {
      const submitted = table.columns.find((column) => column.name === "@submitted")!;
      for (const value of submitted.values) expect(value).toMatch(/^2026-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/);
    }
  });
});
