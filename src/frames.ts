import type * as danfojs from "danfojs-node";
import type { DataFrame } from "danfojs-node";
import { invariant } from "./core/invariant.js";
import type { Result } from "./core/result.js";
import type { CellValue } from "./core/table.js";

/** Plain named columns of equal length: what a DataFrame is made of. */
export type Columns = Readonly<Record<string, readonly CellValue[]>>;

/**
 * A danfojs DataFrame of named columns, for exploring in a notebook. Needs the optional package danfojs-node.
 *
 * danfojs counts missing values as zero in group means and works in single precision in places, so it is for looking,
 * not for statistics: no number of a report passes through it. Missing numbers become NaN, missing words "".
 *
 * @throws Error when danfojs-node is not installed
 */
export async function toFrame(columns: Columns): Promise<DataFrame> {
  const danfo = await loadDanfo();
  const lengths = new Set(Object.values(columns).map((values) => values.length));
  invariant(lengths.size <= 1, "columns of a frame differ in length");
  return new danfo.DataFrame(
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, fillMissing(values)])),
  );
}

/** The columns of a DataFrame, NaN turned back to missing. */
export function fromFrame(frame: DataFrame): Columns {
  const names = frame.columns as readonly string[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (frame.column(name).values as CellValue[]).map((value) =>
        typeof value === "number" && Number.isNaN(value) ? null : value,
      ),
    ]),
  );
}

/** Results as columns, one row a result, for `toFrame`. Results without a number have none and say why in `note`. */
export function resultColumns(results: readonly Result[]): Columns {
  const number = (pick: (result: Extract<Result, { kind: "estimate" }>) => number | undefined) =>
    results.map((result) => (result.kind === "estimate" ? (pick(result) ?? null) : null));
  return {
    id: results.map((result) => result.id),
    label: results.map((result) => result.label),
    kind: results.map((result) => result.kind),
    unit: results.map((result) => result.unit),
    estimate: number((result) => result.estimate),
    low: number((result) => result.interval?.low),
    high: number((result) => result.interval?.high),
    n: number((result) => result.n),
    note: results.map((result) => (result.kind === "estimate" ? "" : result.reason)),
  };
}

function fillMissing(values: readonly CellValue[]): CellValue[] {
  const numeric = values.some((value) => typeof value === "number");
  return values.map((value) => value ?? (numeric ? NaN : ""));
}

async function loadDanfo(): Promise<typeof danfojs> {
  try {
    return await import("danfojs-node");
  } catch (error) {
    throw new Error(
      "toFrame needs the package danfojs-node, which is optional: install it beside pilot-eval",
      {
        cause: error,
      },
    );
  }
}
