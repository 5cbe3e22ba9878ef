import { numbersIn } from "./known-numbers.js";
import type { Said } from "./said.js";

/** How many steps apart the others are looked for: a number at an end has two on one side. */
const mostSteps = 2;

/**
 * What the axes of one drawing are divided by, among the words that are nothing but a number: numbers with at least two others
 * one or two even steps away, each of them so many whole steps. Steps of an axis are 1, 2 or 5 of some power of ten. They tell how
 * far the drawing reaches, as its marks do, and nothing of one result.
 *
 * @param said all words of one drawing
 * @returns the numbers without sign, pound or commas, as `numbersIn` gives them
 *
 * @example axisNumbers(["£6,000", "£6,200", "£6,400", "£6,587"].map((text) => ({ file: "", place: "text", text, isCell: false, result: null }))) // => new Set(["6000", "6200", "6400"])
 */
export function axisNumbers(said: readonly Said[]): ReadonlySet<string> {
  const alone = said.flatMap(({ place, text, result }) => {
    const [told, another] = numbersIn(text);
    const isAlone = place === "text" && result === null && /^\s*[-\u2212]?£?[\d,.]+%?\s*$/.test(text);
    return isAlone && told !== undefined && another === undefined ? [told.value] : [];
  });
  const values = [...new Set(alone)];
  return new Set(values.filter((value) => isOnAxis(Number(value), values.map(Number))));
}

function isOnAxis(value: number, others: readonly number[]): boolean {
  const gaps = others.map((other) => Math.abs(other - value)).filter((gap) => gap > 0);
  return [...new Set(gaps.map(powerOfTen))]
    .flatMap((power) => [1, 2, 5].flatMap((times) => [(times * power) / 10, times * power]))
    .some((step) => {
      const beside = gaps.filter((gap) => isMultiple(gap, step) && gap <= mostSteps * step * (1 + dust));
      return isMultiple(value, step) && beside.length >= 2;
    });
}

const dust = 1e-9;

function powerOfTen(gap: number): number {
  return 10 ** Math.floor(Math.log10(gap) + dust);
}

function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}
