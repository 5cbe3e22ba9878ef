import type { Result } from "../../../core/result.js";
import { dataOf, restsOn } from "./differing.js";
import type { Apart } from "./differing.js";
import { quantityOf } from "./held.js";
import type { Held } from "./held.js";
import { mostInEveryOrder, ordersOf } from "./orders.js";

/** Which releases are taken to rest on the same data, by the name of the data: those with the same number. */
export type Editions = ReadonlyMap<string, readonly number[]>;

/**
 * Releases that nowhere contradict each other are taken to rest on the same data: that is what an attacker would try. One that fits
 * two that contradict each other is tried with each: the releases that do so take their turn in every order, and each joins
 * the first with which it agrees, so that whatever fits together is tried together. The rest come last.
 */
export function everyEditions(all: readonly Held[], apart: readonly Apart[]): readonly Editions[] {
  const names = dataOf(all);
  const places = [...all.keys()];
  const torn = placesOf(apart);
  const others = places.filter((place) => !torn.includes(place));
  const found = new Map<string, Editions>();
  for (const order of ordersOf(torn)) {
    const editions = new Map(
      names.map((data) => [
        data,
        editionsIn(
          [...order, ...others],
          apart.filter((one) => one.data === data),
        ),
      ]),
    );
    found.set(JSON.stringify([...editions.values()]), editions);
  }
  return [...found.values()];
}

/** Whether so many releases contradict each other that they do not take their turn in every order: something may be missed. */
export function isTooMany(apart: readonly Apart[]): boolean {
  return placesOf(apart).length > mostInEveryOrder;
}

function placesOf(apart: readonly Apart[]): readonly number[] {
  return [...new Set(apart.flatMap(({ held }) => held))].sort((a, b) => a - b);
}

/** The editions of one kind of data that releases make in their turn, by place; numbered by the first release of each. */
function editionsIn(order: readonly number[], apart: readonly Apart[]): readonly number[] {
  const editions: number[][] = [];
  for (const place of order) {
    const fits = editions.find(
      (own) =>
        !apart.some(
          ({ held }) => held.includes(place) && held.every((one) => one === place || own.includes(one)),
        ),
    );
    if (fits) fits.push(place);
    else editions.push([place]);
  }
  return [...order]
    .sort((a, b) => a - b)
    .map((place) => Math.min(...editions.find((own) => own.includes(place))!));
}

/** Which edition of its data a result of a release rests on; two numbers are one where these are the same. */
export function editionOf(result: Result, held: number, editions: Editions): string {
  return restsOn(result.subject)
    .map((data) => editions.get(data)?.[held] ?? 0)
    .join(".");
}

/** Where a curve starts, which is no result: the start of the curve that the other end is of. */
const start = "start";

/**
 * The name of the unknown that a release calls by ids of its results: the same in all that rest on the same data.
 *
 * @param own what to call an id that is no result of the release, such as a number of the flow of people that it does not tell:
 *   which Trusts and data that is of nobody can look up, so that it is taken to be its own
 */
export function nameInAll(
  name: string,
  editions: Editions,
  find: (id: string) => { readonly held: number; readonly of: Held; readonly result: Result } | undefined,
  own: (id: string) => string = (id) => id,
): string {
  const comma = name.indexOf(", ");
  const numbers = name
    .slice(comma + 2)
    .split(" to ")
    .map((id) => {
      const found = find(id);
      if (!found) return id === start ? id : own(id);
      const { held, of, result } = found;
      return `${editionOf(result, held, editions)} ${quantityOf(result, of.released)}`;
    });
  return `${name.slice(0, comma)}, ${numbers.join(" to ")}`;
}
