import type { Figure } from "./figures.js";
import type { Part, Terms } from "./terms.js";

/** A year's full-time pay, GBP. */
export interface YearlyPay {
  readonly value: number;
  /** The part of it that pension is paid on, when not all of it. */
  readonly pensionable?: number;
  readonly figures: readonly Figure[];
  readonly working: string;
}

/** A year's cost to the employer, part by part, GBP, unrounded. */
export interface YearlyCost {
  readonly pay: Part;
  readonly nationalInsurance: Part;
  readonly pension: Part;
  readonly levy: Part;
}

/**
 * What a year's pay costs the employer: pay, National Insurance above the secondary threshold, pension on pensionable pay,
 * and the apprenticeship levy. Nothing is rounded.
 *
 * Source: HMRC, Class 1 secondary contributions; NHS Employers on employer pension contributions.
 */
export function yearlyCost(pay: YearlyPay, terms: Terms): YearlyCost {
  const { insuranceRate, insuranceThreshold, pension, levy } = terms;
  const pensionable = pay.pensionable ?? pay.value;
  return {
    pay: { value: pay.value, figures: pay.figures, working: pay.working },
    nationalInsurance: {
      value: insuranceRate.value * Math.max(0, pay.value - insuranceThreshold.value),
      figures: [insuranceRate, insuranceThreshold],
      working:
        pay.value > insuranceThreshold.value
          ? `${insuranceRate.value} x (${pay.value} - ${insuranceThreshold.value})`
          : `none: pay is not above ${insuranceThreshold.value}`,
    },
    pension: {
      value: pension.value * pensionable,
      figures: [pension],
      working: `${pension.value} x ${pensionable}`,
    },
    levy: levy
      ? { value: levy.value * pay.value, figures: [levy], working: `${levy.value} x ${pay.value}` }
      : { value: 0, figures: [], working: "not counted" },
  };
}

/** The sum of its parts, GBP a year. */
export function sumOfParts({ pay, nationalInsurance, pension, levy }: YearlyCost): number {
  return pay.value + nationalInsurance.value + pension.value + levy.value;
}

/**
 * One part over several spans of days, each counting by its days.
 *
 * @example weighByDays([{ days: 1, part: { value: 10, figures: [], working: "ten" } }, { days: 3, part: { value: 20, figures: [], working: "twenty" } }]).value // => 17.5
 */
export function weighByDays(spans: readonly { readonly days: number; readonly part: Part }[]): Part {
  const total = spans.reduce((sum, { days }) => sum + days, 0);
  const workings = new Map<string, { days: number; part: Part }>();
  for (const { days, part } of spans)
    workings.set(part.working, { days: days + (workings.get(part.working)?.days ?? 0), part });
  const [only, ...others] = workings.values();
  const figures = [...new Set(spans.flatMap(({ part }) => part.figures))];
  if (only && others.length === 0) return { ...only.part, figures };
  return {
    value: spans.reduce((sum, { days, part }) => sum + (days / total) * part.value, 0),
    figures,
    working: [...workings].map(([working, { days }]) => `${days} of ${total} days: ${working}`).join("; "),
  };
}
