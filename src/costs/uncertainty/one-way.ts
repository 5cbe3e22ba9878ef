import { staffCategory, supernumeraryCategory, totalPence, type LedgerLine } from "../ledger.js";
import type { ScenarioId } from "../../study/schema-uncertainty.js";
import type { Repricing } from "./ways-to-count.js";
import type { CostUncertainty, LineInput } from "./line-input.js";
import type { StructuralChoice } from "./structure.js";

/** One input taken from its low to its high end while all others stay as they are; totals in whole pence over all Trusts. */
export interface OneWay {
  /** An amount, the rate of an hour, or a choice of how to count. */
  readonly kind: "amount" | "rate" | "choice";
  readonly id: string;
  readonly label: string;
  /** Where low and high come from. */
  readonly reason: string;
  readonly low: number;
  readonly high: number;
  /** The lines that it moves. */
  readonly lines: readonly LedgerLine[];
  /** Fewest Trusts behind lines that go to the same ends: the range and their sum would tell what these are. */
  readonly fewestTrusts: number;
  /** The part of a breakdown that it moves as a whole, where it is one. */
  readonly part: StructuralChoice["part"] | null;
  /** The scenarios that a choice ranges over. */
  readonly scenarios: readonly ScenarioId[];
}

/**
 * Each input in turn at its low and its high end: the amounts of each category, the pay points, and each choice of how to
 * count. The widest first.
 */
export function oneWay(
  inputs: readonly LineInput[],
  choices: readonly StructuralChoice[],
  { lines }: Pick<Repricing, "lines">,
  uncertainty: CostUncertainty,
): readonly OneWay[] {
  const base = totalPence(inputs.map(({ line }) => line));
  const moved = (
    about: Pick<OneWay, "kind" | "id" | "label" | "reason" | "part">,
    own: readonly LineInput[],
    which: "amount" | "rate",
  ): OneWay => {
    const by = (end: "low" | "high") =>
      own.reduce(
        (sum, { line, [which]: factor }) => sum + line.amountPence * ((factor?.[end] ?? 1) - 1),
        base,
      );
    const lines = own.map(({ line }) => line);
    const fewestTrusts = fewestBehind(own, which);
    return { ...about, low: by("low"), high: by("high"), lines, fewestTrusts, scenarios: [] };
  };
  const categories = [...new Set(inputs.map(({ line }) => line.category))];
  const amounts = categories.map((category) => {
    const own = inputs.filter(({ line }) => line.category === category);
    const reason = whyAmounts(own, uncertainty);
    const part = ["category", category] as const;
    return moved({ kind: "amount", id: category, label: nameOf(category), reason, part }, own, "amount");
  });
  const paid = inputs.filter(({ rate }) => rate !== null);
  const payPoints = moved(
    {
      kind: "rate",
      id: "pay-points",
      label: "Pay points of staff",
      reason: "from the entry to the top of each grade",
      part: null,
    },
    paid,
    "rate",
  );
  const structural = choices.map(({ id, label, reason, alternatives, part }): OneWay => {
    const ways = alternatives.map((one) => lines([one]));
    const totals = [base, ...ways.map(totalPence)];
    const changed = movedBy(inputs, ways);
    return {
      kind: "choice",
      id,
      label,
      reason: `as declared, or ${alternatives.map((one) => one.label).join(", or ")}: ${reason}`,
      low: Math.min(...totals),
      high: Math.max(...totals),
      lines: changed,
      fewestTrusts: countTrusts(changed),
      part: part ?? null,
      scenarios: alternatives.map((one) => one.id),
    };
  });
  return [...amounts, payPoints, ...structural]
    .filter(({ low, high }) => high > low)
    .sort((a, b) => b.high - b.low - (a.high - a.low) || (a.id < b.id ? -1 : 1));
}

/**
 * The fewest Trusts behind lines of one factor. Low, high and sum are three equations: of more than three kinds of pay they
 * tell none. Amounts are of three kinds at most, and count always.
 */
function fewestBehind(own: readonly LineInput[], which: "amount" | "rate"): number {
  const kinds = new Map<string, LedgerLine[]>();
  for (const { line, [which]: factor } of own)
    if (line.amountPence > 0) {
      const key = `${factor?.low ?? 1} ${factor?.high ?? 1}`;
      kinds.set(key, [...(kinds.get(key) ?? []), line]);
    }
  if (kinds.size === 0 || (which === "rate" && kinds.size > 3))
    return countTrusts(own.map(({ line }) => line));
  return Math.min(...[...kinds.values()].map(countTrusts));
}

function countTrusts(lines: readonly LedgerLine[]): number {
  return new Set(lines.flatMap(({ trust, amountPence }) => (amountPence > 0 ? [trust] : []))).size;
}

/** Lines whose amount some way changes. */
function movedBy(
  inputs: readonly LineInput[],
  ways: readonly (readonly LedgerLine[])[],
): readonly LedgerLine[] {
  const amounts = ways.map((way) => new Map(way.map(({ id, amountPence }) => [id, amountPence])));
  return inputs.flatMap(({ line }) =>
    amounts.some((of) => (of.get(line.id) ?? 0) !== line.amountPence) ? [line] : [],
  );
}

function nameOf(category: string): string {
  if (category === staffCategory) return "Hours of staff";
  if (category === supernumeraryCategory) return "IMGs' supernumerary hours";
  return `Amounts: ${category}`;
}

function whyAmounts(own: readonly LineInput[], uncertainty: CostUncertainty): string {
  const elicited = uncertainty.ranges.filter(({ component, category }) =>
    own.some(({ line }) => component === line.component || category === line.category),
  );
  const grades = (["recorded", "estimated", "guessed"] as const)
    .filter((grade) => own.some(({ line }) => line.evidence === grade))
    .map((grade) => `${grade} ±${Math.round(uncertainty[grade] * 100)}%`);
  return [...grades, ...elicited.map(({ source }) => source)].join(", ");
}
