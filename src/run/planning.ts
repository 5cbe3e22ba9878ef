import { readFile } from "node:fs/promises";
import { z } from "zod";
import { levels, payers, planningBases, type PlanningAssumptions } from "../costs/estimate/assumptions.js";

const text = z.string().min(1);
const range = z
  .strictObject({ low: z.number().nonnegative(), central: z.number(), high: z.number() })
  .refine(({ low, central, high }) => low <= central && central <= high, `${levels.join(", ")} must ascend`);
const convention = z.strictObject({ value: z.number().nonnegative(), reason: text, source: text });

const assumptions = z.strictObject({
  date: z.iso.date(),
  whose: text,
  priceYear: z.string().regex(/^\d{4}\/\d{2}$/),
  conventions: z.strictObject({
    setUpYears: convention,
    shadowingWeeks: convention,
    shadowingHoursAWeek: convention,
    partlyShare: convention,
  }),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      component: text,
      label: text,
      category: text,
      payPoint: text.nullable(),
      amount: range,
      basis: z.enum(planningBases),
      groupSize: z.int().positive().nullable(),
      eachShadowingWeek: z.boolean(),
      paidHours: z.boolean(),
      extra: z.boolean(),
      paidBy: z.enum(payers),
      reason: text,
      source: text,
    }),
  ),
  leftOut: z.array(z.strictObject({ what: text, why: text })),
});

/** Read the planning assumptions that ship with the tool. A file missing or broken there is a bug. */
export async function readPlanningAssumptions(): Promise<PlanningAssumptions> {
  const file = new URL("../../data/planning/assumptions.json", import.meta.url);
  return assumptions.parse(JSON.parse(await readFile(file, "utf8")));
}
