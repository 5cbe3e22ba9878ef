import { argumentError } from "../argument-error.js";
import { checkLength, checkWhole } from "../check-values.js";
import { median } from "../means/summary.js";
import { largestSize } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { kishEffectiveN } from "./kish.js";

/** What is known of the whole cohort in one variable, and where the people who answered stand in it. */
export interface Margin {
  /** For the words of a reason, as "sex". */
  readonly variable: string;
  /** The category of each person who answered. */
  readonly categories: readonly string[];
  /** How many of the cohort, or what share, are in each category; all margins in the same unit. */
  readonly targets: Readonly<Record<string, number>>;
}

/** When raking is refused, and how far it may go. */
export interface RakeOptions {
  /** Fewest people who answered in any category that the cohort has; 5 unless told. */
  readonly minimumPerCategory?: number;
  /** Cut weights over this many times the median, then rake again, until none is over; weights are left unless told. */
  readonly trimOver?: number;
}

/** Weights with which the people who answered add up to the cohort. */
export interface RakedWeights {
  readonly kind: "rakedWeights";
  /** One a person, in the order given; they sum to the total of the targets. */
  readonly weights: readonly number[];
  /** Passes over all margins, those after a trim among them. */
  readonly iterations: number;
  /** Largest difference of a weighted category from its target, as a share of the target. */
  readonly largestMarginError: number;
  /** People whose weight was cut. */
  readonly trimmed: number;
  /** People the weighted sample is worth, by Kish. */
  readonly effectiveN: number;
  readonly designEffect: number;
  readonly n: number;
  readonly method: "raking" | "raking with trimmed weights";
}

/** A margin ready to be fitted: the place of each person's category among the targets. */
interface FittedMargin {
  readonly places: readonly number[];
  readonly targets: readonly number[];
}

const CONVERGED = 1e-10;
const MOST_PASSES = 2000;
const MOST_TRIMS = 200;
const SAME_TOTAL = 1e-9;

/**
 * Weighs the people who answered so that they add up to the cohort in every margin, by iterative proportional fitting.
 *
 * Raking mends only what the margins explain: people who answered still stand for people like them who did not. Where
 * cohort and answers meet in few people, few people get large weights; see effectiveN. With trimming, weights over the
 * limit are cut and the margins fitted again, in turn, until both hold.
 *
 * @param margins at least 1, each with a category for every person and targets of 0 or more
 * @param options minimumPerCategory, a whole number of at least 1; trimOver, more than 1
 * @returns the weights and what they cost; unavailable when nobody answered, a person's category has no target, too few
 * answered in a category of the cohort, the totals differ by more than 1 in 1e9, or the margins cannot be met together
 * @throws RangeError when there is no margin, lengths differ, or a target or an option is outside its range
 * @see Deming & Stephan (1940) Ann Math Stat 11:427-444; Deville, Särndal & Sautory (1993) JASA 88:1013-1020; Potter
 * (1990) Proc Surv Res Methods Sect ASA 225-230 (trimming)
 * @example
 * rake([{ variable: "sex", categories: ["F", "F", "M", "M", "M"], targets: { F: 12, M: 6 } }, { variable: "grade", categories: ["A", "B", "A", "B", "B"], targets: { A: 8, B: 10 } }], { minimumPerCategory: 1 }) // => { kind: "rakedWeights", effectiveN: 3.8571429, largestMarginError: 0, trimmed: 0 }
 */
export function rake(
  margins: readonly Margin[],
  { minimumPerCategory = 5, trimOver }: RakeOptions = {},
): RakedWeights | Unavailable {
  checkMargins(margins);
  checkWhole(minimumPerCategory, 1, "rake: minimumPerCategory");
  if (trimOver !== undefined && !(trimOver > 1 && trimOver < Infinity))
    throw argumentError("rake: trimOver", "a finite number more than 1", trimOver);
  const obstacle = obstacleIn(margins, minimumPerCategory);
  if (obstacle !== null) return unavailable(obstacle);

  const fitted = margins.map(fittedMargin);
  const weights = new Array<number>(fitted[0]!.places.length).fill(1);
  const cut = new Set<number>();
  let iterations = 0;
  for (let trims = 0; trims <= MOST_TRIMS; trims += 1) {
    const passes = fit(weights, fitted);
    if (passes === null) return unavailable("the margins cannot be met together by the people who answered");
    iterations += passes;
    if (trimOver === undefined || !trim(weights, trimOver, cut))
      return rakedWeights(weights, fitted, iterations, cut);
  }
  return unavailable(`the margins cannot be met without weights over ${trimOver} times the median`);
}

/** Fits each margin in turn until all hold together; null when they do not come to. Changes the weights. */
function fit(weights: number[], margins: readonly FittedMargin[]): number | null {
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    for (const { places, targets } of margins) {
      const totals = totalsOf(weights, places, targets.length);
      places.forEach((place, person) => {
        weights[person]! *= (targets[place] as number) / (totals[place] as number);
      });
    }
    if (!weights.every((weight) => weight > 0)) return null;
    if (largestErrorOf(weights, margins) <= CONVERGED) return pass;
  }
  return null;
}

/** Cuts the weights over the limit and remembers whose; false when none is over. Changes the weights. */
function trim(weights: number[], over: number, cut: Set<number>): boolean {
  const limit = over * median(weights);
  const heavy = weights.flatMap((weight, person) => (weight > limit * (1 + CONVERGED) ? [person] : []));
  for (const person of heavy) {
    weights[person] = limit;
    cut.add(person);
  }
  return heavy.length > 0;
}

function rakedWeights(
  weights: readonly number[],
  margins: readonly FittedMargin[],
  iterations: number,
  cut: ReadonlySet<number>,
): RakedWeights | Unavailable {
  const worth = kishEffectiveN(weights);
  if (worth.kind === "unavailable") return worth;
  return {
    ...worth,
    kind: "rakedWeights",
    weights,
    iterations,
    largestMarginError: largestErrorOf(weights, margins),
    trimmed: cut.size,
    method: cut.size > 0 ? "raking with trimmed weights" : "raking",
  };
}

/** What in the data stands in the way, in words a report can print; null when nothing does. */
function obstacleIn(margins: readonly Margin[], minimumPerCategory: number): string | null {
  if (margins[0]!.categories.length === 0) return "nobody answered";
  for (const { variable, categories, targets } of margins) {
    const counts = countOf(categories);
    for (const category of counts.keys()) {
      if (!((targets[category] ?? 0) > 0))
        return `${variable}: someone who answered is in "${category}", of which the cohort has nobody`;
    }
    for (const [category, target] of Object.entries(targets)) {
      const count = counts.get(category) ?? 0;
      if (target > 0 && count === 0) return `${variable}: nobody who answered is in "${category}"`;
      if (target > 0 && count < minimumPerCategory)
        return `${variable}: fewer than ${minimumPerCategory} people who answered are in "${category}"`;
    }
  }
  const [first, ...others] = margins.map(({ variable, targets }) => ({ variable, total: totalOf(targets) }));
  const other = others.find(({ total }) => Math.abs(total - first!.total) > SAME_TOTAL * first!.total);
  return other ? `the totals of ${first!.variable} and ${other.variable} differ` : null;
}

/** Targets in the unit of the first margin's total: totals that differ in the last digits would never be met. */
function fittedMargin({ categories, targets }: Margin, _: number, margins: readonly Margin[]): FittedMargin {
  const names = Object.keys(targets).filter((name) => (targets[name] as number) > 0);
  const places = new Map(names.map((name, place) => [name, place]));
  const scale = totalOf(margins[0]!.targets) / totalOf(targets);
  return {
    places: categories.map((category) => places.get(category) as number),
    targets: names.map((name) => (targets[name] as number) * scale),
  };
}

function largestErrorOf(weights: readonly number[], margins: readonly FittedMargin[]): number {
  const errors = margins.flatMap(({ places, targets }) => {
    const totals = totalsOf(weights, places, targets.length);
    return targets.map((target, place) => Math.abs((totals[place] as number) / target - 1));
  });
  return largestSize(errors);
}

function totalsOf(weights: readonly number[], places: readonly number[], size: number): readonly number[] {
  const totals = new Array<number>(size).fill(0);
  places.forEach((place, person) => (totals[place]! += weights[person] as number));
  return totals;
}

function totalOf(targets: Readonly<Record<string, number>>): number {
  return sumOf(Object.values(targets));
}

function countOf(categories: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

function checkMargins(margins: readonly Margin[]): void {
  if (margins.length < 1) throw argumentError("rake: margins", "at least 1", 0);
  margins.forEach(({ categories, targets }, index) => {
    checkLength(categories.length, margins[0]!.categories.length, `rake: margins[${index}].categories`);
    for (const [category, target] of Object.entries(targets)) {
      if (target >= 0 && target < Infinity) continue;
      throw argumentError(
        `rake: margins[${index}].targets.${category}`,
        "a finite number, 0 or more",
        target,
      );
    }
    if (!(totalOf(targets) > 0)) throw argumentError(`rake: margins[${index}].targets`, "a total above 0", 0);
  });
}
