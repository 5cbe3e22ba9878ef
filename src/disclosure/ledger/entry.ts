import type { ShownLevels } from "../../core/relation.js";
import type { Minimums } from "./slices.js";
import type { Told } from "./told.js";

/** One respondent's form as the evaluation used it. All but Trust and wave are fingerprints: salted digests, cut short. */
export interface ResponseBehind {
  readonly trust: string;
  readonly wave: string;
  /** Of what was answered and when, and of the link code. */
  readonly answers: string;
  /** Of the row as it stands in the file, whatever the codebook makes of it. */
  readonly row: string;
  /** Of the link code within its Trust; null when none was given. */
  readonly person: string | null;
  /** The subgroups the person belongs to, each `variable/level`. */
  readonly levels: readonly string[];
}

/** Forms that were left out for one reason. */
export interface LeftOutBehind {
  readonly trust: string | null;
  readonly wave: string | null;
  readonly reason: string;
  readonly count: number;
}

/** Something of one Trust: a doctor of the HR extract, a cost return, one person seen at two waves. */
export interface FingerprintOfTrust {
  readonly trust: string;
  readonly of: string;
}

/** Numbers of IMGs of one Trust in cohort.csv, by stage. */
export interface CohortBehind {
  readonly trust: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What a release was worked out from, in a form that tells which people two releases differ by, and nothing else of them. */
export interface RecordsBehind {
  /** Of how the codebook reads the answers: two releases with another can be compared by rows and people alone. */
  readonly reading: string;
  readonly responses: readonly ResponseBehind[];
  readonly leftOut: readonly LeftOutBehind[];
  /** People linked between two waves, by `from-to-to`. */
  readonly linked: Readonly<Record<string, readonly FingerprintOfTrust[]>>;
  readonly hr: readonly FingerprintOfTrust[];
  readonly cohorts: readonly CohortBehind[];
  readonly returns: readonly FingerprintOfTrust[];
}

/** A released result: its number as printed, a digest of all that is shown of it, and how closely it tells each number. */
export interface ReleasedValue {
  readonly shown: string;
  readonly digest: string;
  readonly told: Told;
}

/** What is compared of two releases. */
export interface ComparedRelease {
  /** The groups of Trusts that are shown. */
  readonly groups: readonly (readonly string[])[];
  /** The levels of each subgroup that are shown. */
  readonly levels: readonly ShownLevels[];
  /** Released values by id of the result. */
  readonly values: Readonly<Record<string, ReleasedValue>>;
  readonly behind: RecordsBehind;
  /** By how few another release may differ from it, by its policy; entries of earlier versions do not say. */
  readonly minimums?: Minimums;
}

/** A registered release. */
export interface ReleaseEntry extends ComparedRelease {
  readonly kind: "release";
  readonly number: number;
  /** Day it was registered, year-month-day. */
  readonly day: string;
  readonly version: string;
  readonly profile: string;
  /** Digest of each released file, by path within `release/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** A release that was never sent: later ones are not compared with it. */
export interface WithdrawalEntry {
  readonly kind: "withdrawal";
  /** Number of the release that is withdrawn. */
  readonly number: number;
  readonly day: string;
  readonly reason: string;
}

export type LedgerEntry = ReleaseEntry | WithdrawalEntry;

/** An entry as the ledger keeps it: its digest covers all entries before it. */
export type ChainedEntry = LedgerEntry & { readonly digest: string };

/** The releases that later ones are compared with: registered and not withdrawn. */
export function standingReleases(entries: readonly LedgerEntry[]): readonly ReleaseEntry[] {
  const withdrawn = new Set(entries.flatMap((one) => (one.kind === "withdrawal" ? [one.number] : [])));
  return entries.filter((one): one is ReleaseEntry => one.kind === "release" && !withdrawn.has(one.number));
}
