import type { Result, Subject } from "../../../core/result.js";
import { isOfPeople, ofCosts, ofHr, restsOnCohort, wavesOf } from "../../ledger/slices.js";
import { forEarlierRelease } from "../../primary.js";
import { quantityOf, shownBy } from "./held.js";
import type { Held } from "./held.js";

/**
 * Whether a number is held back for the sake of an earlier release. What that release showed of it is no secret: what must not
 * be told is who changed between the two.
 */
export function isForEarlier(result: Result): boolean {
  return result.kind === "suppressed" && result.reason === forEarlierRelease;
}

/** A number that a release shows of a family that it otherwise holds back, and another release that shows it too. */
export interface PutBack {
  /** A wave, a subgroup variable and a wave, `cohort`, `costs` or `hr`. */
  readonly family: string;
  readonly shown: { readonly held: number; readonly id: string };
  readonly earlier: { readonly held: number; readonly id: string };
}

/**
 * Numbers by which one could tell who changed: a release holds back their family for the sake of an earlier one, shows them all
 * the same, and another shows them too. A family goes as a whole, changed or not; see `heldBackAlike`.
 */
export function putBack(all: readonly Held[]): readonly PutBack[] {
  const waves = wavesIn(all);
  const shown = all.map(shownBy);
  return all.flatMap(({ released }, held) => {
    const families = withheldFamilies(released.results, waves);
    if (families.size === 0) return [];
    return released.results.flatMap((result): readonly PutBack[] => {
      if (result.kind !== "estimate") return [];
      const family = familiesOf(result.subject, waves).find((one) => families.has(one));
      if (family === undefined) return [];
      const quantity = quantityOf(result, released);
      const other = shown.findIndex((own, place) => place !== held && own.has(quantity));
      if (other < 0) return [];
      const earlier = { held: other, id: shown[other]!.get(quantity)!.id };
      return [{ family, shown: { held, id: result.id }, earlier }];
    });
  });
}

/** The families that a release holds back for the sake of an earlier one, as most numbers that are of each alone say. */
export function withheldFamilies(results: readonly Result[], waves: readonly string[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const result of results) {
    const family = ownFamilyOf(result.subject, waves);
    if (family === null || result.kind === "unavailable") continue;
    balance.set(family, (balance.get(family) ?? 0) + (isForEarlier(result) ? 1 : -1));
  }
  return new Set([...balance].flatMap(([family, more]) => (more > 0 ? [family] : [])));
}

/** All waves that numbers of some releases are of. */
export function wavesIn(all: readonly Held[]): readonly string[] {
  const subjects = all.flatMap(({ released }) => released.results.map(({ subject }) => subject));
  return [...new Set(subjects.flatMap(({ wave, versus }) => [wave ?? [], versus ?? []].flat()))];
}

/** The families that a number goes with. */
export function familiesOf(subject: Subject, waves: readonly string[]): readonly string[] {
  const { measure, group } = subject;
  const own = wavesOf(subject, waves);
  return [
    ...(isOfPeople(subject) || measure === "economics" ? own : []),
    ...(group ? own.map((wave) => `${group.variable} ${wave}`) : []),
    ...(restsOnCohort(subject) ? ["cohort"] : []),
    ...(restsOnCohort(subject) && ofCosts.includes(measure) ? ["costs"] : []),
    ...(ofHr.includes(measure) ? ["hr"] : []),
  ];
}

/** The family that a number tells of: that which goes when it goes. Null of a number that several may take with them. */
function ownFamilyOf(subject: Subject, waves: readonly string[]): string | null {
  const { measure, group, versus } = subject;
  const own = wavesOf(subject, waves);
  if (ofCosts.includes(measure)) return restsOnCohort(subject) ? "costs" : null;
  if (ofHr.includes(measure)) return "hr";
  if (restsOnCohort(subject) && own.length === 0) return "cohort";
  if (versus !== undefined || own.length !== 1 || !isOfPeople(subject)) return null;
  return group ? `${group.variable} ${own[0]!}` : own[0]!;
}
