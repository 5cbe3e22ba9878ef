import { z } from "zod";
import { costingSchema } from "./schema-costing.js";
import { uncertainCategories } from "./schema-uncertainty.js";
import { studySchema } from "./schema.js";
import type { Study } from "./study.js";
import { roles, variableTypes } from "./variable.js";
import type { Variable } from "./variable.js";

/**
 * A question as the report and the charts name it, without what reads its answers. One that is answered in free text has no
 * name: no result is called by it.
 */
export type PublicVariable = Pick<
  Variable,
  "name" | "question" | "label" | "role" | "type" | "waves" | "scale" | "reverse" | "component" | "categories"
>;

type Costing = Study["costing"];
type Uncertainty = Costing["uncertainty"];

/**
 * What a release may tell of a study's declaration, and all that charts and report are given of it: what they print or
 * decide by. No file or heading, no spelling of an answer, no row of a quotation, no link that somebody confirmed, no
 * rate that a Trust pays, no name of who consented, and no number of people invited.
 */
export interface PublicStudy extends Pick<
  Study,
  | "study"
  | "design"
  | "period"
  | "waves"
  | "duplicates"
  | "scales"
  | "comparisons"
  | "subgroups"
  | "milestone_days"
  | "hr"
  | "confidence_level"
  | "economics"
  | "report"
  | "components"
  | "benchmarks"
  | "narrative"
> {
  readonly trusts: readonly Pick<Study["trusts"][number], "code" | "label">[];
  /** What kinds of files there are; each once, so that they do not tell which Trust sent how many. */
  readonly sources: readonly PublicSource[];
  readonly standards: readonly Pick<Study["standards"][number], "id" | "label" | "basis">[];
  readonly variables: readonly PublicVariable[];
  readonly weighting?:
    { readonly basis: string; readonly margins: readonly { readonly variable: string }[] } | undefined;
  readonly costing: Pick<
    Costing,
    | "price_year"
    | "pension"
    | "apprenticeship_levy"
    | "hours"
    | "prices"
    | "perspective"
    | "headline"
    | "cohort_sizes"
    | "standard_cohort"
    | "threshold"
  > & {
    readonly set_up: Pick<Costing["set_up"], "treatment">;
    readonly price_index?: Pick<NonNullable<Costing["price_index"]>, "title" | "edition"> | undefined;
    readonly uncertainty: Pick<Uncertainty, "recorded" | "estimated" | "guessed" | "draws" | "pay_point"> & {
      readonly ranges: readonly Pick<
        Uncertainty["ranges"][number],
        "component" | "category" | "low" | "high" | "source"
      >[];
    };
  };
  /** The policy by which numbers were held back, and which Trusts agreed to what; not who agreed for them. */
  readonly disclosure: Pick<Study["disclosure"], "profile" | "own" | "promise"> & {
    readonly trust_costs: readonly { readonly trust: string }[];
  };
}

/** A kind of file; of a survey whether its answers tell the Trust, of an HR extract the day it was taken. */
export interface PublicSource {
  readonly kind: Study["sources"][number]["kind"];
  readonly trust_question?: string | undefined;
  readonly extracted?: string | undefined;
}

const words = z.string();

const variable = z.object({
  name: words,
  question: words,
  label: words,
  role: z.enum(roles),
  type: z.enum(variableTypes),
  waves: z.array(words),
  scale: words.nullable(),
  reverse: z.boolean(),
  component: words.nullable(),
  categories: z.array(z.object({ code: z.number(), label: words, open: z.literal(true).exactOptional() })),
});

const component = z.object({ id: words, strand: words, phase: words, label: words, basis: words });

const benchmark = z.object({
  id: words,
  label: words,
  value: z.number(),
  n: z.number(),
  year: words,
  study: words,
  link: words,
  aim: z.enum(["settling-in", "effectiveness", "coverage"]),
  note: words,
});

const declared = studySchema.shape;
const costing = costingSchema.shape;
const uncertainty = z.object({
  recorded: z.number(),
  estimated: z.number(),
  guessed: z.number(),
  draws: z.number(),
  pay_point: z.boolean(),
  ranges: z.array(
    z.object({
      component: words.optional(),
      category: z.enum(uncertainCategories).optional(),
      low: z.number(),
      high: z.number(),
      source: words,
    }),
  ),
});

/** Reads the public part of a declaration, and makes it from a whole one: whatever it does not name is left behind. */
export const publicStudySchema: z.ZodType<PublicStudy> = z.object({
  study: declared.study,
  design: declared.design,
  period: declared.period,
  trusts: z.array(z.object({ code: words, label: words })),
  waves: declared.waves,
  sources: z.array(
    z.object({
      kind: z.enum(["survey", "cost-return", "cohort", "hr"]),
      trust_question: words.optional(),
      extracted: words.optional(),
    }),
  ),
  duplicates: declared.duplicates,
  scales: declared.scales,
  comparisons: declared.comparisons,
  subgroups: declared.subgroups,
  standards: z.array(z.object({ id: words, label: words, basis: words })),
  milestone_days: declared.milestone_days,
  weighting: z.object({ basis: words, margins: z.array(z.object({ variable: words })) }).optional(),
  hr: declared.hr,
  confidence_level: declared.confidence_level,
  costing: z.object({
    price_year: costing.price_year,
    pension: costing.pension,
    apprenticeship_levy: costing.apprenticeship_levy,
    hours: costing.hours,
    prices: costing.prices,
    perspective: costing.perspective,
    headline: costing.headline,
    cohort_sizes: costing.cohort_sizes,
    standard_cohort: costing.standard_cohort,
    threshold: costing.threshold,
    set_up: z.object({ treatment: z.enum(["written-off", "annuitised"]) }),
    price_index: z.object({ title: words, edition: words }).optional(),
    uncertainty,
  }),
  economics: declared.economics,
  disclosure: z.object({
    profile: declared.disclosure.shape.profile,
    own: declared.disclosure.shape.own,
    promise: z.number().optional(),
    trust_costs: z.array(z.object({ trust: words })),
  }),
  report: declared.report,
  variables: z.array(variable),
  components: z.array(component),
  benchmarks: z.array(benchmark),
  narrative: z.record(z.string(), z.array(words)),
});

/** The public part of a study. */
export function publicStudyOf(study: Study): PublicStudy {
  const part = publicStudySchema.parse(study);
  const kinds = new Map<string, PublicSource>();
  for (const source of part.sources) {
    const kind = `${source.kind} ${source.trust_question ?? ""}`;
    if (!kinds.has(kind)) kinds.set(kind, source);
  }
  const variables = part.variables.map((one) => (one.role === "text" ? { ...one, name: "" } : one));
  return { ...part, sources: [...kinds.values()], variables };
}
