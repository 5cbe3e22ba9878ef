/**
 * What an attacker knows of a release, as arithmetic: unknown numbers and what the released results say of them. Numbers of
 * people are whole. Whatever satisfies every constraint may be true; what an attacker can say of an unknown is its lowest and
 * highest value among all that may be true.
 */
export interface System {
  readonly unknowns: readonly Unknown[];
  readonly constraints: readonly Constraint[];
}

export interface Unknown {
  /** Which number it is, for people: `people who answered yes, coverage/received-pre-01/month3/yes/trust-c`. */
  readonly name: string;
  /** Whether it counts people. */
  readonly whole: boolean;
  readonly low: number;
  /** Null when nothing bounds it from above. */
  readonly high: number | null;
}

/** `low <= sum of times * unknown <= high`; a null side is open. */
export interface Constraint {
  readonly terms: readonly Term[];
  readonly low: number | null;
  readonly high: number | null;
  /** Ids of the released results that say so; empty for what anybody knows without them. */
  readonly from: readonly string[];
}

export interface Term {
  /** Place in `unknowns`. */
  readonly unknown: number;
  readonly times: number;
}

/** A number that the release must not give away: a sum of unknowns whose bounds must stay at least this far apart. */
export interface Protected {
  /** Id of the result it stands behind. */
  readonly id: string;
  /** Which number of it: `people counted`, `people not counted`, `people`. */
  readonly what: "counted" | "not counted" | "people";
  readonly terms: readonly Term[];
  /** Highest less lowest that the policy asks for, at the least. */
  readonly width: number;
}

/** The lowest and highest value that may be true; null when nothing bounds it on that side. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** A protected number that the release gives away, and the results that do so together: none of them could be left out. */
export interface Breach {
  readonly protected: Protected;
  readonly bounds: Bounds;
  /** False when its bounds could not be worked out: nobody can say that it is safe, and its bounds are open. */
  readonly isProven: boolean;
  readonly from: readonly string[];
}
