import { z } from "zod";
import { day, words, wordsAbout } from "./schema-words.js";

/** Policies that a study may name, and what each is for. Their numbers and sources stand in `disclosure/policies/`. */
export const profiles = {
  pilot: "a report on a few small Trusts: most is shown of what a Trust did, least of who people are",
  hes: "the rule of hospital statistics: 1 to 7 held back, other numbers to the nearest 5",
  strict: "research outputs: at least 10 on either side of every share, nobody counting as few",
  partner: "the partners of a pilot, under an agreement: at least 5 people behind each number",
  internal: "the evaluators alone: nothing held back, and no release/ is written",
} as const;
export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];
const releasing = ["pilot", "hes", "strict", "partner"] as const;

const purposes = Object.entries(profiles)
  .map(([name, purpose]) => `${name} (${purpose})`)
  .join("; ");
const oneProfile = `expected one of: ${purposes}; own (the study's own numbers, under own)`;
export const whatIf = "`pilot-eval audit --what-if all` shows what each would hold back";
/** How to mend a profile that is missing or unknown. */
export const fixOfProfile = `write profile: and the one that suits who will read the report; ${whatIf}`;

/** Below three people, each of a group knows the other's answer from the number of both. */
const threshold = z
  .int("expected a whole number, 3 or more")
  .min(3, "expected 3 or more: of a group of two, each knows the other's answer");

/** Of two who got there between two points of a curve, each knows when the other did. */
const events = z
  .int("expected a whole number, 3 or more")
  .min(3, "expected 3 or more: of two who got there between two points, each knows when the other did");

/** For service, 1 says that any number may be shown. */
const fewestOfService = z
  .int("expected 1, or a whole number from 3")
  .refine((fewest) => fewest === 1 || fewest >= 3, "expected 1 (any number may be shown), or 3 or more");

const step = z.number("expected a number above 0, such as 5").gt(0, "expected a number above 0, such as 5");

const ownNumbers = "expected own: with based_on, source and the numbers that differ";

function shareRule(fewest: z.ZodType<number>) {
  return z.strictObject({
    /** Fewest people on either side of a share, by Trust and over all Trusts. */
    fewest_by_trust: fewest.optional(),
    fewest_pooled: fewest.optional(),
    /** Whether it may be shown that all, or all but one, of a group gave the same answer. */
    everyone: z.enum(["shown", "held back"]).optional(),
    all_but_one: z.enum(["shown", "held back"]).optional(),
    by_trust: z.enum(["every answer", "summaries", "nothing"]).optional(),
  });
}

/** The study's own numbers: those that differ from the named profile they start from. */
const ownPolicy = z.strictObject(
  {
    based_on: z.enum(releasing, { error: `expected one of ${releasing.join(", ")}` }),
    /** Whose numbers they are, and why. */
    source: wordsAbout("whose numbers these are, and why"),
    minimum_people: threshold.optional(),
    minimum_trusts: threshold.optional(),
    shares: z
      .strictObject({
        service: shareRule(fewestOfService).optional(),
        opinion: shareRule(threshold).optional(),
        personal: shareRule(threshold).optional(),
      })
      .default({}),
    events_between: events.optional(),
    /** How wide an attacker's bounds must stay: people held back, and a Trust's cost as a proportion of it. */
    protection: z
      .strictObject({
        people: z.int("expected a whole number, 1 or more").min(1, "expected 1 or more").optional(),
        money: z.number().gt(0, "expected a proportion above 0").max(1).optional(),
      })
      .default({}),
    /** Numbers are rounded to a multiple of these. */
    rounding: z
      .strictObject({
        people: z.int("expected a whole number, 1 or more").min(1, "expected 1 or more").optional(),
        flow_by_trust: z.int("expected a whole number, 1 or more").min(1, "expected 1 or more").optional(),
        flow_pooled: z.int("expected a whole number, 1 or more").min(1, "expected 1 or more").optional(),
        points_by_trust: step.optional(),
        points_pooled: step.optional(),
        cost_per_img: step.optional(),
        cost_total: step.optional(),
      })
      .default({}),
  },
  { error: (issue) => (issue.code === "invalid_type" ? ownNumbers : undefined) },
);

/** What respondents were promised, in one sentence, read as its number. */
const promise = z
  .string({ error: "expected groups under 10 never shown, with the number that was promised" })
  .regex(
    /^groups under [1-9]\d{0,3} never shown$/,
    "expected groups under 10 never shown, with the number that was promised and no other word",
  )
  .transform((sentence) => Number(/\d+/.exec(sentence)![0]));

const consent = z.strictObject(
  {
    trust: words,
    by: wordsAbout("who agreed in writing").regex(
      /\p{L}.*\p{L}/su,
      "expected who agreed in writing: a name or a post",
    ),
    on: day,
  },
  {
    error: (issue) =>
      issue.code === "invalid_type" ? "expected a Trust, who agreed and the day they did" : undefined,
  },
);

/** What may leave the study folder. */
export const disclosureSchema = z
  .strictObject(
    {
      profile: z.enum([...profileNames, "own"], { error: oneProfile }),
      own: ownPolicy.optional(),
      /** Fewest people of a group about which respondents were told that it may be shown. */
      promise: promise.optional(),
      /** Trusts that agreed, in writing, that their own cost per IMG is shown. */
      trust_costs: z.array(consent).default([]),
    },
    {
      error: (issue) =>
        issue.code === "invalid_type"
          ? `expected profile: with ${oneProfile.slice("expected ".length)}`
          : undefined,
    },
  )
  .superRefine(({ profile, own }, { addIssue }) => {
    if (profile === "own" && own === undefined)
      addIssue({
        code: "custom",
        path: ["own"],
        message: ownNumbers,
        params: { fix: "add own: { based_on: pilot, source: whose numbers and why, minimum_people: 12 }" },
      });
    if (profile !== "own" && own !== undefined)
      addIssue({
        code: "custom",
        path: ["own"],
        message: `expected no own numbers beside profile: ${profile}`,
        params: { fix: `write profile: own, and based_on: ${profile} under own; or remove own` },
      });
  });

export type DeclaredDisclosure = z.output<typeof disclosureSchema>;
export type OwnPolicy = z.output<typeof ownPolicy>;
