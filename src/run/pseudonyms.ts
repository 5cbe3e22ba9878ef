import { createHmac } from "node:crypto";
import type { Table } from "../core/table.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import type { Answer } from "../study/answer.js";
import type { Study } from "../study/study.js";
import { linkVariable } from "../validate/rules/link-code-rows.js";

/** One respondent's row and the pseudonym of the person; null when no code was given. */
export interface Person {
  readonly trust: string;
  readonly wave: string;
  readonly file: string;
  readonly row: number;
  readonly pseudonym: string | null;
}

/**
 * What pseudonyms are made of. With a key of the evaluators' own, the same person gets the same one in another run, of
 * another year say. Without, they are made of the order in which people appear and of this run's inputs: they say nothing
 * of a code, nor of the order of codes, and another run's cannot be matched to them.
 */
export type PseudonymSource =
  { readonly kind: "key"; readonly key: Uint8Array } | { readonly kind: "inputs"; readonly digest: string };

export interface Pseudonymised {
  readonly surveys: readonly SurveyAnswers[];
  readonly people: readonly Person[];
}

/**
 * Put a pseudonym in place of every link code, after codes were made comparable, checked and confirmed: from here on no
 * code is held. Equal codes of one Trust get one pseudonym and others another, so that linking is the same as by codes.
 *
 * Source: HMAC (RFC 2104) with SHA-256; its first 80 bits, in 20 hexadecimal digits.
 */
export function replaceCodes(
  study: Study,
  surveys: readonly SurveyAnswers[],
  source: PseudonymSource,
): Pseudonymised {
  const known = new Map<string, string>();
  const pseudonymOf = (trust: string, code: string): string => {
    const person = `${trust} ${code}`;
    const made = known.get(person) ?? make(source, trust, code, known.size);
    known.set(person, made);
    return made;
  };
  const people: Person[] = [];
  const replaced = surveys.map((survey): SurveyAnswers => {
    const { table, trust, wave } = survey;
    const variable = linkVariable(study, wave);
    const codes = variable ? survey.answers.get(variable.name) : undefined;
    const answers = (codes ?? []).map((answer): Answer =>
      answer.kind === "text" ? { kind: "text", value: pseudonymOf(trust, answer.value) } : answer,
    );
    table.rows.forEach((row, position) => {
      const answer = answers[position];
      const pseudonym = answer?.kind === "text" ? answer.value : null;
      people.push({ trust, wave, file: table.source.file, row, pseudonym });
    });
    if (!variable || !codes) return survey;
    return {
      ...survey,
      table: withoutCodes(survey, variable.name),
      answers: new Map([...survey.answers, [variable.name, answers]]),
    };
  });
  return { surveys: replaced, people };
}

function make(source: PseudonymSource, trust: string, code: string, index: number): string {
  const [key, message] =
    source.kind === "key" ? [source.key, `${trust}\n${code}`] : [source.digest, `person ${index}`];
  return createHmac("sha256", key).update(message).digest("hex").slice(0, 20);
}

function withoutCodes({ table, matching }: SurveyAnswers, variable: string): Table {
  const matched = matching.matched.get(variable);
  if (matched?.kind !== "one") return table;
  const { position } = matched.column;
  const columns = table.columns.map((column) =>
    column.position === position ? { ...column, values: column.values.map(() => null) } : column,
  );
  return { ...table, columns };
}
