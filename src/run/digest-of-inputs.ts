import { createHash } from "node:crypto";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { Answer } from "../study/answer.js";
import type { Study } from "../study/study.js";
import { linkVariable } from "../validate/rules/link-code-rows.js";
import { digest } from "./digest.js";
import type { Pseudonymised } from "./pseudonyms.js";

/**
 * One digest of everything that a run reads, which may be released: of survey files only the answers as read and which
 * rows are one person's. So it says nothing of how a link code is spelt, nor of identifiers that were dropped.
 */
export function digestOfInputs(
  study: Study,
  { surveys, people }: Pseudonymised,
  inputs: ReadonlyMap<string, Uint8Array>,
): string {
  const ofSurveys = new Set(
    study.sources.filter(({ kind }) => kind === "survey").map((source) => source.file),
  );
  const others = [...inputs].filter(([name]) => !ofSurveys.has(name));
  const numbers = new Map<string, number>();
  const pattern = people.map(({ pseudonym }) => {
    if (pseudonym === null) return "";
    if (!numbers.has(pseudonym)) numbers.set(pseudonym, numbers.size);
    return numbers.get(pseudonym);
  });
  return digest(
    [
      ...others.map(([name, bytes]) => `${name} ${digest(bytes)}`),
      ...surveys.map((survey) => `${survey.table.source.file} ${digestOfAnswers(study, survey)}`),
      `people ${digest(pattern.join(" "))}`,
    ]
      .sort()
      .join("\n"),
  );
}

/** The digest of the answers of one Trust and wave, the link code left out. Equal answers are written out once. */
function digestOfAnswers(study: Study, { table, trust, wave, answers }: SurveyAnswers): string {
  const link = linkVariable(study, wave)?.name;
  const hash = createHash("sha256").update(`${trust} ${wave} ${table.rows.join(" ")}\n`);
  for (const name of [...answers.keys()].sort()) {
    if (name === link) continue;
    const written = new Map<string, number>();
    const known = new Map<Answer, number>();
    const column = (answers.get(name) ?? []).map((answer) => {
      const seen = known.get(answer);
      if (seen !== undefined) return seen;
      const text = JSON.stringify(answer);
      const number = written.get(text) ?? written.size;
      written.set(text, number);
      known.set(answer, number);
      return number;
    });
    hash.update(`${name}\n${JSON.stringify([...written.keys()])}\n`);
    hash.update(new Uint8Array(Uint32Array.from(column).buffer));
  }
  for (const name of ["@submitted", "@complete"]) {
    hash.update(JSON.stringify(table.columns.find((column) => column.name === name)?.values ?? null));
  }
  return hash.digest("hex");
}
