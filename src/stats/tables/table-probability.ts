import { tableNetwork } from "./table-network.js";
import type { NetworkNode } from "./table-network.js";

/** Paths whose lengths so far differ by less than one part in this are taken together. */
const SAME_LENGTH = 1e8;
const MOST_ARCS = 1_000_000;
const MOST_STEPS = 20_000_000;

/**
 * The probability of all tables with given totals that are no likelier than one of them, exactly.
 *
 * Columns are filled one after the other. Paths that reach a node with the same length are taken together; those
 * that can only end below the length of the table seen are counted at once, those that can only end above it are
 * dropped.
 *
 * @param rowTotals at least 2, above 0
 * @param columnTotals at least 2, above 0, with the same sum
 * @param length log-weight of the table seen with its tolerance: less the sum of the logs of the factorials of its
 * counts
 * @returns the probability, 0 to 1; null when there is too much work
 * @see Mehta & Patel (1983) JASA 78:427-434; Freeman & Halton (1951) Biometrika 38:141-149
 * @example
 * probabilityUpTo([2, 2], [2, 2], -Math.log(4) + 1e-7) // => 0.33333333
 */
export function probabilityUpTo(
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  length: number,
): number | null {
  const isByRows = nodesOf(rowTotals) <= nodesOf(columnTotals);
  const [left, filled] = isByRows ? [rowTotals, columnTotals] : [columnTotals, rowTotals];
  const start = tableNetwork(
    left,
    [...filled].sort((a, b) => b - a),
    MOST_ARCS,
  );
  if (start === null) return null;
  if (start.longest <= length) return 1;

  let probability = 0;
  let steps = 0;
  let reached = new Map<NetworkNode, Paths>([[start, new Map([[0, { past: 0, share: 1 }]])]]);
  while (reached.size > 0) {
    const next = new Map<NetworkNode, Paths>();
    for (const [{ arcs }, paths] of reached) {
      steps += paths.size * arcs.to.length;
      if (steps > MOST_STEPS) return null;
      for (const [arc, to] of arcs.to.entries()) {
        const weight = arcs.weights[arc]!;
        const share = arcs.shares[arc]!;
        let into = next.get(to);
        for (const path of paths.values()) {
          const past = path.past + weight;
          if (past + to.shortest > length) continue;
          if (past + to.longest <= length) {
            probability += path.share * share;
            continue;
          }
          if (into === undefined) next.set(to, (into = new Map()));
          const key = Math.round(past * SAME_LENGTH);
          const known = into.get(key);
          if (known === undefined) into.set(key, { past, share: path.share * share });
          else known.share += path.share * share;
        }
      }
    }
    reached = next;
  }
  return Math.min(1, probability);
}

/** Paths to a node by their length, with the probability of each. */
type Paths = Map<number, { readonly past: number; share: number }>;

/** How many nodes there can be when these totals are what is left to fill. */
function nodesOf(totals: readonly number[]): number {
  return totals.reduce((product, total) => product * (total + 1), 1);
}
