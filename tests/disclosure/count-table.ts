import { breachesOf } from "../../src/disclosure/attack/breaches.js";
import type { Constraint, Protected, System, Term } from "../../src/disclosure/attack/system.js";
import type { Telling } from "../../src/disclosure/least.js";
import { loseLeast } from "../../src/disclosure/lose-least.js";

/** A table of counts with its margins. Cells are called `cell/2/0` (row, column), margins `row/2`, `column/0` and `total`. */
export interface CountTable {
  /** Counts of people, row by row; every row as long. */
  readonly cells: readonly (readonly number[])[];
}

/** A cell or margin: its name, its count, and the inner cells that it counts. */
interface Entry {
  readonly id: string;
  readonly count: number;
  readonly within: readonly Term[];
}

/**
 * Names of the cells and margins to hold back beside some that are held back on their own account, so that whoever sees all
 * others cannot tell any of those more narrowly than a width. The people in the cells that go are as few as can be.
 *
 * @param primary names of the cells held back on their own account
 * @param width highest less lowest possible count, in people
 */
export function hideInTable(table: CountTable, primary: readonly string[], width: number): readonly string[] {
  const entries = entriesOf(table);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const attack = (telling: Telling) =>
    breachesOf(
      systemOfTable(entries, new Set([...primary, ...telling.keys()])),
      primary.map((id): Protected => ({ id, what: "counted", terms: byId.get(id)!.within, width })),
    ).map((breach) => ({ id: breach.protected.id, from: breach.from, isProven: breach.isProven }));
  const { telling } = loseLeast(attack, ({ id }) => 1 + byId.get(id)!.count);
  return [...telling.keys()].sort();
}

/** What is known of the inner cells when all but some of the cells and margins are shown. */
function systemOfTable(entries: readonly Entry[], hidden: ReadonlySet<string>): System {
  const inner = entries.filter(({ id }) => id.startsWith("cell/"));
  return {
    unknowns: inner.map(({ id }) => ({ name: `people, ${id}`, whole: true, low: 0, high: null })),
    constraints: entries
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, count, within }): Constraint => ({ terms: within, low: count, high: count, from: [id] })),
  };
}

function entriesOf({ cells }: CountTable): readonly Entry[] {
  const columns = cells[0]!.map((_, column) => column);
  const rows = [...cells.keys()];
  const of = (id: string, places: readonly (readonly [row: number, column: number])[]): Entry => ({
    id,
    count: places.reduce((sum, [row, column]) => sum + cells[row]![column]!, 0),
    within: places.map(([row, column]) => ({ unknown: row * columns.length + column, times: 1 })),
  });
  const every = rows.flatMap((row) => columns.map((column) => [row, column] as const));
  return [
    ...every.map((place) => of(`cell/${place.join("/")}`, [place])),
    ...rows.map((row) =>
      of(
        `row/${row}`,
        columns.map((column) => [row, column] as const),
      ),
    ),
    ...columns.map((column) =>
      of(
        `column/${column}`,
        rows.map((row) => [row, column] as const),
      ),
    ),
    of("total", every),
  ];
}
