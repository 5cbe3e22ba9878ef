import type { Study } from "../../study/study.js";
import { codeAnswers } from "../copies/coded-answers.js";
import type { CodedAnswers } from "../copies/coded-answers.js";
import type { Copy } from "../copies/find-copies.js";
import { findCopies } from "../copies/find-copies.js";
import { sameResponseTest } from "../copies/same-responses.js";
import type { Finding } from "../finding.js";
import { respondents } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { linkVariable } from "./link-code-rows.js";

/**
 * Two respondents of a wave, of different link codes or none, with the same answers to all questions or all but one or
 * two, where that is too rare for chance: a form sent twice, or a row copied. See `copies/find-copies.ts` for what is rare.
 * One link code twice in a Trust is left to the rule duplicate-respondent, one response in two files to same-response.
 * Nothing is left out.
 */
export const nearCopy: Rule = {
  id: "near-copy",
  label: "two respondents with the same answers to nearly all questions",
  severity: "warning",
  looksAt: respondents,
  check: ({ study, surveys, sameResponses }) => {
    const isSameResponse = sameResponseTest(sameResponses);
    return study.waves.flatMap((wave) => {
      const coded = codeAnswers(
        study,
        surveys.filter((survey) => survey.wave === wave.id),
      );
      const link = linkVariable(study, wave.id)?.name ?? "";
      const toldElsewhere = (one: number, other: number) =>
        isSamePerson(coded, link, one, other) || isSameResponse(coded.people[one]!, coded.people[other]!);
      return findCopies(coded, toldElsewhere).map((copy) => nearCopyFinding(study, coded, copy));
    });
  },
};

function isSamePerson({ people }: CodedAnswers, link: string, one: number, other: number): boolean {
  const [a, b] = [people[one]!, people[other]!];
  const codeOf = ({ survey, row }: typeof a) => survey.answers.get(link)?.[row];
  const [first, second] = [codeOf(a), codeOf(b)];
  const sameCode = first?.kind === "text" && second?.kind === "text" && first.value === second.value;
  return sameCode && a.survey.trust === b.survey.trust;
}

function nearCopyFinding(study: Study, { people }: CodedAnswers, copy: Copy): Finding {
  const earlier = people[copy.earlier]!;
  const later = people[copy.later]!;
  const sameFile = earlier.survey === later.survey;
  const row = earlier.survey.table.rows[earlier.row];
  const where = sameFile ? `row ${row}` : `${earlier.survey.table.source.file} row ${row}`;
  const same = copy.asked - copy.differences;
  const how = copy.differences === 0 ? `all ${copy.asked} answers` : `${same} of ${copy.asked} answers`;
  return {
    rule: "near-copy",
    code: "near-copy",
    severity: "warning",
    at: placeOf(later.survey.table, later.row, null),
    message: `row: ${how} the same as in ${where}, too many to be chance; both are counted`,
    expected: "answers of another person",
    found: how,
    fix: `look at both rows: if one form was sent twice or a row was copied, take one out${study.duplicates === "refuse" ? "" : ", or give both the same link code"}`,
    ...sliceOf(later.survey),
  };
}
