import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { breachesOf } from "./breaches.js";
import { withExtremes } from "./extremes.js";
import { partsOf, placed } from "./parts.js";
import { simplify } from "./simplify.js";
import { systemOf } from "./system-of.js";
import type { Bounds, Breach, Protected, System } from "./system.js";

/** What an attack on the numbers of a release found. */
export interface ResultsAudit {
  /** How many numbers the release must not give away. */
  readonly attacked: number;
  /** Those that it gives away, with the results that do so together. */
  readonly breaches: readonly Breach[];
}

/** Attack a release with what it says itself: which protected numbers can be told more closely than the policy allows. */
export function auditResults(released: Released, policy: Policy): ResultsAudit {
  const { system, protected: numbers } = systemOf(released, policy);
  return { attacked: numbers.length, breaches: breachesOf(system, numbers) };
}

/** A protected number and what an attacker can say of it. */
export interface Bounded {
  readonly protected: Protected;
  readonly bounds: Bounds;
}

/**
 * The protected number that an attacker comes nearest to: of which least is left beyond what the policy asks. Null when
 * nothing is protected, or nothing is bounded on both sides.
 */
export function nearestOf(system: System, numbers: readonly Protected[]): Bounded | null {
  const given = numbers.map(({ terms }) => terms);
  const bounded = partsOf(simplify(system), given).flatMap((part) =>
    withExtremes(part.system, (extremes) =>
      numbers
        .filter(({ terms }) => terms.some(({ unknown }) => part.place.has(unknown)))
        .map((number): Bounded => {
          const terms = placed(number.terms, part.place);
          const [low, high] = [extremes(terms, "lowest").value, extremes(terms, "highest").value];
          return { protected: number, bounds: { low, high } };
        }),
    ),
  );
  const left = ({ protected: { width }, bounds: { low, high } }: Bounded) =>
    low === null || high === null ? Infinity : high - low - width;
  return bounded.reduce<Bounded | null>(
    (nearest, one) => (left(one) < (nearest ? left(nearest) : Infinity) ? one : nearest),
    null,
  );
}
