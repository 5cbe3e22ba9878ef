// What secondary suppression takes away in one study: ours, and the greedy textbook rule on the same numbers held back on their
// own account and the same lines.
import { breachesOf } from "../../../dist/disclosure/attack/breaches.js";
import { isShare } from "../../../dist/disclosure/attack/share-cells.js";
import { systemOf } from "../../../dist/disclosure/attack/system-of.js";
import { derivable, suppress } from "../../../dist/disclosure/primary.js";
import { releaserOf } from "../../../dist/disclosure/releaser.js";
import { heldBackByTextbook, linesAmong } from "./textbook-rule.mjs";

/**
 * @returns shares of people that are shown or held back; ids of those held back on their own account, of those that ours and
 *   the textbook rule hold back beside them, and how many results of any kind ours does
 */
export function heldBackBeside({ study, computed }, { released, decisions }) {
  const shares = released.results.filter((one) => isShare(one) && one.kind !== "unavailable");
  const hidden = new Set(shares.filter(({ kind }) => kind === "suppressed").map(({ id }) => id));
  const beside = decisions.filter((one) => (one.beside ?? []).length > 0).map(({ id }) => id);
  const primary = new Set([...hidden].filter((id) => !beside.includes(id)));
  const counts = new Map(computed.results.map((one) => [one.id, one.count ?? 0]));
  const trusts = study.trusts.map(({ code }) => code);
  const theirs = heldBackByTextbook(counts, primary, linesAmong(shares, computed.relations, trusts));
  const others = (ids) => new Set([...ids].filter((id) => !primary.has(id)));
  return { shares, primary, ours: others(hidden), textbook: others(theirs), oursOfAnyKind: beside.length };
}

/**
 * How many protected numbers the release of the textbook rule gives away: the same numbers, those that it holds back in place of
 * those that ours does, rounded as ours would round them.
 */
export function givenAwayByTextbook(
  { study, computed, partition, policy },
  { released },
  { primary, textbook },
) {
  const full = new Map(computed.results.map((one) => [one.id, one]));
  const results = released.results.map((one) => {
    if (!isShare(one)) return one.kind === "estimate" ? full.get(one.id) : one;
    const isHeld = primary.has(one.id) || textbook.has(one.id);
    return isHeld ? suppress(full.get(one.id), derivable) : full.get(one.id);
  });
  const trusts = study.trusts.map(({ code }) => code);
  const release = releaserOf(computed.relations, partition, policy, trusts);
  const { system, protected: numbers } = systemOf(release(results, new Set()), policy);
  return breachesOf(system, numbers).length;
}
