import type { Estimate, Result } from "../core/result.js";
import type { Policy } from "./policy.js";
import { fewEventsBetween, shareReason, suppress } from "./primary.js";

/**
 * The results without those points of a curve that lie too near to the one before, or to everybody: a step between two points
 * counts the people who got there between them, and what is left above a point counts those who did not. From the first day
 * on, a point is shown when enough have got there since the last one shown and as many as any number must rest on have not.
 * Nobody and everybody may be shown where 0% and 100% may: every point after one that says everybody tells nothing more, and
 * stays. Numbers still at risk go with their point.
 */
export function holdBackCurvePoints(results: readonly Result[], policy: Policy): readonly Result[] {
  const curves = new Map<string, Estimate[]>();
  for (const result of results) {
    const curve = result.kind === "estimate" ? curveOf(result) : null;
    if (curve !== null) curves.set(curve, [...(curves.get(curve) ?? []), result as Estimate]);
  }
  const shown = new Set([...curves].flatMap(([curve, points]) => keysShown(curve, points, policy)));
  return results.map((result) => {
    const curve = result.kind === "estimate" ? curveOf(result) : null;
    if (curve === null || shown.has(keyOf(curve, result as Estimate))) return result;
    return suppress(result, fewEventsBetween);
  });
}

function keysShown(curve: string, points: readonly Estimate[], policy: Policy): readonly string[] {
  const shares = points
    .filter(({ subject }) => subject.measure === "milestone")
    .sort((a, b) => dayOf(a) - dayOf(b));
  const shown: string[] = [];
  let before = 0;
  for (const point of shares) {
    const events = eventsOf(point);
    const left = point.n - events;
    const rule = policy.shares[point.subject.sensitivity];
    if (shareReason(Math.min(events, left), rule, true) !== null) continue;
    if (left > 0 && left < policy.minimumPeople) continue;
    const isSaidAlready = left === 0 && before === events;
    if (events > 0 && !isSaidAlready && events - before < policy.eventsBetween) continue;
    shown.push(keyOf(curve, point));
    before = events;
  }
  return shown;
}

/** The milestone and the people of a point or of its number at risk, without the day; null for what is no point. */
function curveOf({ id, settings }: Estimate): string | null {
  if (settings["events"] === undefined) return null;
  return id.replace(/\/(at-risk|day)-[0-9]+\//, "/");
}

function keyOf(curve: string, point: Estimate): string {
  return `${curve} ${dayOf(point)}`;
}

function dayOf({ settings }: Estimate): number {
  return Number(settings["day"]);
}

function eventsOf({ settings }: Estimate): number {
  return Number(settings["events"]);
}
