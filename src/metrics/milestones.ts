import type { Estimate, Interval, Result } from "../core/result.js";
import { slug, unavailableResult } from "../core/result.js";
import type { Duration } from "../dataset/dataset.js";
import { kaplanMeier, survivalAt } from "../stats/survival/kaplan-meier.js";
import type { SurvivalCurve } from "../stats/survival/kaplan-meier.js";
import { numbersAtRisk } from "../stats/survival/numbers-at-risk.js";
import { variablesOf } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { gather, respondents } from "./gather.js";
import type { Given } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { slicesWithSubgroups, whose } from "./slice.js";
import type { Slice } from "./slice.js";
import { whyNobody } from "./why-nobody.js";

const reference =
  "Kaplan and Meier 1958, J Am Stat Assoc 53:457-481; Brookmeyer and Crowley 1982, Biometrics 38:29-41 (median)";

/** Days from the start until something was in place, with those not yet there counted up to the day they answered. */
export const milestones: Metric = {
  id: "milestones",
  label: "Days to milestones",
  about:
    "The share of IMGs who had reached each milestone by a given day, by the Kaplan-Meier method: people not yet there when they answered count up to that day.",
  reference,
  compute(input) {
    const results: Result[] = [];
    for (const variable of variablesOf(input.dataset.study, "milestone")) {
      for (const wave of variable.waves) {
        for (const slice of slicesWithSubgroups(input))
          results.push(...milestoneResults(input, variable, wave, slice));
      }
    }
    return { results, relations: [], ladders: [] };
  },
};

type Reached = Extract<Duration, { kind: "duration" }>;

function milestoneResults(
  input: MetricInput,
  variable: Variable,
  wave: string,
  slice: Slice,
): readonly Result[] {
  const { dataset } = input;
  const { study } = dataset;
  const given = gather(slice, respondents(dataset, slice, wave), (response): Given<Reached> => {
    const duration = dataset.duration(response, variable.name);
    return duration.kind === "duration" ? { kind: "value", value: duration } : duration;
  });
  const people = given.byTrust.flatMap((trust) => trust.values);
  const base = (level: string, label: string, unit: string) => ({
    id: `milestone/${slug(variable.name)}/${level}/${slice.id}`,
    label: `${variable.label}: ${label}, ${slice.name}`,
    subject: {
      measure: "milestone",
      item: variable.name,
      ...whose(slice),
      wave,
      level,
      sensitivity: variable.sensitivity,
    },
    unit,
    method: "Kaplan-Meier",
    reference,
  });
  const days = slice.group ? [] : study.milestone_days;
  const curve = kaplanMeier(
    people.map((one) => ({ time: one.time, event: one.reached })),
    study.confidence_level,
  );
  if (curve.kind === "unavailable") {
    const reason = whyNobody(given.missing, slice);
    return [
      unavailableResult(base("median", "median days", "days"), reason),
      ...days.map((day) =>
        unavailableResult(base(`day-${day}`, `reached by day ${day}`, "proportion"), reason),
      ),
    ];
  }
  const rest = {
    n: people.length,
    missing: given.missing,
    settings: {
      censored: people.filter((one) => !one.reached).length,
      trusts: given.byTrust.filter((trust) => trust.values.length > 0).length,
    } as Readonly<Record<string, number>>,
    source: { files: dataset.filesOf(wave), columns: [variable.name] },
    cautions: slice.pooled ? ["people of one Trust may be alike: the interval does not allow for it"] : [],
  };
  const isWhole = !slice.group && slice.trusts.length === study.trusts.length;
  return [
    medianResult(curve, base("median", "median days", "days"), rest),
    ...days.map((day) => byDay(curve, day)),
    ...(isWhole ? atRiskResults(curve) : []),
  ];

  function atRiskResults(curve: SurvivalCurve): readonly Result[] {
    return numbersAtRisk(curve, days).map(({ time: day, atRisk }): Estimate => {
      const what = base(`at-risk-${day}`, `not there yet and still counted at day ${day}`, "people");
      return {
        ...what,
        subject: { ...what.subject, measure: "at-risk" },
        kind: "estimate",
        estimate: atRisk,
        interval: null,
        noInterval: "a count of all, not a sample",
        ...upTo(day),
        cautions: [],
      };
    });
  }

  function byDay(curve: SurvivalCurve, day: number): Result {
    const at = survivalAt(curve, day);
    const what = base(`day-${day}`, `reached by day ${day}`, "proportion");
    if (at.kind === "unavailable") return unavailableResult(what, at.reason);
    const method = at.survival === 1 ? "Wilson, before the first was reached" : "log-log";
    const interval = band(1 - at.high, 1 - at.low, curve.level, method);
    return {
      ...what,
      kind: "estimate",
      estimate: 1 - at.survival,
      interval,
      ...upTo(day),
    } satisfies Estimate;
  }

  /** With how many had reached it by a day, for the disclosure gate. */
  function upTo(day: number): typeof rest {
    const events = people.filter(({ reached, time }) => reached && time <= day).length;
    return { ...rest, settings: { ...rest.settings, day, events } };
  }
}

function medianResult(
  curve: SurvivalCurve,
  base: Parameters<typeof unavailableResult>[0],
  rest: Pick<Estimate, "n" | "missing" | "settings" | "source" | "cautions">,
): Result {
  const { estimate, low, high } = curve.median;
  if (estimate === "not reached")
    return {
      ...unavailableResult(base, "fewer than half had reached it when they answered"),
      people: rest.n,
    };
  const bounded = low !== "not reached" && high !== "not reached";
  return {
    ...base,
    kind: "estimate",
    estimate,
    interval: bounded ? band(low, high, curve.level, "Brookmeyer-Crowley, log-log") : null,
    ...(bounded ? {} : { noInterval: "the upper limit was not reached" }),
    ...rest,
  } satisfies Estimate;
}

function band(low: number, high: number, level: number, method: string): Interval {
  return { low, high, level, method, kind: "confidence" };
}
