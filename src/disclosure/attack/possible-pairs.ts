import type { Estimate } from "../../core/result.js";
import { wilsonInterval } from "../../stats/proportions/wilson.js";
import { roundTo, roundWithin } from "../rounding.js";

/** What is released of a share. */
export type ReleasedShare = Pick<Estimate, "estimate" | "n" | "interval"> & {
  readonly precision?: number | undefined;
  readonly nPrecision?: number | undefined;
};

/** So many of so many people. */
export interface Pair {
  readonly people: number;
  readonly counted: number;
}

/** `people * times + counted * timesCounted <= high`: one side of the area that holds every possible pair. */
export interface HalfPlane {
  readonly people: number;
  readonly counted: number;
  readonly high: number;
}

/**
 * Every number of people and number counted that a released share may stand for: those that round to its number of
 * people and its estimate and, where the interval is Wilson's of these two alone, lie within its limits, which are rounded
 * outwards.
 */
export function possiblePairs(share: ReleasedShare): readonly Pair[] {
  const pairs: Pair[] = [];
  const { low, high } = roundedFrom(share.n, share.nPrecision ?? 1);
  for (let people = Math.max(1, Math.ceil(low)); people <= high; people++) {
    if (share.nPrecision !== undefined && roundTo(people, share.nPrecision) !== share.n) continue;
    const around = share.precision ?? 0;
    const first = Math.max(0, Math.floor((share.estimate - around) * people));
    const last = Math.min(people, Math.ceil((share.estimate + around) * people));
    for (let counted = first; counted <= last; counted++)
      if (isPossible(share, { people, counted })) pairs.push({ people, counted });
  }
  return pairs;
}

/** The lowest and highest number that rounds to a released one, ends included. */
export function roundedFrom(released: number, step: number): { low: number; high: number } {
  const half = step <= 1 ? 0 : step / 2;
  return { low: released - half, high: released + half };
}

function isPossible(share: ReleasedShare, { people, counted }: Pair): boolean {
  const { estimate, precision, interval } = share;
  if (!isReleasedAs(counted / people, estimate, precision)) return false;
  if (interval?.method !== "Wilson") return true;
  const wilson = wilsonInterval(counted, people, interval.level);
  if (wilson.kind === "unavailable") return false;
  return interval.low - dust <= wilson.low && wilson.high <= interval.high + dust;
}

/** Whether a share is released as another; with no precision it must be the same but for the dust of fractions. */
function isReleasedAs(share: number, released: number, step: number | undefined): boolean {
  return step === undefined ? Math.abs(share - released) < dust : roundWithin(share, step) === released;
}

const dust = 1e-9;

/**
 * The sides of the smallest area without dents around some pairs: what is known of both numbers, as inequalities. Empty
 * for no pairs.
 *
 * @example sidesAround([{ people: 4, counted: 1 }, { people: 4, counted: 2 }]).length // => 4
 */
export function sidesAround(pairs: readonly Pair[]): readonly HalfPlane[] {
  if (pairs.length === 0) return [];
  const corners = cornersOf(pairs);
  if (corners.length < 3) return boxAndLine(corners);
  return corners.map((from, index) => sideFrom(from, corners[(index + 1) % corners.length]!));
}

/** The side to the left of the way from one corner to the next, corners against the clock. */
function sideFrom(from: Pair, to: Pair): HalfPlane {
  const people = to.counted - from.counted;
  const counted = from.people - to.people;
  return { people, counted, high: people * from.people + counted * from.counted };
}

/** One pair, or the pairs along a line: both sides of the line, and its ends. */
function boxAndLine(corners: readonly Pair[]): readonly HalfPlane[] {
  const [from, to = from] = corners as [Pair, Pair?];
  const isPoint = from === to;
  const along = isPoint ? [] : [sideFrom(from, to), sideFrom(to, from)];
  const peoples = [from.people, to.people];
  const counts = [from.counted, to.counted];
  const ends: readonly HalfPlane[] = [
    { people: 1, counted: 0, high: Math.max(...peoples) },
    { people: -1, counted: 0, high: -Math.min(...peoples) },
    { people: 0, counted: 1, high: Math.max(...counts) },
    { people: 0, counted: -1, high: -Math.min(...counts) },
  ];
  if (isPoint) return ends;
  return [...along, ...(from.people === to.people ? ends.slice(2) : ends.slice(0, 2))];
}

/** Corners of the convex hull, against the clock (Andrew 1979, Inf Process Lett 9:216-219, monotone chain). */
function cornersOf(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = [...pairs].sort((a, b) => a.people - b.people || a.counted - b.counted);
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
  const way = (over.people - from.people) * (to.counted - from.counted);
  return way - (over.counted - from.counted) * (to.people - from.people) > 0;
}
