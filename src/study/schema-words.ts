import { z } from "zod";
import { readDay } from "../core/day.js";

/** A day written year-month-day, as YAML and people both read it: 2026-04-01. */
export const day = z
  .string({ error: "expected a day such as 2026-04-01" })
  .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2026-04-01")
  .refine((text) => readDay(text, null) !== null, "expected a day that exists");
/** A name within the study. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and hyphens, such as month3");
/** Anything a person wrote, but not nothing. */
export const words = z.string().min(1, "expected some words");
/** The same, of a setting whose name does not say enough: what is asked for. */
export function wordsAbout(what: string) {
  return z.string({ error: `expected ${what}` }).min(1, `expected ${what}`);
}
