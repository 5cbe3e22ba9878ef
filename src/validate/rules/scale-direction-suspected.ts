import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { itemsOf } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { scales } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";
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
  check: (context) =>
    context.surveys.flatMap((survey) =>
      context.study.scales.flatMap((scale) => [
        ...turnedItems(context.study, survey, scale.id),
        ...turnedForm(context, survey, scale.id),
      ]),
    ),
};

function turnedItems(study: Study, survey: SurveyAnswers, scale: string): readonly Finding[] {
  const items = itemsOf(study, scale);
  const scored = items.map((item) => itemShares(survey, item));
  return items.flatMap((item, index): readonly Finding[] => {
    const pairs = survey.table.rows.flatMap((_, row): readonly (readonly [number, number])[] => {
      const own = scored[index]![row] ?? null;
      const rest = present(scored.filter((_, other) => other !== index).map((values) => values[row]));
      return own === null || rest.length === 0 ? [] : [[own, average(rest)]];
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

function turnedForm(context: RuleContext, survey: SurveyAnswers, scale: string): readonly Finding[] {
  const { wave } = survey;
  const others = context.surveys.filter((each) => each !== survey && each.wave === wave);
  const here = respondentMeans(context.study, survey, scale);
  const there = others.flatMap((other) => respondentMeans(context.study, other, scale));
  if (here.length < fewest || there.length < fewest) return [];
  const own = average(here);
  const rest = average(there);
  if ((own - 0.5) * (rest - 0.5) >= 0 || Math.abs(own - rest) < 0.25) return [];
  const [a, b] = [Math.round(own * 100), Math.round(rest * 100)];
  const declared = survey.declared.reversed.includes(scale);
  return [
    {
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
    },
  ];
}
