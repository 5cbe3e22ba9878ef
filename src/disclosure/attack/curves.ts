import type { Estimate } from "../../core/result.js";
import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import type { Protected } from "./system.js";

/** A point of a curve over time: the share who had got there by a day. */
interface Point {
  readonly day: number;
  readonly share: Estimate;
  /** How many were not there yet, and still counted, on that day; where it is told. */
  readonly atRisk: Estimate | undefined;
}

/**
 * How many got there between two points of a curve. A step from one survival to a lower one, of so many still at risk, is
 * made by no more people than that part of them, whoever had answered by then; from too few, each knows who the others were.
 *
 * @returns the number behind each step, which must be able to be as many as the policy asks between two points
 */
export function sayCurves(released: Released, policy: Policy, draft: Draft): readonly Protected[] {
  return [...curvesIn(released).values()].flatMap((points) =>
    [...points]
      .sort((a, b) => a.day - b.day)
      .flatMap((point, place, inOrder) => {
        const before = inOrder.slice(0, place);
        const from = before.at(-1)?.share;
        if ((from?.estimate ?? 0) >= point.share.estimate) return [];
        const people = before.findLast(({ atRisk }) => atRisk)?.atRisk;
        const { id } = point.share;
        const step = draft.people(`people who got there, ${from?.id ?? "start"} to ${id}`);
        const most = mostBetween(from, point.share, people);
        draft.say(
          sumOf([step]),
          null,
          most,
          [from, point.share, people].flatMap((one) => one?.id ?? []),
        );
        return [{ id, what: "counted", terms: sumOf([step]), width: policy.eventsBetween } as const];
      }),
  );
}

/**
 * Most people who can have got there between two points. No more are at risk at the first of them than all people times the
 * survival there: who got there before left both alike, and who was no longer counted left the people at risk alone.
 */
function mostBetween(from: Estimate | undefined, to: Estimate, people: Estimate | undefined): number {
  const highest = from ? 1 - lowestShare(from) : 1;
  const ofAll = (to.n + (to.nPrecision ?? 0) / 2) * highest;
  const atRisk = people ? Math.min(people.estimate + (people.precision ?? 0) / 2, ofAll) : ofAll;
  const lowest = 1 - highestShare(to);
  return Math.floor(atRisk * (1 - lowest / highest) + 1e-9);
}

/** Lowest share that is released as this one: one that is not 0 is never rounded to 0. */
function lowestShare({ estimate, precision = 0 }: Estimate): number {
  return estimate <= precision + 1e-9 ? 0 : estimate - precision / 2;
}

/** Highest share that is released as this one: one that is not 1 is never rounded to 1. */
function highestShare({ estimate, precision = 0 }: Estimate): number {
  return estimate >= 1 - precision - 1e-9 ? 1 : estimate + precision / 2;
}

function curvesIn({ results }: Released): ReadonlyMap<string, readonly Point[]> {
  const estimates = results.filter((one): one is Estimate => one.kind === "estimate");
  const byId = new Map(estimates.map((one) => [one.id, one]));
  const curves = new Map<string, Point[]>();
  for (const share of estimates) {
    const [, milestone, day, slice] = /^(milestone\/.*)\/day-(\d+)\/(.*)$/.exec(share.id) ?? [];
    if (milestone === undefined) continue;
    const key = `${milestone}/${slice}`;
    const atRisk = byId.get(`${milestone}/at-risk-${day}/${slice}`);
    curves.set(key, [...(curves.get(key) ?? []), { day: Number(day), share, atRisk }]);
  }
  return curves;
}
