import { costLimits } from "./cost-limits.js";
import type { HoursBasis, StaffLine, SupernumeraryLine } from "./cost-line.js";
import type { Cohort, PartialReturn } from "./cost-return.js";
import { hoursOf, timesOf, weeksCovered } from "./cost-size.js";

/** A line whose hours make more sense when they are taken for something else. */
export type Rereading = {
  /** What the line says they are for. */
  readonly said: HoursBasis;
  /** What they more likely are for. */
  readonly meant: HoursBasis;
  /** What speaks for it, after the hours: `is far more than ...`. */
  readonly why: string;
  /** IMGs among whom hours for all would be shared. */
  readonly imgs: number;
} & (
  | { readonly sort: "staff"; readonly line: StaffLine }
  | { readonly sort: "IMG time"; readonly line: SupernumeraryLine }
);

interface Counted {
  readonly read: PartialReturn;
  readonly cohort: Cohort;
}

/**
 * Lines of one return whose hours are suspect. A line for each IMG is, when its component comes to several times the middle
 * of the other Trusts' hours for each IMG and to about theirs once it is taken for a cohort; without two others to compare
 * with, when it is far above the return's own lines, or when one person has not so many hours. A line for a cohort or the
 * period is, when others give it for each IMG and it only comes near theirs when taken so.
 *
 * @param all every return that has denominators, this one among them
 */
export function rereadings(one: Counted, all: readonly Counted[]): readonly Rereading[] {
  const others = all.filter(({ read }) => read.trust !== one.read.trust);
  const intake = Math.round(one.cohort.inducted / one.cohort.intakes);
  if (!(intake >= costLimits.smallestIntake)) return [];
  return [
    ...one.read.staff.flatMap((line) => rereadStaff(line, one, others, intake) ?? []),
    ...one.read.supernumerary.flatMap((line) => rereadImgTime(line, others) ?? []),
  ];
}

function rereadStaff(
  line: StaffLine,
  one: Counted,
  others: readonly Counted[],
  intake: number,
): Rereading | null {
  if (line.hours === 0 || line.basis === "each week") return null;
  const { inducted, intakes } = one.cohort;
  const theirs = middle(
    others.flatMap((other) => perImg(other, line.component) || []),
    2,
  );
  const now = perImg(one, line.component);
  const lineNow = (hoursOf(line, timesOf(one.read, one.cohort)) * line.share) / inducted;
  const as = (basis: HoursBasis, times: number): number =>
    now - lineNow + (line.people * line.hours * line.share * times) / (basis === "each IMG" ? 1 : inducted);
  const about = { sort: "staff", line, said: line.basis, imgs: intake } as const;

  if (line.basis === "each IMG") {
    const cohortWide = { ...about, meant: "each cohort" } as const;
    const far = theirs !== null && now / theirs >= costLimits.farFromOthers;
    if (far && isNear(as("each cohort", intakes), theirs))
      return {
        ...cohortWide,
        why: `is far more than other Trusts give for ${line.component}, by about the size of an intake`,
      };
    if (theirs !== null && !far) return null;
    const weeks = weeksCovered(one.read);
    if (one.read.period !== null && line.hours * inducted > costLimits.longWeek * weeks)
      return {
        ...cohortWide,
        why: `is ${Math.round(line.hours * inducted)} for ${inducted} IMGs, more than one person has in the ${Math.round(weeks)} weeks`,
      };
    const own = middle(
      one.read.staff.flatMap((other) => (other !== line && other.basis === "each IMG" ? other.hours : [])),
      3,
    );
    const odd = own !== null && own > 0 && line.hours > costLimits.farFromOwn * own;
    return odd && Number.isInteger((line.hours / intake) * 4)
      ? { ...cohortWide, why: "is far more than the other lines for each IMG" }
      : null;
  }
  if (theirs === null || now * costLimits.farFromOthers > theirs) return null;
  const lines = others.flatMap(({ read }) => read.staff.filter((each) => each.component === line.component));
  const forEach = lines.filter((each) => each.basis === "each IMG").length;
  if (forEach * 2 <= lines.length || !isNear(as("each IMG", 1), theirs)) return null;
  return {
    ...about,
    meant: "each IMG",
    why: `is far less than other Trusts give for ${line.component}, most of them for each IMG`,
  };
}

/** Supernumerary hours of all IMGs of a line, given as those of each. */
function rereadImgTime(line: SupernumeraryLine, others: readonly Counted[]): Rereading | null {
  const theirs = middle(
    others.flatMap(({ read }) => middle(read.supernumerary.map(({ hoursEach }) => hoursEach)) || []),
    2,
  );
  if (theirs === null || line.imgs < costLimits.smallestIntake) return null;
  if (line.hoursEach / theirs < costLimits.farFromOthers || !isNear(line.hoursEach / line.imgs, theirs))
    return null;
  return {
    sort: "IMG time",
    line,
    said: "each IMG",
    meant: "whole period",
    imgs: line.imgs,
    why: "is far more than other Trusts give, by about the number of IMGs",
  };
}

/** Hours of staff for each IMG inducted on one component; 0 when there are none. */
function perImg({ read, cohort }: Counted, component: string): number {
  const times = timesOf(read, cohort);
  const hours = read.staff
    .filter((line) => line.component === component)
    .reduce((sum, line) => sum + hoursOf(line, times) * line.share, 0);
  return cohort.inducted === 0 ? 0 : hours / cohort.inducted;
}

function isNear(hours: number, theirs: number | null): boolean {
  if (theirs === null || theirs === 0 || hours === 0) return false;
  return Math.max(hours / theirs, theirs / hours) <= costLimits.nearOthers;
}

/** The median, or null when there are fewer than some. */
function middle(numbers: readonly number[], fewest = 1): number | null {
  if (numbers.length < fewest) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
