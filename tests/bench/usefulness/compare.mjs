// What secondary suppression takes away in one study: ours, and the greedy textbook rule on the same numbers held back on their
// own account and the same lines.
import { isShare } from "../../../dist/disclosure/attack/share-cells.js";
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
