import type { Estimate } from "../../../core/result.js";
import { sayCurves } from "../curves.js";
import { startDraft } from "../draft.js";
import type { Draft } from "../draft.js";
import { editionOf } from "./editions.js";
import type { Editions } from "./editions.js";
import { fromHeldId, heldId, quantityOfPeople, shownBy, whoseIs } from "./held.js";
import type { Held, HeldProtected } from "./held.js";

/** A released point of a curve, and which release told it. */
interface ToldPoint {
  readonly held: number;
  readonly result: Estimate;
}

/**
 * The steps of curves of which one release shows one end and another the other: how many got there in between, which no
 * release by itself asks about. Of a point that several show, the one that is told most closely is taken.
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
  return [...pointsByPeople(all, editions)].flatMap(([people, points]) => {
    const results = [...points.values()].map(({ result }) => result);
    const scratch = startDraft();
    const steps = sayCurves({ results, groups: [] }, strictest, scratch);
    const { unknowns, constraints } = scratch.system();
    return steps.flatMap((step): readonly HeldProtected[] => {
      const at = step.terms[0]!.unknown;
      const said = constraints.find(({ terms }) => terms[0]!.unknown === at)!;
      const from = said.from.map((id) => heldId(points.get(id)!.held, id));
      if (new Set(from.map((one) => fromHeldId(one).held)).size < 2) return [];
      const terms = [{ unknown: draft.people(`${unknowns[at]!.name}, of ${people}`), times: 1 }];
      draft.say(terms, null, said.high, from);
      return [{ ...step, terms, askedBy: [points.get(step.id)!.held], part: null }];
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
