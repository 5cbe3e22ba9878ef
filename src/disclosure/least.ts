/** How much less is told of a result than could be. */
export type Less = "coarser" | "held back";

/** What is told of less, by id of result; the others are told as they are. */
export type Telling = ReadonlyMap<string, Less>;

/** One way to tell less of one result; holding it back is more than telling it coarser. */
export interface Way {
  readonly id: string;
  readonly less: Less;
}

/** At least one of these ways must be taken, all the while that a result is held back, or always. */
export interface Demand {
  readonly anyOf: readonly Way[];
  /** Id of the result; null for always. */
  readonly whileHeldBack: string | null;
}

/** Nodes of one search for the least; past them, the best that was found is taken. */
const mostNodes = 4000;

/**
 * What to tell less of so that every demand is met and the loss is least. Exact, by branch and bound (Land and Doig
 * 1960, Econometrica 28:497-520) on the demands that hang together, up to a number of nodes; past it, the greedy
 * choice or a better one found meanwhile. The order of the demands plays no part: of two ways to lose as little,
 * the one is taken that comes first by ids.
 *
 * @param demands each with at least one way
 * @param lossOf what is lost by telling less of a result: more than nothing, and the more the less is told
 * @param floor what is told less of whatever the demands are
 */
export function leastLoss(
  demands: readonly Demand[],
  lossOf: (way: Way) => number,
  floor: Telling = new Map(),
): { readonly telling: Telling; readonly proven: boolean } {
  const telling = new Map(floor);
  let proven = true;
  for (const group of groupsOf(sorted(demands))) {
    const found = search(group, lossOf, floor);
    for (const [id, less] of found.telling) telling.set(id, less);
    proven &&= found.proven;
  }
  return { telling, proven };
}

/** Whether a demand is met, or does not hold. */
export function isMet({ anyOf, whileHeldBack }: Demand, telling: Telling): boolean {
  if (whileHeldBack !== null && telling.get(whileHeldBack) !== "held back") return true;
  return anyOf.some((way) => isTaken(way, telling));
}

function isTaken({ id, less }: Way, telling: Telling): boolean {
  const told = telling.get(id);
  return told === less || told === "held back";
}

function search(
  demands: readonly Demand[],
  lossOf: (way: Way) => number,
  floor: Telling,
): { readonly telling: Telling; readonly proven: boolean } {
  const step = (way: Way, telling: Telling) => {
    const now = telling.get(way.id);
    return lossOf(way) - (now === undefined ? 0 : lossOf({ id: way.id, less: now }));
  };
  const lossAbove = (telling: Telling) =>
    [...telling].reduce(
      (sum, [id, less]) => sum + (floor.get(id) === less ? 0 : step({ id, less }, floor)),
      0,
    );
  let best: Telling = greedy(demands, step, floor);
  let leastSoFar = lossAbove(best);
  let nodes = 0;

  const branch = (telling: Telling, loss: number, refused: readonly Way[]): void => {
    nodes += 1;
    if (nodes > mostNodes) return;
    const open = demands.filter((demand) => !isMet(demand, telling));
    if (open.length === 0) {
      if (loss < leastSoFar - dust) [best, leastSoFar] = [telling, loss];
      return;
    }
    const choices = open.map(({ anyOf }) =>
      anyOf
        .filter(
          (way) =>
            !refused.some(
              (other) => other.id === way.id && (other.less === way.less || way.less === "held back"),
            ),
        )
        .map((way) => ({ way, more: step(way, telling) }))
        .sort((a, b) => a.more - b.more || compare(a.way.id, b.way.id)),
    );
    if (loss + atLeast(choices) >= leastSoFar - dust) return;
    const narrowest = choices.reduce((few, ways) => (ways.length < few.length ? ways : few));
    narrowest.forEach(({ way, more }, place) => {
      const without = narrowest.slice(0, place).map((earlier) => earlier.way);
      branch(new Map(telling).set(way.id, way.less), loss + more, [...refused, ...without]);
    });
  };
  branch(floor, 0, []);
  return { telling: best, proven: nodes <= mostNodes };
}

const dust = 1e-9;

type Choices = readonly { readonly way: Way; readonly more: number }[];

/** What must be lost at the least: the cheapest way of each of some demands that share no result. */
function atLeast(choices: readonly Choices[]): number {
  const used = new Set<string>();
  let sum = 0;
  for (const ways of [...choices].sort((a, b) => a.length - b.length)) {
    if (ways.length === 0) return Infinity;
    if (ways.some(({ way }) => used.has(way.id))) continue;
    for (const { way } of ways) used.add(way.id);
    sum += ways[0]!.more;
  }
  return sum;
}

/** The way that meets most demands for its loss, again and again; then what was not needed after all is put back. */
function greedy(
  demands: readonly Demand[],
  step: (way: Way, telling: Telling) => number,
  floor: Telling,
): Telling {
  const telling = new Map(floor);
  for (;;) {
    const open = demands.filter((demand) => !isMet(demand, telling));
    if (open.length === 0) break;
    const ways = open.flatMap(({ anyOf }) => anyOf);
    const price = (way: Way) => {
      const met = ways.filter(
        ({ id, less }) => id === way.id && (less === way.less || way.less === "held back"),
      );
      return step(way, telling) / met.length;
    };
    const { way } = ways
      .map((one) => ({ way: one, price: price(one) }))
      .reduce((least, one) =>
        one.price < least.price - dust ||
        (one.price < least.price + dust && compare(one.way.id, least.way.id) < 0)
          ? one
          : least,
      );
    telling.set(way.id, way.less);
  }
  const added = [...telling.keys()].filter((id) => telling.get(id) !== floor.get(id));
  const price = (id: string) => step({ id, less: telling.get(id)! }, floor);
  for (const id of added.sort((a, b) => price(b) - price(a) || compare(a, b))) {
    const without = new Map(telling);
    const before = floor.get(id);
    if (before === undefined) without.delete(id);
    else without.set(id, before);
    if (!demands.every((demand) => isMet(demand, without))) continue;
    if (before === undefined) telling.delete(id);
    else telling.set(id, before);
  }
  return telling;
}

/** Demands that name a result in common, directly or through others. */
function groupsOf(demands: readonly Demand[]): readonly (readonly Demand[])[] {
  const groups: { ids: Set<string>; demands: Demand[] }[] = [];
  for (const demand of demands) {
    const ids = new Set(demand.anyOf.map(({ id }) => id));
    if (demand.whileHeldBack !== null) ids.add(demand.whileHeldBack);
    const tied = groups.filter((group) => [...ids].some((id) => group.ids.has(id)));
    const joined = {
      ids: new Set([...ids, ...tied.flatMap((group) => [...group.ids])]),
      demands: [...tied.flatMap((group) => group.demands), demand],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !tied.includes(group)), joined);
  }
  return groups.map((group) => sorted(group.demands));
}

/** In an order of their own, each once. */
function sorted(demands: readonly Demand[]): readonly Demand[] {
  const byKey = new Map(demands.map((demand) => [keyOf(demand), demand]));
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, demand]) => demand);
}

function keyOf({ anyOf, whileHeldBack }: Demand): string {
  const ways = anyOf.map(({ id, less }) => `${id} ${less}`).sort(compare);
  return [whileHeldBack ?? "", ...ways].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
