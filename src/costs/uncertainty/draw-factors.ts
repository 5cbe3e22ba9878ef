import type { Formula } from "../formula.js";
import { simulate, type UncertainInput, type UncertainShares } from "../simulation.js";
import { staffCategory } from "../ledger.js";
import type { CostUncertainty, Factor, LineInput } from "./line-input.js";

/** Draws of the factor of each line, by its id; a line that is not there is certain. */
export type DrawnFactors = ReadonlyMap<string, Float64Array>;

/**
 * Draw what every line is multiplied by. Each input draws from a stream of its own, keyed by the study's seed and the
 * line's id, so that adding a line moves no other; every way to count uses the same draws. Amounts of one Trust are
 * correlated as declared; pay points and staff mixes are independent.
 *
 * @param seed the study's
 * @example drawFactors([], { draws: 1000, staff_mix: [], correlation_within_trust: 0 }, 1).size // => 0
 */
export function drawFactors(
  lines: readonly LineInput[],
  uncertainty: Pick<CostUncertainty, "draws" | "staff_mix" | "correlation_within_trust">,
  seed: number,
): DrawnFactors {
  const inputs: (UncertainInput | UncertainShares)[] = [];
  const factors = new Map<string, Formula[]>();
  const multiply = (id: string, formula: Formula) => factors.set(id, [...(factors.get(id) ?? []), formula]);
  const add = (id: string, name: string, factor: Factor | null, group?: string) => {
    if (factor === null || factor.low === factor.high) return;
    inputs.push({ name, distribution: factor.distribution, ...(group === undefined ? {} : { group }) });
    multiply(id, name);
  };
  for (const { line, amount, rate } of lines) {
    add(line.id, `${line.id}/amount`, amount, line.trust);
    add(line.id, `${line.id}/rate`, rate);
  }
  for (const { name, weights, parts } of mixes(lines, uncertainty.staff_mix)) {
    inputs.push({ name, shares: weights });
    for (const { id, share } of parts) multiply(id, { ratio: [`${name}/${id}`, share] });
  }
  const trusts = [...new Set(lines.map(({ line }) => line.trust))];
  const drawn = simulate({
    inputs,
    totals: Object.fromEntries([...factors].map(([id, product]) => [id, { product }])),
    correlations: Object.fromEntries(trusts.map((trust) => [trust, uncertainty.correlation_within_trust])),
    seed,
    draws: uncertainty.draws,
  });
  return new Map(Object.entries(drawn));
}

interface Mix {
  readonly name: string;
  readonly weights: Readonly<Record<string, number>>;
  /** Share of each line in the hours of its component, as returned. */
  readonly parts: readonly { readonly id: string; readonly share: number }[];
}

/** The mixes of staff that could have been others: in each Trust, the staff lines of a declared component. */
function mixes(lines: readonly LineInput[], declared: CostUncertainty["staff_mix"]): readonly Mix[] {
  return declared.flatMap(({ component, hours_seen }) => {
    const staff = lines.filter(
      ({ line }) => line.component === component && line.category === staffCategory && (line.hours ?? 0) > 0,
    );
    return [...new Set(staff.map(({ line }) => line.trust))].flatMap((trust): readonly Mix[] => {
      const own = staff.filter(({ line }) => line.trust === trust);
      if (own.length < 2) return [];
      const hours = own.reduce((sum, { line }) => sum + line.hours!, 0);
      const parts = own.map(({ line }) => ({ id: line.id, share: line.hours! / hours }));
      return [
        {
          name: `mix/${trust}/${component}`,
          weights: Object.fromEntries(parts.map(({ id, share }) => [id, share * hours_seen])),
          parts,
        },
      ];
    });
  });
}
