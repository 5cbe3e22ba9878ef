import { explaining, unexplained } from "./bounds.js";
import { withExtremes } from "./extremes.js";
import { valueOf } from "./highs.js";
import type { Extremes } from "./highs.js";
import { neededOf } from "./needed.js";
import { partsOf, placed } from "./parts.js";
import { reachOf, simplify } from "./simplify.js";
import type { Bounds, Breach, Protected, System, Term } from "./system.js";

/** A protected number within one part of the system, and how far apart values that may be true have been seen. */
interface Watched {
  readonly number: Protected;
  readonly terms: readonly Term[];
  low: number;
  high: number;
}

/**
 * The protected numbers that an attacker bounds more narrowly than asked, in the order given, each with the results that
 * give it away together. Every solution found for one number is held against all: two that lie far enough apart prove a
 * number safe, so that only the few that are left cost sums of their own.
 *
 * @throws Contradiction when no values satisfy what is said of a protected number, naming the results that contradict
 */
export function breachesOf(system: System, numbers: readonly Protected[]): readonly Breach[] {
  const given = numbers.map(({ terms }) => terms);
  const narrow = explaining(system, () =>
    partsOf(simplify(system), given).flatMap((part) => {
      const watched = numbers
        .filter(({ terms }) => terms.some(({ unknown }) => part.place.has(unknown)))
        .map((number) => ({
          number,
          terms: placed(number.terms, part.place),
          low: Infinity,
          high: -Infinity,
        }));
      return withExtremes(part.system, (extremes) => narrowAmong(watched, extremes));
    }),
  );
  const found = new Map(narrow.map(({ number, bounds }) => [number, bounds]));
  const said = found.size === 0 ? [] : partsOf(system, given);
  return numbers.flatMap((number): readonly Breach[] => {
    const bounds = found.get(number);
    if (!bounds) return [];
    const part = said.find(({ place }) => place.has(number.terms[0]!.unknown))!;
    const terms = placed(number.terms, part.place);
    const from = neededOf(part.system, terms, (some) => isNarrow(some, terms, number.width));
    return [{ protected: number, bounds, from }];
  });
}

function narrowAmong(
  watched: readonly Watched[],
  extremes: Extremes,
): readonly { readonly number: Protected; readonly bounds: Bounds }[] {
  const see = (at: Float64Array | null) => {
    if (at === null) return;
    for (const one of watched) {
      const value = valueOf(one.terms, at);
      one.low = Math.min(one.low, value);
      one.high = Math.max(one.high, value);
    }
  };
  return watched.flatMap((one) => {
    const { number, terms } = one;
    if (isWide(one, number.width)) return [];
    const highest = extremes(terms, "highest", one.low + number.width);
    see(highest.at);
    if (highest.value === null || isWide(one, number.width)) return [];
    const lowest = extremes(terms, "lowest", one.high - number.width);
    see(lowest.at);
    const bounds = { low: lowest.value, high: highest.value };
    return isWide(bounds, number.width) ? [] : [{ number, bounds }];
  });
}

function isNarrow(system: System, terms: readonly Term[], width: number): boolean {
  const [low, high] = reachOf(simplify(system).unknowns, terms);
  return !isWide({ low, high }, width) || !isWide(unexplained(system, terms), width);
}

/** Whether bounds are at least as far apart as asked, to a millionth of it. */
function isWide({ low, high }: Bounds, width: number): boolean {
  return low === null || high === null || high - low >= width - 1e-6 * Math.max(1, width);
}
