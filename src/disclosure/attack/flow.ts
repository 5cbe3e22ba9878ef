import { Contradiction } from "./contradiction.js";
import type { Network } from "./network.js";

/** The flows of a network: whole numbers along its arcs such that as much enters each place as leaves it. */
export interface Flow {
  /** One for each arc; changed by the sums that are asked for, always within all limits. */
  readonly along: Float64Array;
  /** The most that may flow along an arc; null when nothing bounds it. */
  readonly highest: (arc: number) => number | null;
  /** The least. */
  readonly lowest: (arc: number) => number | null;
}

/**
 * A flow within all limits, and the most and the least along an arc: more along it must come back from its end to its start
 * by other arcs with room left, so that the most is found by shortest paths until there is none (Ford and Fulkerson 1956;
 * Edmonds and Karp 1972, https://doi.org/10.1145/321694.321699). Whole limits give whole extremes.
 *
 * @throws Contradiction when no flow is within all limits
 */
export function flowOf({ places, arcs }: Network): Flow {
  const from = Int32Array.from(arcs, (arc) => arc.from);
  const to = Int32Array.from(arcs, (arc) => arc.to);
  const low = Float64Array.from(arcs, (arc) => arc.low);
  const high = Float64Array.from(arcs, (arc) => arc.high);
  const along = Float64Array.from(arcs, (arc) => Math.min(Math.max(0, arc.low), arc.high));
  const { starts, list } = adjacency(places, from, to);
  const cameBy = new Int32Array(places);
  const queue = new Int32Array(places);

  /** How much more may go along an arc, or back along it when negative numbers count it from its end. */
  const room = (step: number) => (step >= 0 ? high[step]! - along[step]! : along[~step]! - low[~step]!);

  /** Send as much as there is room for by one shortest path, at most `limit`. Returns how much; 0 when there is no path. */
  const send = (start: number, isEnd: (place: number) => number, limit: number, closed: number): number => {
    cameBy.fill(noStep);
    let read = 0;
    let write = 0;
    queue[write++] = start;
    cameBy[start] = origin;
    while (read < write) {
      const place = queue[read++]!;
      const wanted = place === start ? 0 : isEnd(place);
      if (wanted > 0) return push(place, Math.min(limit, wanted));
      for (let index = starts[place]!; index < starts[place + 1]!; index++) {
        const step = list[index]!;
        const next = step >= 0 ? to[step]! : from[~step]!;
        if (cameBy[next] !== noStep || step === closed || ~step === closed || room(step) <= 0) continue;
        cameBy[next] = step;
        queue[write++] = next;
      }
    }
    return 0;
  };

  const push = (end: number, limit: number): number => {
    let amount = limit;
    const before = (place: number) => {
      const step = cameBy[place]!;
      return step >= 0 ? from[step]! : to[~step]!;
    };
    for (let place = end; cameBy[place] !== origin; place = before(place))
      amount = Math.min(amount, room(cameBy[place]!));
    if (amount === Infinity) return Infinity;
    for (let place = end; cameBy[place] !== origin; place = before(place)) {
      const step = cameBy[place]!;
      if (step >= 0) along[step]! += amount;
      else along[~step]! -= amount;
    }
    return amount;
  };

  /** An arc that ends where it starts: nothing but its own limit bounds it. */
  const alone = (arc: number, limit: number): number | null => {
    if (!Number.isFinite(limit)) return null;
    along[arc] = limit;
    return limit;
  };

  balance();
  return {
    along,
    highest: (arc) => {
      if (from[arc] === to[arc]) return alone(arc, high[arc]!);
      while (along[arc]! < high[arc]!) {
        const sent = send(
          to[arc]!,
          (place) => (place === from[arc] ? Infinity : 0),
          high[arc]! - along[arc]!,
          arc,
        );
        if (sent === Infinity) return null;
        if (sent === 0) break;
        along[arc]! += sent;
      }
      return along[arc]!;
    },
    lowest: (arc) => {
      if (from[arc] === to[arc]) return alone(arc, low[arc]!);
      while (along[arc]! > low[arc]!) {
        const sent = send(
          from[arc]!,
          (place) => (place === to[arc] ? Infinity : 0),
          along[arc]! - low[arc]!,
          arc,
        );
        if (sent === Infinity) return null;
        if (sent === 0) break;
        along[arc]! -= sent;
      }
      return along[arc]!;
    },
  };

  /** Bring what enters a place too much to places that it leaves too much. */
  function balance(): void {
    const excess = new Float64Array(places);
    for (const arc of arcs.keys()) {
      excess[to[arc]!]! += along[arc]!;
      excess[from[arc]!]! -= along[arc]!;
    }
    for (let place = 0; place < places; place++) {
      while (excess[place]! > 0) {
        let end = -1;
        const isShort = (other: number) => {
          if (excess[other]! < 0) end = other;
          return Math.max(0, -excess[other]!);
        };
        const sent = send(place, isShort, excess[place]!, none);
        if (sent === 0) throw new Contradiction();
        excess[place]! -= sent;
        excess[end]! += sent;
      }
    }
  }
}

const noStep = -2147483648;
const origin = 2147483647;
const none = -2147483647;

/** Steps from each place: an arc by its number, an arc taken backwards by the complement of its number. */
function adjacency(places: number, from: Int32Array, to: Int32Array) {
  const starts = new Int32Array(places + 1);
  for (const ends of [from, to]) for (const place of ends) starts[place + 1]! += 1;
  for (let place = 0; place < places; place++) starts[place + 1]! += starts[place]!;
  const list = new Int32Array(2 * from.length);
  const filled = starts.slice();
  for (let arc = 0; arc < from.length; arc++) {
    list[filled[from[arc]!]!++] = arc;
    list[filled[to[arc]!]!++] = ~arc;
  }
  return { starts, list };
}
