import type { MissingCounts } from "../core/missing.js";
import { unavailableResult } from "../core/result.js";
import type { Estimate, Interval, Result, ResultSource, Subject } from "../core/result.js";
import { coverageOf } from "./interval-choice.js";
import { wilsonIntervalClustered } from "../stats/proportions/clustered-wilson.js";
import { wilsonInterval } from "../stats/proportions/wilson.js";
import { whyNobody } from "./why-nobody.js";

/** How many of how many, in one Trust. */
export interface Share {
  readonly trust: string;
  readonly successes: number;
  readonly n: number;
}

export interface ProportionInput {
  readonly id: string;
  readonly label: string;
  readonly subject: Subject;
  /** One entry a Trust; Trusts with nobody may be left out. */
  readonly shares: readonly Share[];
  /** Groups of Trusts whose differences the interval allows for, when the number is over all; null otherwise. */
  readonly clusters: readonly (readonly string[])[] | null;
  readonly level: number;
  readonly missing: MissingCounts;
  readonly source: ResultSource;
  readonly cautions?: readonly string[];
}

/** Methods of a share of people, within a Trust or joined ones and over all of them. */
export const shareMethods: readonly string[] = [
  "share of those who answered",
  "total over total of all Trusts",
];

export const wilsonReference = "Wilson 1927, J Am Stat Assoc 22:209-212";
export const clusteredReference =
  "Franco, Little, Louis and Slud 2019, J Surv Stat Methodol 7:334-364; Dean and Pagano 2015, J Surv Stat Methodol 3:484-503";

/**
 * A proportion with its interval: Wilson within a Trust or joined Trusts; over all Trusts, Wilson on the effective
 * number of people, because people of one Trust answer alike. Nobody to count gives "unavailable".
 */
export function proportionResult(input: ProportionInput): Result {
  const answered = input.shares.filter((share) => share.n > 0);
  const shares = input.clusters === null ? answered : joinShares(answered, input.clusters);
  const n = shares.reduce((sum, share) => sum + share.n, 0);
  const count = shares.reduce((sum, share) => sum + share.successes, 0);
  const clustered = input.clusters !== null && shares.length > 1;
  const base = {
    id: input.id,
    label: input.label,
    subject: input.subject,
    unit: "proportion",
    method: shareMethods[clustered ? 1 : 0]!,
    reference: clustered ? clusteredReference : wilsonReference,
  };
  const computed = clustered
    ? wilsonIntervalClustered(shares, input.level)
    : wilsonInterval(count, n, input.level);
  if (computed.kind === "unavailable")
    return unavailableResult(base, whyNobody(input.missing, input.subject));
  const interval: Interval = {
    low: computed.low,
    high: computed.high,
    level: input.level,
    method: clustered ? "Wilson with clustering by Trust" : "Wilson",
    kind: "confidence",
    ...coverageOf(
      { kind: clustered ? "pooled proportion" : "proportion", n, clusters: shares.length },
      input.level,
    ),
  };
  return {
    ...base,
    kind: "estimate",
    estimate: count / n,
    interval,
    n,
    count,
    missing: input.missing,
    settings: { trusts: answered.length, clusters: shares.length },
    source: input.source,
    cautions: input.cautions ?? [],
  } satisfies Estimate;
}

function joinShares(shares: readonly Share[], clusters: readonly (readonly string[])[]): readonly Share[] {
  return clusters
    .map((trusts) => shares.filter((share) => trusts.includes(share.trust)))
    .filter((joined) => joined.length > 0)
    .map((joined) => ({
      trust: joined.map((share) => share.trust).join("+"),
      successes: joined.reduce((sum, share) => sum + share.successes, 0),
      n: joined.reduce((sum, share) => sum + share.n, 0),
    }));
}
