import { z } from "zod";
import { id, words } from "./schema-words.js";

/** Ways to count that a study may weigh, by the ids that their results have. */
export const scenarioIds = [
  "as-declared",
  "without-supernumerary",
  "without-overhead",
  "time-not-backfill",
  "backfill-not-time",
  "neither-time-nor-backfill",
  "paid-hours",
  "productive-hours",
  "pension-paid-by-trust",
  "pension-full",
  "set-up-written-off",
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** Categories of cost that a range may be about. */
export const uncertainCategories = [
  "staff time",
  "premises",
  "materials",
  "travel and accommodation",
  "catering",
  "licences and equipment",
  "overhead",
  "other",
  "IMG supernumerary time",
] as const;

/** How far a figure may be from the truth either way, as a share of it: 95 of 100 true figures lie within. */
const spread = z.number().min(0).max(1);

/** A sum of money that somebody decided by, and whose it is. */
const declaredPounds = z.strictObject({ pounds: z.number().gt(0), source: words });

/** What people who know say of an amount, as a share of the one returned: the lowest, the likeliest and the highest. */
const elicitedRange = z
  .strictObject({
    /** Whose lines: those of one component, or all of one category of cost. */
    component: words.optional(),
    category: z.enum(uncertainCategories).optional(),
    low: z.number().gt(0),
    likely: z.number().gt(0),
    high: z.number().gt(0).max(10),
    /** Who said so, and how they were asked. */
    source: words,
  })
  .refine(({ component, category }) => (component === undefined) !== (category === undefined), {
    error: "expected a component or a category, one of the two",
  })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, {
    error: "expected low, likely and high in this order",
  });

/** How sure the inputs of the costing are. The numbers are ours unless declared, and the report says so. */
const costUncertainty = z.strictObject({
  recorded: spread.default(0.05),
  estimated: spread.default(0.2),
  guessed: spread.default(0.5),
  /** Random draws of a simulation. */
  draws: z.int().min(1000).max(1_000_000).default(10_000),
  /** How far the errors of one Trust's amounts go together: 0 not at all, 1 in step. */
  correlation_within_trust: z.number().min(0).max(1).default(0.5),
  /** Whether staff may stand on any pay point of their grade, from its entry to its top. */
  pay_point: z.boolean().default(true),
  ranges: z.array(elicitedRange).default([]),
  /** Components whose hours could have fallen otherwise on the same staff: as surely as if so many hours had been seen. */
  staff_mix: z
    .array(z.strictObject({ component: words, hours_seen: z.number().gt(0), source: words }))
    .default([]),
});

/** Options of `costing` that say how sure the costs are, and what is decided by them. */
export const uncertaintyOfCosts = {
  uncertainty: costUncertainty.prefault({}),
  /** How far each way to count is believed in, by the id of its scenario; together 1. Nothing is averaged without it. */
  structure_weights: z
    .partialRecord(z.enum(scenarioIds), z.number().min(0).max(1))
    .refine((weights) => Math.abs(sumOf(weights) - 1) < 1e-6, {
      error: ({ input }) =>
        `expected weights that add up to 1 (these add up to ${Math.round(sumOf(input as Weights) * 1e6) / 1e6})`,
    })
    .optional(),
  /** A cost per IMG at which somebody would decide otherwise. */
  threshold: declaredPounds.optional(),
};

type Weights = Readonly<Partial<Record<ScenarioId, number>>>;

function sumOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}

/** What costs are compared with. Nothing is worked out from a value that is not declared. */
export const economicsSchema = z.strictObject({
  /** What it costs to replace a doctor who leaves. */
  replacement_cost: declaredPounds.optional(),
  /** What one point more of an outcome might be worth, in pounds per IMG; no acceptability curve unless it stands here. */
  thresholds: z
    .strictObject({
      /** A scale with a declared comparison. */
      outcome: id,
      from: z.number().min(0),
      to: z.number().gt(0),
      steps: z.int().min(2).max(50).default(10),
      source: words,
    })
    .refine(({ from, to }) => from < to, { error: "expected from below to" })
    .optional(),
});
