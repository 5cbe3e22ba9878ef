import type { Estimate, Result } from "../../../core/result.js";
import { toldBy } from "../../ledger/told.js";
import { roundedFrom } from "../possible-pairs.js";
import { isShare } from "../share-cells.js";
import { quantityOf, shownBy } from "./held.js";
import type { Held } from "./held.js";

/** A number that two releases show so differently that no one number gives both: it does not rest on the same data. */
export interface Differing {
  readonly quantity: string;
  /** What the data that it rests on are called: see `restsOn`. */
  readonly data: string;
  readonly shown: readonly [
    { readonly held: number; readonly result: Estimate },
    { readonly held: number; readonly result: Estimate },
  ];
}

/**
 * The data that a result rests on, by name: the answers of its wave, of both waves and of those who answered both, or, where it is
 * of no wave, whatever its measure is made of. The last is its own.
 *
 * @example restsOn({ measure: "item", wave: "month3", trusts: [], sensitivity: "opinion" }) // => ["month3"]
 */
export function restsOn({ measure, wave, versus }: Result["subject"]): readonly string[] {
  if (wave === undefined) return [measure];
  return versus === undefined ? [wave] : [versus, wave, `${versus} to ${wave}`];
}

/**
 * The numbers by which releases of one study contradict each other, two releases at a time. Means over Trusts are made of the
 * groups of Trusts that are shown, and costs go by them: where these differ, shares and the flow of people alone are compared.
 */
export function differingIn(all: readonly Held[]): readonly Differing[] {
  const shown = all.map(shownBy);
  const groupsOf = all.map(({ released }) => JSON.stringify(released.groups));
  return all.flatMap((_, later) =>
    all.slice(0, later).flatMap((_, earlier) =>
      [...shown[earlier]!].flatMap(([quantity, one]): readonly Differing[] => {
        const other = shown[later]!.get(quantity);
        if (!other || mayBeOne(one, other)) return [];
        const isCounted = isShare(one) || one.subject.measure === "flow";
        if (!isCounted && groupsOf[earlier] !== groupsOf[later]) return [];
        const data = restsOn(one.subject).at(-1)!;
        const pair = [
          { held: earlier, result: one },
          { held: later, result: other },
        ] as const;
        return [{ quantity, data, shown: pair }];
      }),
    ),
  );
}

/** Whether one number, of so many people, may be released as both. */
function mayBeOne(one: Estimate, other: Estimate): boolean {
  const [low, high] = toldBy(one)["estimate"]!;
  const [otherLow, otherHigh] = toldBy(other)["estimate"]!;
  const [before, after] = [peopleBehind(one), peopleBehind(other)];
  const mayBeSoMany = before.low <= after.high && after.low <= before.high;
  return mayBeSoMany && low <= otherHigh + dust && otherLow <= high + dust;
}

const dust = 1e-9;

/** Fewest and most people that a released number may rest on; those that it says, where it is a number of people itself. */
export function peopleBehind({ subject, estimate, precision, n, nPrecision }: Estimate): {
  low: number;
  high: number;
} {
  const isFlow = subject.measure === "flow";
  const { low, high } = roundedFrom(isFlow ? estimate : n, (isFlow ? precision : nPrecision) ?? 1);
  return { low: Math.ceil(low), high: Math.floor(high) };
}

/** Which releases are taken to rest on the same data, by the name of the data: those with the same number. */
export type Editions = ReadonlyMap<string, readonly number[]>;

/** Two releases that contradict each other in some data. */
export interface Apart {
  readonly data: string;
  readonly held: readonly [number, number];
}

/**
 * Releases that nowhere contradict each other are taken to rest on the same data: that is what an attacker would try. Each
 * joins the first with which it agrees.
 */
export function editionsOf(all: readonly Held[], apart: readonly Apart[]): Editions {
  const names = new Set(
    all.flatMap(({ released }) => released.results.flatMap(({ subject }) => restsOn(subject))),
  );
  return new Map(
    [...names].map((data) => {
      const contradicts = (one: number, other: number) =>
        apart.some(({ data: own, held: [a, b] }) => own === data && a === one && b === other);
      const editions: number[] = [];
      for (const place of all.keys()) {
        const before = [...new Set(editions)];
        const fits = before.find((edition) =>
          editions.every((own, other) => own !== edition || !contradicts(other, place)),
        );
        editions.push(fits ?? before.length);
      }
      return [data, editions];
    }),
  );
}

/** Which edition of its data a result of a release rests on; two numbers are one where these are the same. */
export function editionOf(result: Result, held: number, editions: Editions): string {
  return restsOn(result.subject)
    .map((data) => editions.get(data)?.[held] ?? 0)
    .join(".");
}

/** The name of the unknown that a release calls by ids of its results: the same in all that rest on the same data. */
export function nameInAll(
  name: string,
  editions: Editions,
  find: (id: string) => { readonly held: number; readonly of: Held; readonly result: Result } | undefined,
): string {
  const comma = name.indexOf(", ");
  const numbers = name
    .slice(comma + 2)
    .split(" to ")
    .map((id) => {
      const found = find(id);
      if (!found) return id;
      const { held, of, result } = found;
      return `${editionOf(result, held, editions)} ${quantityOf(result, of.released)}`;
    });
  return `${name.slice(0, comma)}, ${numbers.join(" to ")}`;
}
