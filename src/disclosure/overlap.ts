import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { derivable, suppress } from "./primary.js";

type Overlap = Extract<Relation, { readonly kind: "overlap" }>;

/** Pounds that each Trust spent, by its code. */
type Pounds = Readonly<Record<string, number>>;

/**
 * Ids to hold back among sums of overlapping parts, so that no difference of those shown rests on fewer than the
 * minimum of Trusts, or is what one or two people are paid. Taken in their order: each is shown if every part that
 * then stands apart from the others, counted by the same of the shown sums, is safe. What can be worked out from
 * several sums is made of such parts, each whole. It is safe when enough Trusts spent on it, none of them nearly all
 * of it, and it is nobody's pay. Where there are known sums, only the parts into which a result divides them are
 * looked at.
 *
 * @param isShown whether a result is there and not held back for another reason
 * @param tellsTrust whether pounds by Trust tell, as a sum, what one of the Trusts spent
 */
export function heldBackByOverlap(
  { results, lines, known }: Overlap,
  isShown: (id: string) => boolean,
  minimumTrusts: number,
  tellsTrust: (pounds: Pounds) => boolean = () => false,
): readonly string[] {
  const shown = (known ?? []).filter(isShown);
  const held: string[] = [];
  for (const id of results.filter(isShown)) {
    const parts = partsApart([...shown, id], lines);
    const divided = new Set(parts.flatMap(({ within }) => (within.includes(id) ? [others(within, id)] : [])));
    const isSafe = parts
      .filter(({ within }) => known === undefined || divided.has(others(within, id)))
      .every(
        ({ trusts, lines }) =>
          trusts.size >= minimumTrusts && !isPersonsPay(lines) && !tellsTrust(poundsOf(lines)),
      );
    (isSafe ? shown : held).push(id);
  }
  return held;
}

interface Part {
  /** The sums that count its lines. */
  readonly within: readonly string[];
  readonly trusts: Set<string>;
  readonly lines: Overlap["lines"][number][];
}

/** Lines counted by the same of some sums, with the Trusts behind them; those counted by none are left out. */
function partsApart(sums: readonly string[], lines: Overlap["lines"]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const line of lines) {
    const within = sums.filter((one) => line.within.includes(one));
    if (within.length === 0) continue;
    const key = [line.differ ?? "", ...within].join();
    const part = parts.get(key) ?? { within, trusts: new Set<string>(), lines: [] };
    part.lines.push(line);
    for (const trust of line.trusts) part.trusts.add(trust);
    parts.set(key, part);
  }
  return [...parts.values()];
}

function others(within: readonly string[], id: string): string {
  return within.filter((one) => one !== id).join();
}

function poundsOf(lines: Overlap["lines"]): Pounds {
  const sums: Record<string, number> = {};
  for (const { pounds = {} } of lines)
    for (const [trust, amount] of Object.entries(pounds)) sums[trust] = (sums[trust] ?? 0) + amount;
  return sums;
}

/** Lines that do not say whose pay they are count as one person each. */
function isPersonsPay(lines: Overlap["lines"]): boolean {
  const persons = lines.flatMap((line, index) => line.persons ?? [String(index)]);
  return lines.every(({ personsPay }) => personsPay === true) && new Set(persons).size <= 2;
}

/**
 * The results without those that would tell, beside others, what few Trusts spent or what a person is paid.
 *
 * @param minimumTrusts fewest Trusts behind a difference: 1 when every Trust agreed to be shown
 * @param tellsTrust whether pounds by Trust tell, as a sum, what one of the Trusts spent
 */
export function holdBackOverlaps(
  results: readonly Result[],
  relations: readonly Relation[],
  minimumTrusts: number,
  tellsTrust: (pounds: Pounds) => boolean = () => false,
): readonly Result[] {
  const shown = new Set(results.flatMap(({ kind, id }) => (kind === "estimate" ? [id] : [])));
  const held = new Set(
    relations.flatMap((relation) =>
      relation.kind === "overlap"
        ? heldBackByOverlap(relation, (id) => shown.has(id), minimumTrusts, tellsTrust)
        : [],
    ),
  );
  return results.map((result) => (held.has(result.id) ? suppress(result, derivable) : result));
}
