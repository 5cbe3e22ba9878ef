import { createHash } from "node:crypto";
import { formatEstimate, formatInterval, shorthand } from "../../core/format.js";
import type { Result } from "../../core/result.js";
import type { ReleasedValue } from "./entry.js";
import { toldBy } from "./told.js";

/** What a release shows of each result, by id. */
export function releasedValues(results: readonly Result[]): Readonly<Record<string, ReleasedValue>> {
  return Object.fromEntries(results.map((result) => [result.id, releasedValue(result)]));
}

/**
 * What a release shows of a result: its number as printed, and a digest of everything shown that is a number or could tell of
 * one. Words that are the same for all data, such as the name of the method, are left out.
 */
function releasedValue(result: Result): ReleasedValue {
  if (result.kind !== "estimate") {
    const reason = result.kind === "unavailable" ? result.reason : "";
    return { shown: shorthand(result), digest: short(`${result.kind} ${reason}`), told: {} };
  }
  const { estimate, interval, noInterval, prediction, test, n, missing, settings, cautions, unit } = result;
  const limits = interval && { low: interval.low, high: interval.high };
  const ahead = prediction && { low: prediction.low, high: prediction.high };
  const all = { estimate, limits, noInterval, ahead, test, n, missing, settings, cautions, unit };
  const range = interval ? ` (${formatInterval(interval, unit, result.precision)})` : "";
  return {
    shown: `${formatEstimate(result)}${range}, n ${n}`,
    digest: short(JSON.stringify(all)),
    told: toldBy(result),
  };
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
