import type { Figure, PayPoint } from "./figures.js";
import { priceOver } from "./rate-card.js";
import type { Terms } from "./terms.js";

/** What a Trust itself pays for an hour or a year of somebody's time. */
export interface OwnRate {
  readonly pounds: number;
  /** Of an hour paid, or of a full-time year. */
  readonly per: "hour" | "year";
  /** Where the Trust has it from: `payroll, March 2026`. */
  readonly source: string;
  readonly includesOnCosts: boolean;
  readonly includesOverheads: boolean;
  /** The part that pension is paid on, in pounds for the same hour or year; all of it when left out. */
  readonly pensionable?: number;
}

/** What a price holds: two bases that must not be added up without a word. */
export type PriceBasis = "pay-and-on-costs" | "includes-overheads";

/** GBP an hour, unrounded, and where it comes from. */
export interface PricedHour {
  readonly hourly: number;
  readonly kind: "pay point" | "own rate" | "unit cost table";
  readonly basis: PriceBasis;
  /** Whether on-costs came with it, so that the choice of pension does not change it. */
  readonly onCostsAsGiven: boolean;
  readonly source: string;
  readonly figures: readonly Figure[];
  /** How it was worked out, in words with the numbers in it. */
  readonly working: string;
  readonly cautions: readonly string[];
}

/**
 * The hourly cost of a Trust's own rate, with on-costs exactly once. A rate that includes them is taken as it stands (a
 * yearly one over the hours in a year). To one without them, National Insurance, pension and levy are added: an hourly rate
 * is first made a year's pay by the hours paid in a year, because National Insurance has a yearly threshold. No high-cost-area
 * supplement is added: what the Trust pays holds it already.
 *
 * @param staff whose hours in a year are used
 * @param terms on-costs and hours of a rate card
 */
export function priceOwnRate(own: OwnRate, staff: PayPoint["staff"], terms: readonly Terms[]): PricedHour {
  const stated = `the Trust's own ${own.pounds} ${own.per === "hour" ? "an hour" : "a year"} (${own.source})`;
  const about = {
    kind: "own rate",
    basis: own.includesOverheads ? "includes-overheads" : "pay-and-on-costs",
    onCostsAsGiven: own.includesOnCosts,
    source: own.source,
  } as const;
  if (own.includesOnCosts && own.per === "hour") {
    const working = `${stated}, on-costs included: taken as it stands`;
    return { ...about, hourly: own.pounds, figures: [], working, cautions: [] };
  }
  const priced = priceOver(
    terms.map((each) => ({ terms: each, pay: yearlyPay(own, each.paidHours[staff].value) })),
    staff,
  );
  const { pay, nationalInsurance, pension, levy, hours } = priced.parts;
  if (own.includesOnCosts) {
    const working = `${stated}, on-costs included: over ${hours.working}`;
    return { ...about, hourly: own.pounds / hours.value, figures: hours.figures, working, cautions: [] };
  }
  return {
    ...about,
    hourly: priced.hourly,
    figures: [...new Set([nationalInsurance, pension, levy, hours].flatMap((part) => part.figures))],
    working:
      `${stated}, on-costs added once: ${pay.working}; National Insurance ${nationalInsurance.working}; ` +
      `pension ${pension.working}; apprenticeship levy ${levy.working}; over ${hours.working}`,
    cautions: own.includesOverheads
      ? ["a Trust's own rate holds overheads but no on-costs: these are worked out on the overheads too"]
      : [],
  };
}

function yearlyPay({ pounds, per, pensionable }: OwnRate, paidHours: number) {
  const times = per === "hour" ? paidHours : 1;
  return {
    value: pounds * times,
    ...(pensionable === undefined ? {} : { pensionable: pensionable * times }),
    figures: [],
    working: per === "hour" ? `${pounds} x ${paidHours} hours paid in a year` : `${pounds} a year`,
  };
}
