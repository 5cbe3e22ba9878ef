import type { Column } from "../../core/table.js";
import type { SurveyFile } from "../../ingest/answers.js";
import { isBlank } from "../../ingest/grid.js";
import { oneLine } from "../../ingest/lay-out.js";
import { matchColumns, suggestVariable } from "../../ingest/match.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { columns } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Columns of a survey that no row of the codebook claims. Their answers would be lost without a word. */
export const unclaimedColumn: Rule = {
  id: "unclaimed-column",
  severity: "error",
  protects: "all",
  looksAt: columns,
  label: "a column that no codebook row claims",
  check: ({ study, files }) =>
    files.flatMap((survey) => survey.matching.unclaimed.map((column) => unclaimed(study, survey, column))),
};

function unclaimed(study: Study, survey: SurveyFile, column: Column): Finding {
  const heading = oneLine(column.name);
  if (column.values.every(isBlank)) return empty(survey, column);
  return {
    rule: "unclaimed-column",
    code: "unclaimed-column",
    severity: "error",
    at: placeOf(survey.table, null, column),
    message: `"${heading}": no row of the codebook claims this column`,
    expected: "a column that codebook.csv names by question, variable or headings",
    found: `"${heading}"`,
    fix: fixFor(study, survey, column),
    ...sliceOf(survey),
  };
}

/** A column without a single value loses nothing: the stem of a grid, or a question that nobody answered. */
function empty(survey: SurveyFile, column: Column): Finding {
  return {
    rule: "unclaimed-column",
    code: "empty-column",
    severity: "note",
    at: placeOf(survey.table, null, column),
    message: `"${oneLine(column.name)}": no row of the codebook claims this column, and it holds nothing`,
    fix: "nothing to do",
    harmless: true,
    ...sliceOf(survey),
  };
}

function fixFor(study: Study, survey: SurveyFile, column: Column): string {
  const { wave } = survey;
  const elsewhere = otherWave(study, survey, column);
  if (elsewhere)
    return `this is ${elsewhere}, which the codebook does not ask at ${wave}: add ${wave} to its waves`;
  const near = suggestVariable(column, survey.matching.absent);
  if (near) {
    return `did you mean ${near.variable.name} ("${near.heading}")? if so, add this heading to its headings in codebook.csv`;
  }
  return "add the heading to a row of codebook.csv, or a row for it (role text for free text)";
}

function otherWave(study: Study, survey: SurveyFile, column: Column): string | null {
  const { source } = survey.table;
  const others = study.waves.filter((wave) => wave.id !== source.wave);
  for (const wave of others) {
    const alone = { ...survey.table, columns: [column], source: { ...source, wave: wave.id } };
    const [name] = matchColumns(study, alone).matched.keys();
    if (name !== undefined) return name;
  }
  return null;
}
