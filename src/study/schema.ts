import { z } from "zod";
import { costingSchema } from "./schema-costing.js";
import { disclosureSchema } from "./schema-disclosure.js";
import { sourcesSchema } from "./schema-sources.js";
import { economicsSchema } from "./schema-uncertainty.js";
import { day, id, words } from "./schema-words.js";

const share = z.number().min(0).max(1);

const trust = z.strictObject({
  /** Code letter; never a Trust's name. */
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,3}$/, "expected a short code in capitals, such as A"),
  label: words,
  /** How people type it in a survey answer. */
  aliases: z.array(words).default([]),
});

const wave = z.strictObject({ id, label: words, from: day, to: day });

const scale = z.strictObject({
  id,
  label: words,
  /** Which question of the evaluation it answers. */
  aim: z.enum(["settling-in", "effectiveness"]),
  /** A score is worked out when at least this share of the items asked was answered. */
  minimum_answered: share.default(0.5),
});

const standard = z.union([
  z.strictObject({
    id,
    label: words,
    /** A number asked in the survey, with the least or the most that meets the standard. */
    variable: words,
    at_least: z.number().optional(),
    at_most: z.number().optional(),
    basis: words,
  }),
  z.strictObject({
    id,
    label: words,
    /** An induction component; met by those who answered yes. */
    component: words,
    basis: words,
  }),
]);

/** From how many findings on, or from which share of what was looked at, a rule is a warning or an error. */
const level = z.union([z.strictObject({ count: z.int().min(1) }), z.strictObject({ share: share.gt(0) })], {
  error: "expected { count: 3 } or { share: 0.1 }",
});

/** Severity of one rule of the data check; below both levels its findings are notes. */
const check = z.strictObject({
  /** Id of a rule, as `pilot-eval list rules` prints it. */
  rule: id,
  warning: level.optional(),
  error: level.optional(),
});

/** Words of one respondent that may be printed, because a named person looked at them and agreed. */
const quotation = z.strictObject({
  /** The survey file and row the words stand in, so that they can be traced. */
  file: words,
  row: z.int().min(1),
  /** The codebook's free-text variable. */
  variable: words,
  /** The words as they are to be printed; they must stand in that cell. */
  words,
  /** A role, never a Trust or a person: "A doctor new to the NHS". */
  attribution: words,
  approved_by: words.regex(/\S/, "expected the name or office of a person"),
  on: day,
});

const rowOfFile = z.strictObject({ file: words, row: z.int().min(1) });

/** Two rows of two waves that a named person knows to be one respondent's, although the link codes differ by a slip. */
const confirmedLink = z.strictObject({ earlier: rowOfFile, later: rowOfFile, by: words, on: day });

/** How many of everyone invited are in each category of a variable, by the category's code. */
const margin = z.strictObject({ variable: words, people: z.record(z.string(), z.number().min(0)) });

/** What a person may write in study.yaml. */
export const studySchema = z.strictObject({
  format: z.literal(1, { error: "expected format: 1, the only one so far" }),
  study: z.strictObject({
    id,
    title: words,
    /** True when the data were made up: said on every page, sheet and chart. */
    synthetic: z.boolean(),
    /** Where every random draw starts. */
    seed: z.int().min(0).max(4294967295).default(1),
    img_definition: words,
  }),
  design: z.enum([
    "post-only",
    "retrospective-pre",
    "pre-post-linked",
    "pre-post-unlinked",
    "before-after-cohorts",
  ]),
  period: z.strictObject({ from: day, to: day }),
  trusts: z.array(trust).min(1, "expected at least one Trust"),
  waves: z.array(wave).min(1, "expected at least one wave"),
  sources: sourcesSchema,
  /** What to do when one person answered a wave more than once. */
  duplicates: z.enum(["latest-complete", "first", "refuse"]).default("latest-complete"),
  /** What to do with e-mail addresses, names, numbers of people and the like: drop them at reading, or refuse the file. */
  identifiers: z.enum(["drop", "refuse"]).default("drop"),
  /** Who belongs to the evaluation, beside starting within the period; nobody is left out unless declared. */
  eligibility: z
    .strictObject({
      /** Answers that an eligible person gives, by codebook variable: first NHS post, say. */
      answers: z.array(z.strictObject({ variable: words, codes: z.array(z.int()).min(1) })).default([]),
      /** Whether a start in post outside the period makes a person ineligible. */
      started_in_period: z.boolean().default(true),
      /** What to do with those who are not eligible. */
      ineligible: z.enum(["report", "leave-out", "refuse"]).default("report"),
    })
    .optional(),
  /** Severity of rules of the data check, where it is not to be the rule's own. */
  checks: z.array(check).default([]),
  /** Near-miss link codes that a person confirmed to be one respondent's; they are joined. */
  links_confirmed: z.array(confirmedLink).default([]),
  /** Free text that may be printed. None unless approved by name. */
  quotations: z.array(quotation).default([]),
  /** Whether respondents agreed that their answers go back to their Trust; they never do unless declared. */
  answers_back_to_trusts: z.strictObject({ agreed: z.literal(true), basis: words }).optional(),
  scales: z.array(scale).default([]),
  /** Before and after: which scales, between which waves. One of them may be the primary outcome. */
  comparisons: z
    .array(z.strictObject({ scale: id, from: id, to: id, primary: z.boolean().default(false) }))
    .default([]),
  /**
   * How p-values of comparisons that are tested together are adjusted. The primary one stands alone; all others are one
   * family.
   */
  multiplicity: z.enum(["holm", "hochberg", "benjamini-hochberg", "none"]).default("holm"),
  /** Variables of the codebook by which pooled results are also shown. */
  subgroups: z.array(words).default([]),
  standards: z.array(standard).default([]),
  /** Days at which the milestone curves are read. */
  milestone_days: z.array(z.int().min(0)).default([1, 3, 7, 14, 21, 28, 42, 56, 84]),
  /** The make-up of everyone invited, by which answers are weighted in a sensitivity analysis; none unless declared. */
  weighting: z
    .strictObject({
      margins: z.array(margin).min(1, "expected at least one variable"),
      /** Fewest people who must have answered in each category. */
      minimum_people: z.int().min(1).default(5),
      /** Weights over this many times the median are cut. */
      trim_over: z.number().gt(1).lte(5).default(5),
      /** Where the numbers come from. */
      basis: words,
    })
    .optional(),
  hr: z.strictObject({ months: z.int().min(1) }).default({ months: 6 }),
  confidence_level: z.number().gt(0.5).lt(1).default(0.95),
  costing: costingSchema,
  economics: economicsSchema.default({}),
  disclosure: disclosureSchema,
  report: z.strictObject({
    title: words,
    subtitle: words.optional(),
    authors: z.array(words).default([]),
    steering_group: z.array(words).default([]),
    programme: words,
    ethics: words,
    funding: words,
  }),
});

/** study.yaml once read, with every default filled in. */
export type Declared = z.output<typeof studySchema>;
export type DeclaredSource = Declared["sources"][number];
export type SurveySource = Extract<DeclaredSource, { kind: "survey" }>;
export type Scale = Declared["scales"][number];
export type Standard = Declared["standards"][number];
export type Wave = Declared["waves"][number];
export type Trust = Declared["trusts"][number];
export type Level = z.output<typeof level>;
export type Check = Declared["checks"][number];
export type ConfirmedLink = Declared["links_confirmed"][number];
export type Quotation = Declared["quotations"][number];
export type Comparison = Declared["comparisons"][number];
