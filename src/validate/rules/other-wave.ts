import type { SurveyFile } from "../../ingest/answers.js";
import type { Misplaced } from "../misplaced.js";
import type { Finding } from "../finding.js";
import { surveyFiles } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Files declared as one wave that look like the export of another: one finding in place of one for each column. */
export const otherWave: Rule = {
  id: "other-wave",
  severity: "error",
  protects: "all",
  looksAt: surveyFiles,
  label: "a survey file that looks like another wave's",
  check: ({ misplaced }) =>
    misplaced.map((each): Finding => {
      const { survey, wave, misfits } = each;
      const declared = survey.wave;
      const twin = misplaced.find((other) => isSwap(each, other));
      return {
        rule: "other-wave",
        code: "other-wave",
        severity: "error",
        at: placeOf(survey.table, null, null),
        message: `this looks like the ${wave} export, not the ${declared} one: read as ${declared}, ${misfits.declared} columns or variables have no partner, read as ${wave} ${misfits.other === 0 ? "none" : `only ${misfits.other}`}`,
        expected: `the export of wave ${declared}`,
        found: `the questions of wave ${wave}`,
        fix: `${fixOf(survey, twin)}; other checks of this file wait until then`,
        ...sliceOf(survey),
      };
    }),
};

function fixOf({ matching }: SurveyFile, twin: Misplaced | undefined): string {
  if (twin)
    return `it seems to be swapped with ${twin.survey.table.source.file}: swap the two under sources in study.yaml`;
  const mend = "put the right file in its place, or correct wave of this source in study.yaml";
  return matching.unclaimed.length > 0
    ? mend
    : `${mend}; if the form did leave the other questions out, list them under not_asked of this source`;
}

function isSwap(one: Misplaced, other: Misplaced): boolean {
  return (
    one.survey.trust === other.survey.trust &&
    one.wave === other.survey.wave &&
    other.wave === one.survey.wave
  );
}
