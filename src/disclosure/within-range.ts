/** A group of Trusts as anybody sees it: how many IMGs it had, and its cost per IMG where that is shown. */
export interface CostedGroup {
  readonly imgs: number;
  readonly cost: number | null;
}

/** What is told of the groups' costs per IMG together. */
export interface CostsTold {
  /** The lowest lies less than a step above this. */
  readonly low: number;
  /** The highest lies less than a step below this. */
  readonly high: number;
  readonly step: number;
  /** All costs over all IMGs, as rounded. */
  readonly pooled: number;
  /** How far a shown cost, and the pooled one, may be off by rounding. */
  readonly rounding: number;
}

type Span = readonly [low: number, high: number];

/** One way in which it may be: what each of some groups' costs lies within. */
type Way = readonly Span[];

/**
 * Whether the range of the groups' costs, beside the pooled cost, the shown ones and the numbers of IMGs, leaves every cost
 * that is held back at least as wide as a proportion of it: to an outsider, and to each group, which takes its own cost off.
 * Whose cost is in the lowest step and whose in the highest is not told, so that all ways in which it may be are open; but
 * one alone must be wide enough, because what an attacker can say is no narrower than that.
 *
 * Nothing but what is told goes in: a group that takes off its own cost is tried at every cost that it may have, not at the
 * one that it has. So anybody can work out the answer from the range, and to see it is to learn no more.
 *
 * @see Handbook on Statistical Disclosure Control, section 4.2, on the p% rule and on audits by the bounds of each cell
 * @example
 * keepsWide([10, 10, 10].map((imgs) => ({ imgs, cost: null })), { low: 900, high: 1200, step: 300, pooled: 1050, rounding: 5 }, 0.1) // => true
 */
export function keepsWide(groups: readonly CostedGroup[], told: CostsTold, proportion: number): boolean {
  const imgs = groups.flatMap((group) => (group.cost === null ? [group.imgs] : []));
  const ways = waysOf(groups, told);
  const isWide = ([low, high]: Span) => high - low >= proportion * high;
  const places = [...imgs.keys()];
  return poundsHeldBack(groups, told).every(
    (pounds) =>
      places.every((place) => ways.some((way) => isWide(reach(way, imgs, pounds, place)))) &&
      places.every((insider) => keepsWideFrom(insider, ways, imgs, pounds, isWide)),
  );
}

/**
 * Whether a group that knows its own cost can tell no other, whatever its own is. Between two costs at which a way begins or
 * ends to be possible the same ways are. Within a way the lowest cost of another group is convex in one's own and the highest
 * concave, so that what is wide enough at both ends is wide enough between them.
 */
function keepsWideFrom(
  insider: number,
  ways: readonly Way[],
  imgs: readonly number[],
  pounds: number,
  isWide: (span: Span) => boolean,
): boolean {
  const possible = ways
    .map((way) => ({ way, own: reach(way, imgs, pounds, insider) }))
    .filter(({ own: [low, high] }) => low <= high);
  const ends = [...new Set(possible.flatMap(({ own }) => own))].sort((a, b) => a - b);
  const others = [...imgs.keys()].filter((place) => place !== insider);
  return ends.slice(1).every((to, index) => {
    const from = ends[index]!;
    const open = possible.filter(({ own }) => own[0] <= from && own[1] >= to);
    const isWideAt = (way: Way, place: number) =>
      [from, to].every((own) => isWide(reach(settled(way, insider, own), imgs, pounds, place)));
    return open.length === 0 || others.every((place) => open.some(({ way }) => isWideAt(way, place)));
  });
}

/** Lowest and highest cost of a group, when all costs lie within a way and add up to so many pounds. */
function reach(way: Way, imgs: readonly number[], pounds: number, place: number): Span {
  const [low, high] = way[place]!;
  const others = (end: 0 | 1) =>
    way.reduce((sum, span, other) => sum + (other === place ? 0 : imgs[other]! * span[end]), 0);
  return [
    Math.max(low, (pounds - others(1)) / imgs[place]!),
    Math.min(high, (pounds - others(0)) / imgs[place]!),
  ];
}

function settled(way: Way, place: number, cost: number): Way {
  return way.map((span, other) => (other === place ? [cost, cost] : span));
}

/** Every choice of a group for the lowest step and another for the highest; none where a shown cost may be the one. */
function waysOf(groups: readonly CostedGroup[], { low, high, step, rounding }: CostsTold): readonly Way[] {
  const hidden = groups.filter(({ cost }) => cost === null);
  const anywhere = hidden.map((): Span => [low, high]);
  if (high - low < 1.5 * step) return [anywhere];
  const shown = groups.flatMap(({ cost }) => cost ?? []);
  const places = [...hidden.keys()];
  const lowest = shown.some((cost) => cost - rounding < low + step) ? [null] : places;
  const highest = shown.some((cost) => cost + rounding >= high - step) ? [null] : places;
  return lowest.flatMap((one) =>
    highest
      .filter((other) => other === null || other !== one)
      .map((other) =>
        anywhere.map((all, place): Span =>
          place === one ? [low, low + step] : place === other ? [high - step, high] : all,
        ),
      ),
  );
}

/** The least and the most that those held back may have cost together. */
function poundsHeldBack(groups: readonly CostedGroup[], { pooled, rounding }: CostsTold): readonly number[] {
  const all = groups.reduce((sum, { imgs }) => sum + imgs, 0);
  const shown = groups.filter(({ cost }) => cost !== null);
  const pounds = pooled * all - shown.reduce((sum, { imgs, cost }) => sum + imgs * cost!, 0);
  const off = rounding * (all + shown.reduce((sum, { imgs }) => sum + imgs, 0));
  return [pounds - off, pounds + off];
}
