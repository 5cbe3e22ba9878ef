import { nameTrusts, surveyedTrusts } from "../../study/study.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";

/**
 * Trusts without a survey of a wave that other Trusts have: their IMGs are not in its results, and nobody would say so. And
 * Trusts that nobody named in a central survey of all: asked, as far as is declared, and with a response of 0.
 */
export const surveyMissing: Rule = {
  id: "survey-missing",
  severity: "warning",
  looksAt: trusts,
  label: "a Trust without a survey that others have, or without anybody in a central one",
  check: (context) => [...notListed(context.study), ...unnamed(context)],
};

function notListed(study: Study): readonly Finding[] {
  const waves = study.waves.filter((wave) => surveyedTrusts(study, wave.id).length > 0);
  return study.trusts.flatMap(({ code }): readonly Finding[] => {
    const missing = waves.filter((wave) => !surveyedTrusts(study, wave.id).includes(code));
    const name = nameTrusts(study, [code]);
    if (missing.length === waves.length && waves.length > 1) {
      return [withoutFile(code, `${name}: no survey is listed; its IMGs are left out of every wave`)];
    }
    return missing.map((wave) => ({
      ...withoutFile(
        code,
        `${name}: no survey of wave ${wave.id} is listed; its IMGs are left out of that wave`,
      ),
      wave: wave.id,
    }));
  });
}

function withoutFile(trust: string, message: string): Finding {
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

/** Trusts without a single answer at a wave whose central survey holds those of others. */
function unnamed({ study, surveys, misplaced }: RuleContext): readonly Finding[] {
  return study.waves.flatMap(({ id: wave }) => {
    const here = surveys.filter((survey) => survey.wave === wave);
    const central = here.find(({ declared }) => declared.trust_question !== undefined);
    if (!central) return [];
    const elsewhere = [...here, ...misplaced.map(({ survey }) => survey)].map(({ trust }) => trust);
    const silent = study.trusts.filter(({ code }) => !elsewhere.includes(code));
    return silent.map(({ code }): Finding => {
      const name = nameTrusts(study, [code]);
      const { file } = central.table.source;
      return {
        rule: "survey-missing",
        code: "nobody-in-survey",
        severity: "warning",
        at: { file },
        message: `${name}: nobody named it in ${file} at wave ${wave}; its response is counted as 0`,
        expected: "answers of each Trust",
        found: "none",
        fix: `if its people typed another name, add it to aliases of ${name} in study.yaml; if it was not asked, say so in the report, or list the Trusts' answers in files of their own`,
        trust: code,
        wave,
      };
    });
  });
}
