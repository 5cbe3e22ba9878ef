import { invariant } from "../core/invariant.js";
import type { Study } from "../study/study.js";
import type { Annuity } from "./annuity.js";
import type { Figure } from "./figures.js";
import type { Days } from "./financial-year.js";
import { shareOfYear } from "./period.js";

/** How spending that lasts for years is spread, and the part of a year that a return covers. */
export interface Spread {
  readonly annuity: Annuity;
  /**
   * Days covered over the days of a year, and never more than the years that it lasts: a sum of a year counts by this, so
   * that no more years of it count than there are.
   */
  readonly shareOfYear: number;
  /** Whether the years are the line's own, or the study's for lines without. */
  readonly life: "line" | "study";
}

/** How a study treats set-up, with the discount rate resolved. */
export type SetUp =
  | { readonly treatment: "written-off" }
  | {
      readonly treatment: "annuitised";
      readonly years: number;
      readonly rate: number;
      /** Null when the study declares a rate of its own. */
      readonly rateFrom: Figure | null;
      readonly timing: Annuity["timing"];
    };

/** The Green Book's rate that a study gets when it declares none. */
const standardRate = { table: "discount_rate", key: "standard.0-30y" } as const;

/** The treatment that the study declares, with the latest discount rate of data/pay/ where it gives none. */
export function setUpOf({ set_up }: Study["costing"], figures: readonly Figure[]): SetUp {
  if (set_up.treatment === "written-off") return { treatment: "written-off" };
  const { years, discount_rate } = set_up;
  const timing = set_up.timing === "in-advance" ? "in advance" : "in arrears";
  if (discount_rate !== undefined)
    return { treatment: "annuitised", years, rate: discount_rate, rateFrom: null, timing };
  const rateFrom = figures
    .filter(({ table, key }) => table === standardRate.table && key === standardRate.key)
    .reduce<Figure | null>((latest, one) => (latest && latest.from > one.from ? latest : one), null);
  invariant(rateFrom, "no discount rate in data/pay");
  return { treatment: "annuitised", years, rate: rateFrom.value, rateFrom, timing };
}

/** How a set-up line of a return is spread, by its own useful life or the study's years; null when written off. */
export function spreadOf(setUp: SetUp, period: Days): (usefulLife: number | null) => Spread | null {
  if (setUp.treatment === "written-off") return () => null;
  const { rate, timing } = setUp;
  return (usefulLife) => {
    const years = usefulLife ?? setUp.years;
    return {
      annuity: { rate, timing, years },
      shareOfYear: Math.min(shareOfYear(period), years),
      life: usefulLife === null ? "study" : "line",
    };
  };
}
