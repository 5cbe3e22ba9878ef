import type { Estimate, Result, Subject } from "../../../src/core/result.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import type { Released } from "../../../src/disclosure/released.js";

type About = Partial<Subject> & { readonly id: string };

function named({ id, ...subject }: About) {
  return {
    id,
    label: id,
    subject: {
      measure: "item",
      item: "welcome",
      wave: "arrival",
      trusts: ["A"],
      sensitivity: "service",
      ...subject,
    } as const,
    unit: "proportion",
    method: "share of those who answered",
    reference: "r",
  };
}

/** A released share of so many people, told without an interval. */
export function share(about: About, estimate: number, n: number, precision = 0.01, nPrecision = 1): Estimate {
  return {
    kind: "estimate",
    ...named(about),
    estimate,
    interval: null,
    noInterval: "none",
    n,
    nPrecision,
    precision,
    missing: {},
    settings: {},
    source: { files: [], columns: ["welcome"] },
    cautions: [],
  };
}

/** A released number of people. */
export function people(id: string, trusts: readonly string[], number: number, precision = 1): Estimate {
  const item = id.split("/")[1]!;
  const { subject, ...rest } = share({ id, measure: "flow", item, trusts }, number, number, precision);
  const { wave: _, ...ofNoWave } = subject;
  return { ...rest, subject: ofNoWave, unit: "people", method: "count" };
}

/** A share that is held back. */
export function hidden(about: About): Result {
  return { kind: "suppressed", ...named(about), reason: "held back" };
}

/** A release of some results under a profile. */
export function held(
  results: readonly Result[],
  groups: Released["groups"] = [["A"], ["B"], ["C"]],
  profile: "pilot" | "partner" | "strict" = "pilot",
  more: Partial<Released> = {},
): Held {
  const questions = [
    {
      name: "welcome",
      reverse: false,
      categories: [1, 2, 3, 4, 5].map((code) => ({ code, label: `${code}` })),
    },
  ];
  return {
    released: { results, groups, relations: [], ...more },
    policy: policyOf({ profile }),
    questions,
  };
}
