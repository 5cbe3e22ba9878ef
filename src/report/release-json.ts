import { z } from "zod";
import { disclosureSchema, releasedSchema } from "../disclosure/released-schema.js";
import { publicStudySchema } from "../study/public-study.js";
import { paymentTimings } from "../costs/annuity.js";
import type { CostFacts, CostPeriod, RateNote, ReleaseContents, VerificationNote } from "./report-input.js";

const words = z.string();
const days = { from: words, to: words };

const setUp = z.discriminatedUnion("treatment", [
  z.strictObject({ treatment: z.literal("written-off") }),
  z.strictObject({
    treatment: z.literal("annuitised"),
    years: z.number(),
    rate: z.number(),
    rateFrom: z.strictObject({ from: words }).nullable(),
    timing: z.enum(paymentTimings),
  }),
]);

const costFacts: z.ZodType<CostFacts> = z.strictObject({
  setUp,
  ownRateTrusts: z.number(),
  highCostTrusts: z.number(),
  coversYear: z.boolean(),
});

const costPeriod: z.ZodType<CostPeriod> = z.strictObject({ trust: words, ...days });

const rate: z.ZodType<RateNote> = z.strictObject({
  key: words,
  label: words,
  value: z.number(),
  unit: words,
  year: words,
  source: words,
  confidence: words,
  weak: z
    .strictObject({
      id: words,
      signed: z.strictObject({ by: words, on: words, reason: words }).nullable(),
    })
    .exactOptional(),
});

const verification: z.ZodType<VerificationNote> = z.strictObject({
  closedForm: z.number(),
  iterative: z.number(),
  allMethods: z.number(),
  families: z.array(
    z.strictObject({
      label: words,
      methods: z.number(),
      cases: z.number(),
      values: z.number(),
      references: z.array(words),
    }),
  ),
});

const releaseJson = z.strictObject({
  tool: z.literal("pilot-eval"),
  version: words,
  synthetic: z.boolean(),
  notice: words.nullable(),
  study: publicStudySchema,
  disclosure: disclosureSchema,
  ...releasedSchema.shape,
  rates: z.array(rate),
  costPeriods: z.array(costPeriod),
  costFacts: costFacts.nullable(),
  verification,
});

const notice = "Synthetic data: not real people or Trusts";

/** The contents of a release as results.json holds them; long lists stand one entry a line. */
export function releaseJsonOf(contents: ReleaseContents): Readonly<Record<string, unknown>> {
  const { study, released, disclosure, rates, costPeriods, costFacts, verification, version } = contents;
  const { synthetic } = study.study;
  const { results, groups, relations = [], ...others } = released;
  return {
    tool: "pilot-eval",
    version,
    synthetic,
    notice: synthetic ? notice : null,
    study,
    disclosure,
    groups,
    ...others,
    rates,
    costPeriods,
    costFacts,
    verification,
    relations,
    results,
  };
}

/** What is wrong with a results.json: where in it, and what was expected there. */
export interface NotARelease {
  readonly place: string;
  readonly expected: string;
}

/** Read the contents of a release back from its results.json, or say where it holds what no release has. */
export function readReleaseJson(
  json: unknown,
): { readonly contents: ReleaseContents } | { readonly wrong: readonly NotARelease[] } {
  const parsed = releaseJson.safeParse(json);
  if (!parsed.success) return { wrong: parsed.error.issues.map(tellIssue) };
  const { study, disclosure, rates, costPeriods, costFacts, verification, version, ...rest } = parsed.data;
  const { tool: _tool, synthetic: _synthetic, notice: _notice, ...released } = rest;
  return {
    contents: { study, released, disclosure, rates, costPeriods, costFacts, verification, version },
  };
}

function tellIssue({ path, message }: z.core.$ZodIssue): NotARelease {
  return { place: path.join(" > ") || "the whole file", expected: message };
}
