import type { Sensitivity } from "../core/result.js";

/** What a policy asks of shares of people: of what a Trust did, what people think, and facts about persons. */
export interface ShareRule {
  /** Fewest people on either side of a share that is not 0% or 100%; 1 when any number may be shown. */
  readonly fewest: { readonly byTrust: number; readonly pooled: number };
  /** Whether 0% and 100% may be shown: everyone of a group gave the same answer. */
  readonly everyone: "shown" | "held back";
  /** Whether all but one is held back as all is: the one knows the answer of all others. */
  readonly allButOne: "shown" | "held back";
  /** What is shown by Trust: every answer, the mean score and the two most favourable answers, or nothing. */
  readonly byTrust: "every answer" | "summaries" | "nothing";
}

/** How much may be shown. Every threshold is here and printed in the report, but for those of dominance. */
export interface Policy {
  readonly profile: string;
  readonly source: string;
  /** Fewest people behind any number about people. */
  readonly minimumPeople: number;
  /** Fewest Trusts behind a pooled cost, unless every one of them agreed to be shown. */
  readonly minimumTrusts: number;
  readonly shares: Readonly<Record<Sensitivity, ShareRule>>;
  /** Fewest events between two points of a curve over time. */
  readonly eventsBetween: number;
  /**
   * How wide an attacker's bounds must stay. `people`: of a number of people that is held back, the highest possible less
   * the lowest. `shown`: the same of the number of people behind a shown opinion or fact about persons. `money`: of a Trust's
   * cost that is held back, as a proportion of it, whoever of the other Trusts works it out from its own (the p% rule).
   */
  readonly protection: { readonly people: number; readonly shown: number; readonly money: number };
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
  shares: {
    service: {
      fewest: { byTrust: 1, pooled: 1 },
      everyone: "shown",
      allButOne: "shown",
      byTrust: "every answer",
    },
    opinion: {
      fewest: { byTrust: 2, pooled: 5 },
      everyone: "held back",
      allButOne: "held back",
      byTrust: "summaries",
    },
    personal: {
      fewest: { byTrust: 2, pooled: 5 },
      everyone: "held back",
      allButOne: "held back",
      byTrust: "nothing",
    },
  },
  eventsBetween: 5,
  protection: { people: 5, shown: 1, money: 0.1 },
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
