import { nameTrusts, surveyedTrusts } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Trusts without a survey of a wave that other Trusts have: their IMGs are not in its results, and nobody would say so. */
export const surveyMissing: Rule = {
  id: "survey-missing",
  severity: "warning",
  looksAt: trusts,
  label: "a Trust without a survey that others have",
  check({ study }) {
    const waves = study.waves.filter((wave) => surveyedTrusts(study, wave.id).length > 0);
    return study.trusts.flatMap(({ code }): readonly Finding[] => {
      const missing = waves.filter((wave) => !surveyedTrusts(study, wave.id).includes(code));
      const name = nameTrusts(study, [code]);
      if (missing.length === waves.length && waves.length > 1) {
        return [notListed(code, `${name}: no survey is listed; its IMGs are left out of every wave`)];
      }
      return missing.map((wave) => ({
        ...notListed(
          code,
          `${name}: no survey of wave ${wave.id} is listed; its IMGs are left out of that wave`,
        ),
        wave: wave.id,
      }));
    });
  },
};

function notListed(trust: string, message: string): Finding {
  return {
    rule: "survey-missing",
    code: "survey-missing",
    severity: "warning",
    at: { file: "study.yaml" },
    message,
    expected: "a survey of each Trust at each wave",
    found: "none",
    fix: "list the export under sources, or ask the Trust for it",
    trust,
  };
}
