import type { Estimate } from "../../core/result.js";
import { wilsonInterval } from "../../stats/proportions/wilson.js";
import { roundTo } from "../rounding.js";
import { widestLimits } from "../share-limits.js";
import { pairsBehind, pairsLike } from "../steps.js";
import type { Behind, Pair } from "../steps.js";

/**
 * Every number of people and number counted that a released share may stand for: those that the policy lets be shown and that
 * round to its number of people and its estimate. Where the interval is Wilson's of these two numbers alone, its limits tell
 * them too: by the rule that this tool rounds them by, or, should that not explain them, as plainly rounded numbers. A share
 * that the policy would not let be shown is taken as it stands.
 *
 * @param behind what is known of the people before the share is looked at
 */
export function possiblePairs(share: Estimate, behind: Behind): readonly Pair[] {
  const { interval } = share;
  const shown = pairsOf(share, behind);
  const pairs =
    shown.length > 0 ? shown : pairsOf(share, { ...behind, minimum: 1, fewest: 1, everyone: true });
  if (interval?.method !== "Wilson") return pairs;
  const byRule = pairs.filter((pair) => isByRule(share, behind, pair));
  if (byRule.length > 0) return byRule;
  const plain = pairs.filter((pair) => isPlain(share, pair));
  return plain.length > 0 ? plain : pairs;
}

function pairsOf({ estimate, precision }: Estimate, behind: Behind): readonly Pair[] {
  if (precision !== undefined) return pairsLike(behind, precision, estimate);
  return pairsBehind(behind).filter(({ n, count }) => Math.abs(count / n - estimate) < 1e-9);
}

function isByRule({ interval, precision }: Estimate, behind: Behind, { n, count }: Pair): boolean {
  const wilson = wilsonInterval(count, n, interval!.level);
  if (wilson.kind === "unavailable" || precision === undefined) return false;
  const { low, high } = wilson;
  const limits = widestLimits(
    { estimate: count / n, n, interval: { ...interval!, low, high } },
    behind,
    precision,
  );
  return limits.low === interval!.low && limits.high === interval!.high;
}

function isPlain({ interval, precision = 0 }: Estimate, { n, count }: Pair): boolean {
  const wilson = wilsonInterval(count, n, interval!.level);
  if (wilson.kind === "unavailable") return false;
  return isRounded(wilson.low, interval!.low, precision) && isRounded(wilson.high, interval!.high, precision);
}

/** Whether a number is another one rounded to a multiple of the step, or to as many places as that is written with. */
function isRounded(value: number, released: number, step: number): boolean {
  const places = `${released}`.split(".")[1]?.length ?? 0;
  return [step, 10 ** -places].some((one) => one > 0 && roundTo(value, one) === released);
}

/** The lowest and highest number that rounds to a released one, ends included. */
export function roundedFrom(released: number, step: number): { low: number; high: number } {
  const half = step <= 1 ? 0 : step / 2;
  return { low: released - half, high: released + half };
}

/** `people * times + counted * timesCounted <= high`: one side of the area that holds every possible pair. */
export interface HalfPlane {
  readonly people: number;
  readonly counted: number;
  readonly high: number;
}

/**
 * The sides of the smallest area without dents around some pairs: what is known of both numbers, as inequalities. Empty
 * for no pairs.
 *
 * @example sidesAround([{ n: 4, count: 1 }, { n: 4, count: 2 }]).length // => 4
 */
export function sidesAround(pairs: readonly Pair[]): readonly HalfPlane[] {
  if (pairs.length === 0) return [];
  const corners = cornersOf(pairs);
  if (corners.length < 3) return boxAndLine(corners);
  return corners.map((from, index) => sideFrom(from, corners[(index + 1) % corners.length]!));
}

/** The side to the left of the way from one corner to the next, corners against the clock. */
function sideFrom(from: Pair, to: Pair): HalfPlane {
  const people = to.count - from.count;
  const counted = from.n - to.n;
  return { people, counted, high: people * from.n + counted * from.count };
}

/** One pair, or the pairs along a line: both sides of the line, and its ends. */
function boxAndLine(corners: readonly Pair[]): readonly HalfPlane[] {
  const [from, to = from] = corners as [Pair, Pair?];
  const isPoint = from === to;
  const along = isPoint ? [] : [sideFrom(from, to), sideFrom(to, from)];
  const peoples = [from.n, to.n];
  const counts = [from.count, to.count];
  const ends: readonly HalfPlane[] = [
    { people: 1, counted: 0, high: Math.max(...peoples) },
    { people: -1, counted: 0, high: -Math.min(...peoples) },
    { people: 0, counted: 1, high: Math.max(...counts) },
    { people: 0, counted: -1, high: -Math.min(...counts) },
  ];
  if (isPoint) return ends;
  return [...along, ...(from.n === to.n ? ends.slice(2) : ends.slice(0, 2))];
}

/** Corners of the convex hull, against the clock (Andrew 1979, Inf Process Lett 9:216-219, monotone chain). */
function cornersOf(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = [...pairs].sort((a, b) => a.n - b.n || a.count - b.count);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Pair[]) => {
    const chain: Pair[] = [];
    for (const pair of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2)!, chain.at(-1)!, pair)) chain.pop();
      chain.push(pair);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function turnsLeft(from: Pair, over: Pair, to: Pair): boolean {
  const way = (over.n - from.n) * (to.count - from.count);
  return way - (over.count - from.count) * (to.n - from.n) > 0;
}
