import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { itemsOf } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { scales } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";
import { average, correlation, itemShares, present, respondentMeans } from "./scale-shares.js";

const fewest = 10;

/**
 * Signs that numbers run the other way round than the codebook says. Two are looked for, in forms of at least ten
 * respondents: one item against the rest of its scale (item-rest correlation whose 95 % upper limit, by Fisher's z, is
 * below 0), and a whole form against the other forms of its wave (means on opposite sides of the middle of the scale,
 * at least a quarter of its length apart). A form turned as a whole keeps its item-rest correlations, so the first sign
 * alone would not show it.
 */
export const scaleDirectionSuspected: Rule = {
  id: "scale-direction-suspected",
  severity: "warning",
  looksAt: scales,
  label: "a scale or item that seems to run the other way round",
  check: ({ study, surveys }) => {
    const found = new Map(surveys.map((survey): [SurveyAnswers, Finding[]] => [survey, []]));
    for (const scale of study.scales) {
      for (const survey of surveys) found.get(survey)?.push(...turnedItems(study, survey, scale.id));
      for (const [survey, finding] of turnedForms(study, surveys, scale.id)) found.get(survey)?.push(finding);
    }
    return [...found.values()].flat();
  },
};

function turnedItems(study: Study, survey: SurveyAnswers, scale: string): readonly Finding[] {
  const items = itemsOf(study, scale);
  const scored = items.map((item) => itemShares(survey, item));
  return items.flatMap((item, index): readonly Finding[] => {
    const others = scored.filter((_, other) => other !== index);
    const pairs: (readonly [number, number])[] = [];
    scored[index]!.forEach((own, row) => {
      const rest = own === null ? [] : present(others.map((values) => values[row]));
      if (own !== null && rest.length > 0) pairs.push([own, average(rest)]);
    });
    const r = pairs.length >= fewest ? correlation(pairs) : null;
    if (r === null || r >= 0 || Math.atanh(Math.max(r, -0.999999)) + 1.96 / Math.sqrt(pairs.length - 3) >= 0)
      return [];
    const columns = survey.matching.matched.get(item.name);
    return [
      {
        rule: "scale-direction-suspected",
        code: "item-direction-suspected",
        severity: "warning",
        at: placeOf(survey.table, null, columns?.kind === "one" ? columns.column : null),
        message: `${item.name}: answers run against the rest of scale ${scale} (correlation ${r.toFixed(2)}, ${pairs.length} respondents)`,
        expected: "answers that go with the rest of the scale",
        found: `correlation ${r.toFixed(2)}`,
        fix: "check reverse of this item in codebook.csv, and the order of the answers on this form",
        ...sliceOf(survey),
      },
    ];
  });
}

/** Forms whose mean is on the other side of the middle than that of the other forms of their wave together. */
function turnedForms(
  study: Study,
  surveys: readonly SurveyAnswers[],
  scale: string,
): readonly (readonly [SurveyAnswers, Finding])[] {
  const totals = new Map<string, { sum: number; count: number }>();
  const forms = surveys.map((survey) => {
    const means = respondentMeans(study, survey, scale);
    const form = { survey, sum: means.reduce((sum, mean) => sum + mean, 0), count: means.length };
    const total = totals.get(survey.wave) ?? { sum: 0, count: 0 };
    totals.set(survey.wave, { sum: total.sum + form.sum, count: total.count + form.count });
    return form;
  });
  return forms.flatMap(({ survey, sum, count }) => {
    const total = totals.get(survey.wave)!;
    const others = total.count - count;
    if (count < fewest || others < fewest) return [];
    const own = sum / count;
    const rest = (total.sum - sum) / others;
    if ((own - 0.5) * (rest - 0.5) >= 0 || Math.abs(own - rest) < 0.25) return [];
    return [[survey, turnedForm(survey, scale, own, rest)] as const];
  });
}

function turnedForm(survey: SurveyAnswers, scale: string, own: number, rest: number): Finding {
  const [a, b] = [Math.round(own * 100), Math.round(rest * 100)];
  const declared = survey.declared.reversed.includes(scale);
  return {
    rule: "scale-direction-suspected",
    code: "form-direction-suspected",
    severity: "warning",
    at: placeOf(survey.table, null, null),
    message: `${scale}: this form's mean is ${a} of 100, that of the other forms ${b}; it may run the other way round`,
    expected: "a mean on the same side of the middle as the other forms'",
    found: `${a} of 100`,
    fix: declared
      ? "look at the form: reversed is declared for it in study.yaml, and may not be needed"
      : "look at the form: if its numbers run the other way round, list the scale under reversed of this source",
    ...sliceOf(survey),
  };
}
