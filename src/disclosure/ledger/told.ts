import type { Estimate, Result } from "../../core/result.js";
import { isShareOfPeople } from "../step-of-result.js";
import { plainMean } from "../../metrics/mean.js";

/** From where to where each number of a result may lie, by its name: what its rounding leaves open. */
export type Told = Readonly<Record<string, readonly [number, number]>>;

/**
 * What a released result tells, as ranges: of its estimate, its limits, its people, and of whatever else is a number. A
 * result without a number tells nothing. What follows from the rounded share and the people alone, as limits by Wilson do, is
 * not told once more.
 */
export function toldBy(result: Result): Told {
  if (result.kind !== "estimate") return {};
  const { n, nPrecision = 0, missing, test, prediction, precision: step = 0 } = result;
  const around = (value: number, size: number) => [value - size / 2, value + size / 2] as const;
  return {
    estimate: rangeOfEstimate(result),
    n: around(n, nPrecision),
    ...limitsOf(result),
    ...(prediction
      ? { "ahead low": around(prediction.low, step), "ahead high": around(prediction.high, step) }
      : {}),
    ...(test ? { statistic: around(test.statistic, 0), p: around(test.pValue, 0) } : {}),
    ...Object.fromEntries(Object.entries(missing).map(([reason, count]) => [reason, around(count, 0)])),
  };
}

/**
 * Whether one release of a number tells nothing that another of it, over the same people, does not: each of its ranges holds
 * the other's.
 *
 * @example tellsNoMore({ n: [17.5, 22.5] }, { n: [19, 21] }) // => true
 */
export function tellsNoMore(one: Told, other: Told): boolean {
  return Object.entries(one).every(([name, [low, high]]) => {
    const range = other[name];
    return range !== undefined && low <= range[0] + dust && high >= range[1] - dust;
  });
}

const dust = 1e-9;

/** A share is never told as an end that it has not reached: a step from an end may be anything nearer to it. */
function rangeOfEstimate(result: Estimate): readonly [number, number] {
  const { estimate, precision: step = 0 } = result;
  const [low, high] = [estimate - step / 2, estimate + step / 2];
  if (!isShareOfPeople(result)) return [low, high];
  return [estimate <= step + dust ? 0 : low, estimate >= 1 - step - dust ? 1 : high];
}

/** Limits of shares are rounded outwards, and to 5% where the share is rounded to more. Those of plain means tell the spread. */
function limitsOf(result: Estimate): Told {
  const { interval, method, precision: step = 0 } = result;
  if (interval === null) return {};
  const { low, high } = interval;
  if (!isShareOfPeople(result)) {
    const half = method === plainMean ? 0 : step / 2;
    return { low: [low - half, low + half], high: [high - half, high + half] };
  }
  if (interval.method.startsWith("Wilson")) return {};
  const limitStep = Math.min(step, 0.05);
  return { low: [low, low + limitStep], high: [high - limitStep, high] };
}
