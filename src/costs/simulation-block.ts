import { DRAWS_IN_A_BLOCK, moveToBlock, openBlock } from "../stats/draws/block-stream.js";
import type { BlockStream } from "../stats/draws/block-stream.js";
import { mixCommon, normalToLaw } from "../stats/draws/correlated.js";
import type { CurveTable } from "../stats/draws/correlated.js";
import type { Law } from "../stats/draws/distribution.js";
import { fillDraws } from "../stats/draws/fill-draws.js";
import { fillStandardNormal } from "../stats/draws/normal.js";
import { fillShares } from "../stats/draws/shares.js";
import { workOut } from "./formula.js";
import type { CompiledFormulas } from "./formula.js";

/** How the columns of one input are drawn; `states` start the stream of each block. */
export type DrawnInput =
  | { readonly kind: "alone"; readonly states: Int32Array; readonly law: Law; readonly column: number }
  | {
      readonly kind: "correlated";
      readonly states: Int32Array;
      readonly law: Law;
      readonly column: number;
      readonly table: CurveTable | null;
      /** Place of the group in `groups`. */
      readonly group: number;
    }
  | {
      readonly kind: "shares";
      readonly states: readonly Int32Array[];
      readonly weights: readonly number[];
      /** Column of the first part; the others follow. */
      readonly column: number;
    };

/** A simulation ready to be drawn, block by block: plain data that a worker can be sent. */
export interface PreparedSimulation {
  readonly draws: number;
  readonly blocks: number;
  readonly inputs: readonly DrawnInput[];
  readonly groups: readonly { readonly states: Int32Array; readonly correlation: number }[];
  readonly formulas: CompiledFormulas;
}

/**
 * Makes the function that draws one block of a simulation into the places of its totals. Any block, in any order, by any
 * worker: the bits are the same. The last block is drawn whole and cut, so that more draws begin with the same ones.
 *
 * @param prepared from prepareSimulation
 * @param totals one list for each total, as long as there are draws, overwritten
 */
export function blockDrawer(
  prepared: PreparedSimulation,
  totals: readonly Float64Array[],
): (block: number) => void {
  const { draws, inputs, groups, formulas } = prepared;
  const columns = emptyColumns(formulas.columns);
  for (const { column, value } of formulas.constants) columns[column]!.fill(value);
  const common = emptyColumns(groups.length);
  const most = Math.max(1, ...inputs.map((input) => (input.kind === "shares" ? input.weights.length : 1)));
  const streams = Array.from({ length: most }, () => openBlock(Int32Array.of(1, 2, 3, 4), 0));
  const [stream] = streams as [BlockStream];

  return (block) => {
    groups.forEach(({ states }, group) =>
      fillStandardNormal(moveToBlock(stream, states, block), common[group]!),
    );
    for (const input of inputs) drawInput(input, block);
    workOut(formulas.steps, columns);
    const from = block * DRAWS_IN_A_BLOCK;
    formulas.results.forEach((column, total) =>
      totals[total]!.set(columns[column]!.subarray(0, Math.min(DRAWS_IN_A_BLOCK, draws - from)), from),
    );
  };

  function drawInput(input: DrawnInput, block: number): void {
    if (input.kind === "shares") {
      const { states, weights, column } = input;
      states.forEach((one, part) => moveToBlock(streams[part]!, one, block));
      fillShares(streams, weights, columns.slice(column, column + weights.length));
      return;
    }
    const column = columns[input.column]!;
    moveToBlock(stream, input.states, block);
    if (input.kind === "alone") fillDraws(stream, input.law, column);
    else {
      fillStandardNormal(stream, column);
      mixCommon(column, common[input.group]!, groups[input.group]!.correlation);
      normalToLaw(column, input.law, input.table);
    }
  }
}

function emptyColumns(count: number): readonly Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(DRAWS_IN_A_BLOCK));
}
