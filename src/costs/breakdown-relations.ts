import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Breakdown } from "./breakdown.js";
import { costId, poundsOfTrusts, type CostGroup } from "./cost-result.js";
import { supernumeraryCategory, type LedgerLine } from "./ledger.js";
import { isPersonsPay } from "./one-persons-pay.js";
import { linesOf, supernumeraryChoices, type Supernumerary } from "./trust-costs.js";

/** Lines of a group of Trusts in one part of one breakdown. */
interface Part {
  readonly id: string;
  readonly dimension: Breakdown["id"];
  readonly lines: ReadonlySet<string>;
}

/**
 * Parts of one breakdown that are made of whole parts of another: IMGs' time is a category, a strand and a component; a
 * strand is the sum of its components. One that is held back must not be told by the others.
 */
export function nestedParts(group: CostGroup, dimensions: readonly Breakdown[]): readonly Relation[] {
  const parts = partsOf(group, dimensions);
  return parts.flatMap((whole) =>
    dimensions.flatMap(({ id: dimension }): readonly Relation[] => {
      if (dimension === whole.dimension) return [];
      const within = parts.filter((part) => part.dimension === dimension && isWithin(part, whole));
      const lines = within.reduce((sum, part) => sum + part.lines.size, 0);
      if (lines < whole.lines.size) return [];
      const ids = within.map(({ id }) => id);
      return ids.length === 1
        ? [{ kind: "equal", ids: [whole.id, ...ids] }]
        : [{ kind: "sum", total: whole.id, parts: ids }];
    }),
  );
}

/**
 * The cells of a group's costs: lines that the same parts of every breakdown count, and the same quantity.
 *
 * @param totalsOf ids of the group's costs in all and per IMG, with or without supernumerary pay
 * @param quantityOf id of the quantity that counts a line, if any
 */
export function costCells(
  group: CostGroup,
  dimensions: readonly Breakdown[],
  totalsOf: (supernumerary: Supernumerary) => readonly string[],
  quantityOf: (line: LedgerLine) => string | undefined,
): Relation {
  const cells = new Map<string, { readonly within: readonly string[]; readonly lines: LedgerLine[] }>();
  for (const line of spentBy(group)) {
    const parts = dimensions.map((dimension) => costId(dimension.id, dimension.of(line), group.slug));
    const quantity = quantityOf(line);
    const totals = supernumeraryChoices
      .filter((choice) => choice === "with" || line.category !== supernumeraryCategory)
      .flatMap(totalsOf);
    const within = [...totals, ...parts, ...(quantity === undefined ? [] : [quantity])];
    const cell = cells.get(within.join()) ?? { within, lines: [] };
    cell.lines.push(line);
    cells.set(within.join(), cell);
  }
  return {
    kind: "cells",
    cells: [...cells.values()].map(({ within, lines }) => ({
      within,
      pounds: poundsOfTrusts(lines),
      personsPay: isPersonsPay(lines),
    })),
  };
}

/**
 * Every cost without IMGs' supernumerary pay: beside the same cost with it, it tells that pay, and goes where the pay itself
 * is not shown.
 */
export function withoutPay(results: readonly Result[], groups: readonly CostGroup[]): readonly Relation[] {
  const slugs = new Map(groups.map(({ codes, slug }) => [codes.join(), slug]));
  return results
    .filter(({ id }) => id.includes("/without-supernumerary"))
    .map(({ id, subject }) => ({
      kind: "again",
      again: id,
      parts: [costId("category", supernumeraryCategory, slugs.get(subject.trusts.join())!)],
    }));
}

/**
 * The parts of the cost function and what is worked out from them tell the cost that grows with each IMG, with each group and
 * with nothing. They go where a part of a breakdown that is made of these is not shown, such as IMGs' time.
 */
export function curveParts(
  results: readonly Result[],
  groups: readonly CostGroup[],
  dimensions: readonly Breakdown[],
): readonly Relation[] {
  return groups.flatMap((group) => {
    const curve = results.filter(
      ({ subject }) => isOfCurve(subject.item) && subject.trusts.join() === group.codes.join(),
    );
    const growing = new Map<string, string[]>();
    for (const { id, behaviour, category } of spentBy(group)) {
      const kind = category === supernumeraryCategory ? category : behaviour;
      growing.set(kind, [...(growing.get(kind) ?? []), id]);
    }
    const parts = partsOf(group, dimensions).filter(({ lines }) =>
      [...growing.values()].every((kind) => new Set(kind.map((id) => lines.has(id))).size === 1),
    );
    return curve.map(({ id }): Relation => ({
      kind: "again",
      again: id,
      parts: parts.map((part) => part.id),
    }));
  });
}

function isOfCurve(item: string | undefined): boolean {
  return item === "curve" || item === "standardised" || item === "one-more";
}

function spentBy(group: CostGroup): readonly LedgerLine[] {
  return linesOf(group.trusts, "with").filter(({ amountPence }) => amountPence > 0);
}

function partsOf(group: CostGroup, dimensions: readonly Breakdown[]): readonly Part[] {
  const spent = spentBy(group);
  return dimensions.flatMap((dimension) =>
    dimension.parts
      .map(({ key }) => ({
        id: costId(dimension.id, key, group.slug),
        dimension: dimension.id,
        lines: new Set(spent.flatMap((line) => (dimension.of(line) === key ? [line.id] : []))),
      }))
      .filter(({ lines }) => lines.size > 0),
  );
}

function isWithin(part: Part, whole: Part): boolean {
  return [...part.lines].every((line) => whole.lines.has(line));
}
