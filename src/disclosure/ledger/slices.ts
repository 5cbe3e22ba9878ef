import type { Subject } from "../../core/result.js";
import { cohortsApart, differencesOf, fewest, fewestApart, responsesApart } from "./apart.js";
import type { Differences } from "./apart.js";
import type { RecordsBehind, ResponseBehind } from "./entry.js";
import { setsOf } from "./sets.js";
import { notAboutPeople } from "../step-of-result.js";

/** By how few two releases may differ: enough people, and enough Trusts whose cost is not shown by itself. */
export interface Minimums {
  readonly people: number;
  readonly trusts: number;
}

/** How many a difference of two releases sets apart, among those behind one number. */
export interface SetApart {
  /** People or Trusts; 0 for none. */
  readonly number: number;
  readonly minimum: number;
  readonly of: "people" | "Trusts";
}

/** Who differs behind a number: the slices it rests on, and smaller ones within them. */
export interface Behind {
  /** Whether the people behind the number itself are the same in both releases. */
  readonly same: boolean;
  readonly slices: readonly SetApart[];
  readonly within: readonly SetApart[];
}

export const ofCosts = ["cost", "economics", "delivery"];
export const ofHr = ["retention", "appraisal"];
const ofCohorts = ["flow", "response", "weighted", "bounds", "cost", "economics"];
export const ofLeftOut = ["completion", "flow", "quality"];
const aboutNobody = ["benchmark"];

/** The flow counts the cohort, from cohort.csv, and who answered or was linked at a wave of the survey. */
const flowOfSurvey = /^(answered|linked)-/;

/** Whether a number rests on the counts of cohort.csv; a cost does, by the IMGs it is divided by. */
export function restsOnCohort({ measure, item = "" }: Subject): boolean {
  return ofCohorts.includes(measure) && !(measure === "flow" && flowOfSurvey.test(item));
}

/** Whether a number counts what the checks found, which hold one file against another. */
export function countsFindings({ measure, level }: Subject): boolean {
  return ["quality", "files"].includes(measure) && ["error", "warning", "note"].includes(level ?? "");
}

/** Whether a number is there only when there is something to count: findings, answers that are missing. */
export function isListedWhenFound(subject: Subject): boolean {
  return subject.measure === "quality" || countsFindings(subject);
}

/** Waves of the survey that a number rests on; all where it names none, none where nobody's answers stand behind it. */
export function wavesOf(
  { measure, item, wave, versus }: Subject,
  waves: readonly string[],
): readonly string[] {
  if (measure === "flow")
    return waves.filter(
      (one) =>
        item === `answered-${one}` ||
        waves.some((other) => item === `linked-${one}-to-${other}` || item === `linked-${other}-to-${one}`),
    );
  if (wave !== undefined) return [wave, ...(versus === undefined ? [] : [versus])];
  return [...ofCosts, ...ofHr].includes(measure) ? [] : waves;
}

/** How many people two releases differ by, of some Trusts; 0 for none. */
export interface Differing {
  readonly waves: readonly string[];
  /** Who answered a wave; of a subgroup, where its level is named as `variable/level`. */
  readonly answeredAt: (wave: string, trusts: readonly string[], level?: string) => number;
  /** Forms left out, at the wave of a subject or at all. */
  readonly leftOut: (subject: Pick<Subject, "wave">, trusts: readonly string[]) => number;
  readonly hr: (trusts: readonly string[]) => number;
  readonly cohorts: (trusts: readonly string[]) => number;
  /** Trusts whose cost return changed, of those whose own cost is not shown. */
  readonly returns: (trusts: readonly string[]) => SetApart;
  /** People linked between the two waves of a subject. */
  readonly linked: (subject: Pick<Subject, "wave" | "versus">, trusts: readonly string[]) => number;
}

/**
 * Whether a number is about people, so that two roundings of it could tell more of them than each. Costs are not: prices that
 * are put right change every cost over the same returns, and what protects a Trust's cost is wider than its rounding.
 */
export function isOfPeople({ measure }: Subject): boolean {
  return ![...ofCosts, ...notAboutPeople].includes(measure);
}

/** Whether so many are fewer than may be set apart. */
export function isFew({ number, minimum }: SetApart): boolean {
  return number > 0 && number < minimum;
}

/**
 * Who differs between two releases behind a number about some slice: its respondents by Trust group and wave, those linked,
 * those of a subgroup, the HR extract, the counts of cohort.csv, and the Trusts whose cost return changed.
 *
 * @returns who differs behind the number of a subject, whether nobody differs behind any, and how many differ where
 * @param groups the groups of Trusts that are shown
 * @param hiddenCosts Trusts whose own cost is not shown
 */
export function comparePeople(
  before: RecordsBehind,
  after: RecordsBehind,
  groups: readonly (readonly string[])[],
  hiddenCosts: ReadonlySet<string>,
  minimums: Minimums,
): {
  readonly behind: (subject: Subject) => Behind;
  readonly nobody: boolean;
  readonly differing: Differing;
} {
  const all = groups.flat();
  const people = (number: number): SetApart => ({ number, minimum: minimums.people, of: "people" });
  const remembered = new Map<string, number>();
  const once = (key: string, work: () => number): number => {
    const known = remembered.get(key) ?? work();
    remembered.set(key, known);
    return known;
  };
  const inSets = (differences: Differences, trusts: readonly string[]) =>
    fewest(setsOf(differences, groups, trusts).map((set) => fewestApart(differences, set)));
  const waves = [...new Set([...before.responses, ...after.responses].map(({ wave }) => wave))];
  const answeredAt = (wave: string, trusts: readonly string[], level?: string) =>
    once(`answered ${wave} ${trusts.join("+")} ${level ?? ""}`, () => {
      const keeps = (one: ResponseBehind) =>
        one.wave === wave && (level === undefined || one.levels.includes(level));
      return fewest(responsesApart(before, after, keeps).map((each) => inSets(each, trusts)));
    });
  const answered = (subject: Subject, trusts: readonly string[], level?: string) =>
    fewest(wavesOf(subject, waves).map((each) => answeredAt(each, trusts, level)));
  const leftOut = ({ wave }: Pick<Subject, "wave">, trusts: readonly string[]) =>
    once(`left out ${wave ?? ""} ${trusts.join("+")}`, () => leftOutApart(before, after, wave, trusts, all));
  const hr = (trusts: readonly string[]) =>
    once(`hr ${trusts.join("+")}`, () => inSets(differencesOf(before.hr, after.hr), trusts));
  const cohorts = (trusts: readonly string[]) =>
    once(`cohorts ${trusts.join("+")}`, () => cohortsApart(before.cohorts, after.cohorts, new Set(trusts)));
  const returns = (trusts: readonly string[]): SetApart => ({
    number: once(`returns ${trusts.join("+")}`, () => {
      const differences = [...differencesOf(before.returns, after.returns).values()];
      const changed = new Set(differences.flatMap((byTrust) => [...byTrust.keys()]));
      return trusts.filter((trust) => changed.has(trust) && hiddenCosts.has(trust)).length;
    }),
    minimum: minimums.trusts,
    of: "Trusts",
  });
  const linked = ({ wave, versus }: Pick<Subject, "wave" | "versus">, trusts: readonly string[]) => {
    const key = `${versus ?? ""}-to-${wave ?? ""}`;
    return once(`linked ${key} ${trusts.join("+")}`, () =>
      inSets(differencesOf(before.linked[key] ?? [], after.linked[key] ?? []), trusts),
    );
  };

  const anywhere = [
    people(fewest(waves.map((wave) => answeredAt(wave, all)))),
    people(leftOut({}, all)),
    people(hr(all)),
    people(cohorts(all)),
    returns(all),
  ];
  const behind = (subject: Subject): Behind => {
    const { measure, group, versus } = subject;
    if (aboutNobody.includes(measure)) return { same: true, slices: [], within: [] };
    const trusts = subject.trusts.length === 0 ? all : subject.trusts;
    const isOfForms = ofLeftOut.includes(measure) && wavesOf(subject, waves).length > 0;
    const own = [
      people(answered(subject, trusts)),
      ...(isOfForms ? [people(answered(subject, trusts) + leftOut(subject, trusts))] : []),
      ...(ofHr.includes(measure) ? [people(hr(trusts))] : []),
      ...(restsOnCohort(subject) ? [people(cohorts(trusts))] : []),
      ...(ofCosts.includes(measure) ? [returns(trusts)] : []),
    ];
    const level = group === undefined ? undefined : `${group.variable}/${group.level}`;
    const same = own.every(({ number }) => number === 0);
    return {
      same,
      slices: same ? anywhere : own,
      within: [
        ...(level === undefined ? [] : [people(answered(subject, trusts, level))]),
        ...(versus === undefined ? [] : [people(linked(subject, trusts))]),
      ],
    };
  };
  return {
    behind,
    nobody: anywhere.every(({ number }) => number === 0),
    differing: { waves, answeredAt, leftOut, hr, cohorts, returns, linked },
  };
}

/** People by whom the forms left out differ, of some Trusts or of nobody's, at one wave or at all. */
function leftOutApart(
  before: RecordsBehind,
  after: RecordsBehind,
  wave: string | undefined,
  trusts: readonly string[],
  all: readonly string[],
): number {
  const counts = new Map<string, number>();
  const add = (list: RecordsBehind["leftOut"], times: number) => {
    for (const one of list) {
      if (one.trust === null ? trusts.length < all.length : !trusts.includes(one.trust)) continue;
      if (wave !== undefined && one.wave !== null && one.wave !== wave) continue;
      const key = JSON.stringify([one.trust, one.wave, one.reason]);
      counts.set(key, (counts.get(key) ?? 0) + times * one.count);
    }
  };
  add(before.leftOut, -1);
  add(after.leftOut, 1);
  return [...counts.values()].reduce((sum, change) => sum + Math.abs(change), 0);
}
