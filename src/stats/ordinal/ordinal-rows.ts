import { argumentError } from "../argument-error.js";
import { checkCounts, checkFinite, checkLength } from "../check-values.js";
import { cholesky } from "../numeric/matrix.js";
import { dot, sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import type { OrdinalRow } from "./cumulative-logit.js";

/** What people answered on an ordered scale, and what may have moved them. */
export interface OrdinalAnswers {
  /** Code of each answer; codes stand in the order of the scale, their distances do not matter. */
  readonly answers: readonly number[];
  /** At least one; a group is 0 or 1. */
  readonly covariates: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** How many people each answer stands for; 1 unless told. */
  readonly counts?: readonly number[];
  /** Every answer that could be given, so that those nobody gave are told. */
  readonly categories?: readonly number[];
}

/** Answers ready to be fitted. */
export interface OrdinalData {
  readonly rows: readonly OrdinalRow[];
  readonly names: readonly string[];
  /** Covariates stand in the rows as (value - centre) / scale, from -1 to 1, so that no unit upsets the fit. */
  readonly centres: readonly number[];
  readonly scales: readonly number[];
  readonly categories: readonly number[];
  readonly droppedCategories: readonly number[];
  readonly n: number;
}

/**
 * Makes rows of people who answered alike and share their covariates, and leaves out the answers nobody gave.
 *
 * @param answers answers, covariates and counts, one a person or a group of people
 * @param where the function asking, for the error message
 * @returns rows, with the answers that were given; unavailable when nothing can be fitted
 * @throws RangeError when a value is not finite, lengths differ, a count is not whole, there is no covariate, or an
 * answer is not among the categories
 * @see {@link proportionalOdds}
 * @example
 * ordinalRows({ answers: [1, 3, 3], covariates: [{ name: "group", values: [0, 1, 1] }], categories: [1, 2, 3] }, "proportionalOdds") // => { rows: [{ category: 0, covariates: [-1], count: 1 }, { category: 1, covariates: [1], count: 2 }], centres: [0.5], scales: [0.5], categories: [1, 3], droppedCategories: [2], n: 3 }
 */
export function ordinalRows(
  { answers, covariates, counts = answers.map(() => 1), categories = [] }: OrdinalAnswers,
  where: string,
): OrdinalData | Unavailable {
  checkFinite(answers, `${where}: answers`);
  checkLength(checkCounts(counts, `${where}: counts`).length, answers.length, `${where}: counts`);
  if (covariates.length === 0) throw argumentError(`${where}: covariates`, "at least 1", 0);
  for (const { name, values } of covariates) {
    checkLength(checkFinite(values, `${where}: ${name}`).length, answers.length, `${where}: ${name}`);
  }
  answers.forEach((answer, index) => {
    if (categories.length > 0 && !categories.includes(answer))
      throw argumentError(`${where}: answers[${index}]`, `one of ${categories.join(", ")}`, answer);
  });

  const people = answers.flatMap((answer, index) => (counts[index]! > 0 ? [{ answer, index }] : []));
  const given = [...new Set(people.map(({ answer }) => answer))].sort((a, b) => a - b);
  if (given.length < 2) return unavailable("fewer than two different answers were given");
  const names = covariates.map(({ name }) => name);
  const ends = covariates.map(({ values }) =>
    people.reduce(
      ([low, high], { index }) => [Math.min(low, values[index]!), Math.max(high, values[index]!)] as const,
      [Infinity, -Infinity] as readonly [number, number],
    ),
  );
  const centres = ends.map(([low, high]) => low / 2 + high / 2);
  const scales = ends.map(([low, high]) => high / 2 - low / 2);
  const same = names.find((_, k) => scales[k] === 0);
  if (same !== undefined) return unavailable(`${same} has one value`);

  const rows = new Map<string, OrdinalRow>();
  for (const { answer, index } of people) {
    const own = covariates.map(({ values }) => values[index]!);
    const key = [answer, ...own].join(" ");
    const count = counts[index]! + (rows.get(key)?.count ?? 0);
    const scaled = own.map((value, k) => (value - centres[k]!) / scales[k]!);
    rows.set(key, { category: given.indexOf(answer), covariates: scaled, count, offset: 0 });
  }
  if (!areApart([...rows.values()], names))
    return unavailable(`${names.join(", ")}: one is a combination of the others`);
  return {
    rows: [...rows.values()],
    names,
    centres,
    scales,
    categories: given,
    droppedCategories: categories.filter((category) => !given.includes(category)),
    n: sumOf(counts),
  };
}

/** Whether no covariate is a combination of the others. */
function areApart(rows: readonly OrdinalRow[], names: readonly string[]): boolean {
  const columns = names.map((_, k) => {
    const values = rows.map(({ covariates }) => covariates[k]!);
    const mean = sumOf(values) / values.length;
    const length = Math.hypot(...values.map((value) => value - mean));
    return values.map((value) => (value - mean) / length);
  });
  return cholesky(columns.map((a) => columns.map((b) => dot(a, b)))) !== null;
}
