import { roundTo, roundWithin } from "./rounding.js";

/** What anybody knows of the people behind a share before they see it: the released number of people, and the rules. */
export interface Behind {
  /** Number of people as released. */
  readonly people: number;
  /** What that number is rounded to; 1 when it is exact. */
  readonly step: number;
  /** Fewest people behind any number. */
  readonly minimum: number;
  /** Fewest on either side of a share that is not 0% or 100%. */
  readonly fewest: number;
  /** Whether 0% and 100% may be shown. */
  readonly everyone: boolean;
}

/** So many of so many. */
export interface Pair {
  readonly n: number;
  readonly count: number;
}

/** Steps of a share, finest first: 1, 2, 5, 10 and 20 in a hundred. */
const stepsOfShare = [0.01, 0.02, 0.05, 0.1, 0.2];

/** Every number of people that is released as this one, none below the minimum. */
export function peopleBehind({
  people,
  step,
  minimum,
}: Omit<Behind, "fewest" | "everyone">): readonly number[] {
  const first = Math.max(1, minimum, Math.ceil(people - step / 2));
  const last = Math.floor(people + step / 2);
  const possible = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return possible.filter((n) => roundTo(n, step) === people);
}

/** Every count that may stand behind a share which is shown, for every number of people that may. */
export function pairsBehind(behind: Behind): readonly Pair[] {
  const { fewest, everyone } = behind;
  const isShown = (n: number, count: number) => {
    const fewer = Math.min(count, n - count);
    return fewer === 0 ? everyone : fewer >= fewest;
  };
  return peopleBehind(behind).flatMap((n) =>
    Array.from({ length: n + 1 }, (_, count) => ({ n, count })).filter(({ count }) => isShown(n, count)),
  );
}

/**
 * The finest step of a share, of 1, 2, 5, 10 and 20 in a hundred, at which no rounded value gives a count away: whoever goes
 * through every pair of people and count that is released alike finds at least two counts, and at least two numbers of people
 * not counted. None and all are told by 0% and 100%, where these are shown. It depends on nothing but what is known without
 * the share, so that it tells nothing. The limits of an interval say no more than the rounded share; see `widestLimits`.
 *
 * @param atLeast the policy's own step: steps are tried from there on, because a coarser step can give away what a finer one
 *   hides where the two do not nest, as 2 and 5 in a hundred do not
 * @returns null when no step is coarse enough: then there is no share to show
 * @see Handbook on Statistical Disclosure Control, section 5.7, on shares and means that tell the counts behind them
 * @example
 * stepOfShare({ people: 25, step: 5, minimum: 10, fewest: 1, everyone: true }) // => 0.05
 */
export function stepOfShare(behind: Behind, atLeast = 0): number | null {
  const key = `${keyOf(behind)},${atLeast}`;
  const known = steps.get(key);
  if (known !== undefined) return known;
  const tried = [...(atLeast > 0 ? [atLeast] : []), ...stepsOfShare.filter((one) => one > atLeast)];
  const step = tried.find((one) => keepsTwo([...groupPairs(behind, one).values()])) ?? null;
  steps.set(key, step);
  return step;
}

/** Whether every group of pairs that are released alike leaves two counts, of those counted and of those not. */
function keepsTwo(groups: readonly (readonly Pair[])[]): boolean {
  const between = groups.filter((pairs) => pairs.some(({ n, count }) => count > 0 && count < n));
  return (
    between.length > 0 &&
    between.every(([first, ...rest]) => {
      const others = first!.n - first!.count;
      return (
        rest.some(({ count }) => count !== first!.count) && rest.some(({ n, count }) => n - count !== others)
      );
    })
  );
}

/**
 * Every pair of people and count that is released as this share.
 *
 * @param shown the share after rounding to the step
 */
export function pairsLike(behind: Behind, step: number, shown: number): readonly Pair[] {
  const key = `${keyOf(behind)},${step}`;
  const groups = grouped.get(key) ?? groupPairs(behind, step);
  grouped.set(key, groups);
  return groups.get(shown) ?? [];
}

function groupPairs(behind: Behind, step: number): ReadonlyMap<number, readonly Pair[]> {
  const groups = new Map<number, Pair[]>();
  for (const pair of pairsBehind(behind)) {
    const shown = roundWithin(pair.count / pair.n, step);
    const group = groups.get(shown);
    if (group) group.push(pair);
    else groups.set(shown, [pair]);
  }
  return groups;
}

/** Worked out once: a release asks for the same few numbers of people again and again. */
const steps = new Map<string, number | null>();
const grouped = new Map<string, ReadonlyMap<number, readonly Pair[]>>();

function keyOf({ people, step, minimum, fewest, everyone }: Behind): string {
  return [people, step, minimum, fewest, everyone].join();
}
