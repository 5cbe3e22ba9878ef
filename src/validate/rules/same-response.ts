import { nameTrusts } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import { byFiles } from "../copies/same-responses.js";
import type { Respondent, SameResponse } from "../copies/same-responses.js";
import type { Finding } from "../finding.js";
import { listRows } from "../list-rows.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/**
 * Responses that stand in two files of a wave, one finding for each two files: a later download of the same form beside
 * the earlier one, two exports that overlap, or one Trust's answers among another's. They would be counted twice. See
 * `copies/same-responses.ts` for how a response is known again.
 */
export const sameResponse: Rule = {
  id: "same-response",
  severity: "error",
  protects: "all",
  looksAt: respondents,
  label: "one response in two files",
  check: ({ study, sameResponses }) => byFiles(sameResponses).map((some) => tell(study, some)),
};

function tell(study: Study, pairs: readonly SameResponse[]): Finding {
  const { older, newer } = inOrder(pairs);
  const { survey } = older[0]!;
  const other = newer[0]!.survey;
  const [file, otherFile] = [survey.table.source.file, other.table.source.file];
  const whole = pairs.length === survey.table.rows.length;
  const count = pairs.length;
  const which = whole ? "all responses" : count === 1 ? "1 response" : `${count} responses`;
  const how = pairs[0]!.by === "id" ? "the same response numbers" : "the same answers throughout";
  const rows = whole
    ? listRows(rowsOf(newer))
    : `${listRows(rowsOf(older))} here, ${listRows(rowsOf(newer))} there`;
  const moved = survey.trust !== other.trust;
  return {
    rule: "same-response",
    code: "same-response",
    severity: "error",
    at: placeOf(survey.table, whole ? null : older[0]!.row, null),
    message: `file: ${which} stand${count === 1 && !whole ? "s" : ""} in ${otherFile} too${moved ? `, which is of ${nameTrusts(study, [other.trust])}` : ""} (${how}; ${rows}); counted twice`,
    expected: "each response in one file",
    found: `${count} in two`,
    fix: moved
      ? "ask which Trust these people belong to, and take them out of the other file"
      : fixFor(file, otherFile, whole),
    count,
    ...sliceOf(survey),
  };
}

function fixFor(older: string, newer: string, whole: boolean): string {
  const later = `if ${newer} is a later download of the same form, take ${older} out of sources in study.yaml and write replaces: ${older} under ${newer}`;
  return whole
    ? later
    : `${later}; if the two exports overlap, export them again so that each response is in one`;
}

/** The file all of whose responses stand in the other is the older one; else the one that is listed first. */
function inOrder(pairs: readonly SameResponse[]): {
  readonly older: readonly Respondent[];
  readonly newer: readonly Respondent[];
} {
  const [first, second] = [pairs.map(({ earlier }) => earlier), pairs.map(({ later }) => later)];
  const isWhole = (some: readonly Respondent[]) => some.length === some[0]!.survey.table.rows.length;
  return isWhole(second) && !isWhole(first)
    ? { older: second, newer: first }
    : { older: first, newer: second };
}

function rowsOf(people: readonly Respondent[]): readonly number[] {
  return people.map(({ survey, row }) => survey.table.rows[row]!);
}
