import { z } from "zod";
import { day, words } from "./schema-words.js";

/** A financial year. */
export const priceYear = z.string().regex(/^\d{4}\/\d{2}$/, "expected a financial year such as 2026/27");

/** Pounds an hour above which, and pounds a year below which, the two were probably mixed up. */
const mostAnHour = 1_000;

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
    if (rate.per === "hour" && rate.pounds > mostAnHour)
      complain(
        "pounds",
        `expected at most ${mostAnHour} pounds an hour`,
        "if it is for a year, write per: year",
      );
    if (rate.per === "year" && rate.pounds <= mostAnHour)
      complain(
        "pounds",
        `expected more than ${mostAnHour} pounds a year`,
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
export const priceIndex = z.strictObject({ file: words, title: words, edition: words, licence: words });
