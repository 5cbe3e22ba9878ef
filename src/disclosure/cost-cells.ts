import { invariant } from "../core/invariant.js";
import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { suppressAgain } from "./again.js";
import { boundsOf } from "./attack/bounds.js";
import { startDraft, sumOf } from "./attack/draft.js";
import type { System } from "./attack/system.js";
import { Unproven } from "./attack/unproven.js";
import type { Policy } from "./policy.js";
import { derivable, suppress, tellsHidden } from "./primary.js";
import type { Circumstances } from "./primary.js";
import { roundTo } from "./rounding.js";
import { stepOfResult } from "./step-of-result.js";

type Cell = Extract<Relation, { readonly kind: "cells" }>["cells"][number];

/** Places of the cells of which something is asked together. */
type Places = readonly number[];

/** A released sum of cells: what is known of its pounds. */
interface Sum {
  readonly id: string;
  readonly cells: Places;
  readonly low: number;
  readonly high: number;
}

/**
 * The results without those costs that would tell, beside one another, what one Trust spent in a cell that may
 * not be told: a component less the categories that are wholly within it is what it spent in the others. Every
 * cell that nearly all is one Trust's, or that is nothing but what one or two people are paid, is bounded by an
 * attacker who knows the shown sums as they will be rounded and is one of the other Trusts. While the highest
 * value that it may have is too near to what was spent, the smallest shown part that counts the cell goes, or
 * where none is left the smallest part of all, and the cost in all last. So is every shown sum less those that are
 * wholly within it: what is safe in halves may not be so together.
 *
 * @param afterwards what else goes when one went; see `suppressLinked`
 * @see Handbook on Statistical Disclosure Control, section 4.2, on the p% rule and on audits by the bounds of each cell
 */
export function holdBackCells(
  results: readonly Result[],
  relations: readonly Relation[],
  policy: Policy,
  { allTrusts, hiddenCosts }: Pick<Circumstances, "allTrusts" | "hiddenCosts">,
  afterwards: (results: readonly Result[]) => readonly Result[],
): readonly Result[] {
  let left = results;
  for (const relation of relations) {
    if (relation.kind !== "cells") continue;
    const cells = inOrder(relation.cells);
    const isUnsafe = (places: Places) =>
      isUnsafeSum(
        places.map((place) => cells[place]!),
        policy,
        hiddenCosts,
      );
    const alone = [...cells.keys()].map((place) => [place]).filter(isUnsafe);
    for (let next = true; next;) {
      const sums = sumsShown(suppressAgain(left, relations), cells, policy, allTrusts);
      const asked = [...alone, ...differences(sums).filter(isUnsafe)];
      const told = asked.find((places) => isTold(places, cells, sums, policy, hiddenCosts));
      next = told !== undefined;
      if (told === undefined) continue;
      const gone = nextToGo(told, cells, sums);
      left = afterwards(left.map((one) => (one.id === gone ? suppress(one, derivable) : one)));
    }
  }
  return left;
}

/** Whether one Trust spent nearly all of some cells, or whether they are nothing but what one or two people are paid. */
function isUnsafeSum(
  cells: readonly Cell[],
  policy: Policy,
  hiddenCosts: Circumstances["hiddenCosts"],
): boolean {
  return isPersonsPay(cells) || tellsHidden(poundsOfTrusts(cells), hiddenCosts, policy);
}

/** Several cells of pay are of more people than one alone, as far as is known. */
function isPersonsPay(cells: readonly Cell[]): boolean {
  return cells.length === 1 && cells[0]!.personsPay === true;
}

/** The cells of each shown sum that are in none of those wholly within it, and in none of any one of them. */
function differences(sums: readonly Sum[]): readonly Places[] {
  const found = new Map<string, Places>();
  for (const whole of sums) {
    const inWhole = new Set(whole.cells);
    const within = sums.filter(
      ({ cells }) => cells.length < whole.cells.length && cells.every((place) => inWhole.has(place)),
    );
    for (const less of [...within.map((one) => [one]), within]) {
      const gone = new Set(less.flatMap(({ cells }) => cells));
      const rest = whole.cells.filter((place) => !gone.has(place));
      if (rest.length > 1) found.set(rest.join(), rest);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places);
}

/** Cells by what counts them, so that the order of a return's rows changes nothing. */
function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const key = ({ within }: Cell) => within.join();
  return [...cells].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Sums that are shown, in the pounds of their cells: an estimate per IMG is as far off, in proportion, as its rounding. */
function sumsShown(
  results: readonly Result[],
  cells: readonly Cell[],
  policy: Policy,
  allTrusts: readonly string[],
): readonly Sum[] {
  const counted = new Map<string, number[]>();
  for (const [place, { within }] of cells.entries())
    for (const id of within) counted.set(id, [...(counted.get(id) ?? []), place]);
  return results.flatMap((result): readonly Sum[] => {
    const places = counted.get(result.id);
    if (places === undefined || result.kind !== "estimate" || result.estimate === 0) return [];
    const step = stepOfResult(result, policy, allTrusts);
    if (typeof step !== "number") return [];
    const pounds = places.reduce((sum, place) => sum + totalOf(cells[place]!.pounds), 0);
    const each = pounds / result.estimate;
    const shown = roundTo(result.estimate, step);
    const [low, high] = [each * (shown - step / 2), each * (shown + step / 2)];
    return [{ id: result.id, cells: places, low: Math.max(0, low), high }];
  });
}

/** Whether somebody knows at most so much more of some cells than was spent in them as the policy protects. */
function isTold(
  places: Places,
  cells: readonly Cell[],
  sums: readonly Sum[],
  { protection: { money } }: Policy,
  hiddenCosts: Circumstances["hiddenCosts"],
): boolean {
  const own = places.map((place) => cells[place]!);
  const knownOf = (insider: readonly string[]) => (cell: Cell) =>
    totalOf(cell.pounds) - hiddenPounds(cell, hiddenCosts) + poundsOf(cell, insider);
  const spent = totalOf(poundsOfTrusts(own));
  const isPay = isPersonsPay(own);
  if (isPay && (highestOf(places, cells, sums, () => 0) ?? Infinity) < (1 + money) * spent) return true;
  return hiddenCosts.some((insider) => {
    const others = hiddenCosts.filter((group) => group !== insider);
    const spentBy = (group: readonly string[]) => own.reduce((sum, cell) => sum + poundsOf(cell, group), 0);
    const most = Math.max(0, ...others.map(spentBy));
    if (most === 0) return false;
    const known = knownOf(insider);
    const highest = highestOf(places, cells, sums, known);
    const knownHere = own.reduce((sum, cell) => sum + known(cell), 0);
    return highest !== null && highest - knownHere < (1 + money) * most;
  });
}

/**
 * The most that may have been spent in some cells together; null when nothing bounds it, and 0 where it cannot be worked out:
 * that is not safe.
 */
function highestOf(
  places: Places,
  cells: readonly Cell[],
  sums: readonly Sum[],
  known: (cell: Cell) => number,
): number | null {
  try {
    return boundsOf(systemOf(cells, sums, known), sumOf(places)).high;
  } catch (error) {
    if (error instanceof Unproven) return 0;
    throw error;
  }
}

function systemOf(cells: readonly Cell[], sums: readonly Sum[], known: (cell: Cell) => number): System {
  const draft = startDraft();
  for (const [place, cell] of cells.entries())
    draft.say(sumOf([draft.amount(String(place))]), known(cell), null, []);
  for (const { id, cells: places, low, high } of sums) draft.say(sumOf(places), low, high, [id]);
  return draft.system();
}

/** The smallest shown part that counts one of some cells, or the smallest of all; the cost in all only when no part is left. */
function nextToGo(asked: Places, cells: readonly Cell[], sums: readonly Sum[]): string {
  const parts = sums.filter(({ cells: places }) => places.length < cells.length);
  const counting = parts.filter(({ cells: places }) => asked.some((place) => places.includes(place)));
  const from = [counting, parts, sums].find((some) => some.length > 0) ?? [];
  const [first] = [...from].sort((a, b) => a.high - b.high || (a.id < b.id ? -1 : 1));
  invariant(first !== undefined, "a cost is told though no sum that counts it is shown");
  return first.id;
}

function poundsOf({ pounds }: Cell, group: readonly string[]): number {
  return group.reduce((sum, trust) => sum + (pounds[trust] ?? 0), 0);
}

/** Pounds that each Trust spent on some cells, by its code. */
function poundsOfTrusts(cells: readonly Cell[]): Cell["pounds"] {
  const pounds: Record<string, number> = {};
  for (const cell of cells)
    for (const [trust, amount] of Object.entries(cell.pounds)) pounds[trust] = (pounds[trust] ?? 0) + amount;
  return pounds;
}

function hiddenPounds(cell: Cell, hiddenCosts: Circumstances["hiddenCosts"]): number {
  return hiddenCosts.reduce((sum, group) => sum + poundsOf(cell, group), 0);
}

function totalOf(pounds: Cell["pounds"]): number {
  return Object.values(pounds).reduce((sum, amount) => sum + amount, 0);
}
