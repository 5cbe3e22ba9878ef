import { logFactorial } from "../numeric/log-factorial.js";
import { largestSize } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";

/** What is left of the row totals after some columns have been filled. */
export interface NetworkNode {
  /** Highest and lowest log-weight that the columns still to fill can add. */
  readonly longest: number;
  readonly shortest: number;
  readonly arcs: NetworkArcs;
}

/** Ways to fill the next column, one a place in each list; none when one column is left. */
export interface NetworkArcs {
  readonly to: readonly NetworkNode[];
  /** Less the logs of the factorials of the counts. */
  readonly weights: readonly number[];
  /** Probability, given the row totals before it. */
  readonly shares: readonly number[];
}

/**
 * All tables with given totals as a network: nodes are the row totals still to be filled, arcs the ways to fill a
 * column.
 *
 * A table is a path; its probability falls with the sum of the logs of the factorials of its counts, which is the
 * length of the path. Rows with the same total left are interchangeable, so nodes hold sorted totals and arcs stand
 * for every exchange of such rows.
 *
 * @param rowTotals at least 2, above 0
 * @param columnTotals at least 2, above 0, with the same sum; filled in this order
 * @param mostArcs work limit
 * @returns the first node; null when the work limit is passed
 * @see Mehta & Patel (1983) JASA 78:427-434
 * @example
 * tableNetwork([1, 1], [1, 1], 10).arcs // => { to: [{ longest: 0, shortest: 0 }], weights: [0], shares: [1] }
 */
export function tableNetwork(
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  mostArcs: number,
): NetworkNode | null {
  const n = sumOf(rowTotals);
  const logs = Float64Array.from({ length: n + 1 }, (_, count) => logFactorial(count));
  const choose = (total: number, count: number) => logs[total]! - logs[count]! - logs[total - count]!;
  const lastColumn = columnTotals.length - 1;
  const known = columnTotals.map(() => new Map<number, NetworkNode>());
  const base = largestSize(rowTotals) + 1;
  if (base ** rowTotals.length > Number.MAX_SAFE_INTEGER) return null;
  /** Written over for every arc; a node that is new keeps a copy. */
  const rest = rowTotals.map(() => 0);
  let arcsMade = 0;

  const nodeOf = (left: readonly number[], column: number): NetworkNode | null => {
    let key = 0;
    for (let row = 0; row < left.length; row += 1) key = key * base + left[row]!;
    const found = known[column]!.get(key);
    if (found !== undefined) return found;
    const made = column === lastColumn ? lastNode(left) : fill([...left], column);
    if (made !== null) known[column]!.set(key, made);
    return made;
  };

  const lastNode = (left: readonly number[]): NetworkNode => {
    const weight = -left.reduce((sum, total) => sum + logs[total]!, 0);
    return { longest: weight, shortest: weight, arcs: { to: [], weights: [], shares: [] } };
  };

  const fill = (left: readonly number[], column: number): NetworkNode | null => {
    // three lists, not one of objects: there can be a million arcs
    const nodes: NetworkNode[] = [];
    const weights: number[] = [];
    const shares: number[] = [];
    const total = sumOf(left);
    const room = left.map((_, row) => sumOf(left.slice(row + 1)));
    const counts = new Array<number>(left.length).fill(0);
    const allWays = choose(total, columnTotals[column]!);

    const place = (
      row: number,
      toPlace: number,
      weight: number,
      ways: number,
      exchanges: number,
    ): boolean => {
      if (row === left.length) {
        arcsMade += 1;
        if (arcsMade > mostArcs) return false;
        const to = nodeOf(sortedRest(left, counts, rest), column + 1);
        if (to === null) return false;
        nodes.push(to);
        weights.push(weight);
        shares.push(exchanges * Math.exp(ways - allWays));
        return true;
      }
      const isSame = row > 0 && left[row] === left[row - 1];
      const most = Math.min(left[row]!, toPlace, isSame ? counts[row - 1]! : Infinity);
      for (let count = Math.max(0, toPlace - room[row]!); count <= most; count += 1) {
        counts[row] = count;
        const factor = isSame ? exchangesOf(left, counts, row) : 1;
        const isWithin = place(
          row + 1,
          toPlace - count,
          weight - logs[count]!,
          ways + choose(left[row]!, count),
          exchanges * factor,
        );
        if (!isWithin) return false;
      }
      return true;
    };

    if (!place(0, columnTotals[column]!, 0, 0, 1)) return null;
    return {
      longest: nodes.reduce((most, to, arc) => Math.max(most, weights[arc]! + to.longest), -Infinity),
      shortest: nodes.reduce((least, to, arc) => Math.min(least, weights[arc]! + to.shortest), Infinity),
      arcs: { to: nodes, weights, shares },
    };
  };

  return nodeOf(
    [...rowTotals].sort((a, b) => b - a),
    0,
  );
}

/** The totals still to be filled, from largest to smallest; sorted by insertion, as they are few and this is done often. */
function sortedRest(left: readonly number[], counts: readonly number[], rest: number[]): readonly number[] {
  for (let row = 0; row < left.length; row += 1) {
    const one = left[row]! - counts[row]!;
    let place = row;
    for (; place > 0 && rest[place - 1]! < one; place -= 1) rest[place] = rest[place - 1]!;
    rest[place] = one;
  }
  return rest;
}

/** What the last of some rows with the same total adds to the number of ways to exchange them: place / run of equal counts. */
function exchangesOf(left: readonly number[], counts: readonly number[], row: number): number {
  let place = 1;
  while (place <= row && left[row - place] === left[row]) place += 1;
  let run = 1;
  while (run < place && counts[row - run] === counts[row]) run += 1;
  return place / run;
}
