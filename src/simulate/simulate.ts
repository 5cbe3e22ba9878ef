import { codebookFile } from "./codebook-file.js";
import { cohortFile } from "./cohort-file.js";
import { costReturnFile } from "./cost-return.js";
import type { CostLists } from "./cost-return.js";
import { drawReplies } from "./draw-replies.js";
import { writeForm } from "./forms/write-form.js";
import { hrFile } from "./hr-file.js";
import { questions } from "./instrument.js";
import { drawPeople } from "./people.js";
import { readmeFile } from "./readme-file.js";
import { costPath, studyFile, surveyPath } from "./study-file.js";
import { truthFile } from "./truth-file.js";
import type { Truth } from "./truth.js";

/**
 * A whole synthetic study folder, drawn from a declared truth: path to bytes, in a fixed order. The same truth and seed
 * give the same bytes; each file draws from streams of its own, so that changing one Trust moves no other.
 *
 * @param seed whole number, 0 to 4294967295
 * @param lists the components and pay points that the cost-return workbook offers
 */
export async function simulate(
  truth: Truth,
  seed: number,
  lists: CostLists,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const people = truth.trusts.flatMap((trust) => drawPeople(truth, seed, trust));
  const mess = new Map<string, readonly string[]>();
  const surveys = new Map<string, Uint8Array>();
  for (const trust of truth.trusts) {
    const ofTrust = people.filter((person) => person.trust === trust);
    for (const { id } of truth.waves) {
      const path = surveyPath(trust, id);
      const replies = drawReplies(truth, seed, trust, ofTrust, id);
      mess.set(path, replies.mess);
      surveys.set(path, await writeForm(trust.form, id, replies.rows));
    }
  }
  const files = new Map<string, Uint8Array>([
    ["README.md", bytes(readmeFile(truth, seed, mess))],
    ["study.yaml", bytes(studyFile(truth, seed))],
    ["codebook.csv", bytes(codebookFile(questions))],
    ["truth.yaml", bytes(truthFile(truth, seed))],
    ["cohort.csv", bytes(cohortFile(truth))],
    ["hr.csv", bytes(hrFile(truth, seed, people))],
    ...surveys,
  ]);
  for (const trust of truth.trusts) {
    files.set(costPath(trust.code), await costReturnFile(truth, trust, lists));
  }
  return files;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
