/** How much may be shown. Every threshold is here and printed in the report. */
export interface Policy {
  readonly profile: string;
  readonly source: string;
  /** Fewest people behind any number about people. */
  readonly minimumPeople: number;
  /** Fewest Trusts behind a pooled cost, unless every one of them agreed to be shown. */
  readonly minimumTrusts: number;
  /** Over all Trusts, opinions and facts about persons: fewest people on either side of a share. */
  readonly minimumCount: number;
  /** Numbers are rounded to a multiple of these. */
  readonly steps: {
    readonly proportion: { readonly byTrust: number; readonly pooled: number };
    readonly points: { readonly byTrust: number; readonly pooled: number };
    /** Counts of people: of the flow from eligible to linked, and the `n` behind other numbers. */
    readonly flow: { readonly byTrust: number; readonly pooled: number };
    readonly n: number;
    readonly count: number;
    readonly days: number;
    /** Reliability coefficients, of fewer and of more people. */
    readonly coefficient: { readonly few: number; readonly many: number };
    /** Points of a score in the least and the most favourable case: finer, they would tell how many answered. */
    readonly bounds: number;
    readonly costPerImg: number;
    readonly costTotal: number;
    /** Doctors or IMGs that a cost is worked out to be worth. */
    readonly costCount: number;
    /** Pounds of the error that random draws leave in a cost: of the draws, not of anybody's cost. */
    readonly simulationError: number;
  };
  /** The rules in words, for the report. */
  readonly rules: readonly string[];
  /** What holds for free text, of a study without and with approved quotations. */
  readonly freeText: { readonly never: string; readonly quoted: string };
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
  minimumCount: 5,
  steps: {
    proportion: { byTrust: 0.05, pooled: 0.01 },
    points: { byTrust: 1, pooled: 0.1 },
    flow: { byTrust: 5, pooled: 1 },
    n: 5,
    count: 5,
    days: 1,
    coefficient: { few: 0.05, many: 0.01 },
    bounds: 5,
    costPerImg: 10,
    costTotal: 100,
    costCount: 0.1,
    simulationError: 1,
  },
  rules: [
    "No number rests on fewer than 10 people. A Trust with fewer is joined with the next smallest, in every table alike.",
    "What a Trust did (service) is shown by Trust, to the nearest 5%; 0% and 100% may be shown.",
    "What people think (opinion) is shown by Trust only as the mean score and the two most favourable answers; over all Trusts, answers are joined into three groups.",
    "Facts about persons are shown over all Trusts only; so are records of HR.",
    "Numbers over all Trusts are pooled from the groups that are shown, so that joined Trusts cannot be told apart.",
    "On opinions and facts about persons, nothing is shown when all, or all but one, gave the same kind of answer; over all Trusts, when fewer than 5 did or did not.",
    "Where numbers held back could be worked out from the others, alone or as a sum, more are held back.",
    "Numbers of people are rounded to the nearest 5, but for the flow from eligible to linked over all Trusts; scores by Trust are rounded to whole points.",
    "Findings of the checks are counted over the whole study: those about people to the nearest 5, those about files exactly. Those about people's own codes and identifiers are not shown.",
    "Nothing is called all Trusts when the people of only one Trust stand behind it.",
    "A Trust's cost is shown only when the study records its consent, rounded to £10, and never beside its total. Where one or two did not consent, the smallest others are not shown either.",
    "The mean, the median and the spread of Trusts' costs are shown only when every Trust's own cost is.",
    "A number worked out again in another way is rounded coarsely, and goes when a number behind it is not shown.",
  ],
  freeText: {
    never: "Free text is never shown.",
    quoted:
      "Free text is not shown, but for short quotations that a named person read and approved. They come without the Trust, and none that names a Trust or holds an identifier is let through.",
  },
};

/** The policy a study names. */
export function policyOf(profile: "pilot"): Policy {
  return { pilot }[profile];
}
