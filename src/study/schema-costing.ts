import { z } from "zod";
import { uncertaintyOfCosts } from "./schema-uncertainty.js";
import { day, words } from "./schema-words.js";

/** A financial year. */
export const priceYear = z
  .string({ error: "expected a financial year such as 2026/27" })
  .regex(/^\d{4}\/\d{2}$/, "expected a financial year such as 2026/27");

/** Pounds an hour above which an own rate is a year's pay, and pounds a year below which it is an hour's. */
export const mostPoundsAnHour = 500;
const leastPoundsAYear = 1_000;

/** What a Trust itself pays on a pay point, in place of the published rate. */
export const ownRate = z
  .strictObject({
    trust: words,
    /** The pay point, as the Trust's cost return names it. */
    pay_point: words,
    pounds: z.number().gt(0),
    /** Of an hour paid, or of a full-time year. */
    per: z.enum(["hour", "year"]),
    /** Where the Trust has it from. */
    source: words,
    /** Whether employer's National Insurance, pension and levy are in it; when not, they are added once. */
    includes_on_costs: z.boolean(),
    includes_overheads: z.boolean(),
    /** The part of the pounds that pension is paid on; all of it when left out. */
    pensionable: z.number().min(0).optional(),
  })
  .superRefine((rate, { addIssue }) => {
    const complain = (path: string, message: string, fix: string) =>
      addIssue({ code: "custom", path: [path], message, params: { fix } });
    if (rate.per === "hour" && rate.pounds > mostPoundsAnHour)
      complain(
        "pounds",
        `expected at most ${mostPoundsAnHour} pounds an hour`,
        "if it is for a year, write per: year",
      );
    if (rate.per === "year" && rate.pounds <= leastPoundsAYear)
      complain(
        "pounds",
        `expected more than ${leastPoundsAYear} pounds a year`,
        "if it is for an hour, write per: hour",
      );
    if (rate.pensionable !== undefined && rate.pensionable > rate.pounds)
      complain(
        "pensionable",
        "expected at most the pounds of the rate",
        "give the part that pension is paid on",
      );
    if (rate.includes_overheads && !rate.includes_on_costs)
      complain(
        "includes_on_costs",
        "expected true where overheads are in the rate",
        "on-costs cannot be worked out on overheads: give the rate with on-costs, or without overheads",
      );
  });

/** A figure of the lowest confidence that a named person looked at and agreed to rely on. */
export const signOff = z.strictObject({
  /** As `pilot-eval list pay` prints it: `working_time study_leave 2026/27`. */
  figure: words,
  by: words,
  on: day,
  reason: words,
});

/** A table of unit costs that the study's owner has and may use; none ships. */
export const unitCostTable = z.strictObject({
  file: words,
  title: words,
  edition: words,
  /** Financial year that its prices are of, which is often not the year of its title. */
  price_year: priceYear,
  /** What its rates hold: pay and on-costs alone, or overheads too. */
  basis: z.enum(["pay-and-on-costs", "includes-overheads"]),
  licence: words,
});

/** A price index that the study's owner has and may use; for amounts that are not pay. */
const priceIndex = z.strictObject({ file: words, title: words, edition: words, licence: words });

/** Years over which the discount rate of the Green Book stays the same. */
const mostYears = 30;
/** A discount rate above it is a percentage, or has slipped its decimal point. */
const mostDiscount = 0.15;
const discountAsFraction = `expected a fraction of at most ${mostDiscount} (0.035 for 3.5%)`;

/**
 * What is done with spending that sets the induction up. Written off: all of it counts in the period in which it was spent,
 * which needs no assumption about the years to come; so that is what a study gets that says nothing, and the report prints
 * it. Annuitised: it counts as the same sum in each year of its life, and the years must be declared.
 */
const setUp = z.discriminatedUnion("treatment", [
  z.strictObject({ treatment: z.literal("written-off") }),
  z.strictObject({
    treatment: z.literal("annuitised"),
    /** Years that set-up is of use, where a line of a return does not give its own. */
    years: z.number().gt(0).max(mostYears),
    /** Per year, as a fraction: 0.035. The Green Book's, from data/pay/, when left out. */
    discount_rate: z.number().min(0).max(mostDiscount, discountAsFraction).optional(),
    /** Whether the sum of a year falls at its end or at its start. */
    timing: z.enum(["in-arrears", "in-advance"]).default("in-arrears"),
  }),
]);

/** Two right answers that differ by 9.4% of pay: neither is a default. */
const pensionNotChosen =
  "expected a choice: paid-by-trust (14.38% of pay, what the Trust itself pays) or full (with the part paid centrally, 23.78% from 2024/25)";

/** How costs are worked out. */
export const costingSchema = z.strictObject({
  price_year: priceYear,
  /** Employer pension: what the Trust itself pays, or the full rate with the part funded centrally. */
  pension: z.enum(["paid-by-trust", "full"], {
    error: ({ input }) => (input === undefined || input === null ? pensionNotChosen : undefined),
  }),
  apprenticeship_levy: z.boolean().default(true),
  /** What a year's pay is divided by. */
  hours: z.enum(["paid", "productive"]).default("paid"),
  /** Hours at the pay of the price year, whenever they were worked; or at the pay of the days that each return covers. */
  prices: z.enum(["price-year", "when-worked"]).default("price-year"),
  /** Trusts' own rates, in place of the published pay points. */
  own_rates: z.array(ownRate).default([]),
  /** Figures that were not read at any source, and who agreed to rely on them. */
  sign_off: z.array(signOff).default([]),
  /** A table of unit costs that the study's owner has; its rows become pay points. */
  unit_cost_table: unitCostTable.optional(),
  /** A price index that the study's owner has, for amounts that are not pay. */
  price_index: priceIndex.optional(),
  /** Whose money the headline counts. Every perspective is reported over all Trusts. */
  perspective: z.enum(["trust-cash", "trust-economic", "nhs"]).default("trust-economic"),
  set_up: setUp.default({ treatment: "written-off" }),
  /** The denominator of the headline figure. */
  headline: z.enum(["recruited", "inducted", "completed"]).default("inducted"),
  /** Cohort sizes at which the average and the marginal cost are worked out. */
  cohort_sizes: z.array(z.int().min(1)).default([5, 10, 15, 20, 30, 40, 50, 60]),
  /** Cohort size at which Trusts are compared; the median of the IMGs that they inducted when left out. */
  standard_cohort: z.int().min(1).optional(),
  ...uncertaintyOfCosts,
});
