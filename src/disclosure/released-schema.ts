import { z } from "zod";
import type { Relation } from "../core/relation.js";
import type { Interval, Result, Subject, Test } from "../core/result.js";
import { missingReasons } from "../core/missing.js";
import type { DisclosureSummary } from "./gate.js";
import type { Released } from "./released.js";

// What results.json may hold of results, to the last key: one that is not named here, such as a count, is refused.

const words = z.string();
const ids = z.array(words);
const optionalWords = words.exactOptional();

const subject: z.ZodType<Subject> = z.strictObject({
  measure: words,
  item: optionalWords,
  trusts: z.array(words),
  wave: optionalWords,
  versus: optionalWords,
  level: optionalWords,
  group: z.strictObject({ variable: words, level: words }).exactOptional(),
  sensitivity: z.enum(["service", "opinion", "personal"]),
});

const interval: z.ZodType<Interval> = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  method: words,
  kind: z.enum(["confidence", "prediction", "simulation", "range"]),
});

const test: z.ZodType<Test> = z.strictObject({
  statistic: z.number(),
  df: z.number().exactOptional(),
  pValue: z.number(),
  below: z.boolean().exactOptional(),
  method: words,
  adjusted: z
    .strictObject({
      pValue: z.number(),
      below: z.boolean().exactOptional(),
      method: words,
      outcomes: z.number(),
    })
    .exactOptional(),
});

const named = { id: words, label: words, subject, unit: words, method: words, reference: words };

const result: z.ZodType<Result> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...named,
    kind: z.literal("estimate"),
    estimate: z.number(),
    interval: interval.nullable(),
    noInterval: optionalWords,
    prediction: interval.exactOptional(),
    test: test.exactOptional(),
    n: z.number(),
    missing: z.partialRecord(z.enum(missingReasons), z.number()),
    settings: z.record(words, z.union([words, z.number(), z.boolean()])),
    source: z.strictObject({ files: ids, columns: ids }),
    cautions: z.array(words),
    precision: z.number().exactOptional(),
    nPrecision: z.number().exactOptional(),
  }),
  z.strictObject({ ...named, kind: z.literal("unavailable"), reason: words }),
  z.strictObject({ ...named, kind: z.literal("suppressed"), reason: words }),
]);

const relation: z.ZodType<Relation> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum"), total: words, parts: ids }),
  z.strictObject({ kind: z.literal("pooled"), total: words, parts: ids }),
  z.strictObject({ kind: z.literal("equal"), ids }),
  z.strictObject({ kind: z.literal("complement"), parts: ids }),
  z.strictObject({ kind: z.literal("asked"), asked: words, of: words }),
  z.strictObject({ kind: z.literal("ratio"), ratio: words, numerator: words, denominator: words }),
]);

/** Results after the gate, as a release holds them. */
export const releasedSchema = z.strictObject({
  results: z.array(result),
  groups: z.array(z.array(words)),
  levels: z
    .array(
      z.strictObject({
        variable: words,
        levels: z.array(z.strictObject({ label: words, codes: z.array(z.number()) })),
      }),
    )
    .exactOptional(),
  relations: z.array(relation).exactOptional(),
  quotations: z.array(z.strictObject({ words, attribution: words })).exactOptional(),
  quotationsApproved: z.strictObject({ from: words, to: words }).exactOptional(),
}) satisfies z.ZodType<Released>;

/** What the gate did, as a release holds it. */
export const disclosureSchema: z.ZodType<DisclosureSummary> = z.strictObject({
  profile: words,
  source: words,
  release: z.enum(["written", "refused"]),
  rules: z.array(words),
  joined: z.array(words),
  joinedLevels: z.array(words),
  unsplit: z.array(words),
  answers: z.array(
    z.strictObject({
      by: words,
      grain: z.enum(["every answer", "groups", "top two"]),
      questions: z.number(),
    }),
  ),
  heldBack: z.number(),
});
