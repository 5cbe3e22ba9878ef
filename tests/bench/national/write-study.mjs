// A study as large as the country: the example's questionnaire in 215 Trusts and two waves. Seeded; written Trust by Trust.
// node tests/bench/national/write-study.mjs <folder> [responses] [Trusts]   (after npm run build)
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exampleSeed, exampleTruth } from "../../../dist/simulate/example-truth.js";
import { simulate } from "../../../dist/simulate/simulate.js";
import { cohortFile } from "../../../dist/simulate/cohort-file.js";
import { hrFile } from "../../../dist/simulate/hr-file.js";
import { drawPeople } from "../../../dist/simulate/people.js";
import { studyFile } from "../../../dist/simulate/study-file.js";
import { readShipped } from "../../../dist/run/shipped.js";
import { payPointsOf } from "../../../dist/costs/figures.js";

const [folder, responses = "500000", trusts = "215"] = process.argv.slice(2);
if (!folder) throw new Error("name the folder to write");
const forms = exampleTruth.trusts.filter(({ form }) => form !== "microsoft-workbook");

const people = Number(responses) / 2 / Number(trusts) / exampleTruth.response;
const all = Array.from({ length: Number(trusts) }, (_, index) => {
  const like = forms[index % forms.length];
  const size = Math.round((people * (30 + ((index * 37) % 141))) / 100);
  const part = (share) => Math.round(size * share);
  return {
    ...like,
    code: `T${String(index + 1).padStart(3, "0")}`,
    recruited: size,
    eligible: size,
    invited: size,
    inducted: part(0.97),
    completed: part(0.9),
  };
});
const truth = { ...exampleTruth, trusts: all };
const { components, figures } = await readShipped();
const lists = { components, payPoints: payPointsOf(figures, truth.priceYear) };

function write(name, bytes) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const doctors = [];
for (const trust of all) {
  const alone = await simulate({ ...truth, trusts: [trust] }, exampleSeed, lists);
  for (const [name, bytes] of alone) {
    if (name.startsWith("survey/") || name.startsWith("costs/") || name === "codebook.csv")
      write(name, bytes);
  }
  doctors.push(...drawPeople(truth, exampleSeed, trust));
}
write("study.yaml", studyFile(truth, exampleSeed));
write("cohort.csv", cohortFile(truth));
write("hr.csv", hrFile(truth, exampleSeed, doctors));
