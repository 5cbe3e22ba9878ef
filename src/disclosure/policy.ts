/** How much may be shown. Every threshold is here and printed in the report. */
export interface Policy {
  readonly profile: string;
  readonly source: string;
  /** Fewest people behind any number about people. */
  readonly minimumPeople: number;
  /** Fewest Trusts behind a pooled cost, unless every one of them agreed to be shown. */
  readonly minimumTrusts: number;
  /** Numbers are rounded to a multiple of these. */
  readonly steps: {
    readonly proportion: { readonly byTrust: number; readonly pooled: number };
    readonly points: { readonly byTrust: number; readonly pooled: number };
    readonly people: { readonly byTrust: number; readonly pooled: number };
    readonly count: number;
    readonly days: number;
    readonly costPerImg: number;
    readonly costTotal: number;
  };
  /** The rules in words, for the report. */
  readonly rules: readonly string[];
}

/**
 * Profile `pilot`: grain by sensitivity, so that a report on a few small Trusts has something to show.
 * The minimum of ten follows the GP Patient Survey and the default of ACRO (research outputs); rounding follows the
 * advice of the Handbook on Statistical Disclosure Control, chapters 5 and 6.
 */
export const pilot: Policy = {
  profile: "pilot",
  source:
    "own profile: minimum of 10 as in the GP Patient Survey and ACRO's default; Handbook on Statistical Disclosure Control, ch. 4-5",
  minimumPeople: 10,
  minimumTrusts: 3,
  steps: {
    proportion: { byTrust: 0.05, pooled: 0.01 },
    points: { byTrust: 1, pooled: 0.1 },
    people: { byTrust: 5, pooled: 1 },
    count: 5,
    days: 1,
    costPerImg: 10,
    costTotal: 100,
  },
  rules: [
    "No number rests on fewer than 10 people. A Trust with fewer is joined with the next smallest, in every table alike.",
    "What a Trust did (service) is shown by Trust, to the nearest 5%; 0% and 100% may be shown.",
    "What people think (opinion) is shown by Trust only as the mean score and the two most favourable answers; over all Trusts, answers are joined into three groups.",
    "Facts about persons are shown over all Trusts only.",
    "On opinions and facts about persons, nothing is shown when all, or all but one, gave the same kind of answer.",
    "Where one number held back could be worked out from the others, another is held back too.",
    "Numbers of people by Trust are rounded to the nearest 5; scores by Trust to whole points.",
    "A Trust's cost is shown only when the study records its consent, rounded to £10, and never beside its total.",
    "Free text is never shown.",
  ],
};

/** The policy a study names. */
export function policyOf(profile: "pilot"): Policy {
  return { pilot }[profile];
}
