import { invariant } from "../core/invariant.js";
import type { Sensitivity } from "../core/result.js";
import type { DeclaredDisclosure, ProfileName } from "../study/schema-disclosure.js";
import { ownPolicy } from "./own-policy.js";
import { hes } from "./policies/hes.js";
import { internal } from "./policies/internal.js";
import { partner } from "./policies/partner.js";
import { pilot as pilotNumbers } from "./policies/pilot.js";
import { strict } from "./policies/strict.js";
import { freeTextInWords, rulesInWords } from "./policy-words.js";

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

/** How much may be shown, as numbers. Each is printed in the report, but for those of protection. */
export interface PolicyNumbers {
  readonly profile: string;
  /** Who publishes such numbers, and where. */
  readonly source: string;
  /** Whether `release/` is written; under a policy that holds nothing back it is refused. */
  readonly release: "written" | "refused";
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
  /** Numbers are rounded to a multiple of these, shares and means of few people to a coarser one. */
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
}

/** How much may be shown, as numbers and in the words that the report says them in. */
export interface Policy extends PolicyNumbers {
  readonly rules: readonly string[];
  /** What holds for free text, of a study without and with approved quotations. */
  readonly freeText: { readonly never: string; readonly quoted: string };
}

const profiles: Readonly<Record<ProfileName, PolicyNumbers>> = {
  pilot: pilotNumbers,
  hes,
  strict,
  partner,
  internal,
};

/** The policy of profile `pilot`. */
export const pilot: Policy = inWords(pilotNumbers);

/** The policy that a study declares: one of the profiles, or one of them with the study's own numbers. */
export function policyOf({ profile, own }: Pick<DeclaredDisclosure, "profile" | "own">): Policy {
  if (profile !== "own") return inWords(profiles[profile]);
  invariant(own, "a study declares profile own without numbers");
  return inWords(ownPolicy(profiles[own.based_on], own));
}

/** Fewest people behind any number under each profile. */
export function minimumOfProfile(): Readonly<Record<ProfileName, number>> {
  const entries = Object.entries(profiles) as [ProfileName, PolicyNumbers][];
  return Object.fromEntries(entries.map(([name, { minimumPeople }]) => [name, minimumPeople])) as Record<
    ProfileName,
    number
  >;
}

function inWords(numbers: PolicyNumbers): Policy {
  return { ...numbers, rules: rulesInWords(numbers), freeText: freeTextInWords };
}
