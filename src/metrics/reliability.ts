import { commonestReason, countMissing } from "../core/missing.js";
import type { MissingReason } from "../core/missing.js";
import { unavailableResult } from "../core/result.js";
import type { Estimate, Interval, Result } from "../core/result.js";
import type { Response } from "../dataset/dataset.js";
import { itemPosition } from "../dataset/score.js";
import { itemAnalysis } from "../stats/reliability/item-analysis.js";
import type { ItemAnalysis } from "../stats/reliability/item-analysis.js";
import { omegaTotal } from "../stats/reliability/omega.js";
import type { Unavailable } from "../stats/unavailable.js";
import { whyMissing } from "../study/answer.js";
import { itemsOf } from "../study/study.js";
import type { Scale, Wave } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { respondents } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { trustSlices, whose } from "./slice.js";
import type { Slice } from "./slice.js";

const alphaReference =
  "Cronbach 1951, Psychometrika 16:297-334; Feldt 1965, Psychometrika 30:357-370 (interval)";
const omegaReference =
  "McDonald 1999, Test Theory: A Unified Treatment; Hayes and Coutts 2020, Commun Methods Meas 14:1-24";
const itemReference =
  "Nunnally and Bernstein 1994, Psychometric Theory, 3rd ed., ch. 8 (questions of a scale)";
const alike = "people of one Trust may be alike: the interval does not allow for it";

/** How well the questions of each scale hang together. */
export const reliability: Metric = {
  id: "reliability",
  label: "Reliability of the scales",
  about:
    "How well the questions of one scale hang together, from 0 to 1, in people who answered all of them: Cronbach's alpha, and omega from a one-factor model where there are enough people to fit it. For each question: its correlation with the others together, and alpha without it.",
  reference: `${alphaReference}; ${omegaReference}; ${itemReference}`,
  compute(input) {
    const { study } = input.dataset;
    const whole = trustSlices(input).at(-1)!;
    const results = study.scales.flatMap((scale) => {
      const items = itemsOf(study, scale.id);
      return study.waves.flatMap((wave) => {
        const asked = items.filter((item) => item.waves.includes(wave.id));
        return asked.length < 2 ? [] : scaleAt(input, whole, scale, wave, asked);
      });
    });
    return { results, relations: [], ladders: [] };
  },
};

function scaleAt(
  input: MetricInput,
  whole: Slice,
  scale: Scale,
  wave: Wave,
  items: readonly Variable[],
): readonly Result[] {
  const { dataset } = input;
  const level = dataset.study.confidence_level;
  const people = respondents(dataset, whole, wave.id);
  const complete = people.filter((person) => whyNot(input, person, items) === null);
  const columns = items.map((item) =>
    complete.map((person) => itemPosition(item, dataset.answer(person, item.name))!),
  );
  const analysis = itemAnalysis(columns, level);
  const omega = omegaTotal(columns);

  const result = (part: string, label: string, reference: string, found: Found | Unavailable): Result => {
    const base = {
      id: `reliability/${scale.id}/${wave.id}/${part}/${whole.id}`,
      label: `${scale.label}, ${wave.label}, ${whole.name}: ${label}`,
      subject: {
        measure: "reliability",
        item: scale.id,
        ...whose(whole),
        wave: wave.id,
        level: part,
        sensitivity: "opinion" as const,
      },
      unit: "coefficient 0-1",
      method: label,
      reference,
    };
    if (isUnavailable(found)) return unavailableResult(base, found.reason);
    return {
      ...base,
      kind: "estimate",
      estimate: found.estimate,
      interval: found.interval,
      ...(found.interval
        ? {}
        : { noInterval: "a description of the questions, not an estimate for all doctors" }),
      n: complete.length,
      missing: countMissing(people.flatMap((person) => whyNot(input, person, items) ?? [])),
      settings: { items: items.length, trusts: new Set(complete.map(({ trust }) => trust)).size },
      source: { files: dataset.filesOf(wave.id), columns: items.map((item) => item.name) },
      cautions: found.cautions,
    } satisfies Estimate;
  };

  return [
    result("alpha", "Cronbach's alpha", alphaReference, alphaOf(analysis, whole.pooled)),
    result(
      "omega",
      "omega total",
      omegaReference,
      plain(omega.kind === "unavailable" ? omega : omega.estimate),
    ),
    ...items.flatMap((item, index) => [
      result(
        `item-rest/${item.name.replace(/_/g, "-")}`,
        `correlation of "${item.label}" with the other questions`,
        itemReference,
        plain(ofItem(analysis, index, "correctedItemTotalCorrelation")),
      ),
      result(
        `alpha-without/${item.name.replace(/_/g, "-")}`,
        `alpha without "${item.label}"`,
        itemReference,
        plain(ofItem(analysis, index, "alphaIfDeleted")),
      ),
    ]),
  ];
}

interface Found {
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly cautions: readonly string[];
}

function alphaOf(analysis: ItemAnalysis | Unavailable, pooled: boolean): Found | Unavailable {
  if (analysis.kind === "unavailable") return analysis;
  const { estimate, low, high, level, caution } = analysis.alpha;
  return {
    estimate,
    interval: { low, high, level, method: "Feldt", kind: "confidence" },
    cautions: [...(caution ? [caution] : []), ...(pooled ? [alike] : [])],
  };
}

function ofItem(
  analysis: ItemAnalysis | Unavailable,
  index: number,
  statistic: "correctedItemTotalCorrelation" | "alphaIfDeleted",
): number | Unavailable {
  return analysis.kind === "unavailable" ? analysis : analysis.items[index]![statistic];
}

function plain(value: number | Unavailable): Found | Unavailable {
  return typeof value === "number" ? { estimate: value, interval: null, cautions: [] } : value;
}

function isUnavailable(found: Found | Unavailable): found is Unavailable {
  return "reason" in found;
}

/**
 * Why a person's answers are not complete; null when they are. A question that the form left out comes before all that the
 * person left unanswered: nobody of that form can be complete.
 */
function whyNot(
  { dataset }: MetricInput,
  person: Response,
  items: readonly Variable[],
): MissingReason | null {
  const reasons = items.flatMap((item) => whyMissing(dataset.answer(person, item.name)) ?? []);
  if (reasons.length === 0) return null;
  return reasons.includes("not asked") ? "not asked" : commonestReason(reasons);
}
