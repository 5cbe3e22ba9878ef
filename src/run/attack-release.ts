import { invariant } from "../core/invariant.js";
import { auditResults } from "../disclosure/attack/audit-results.js";
import { policyOf } from "../disclosure/policy.js";
import { readContents } from "./release-files.js";

/**
 * Attack a release before it is written, from the bytes of its results.json alone, as whoever is sent it can. The gate asked
 * the same of what it let out: a number that is given away all the same is a bug of this program, and stops the run.
 *
 * @throws an error that names each number given away and the results that give it away together
 */
export function refuseGivenAway(results: Uint8Array): void {
  const read = readContents(results);
  invariant(!("wrong" in read), "results.json is not that of a release");
  const { released, study } = read.contents;
  const { breaches } = auditResults(released, policyOf(study.disclosure));
  const told = breaches.map(
    ({ protected: { id, what }, bounds: { low, high }, from }) =>
      `people ${what === "people" ? "behind" : what} in ${id} would be ${low} to ${high}, by ${from.join(", ") || "anybody"}`,
  );
  invariant(
    breaches.length === 0,
    `the release would give away ${breaches.length} numbers that must not be told: ${told.join("; ")}`,
  );
}
