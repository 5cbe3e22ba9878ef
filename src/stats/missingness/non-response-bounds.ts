import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** What a figure over everyone invited could be, whatever those who did not answer would have said. */
export interface NonResponseBounds {
  readonly kind: "bounds";
  /** Among those who answered; null when nobody did. */
  readonly observed: number | null;
  /** If everyone who did not answer were at the lowest. */
  readonly low: number;
  /** If everyone who did not answer were at the highest. */
  readonly high: number;
  readonly answered: number;
  readonly invited: number;
  /** Share of those invited who answered, 0 to 1. */
  readonly responseRate: number;
  readonly method: "best and worst case";
}

/** People counted among those who answered, out of those invited. */
export interface ProportionWithNonResponse {
  readonly successes: number;
  readonly answered: number;
  readonly invited: number;
}

/** The mean of a bounded score among those who answered, out of those invited. */
export interface MeanWithNonResponse {
  /** Null when nobody answered. */
  readonly mean: number | null;
  readonly answered: number;
  readonly invited: number;
  /** Lowest and highest score anyone could have. */
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The best and worst case of a proportion when not everyone invited answered.
 *
 * Nothing is assumed of those who did not answer, so the bounds are as wide as the share of them. They are not a
 * confidence interval: they hold for the people invited, and chance comes on top.
 *
 * @param count whole numbers, successes at most answered at most invited
 * @returns the bounds, 0 to 1; unavailable when nobody was invited
 * @throws RangeError when a count is not a whole number or is above the one it is part of
 * @see Manski (1989) J Hum Resour 24:343-360; Horowitz & Manski (2000) JASA 95:77-84
 * @example
 * nonResponseBounds({ successes: 9, answered: 12, invited: 20 }) // => { kind: "bounds", observed: 0.75, low: 0.45, high: 0.85, responseRate: 0.6 }
 */
export function nonResponseBounds({
  successes,
  answered,
  invited,
}: ProportionWithNonResponse): NonResponseBounds | Unavailable {
  checkCounts([successes], "nonResponseBounds: successes");
  checkPart(answered, invited, "nonResponseBounds");
  if (successes > answered)
    throw argumentError("nonResponseBounds: successes", `at most answered, ${answered}`, successes);
  if (invited === 0) return unavailable("nobody was invited");
  return {
    kind: "bounds",
    observed: answered === 0 ? null : successes / answered,
    low: successes / invited,
    high: (successes + invited - answered) / invited,
    answered,
    invited,
    responseRate: answered / invited,
    method: "best and worst case",
  };
}

/**
 * The best and worst case of the mean of a bounded score when not everyone invited answered.
 *
 * Nothing is assumed of those who did not answer but the ends of the scale. The bounds are not a confidence interval.
 *
 * @param given mean among those who answered, in the unit of the scale, null when nobody did; whole numbers, answered at
 * most invited; lowest below highest
 * @returns the bounds, in the unit of the scale; unavailable when nobody was invited
 * @throws RangeError when a count is not a whole number or is above the one it is part of, the ends are not finite and
 * in order, the mean is outside them, or it is null although someone answered (or the other way round)
 * @see Manski (1989) J Hum Resour 24:343-360; Horowitz & Manski (2000) JASA 95:77-84
 * @example
 * meanBounds({ mean: 70, answered: 15, invited: 20, lowest: 0, highest: 100 }) // => { kind: "bounds", observed: 70, low: 52.5, high: 77.5, responseRate: 0.75 }
 */
export function meanBounds({
  mean,
  answered,
  invited,
  lowest,
  highest,
}: MeanWithNonResponse): NonResponseBounds | Unavailable {
  checkPart(answered, invited, "meanBounds");
  if (!(lowest < highest && Number.isFinite(lowest) && Number.isFinite(highest)))
    throw argumentError(
      "meanBounds: lowest and highest",
      "finite, the lowest first",
      `${lowest}, ${highest}`,
    );
  if ((mean === null) !== (answered === 0))
    throw argumentError("meanBounds: mean", answered === 0 ? "null, as nobody answered" : "a number", mean);
  if (mean !== null && !(mean >= lowest && mean <= highest))
    throw argumentError("meanBounds: mean", `${lowest} to ${highest}`, mean);
  if (invited === 0) return unavailable("nobody was invited");
  const responseRate = answered / invited;
  const unanswered = (invited - answered) / invited;
  const known = (mean ?? 0) * responseRate;
  return {
    kind: "bounds",
    observed: mean,
    low: known + lowest * unanswered,
    high: known + highest * unanswered,
    answered,
    invited,
    responseRate,
    method: "best and worst case",
  };
}

function checkPart(answered: number, invited: number, where: string): void {
  checkCounts([answered], `${where}: answered`);
  checkCounts([invited], `${where}: invited`);
  if (answered > invited) throw argumentError(`${where}: answered`, `at most invited, ${invited}`, answered);
}
