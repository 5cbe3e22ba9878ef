import type { MissingReason } from "../core/missing.js";

/**
 * One answer, read by its codebook row. Missing answers keep their reason.
 * `not-yet` is a milestone not reached when the person answered (to be censored).
 */
export type Answer =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  /** Days since 1970-01-01. */
  | { readonly kind: "day"; readonly value: number }
  | { readonly kind: "chosen"; readonly codes: readonly number[] }
  | { readonly kind: "not-yet" }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  /** Not an answer the codebook allows; a finding says so and the value is not used. */
  | { readonly kind: "invalid"; readonly expected: string };
