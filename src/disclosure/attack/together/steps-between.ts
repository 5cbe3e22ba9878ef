import type { Estimate } from "../../../core/result.js";
import { sayCurves } from "../curves.js";
import { startDraft, sumOf } from "../draft.js";
import type { Draft } from "../draft.js";
import { editionOf, nameInAll } from "./editions.js";
import type { Editions } from "./editions.js";
import { heldId, quantityOf, quantityOfPeople, shownBy, whoseIs } from "./held.js";
import type { Held, HeldProtected } from "./held.js";

/** A released point of a curve, and which release told it. */
interface ToldPoint {
  readonly held: number;
  readonly result: Estimate;
}

/**
 * The steps of curves between neighbouring points of all releases: how many got there in between. Of a point that several show, the
 * one that is told most closely is taken.
 *
 * @returns those steps of which no one release shows both ends, so that none by itself asks about them
 */
export function stepsBetween(
  all: readonly Held[],
  editions: Editions,
  draft: Draft,
): readonly HeldProtected[] {
  const strictest = {
    ...all[0]!.policy,
    eventsBetween: Math.max(...all.map(({ policy }) => policy.eventsBetween)),
  };
  const shown = all.map(shownBy);
  return [...pointsByPeople(all, editions).values()].flatMap((points) => {
    const find = (id: string) => {
      const point = points.get(id);
      return point && { ...point, of: all[point.held]! };
    };
    const results = [...points.values()].map(({ result }) => result);
    const scratch = startDraft();
    const steps = sayCurves({ results, groups: [] }, strictest, scratch);
    const { unknowns, constraints } = scratch.system();
    return steps.flatMap((step): readonly HeldProtected[] => {
      const at = step.terms[0]!.unknown;
      const { from, high } = constraints.find(({ terms }) => terms[0]!.unknown === at)!;
      const terms = sumOf([draft.people(nameInAll(unknowns[at]!.name, editions, find))]);
      draft.say(
        terms,
        null,
        high,
        from.map((id) => heldId(points.get(id)!.held, id)),
      );
      const ends = from.flatMap((id) => {
        const end = find(id)!;
        return end.result.subject.measure === "at-risk" ? [] : [end];
      });
      const isOfOne = shown.some((own, held) =>
        ends.every((end) => {
          const same = own.get(quantityOf(end.result, end.of.released));
          return same && editionOf(same, held, editions) === editionOf(end.result, end.held, editions);
        }),
      );
      return isOfOne ? [] : [{ ...step, terms, askedBy: [points.get(step.id)!.held], part: null }];
    });
  });
}

/** The points of curves by id, apart for other people and other editions of their answers. */
function pointsByPeople(
  all: readonly Held[],
  editions: Editions,
): ReadonlyMap<string, ReadonlyMap<string, ToldPoint>> {
  const points = new Map<string, Map<string, ToldPoint>>();
  for (const [held, one] of all.entries())
    for (const result of shownBy(one).values()) {
      if (!["milestone", "at-risk"].includes(result.subject.measure)) continue;
      const whose = quantityOfPeople("", whoseIs(result, one.released.levels));
      const people = `${editionOf(result, held, editions)}${whose}`;
      const own = points.get(people) ?? new Map<string, ToldPoint>();
      const known = own.get(result.id)?.result;
      if (!known || (result.precision ?? 0) < (known.precision ?? 0)) own.set(result.id, { held, result });
      points.set(people, own);
    }
  return points;
}
