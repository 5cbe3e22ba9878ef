import { forms } from "./forms/form.js";
import { surveyPath } from "./study-file.js";
import type { Truth } from "./truth.js";

/** README.md of the synthetic study: that it is one, how it was made, and what is wrong with each file. */
export function readmeFile(truth: Truth, seed: number, mess: ReadonlyMap<string, readonly string[]>): string {
  return `# A synthetic study

**Nothing here is real.** No person answered, no Trust took part, no money was spent. \`pilot-eval simulate\` wrote every
file of this folder from \`truth.yaml\` with seed ${seed}; the same truth and seed give the same bytes. The questionnaire
is this toolkit's own wording and not that of any published evaluation.

- \`study.yaml\`: the declaration, with comments. \`codebook.csv\`: the questionnaire, one row a variable.
- \`survey/\`: what six Trusts exported, twice each, from four survey platforms. \`costs/\`: their cost returns.
- \`cohort.csv\`: how many doctors there were. \`hr.csv\`: who stayed, in no way tied to the survey.
- \`truth.yaml\`: what everything was drawn from, and what a correct evaluation should find.

The link code is the first two letters of the mother's first name, the day of the month of birth, and the last two
letters of the town of birth: something a person can write again in three months and nobody else needs to know.

## What is wrong with the files

Real exports are untidy, so these are too. \`pilot-eval check data/example\` finds nothing that stops a run: it warns.

${truth.trusts
  .map(
    (trust) => `### Trust ${trust.code}: ${forms[trust.form].note}

${forms[trust.form].traits.map((trait) => `- ${trait}`).join("\n")}
${truth.waves
  .map((wave) => surveyPath(trust, wave.id))
  .map((path) => `- \`${path}\`: ${(mess.get(path) ?? []).join("; ") || "no more than the above"}`)
  .join("\n")}
`,
  )
  .join("\n")}
In every survey file some answers are blank, and where the form offers them "don't know", "not applicable" and "prefer
not to say" are kept apart. How useful a component was is blank for those who did not receive it. Free text holds
invented sentences without names.

\`hr.csv\` writes days first. Two Trusts estimated most of their hours instead of recording them.

## How true to life the exports are

Microsoft Forms, Qualtrics and Google Forms follow their makers' help pages and public code that reads such files; Jisc
Online Surveys follows a public export. Where nothing public shows a detail (how Google joins ticked answers, the
byte-order mark and the dates of a Jisc export), it is this toolkit's assumption. Network addresses are from a range set aside for documentation.
`;
}
