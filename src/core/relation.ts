import type { Result } from "./result.js";

/**
 * How results hang together: what can be worked out from what. The disclosure gate acts on sums, complements, equals and
 * numbers worked out again; it finds the Trusts and subgroups of a pooled number by their subject. The other kinds are written to internal/ for
 * whoever audits a release. Ids of results throughout.
 */
export type Relation =
  /** `total` is the sum of `parts` (counts, pounds). */
  | { readonly kind: "sum"; readonly total: string; readonly parts: readonly string[] }
  /** `total` is the n-weighted mean of `parts` (a pooled proportion of its Trusts). */
  | { readonly kind: "pooled"; readonly total: string; readonly parts: readonly string[] }
  /** The results are one number under several names. */
  | { readonly kind: "equal"; readonly ids: readonly string[] }
  /**
   * `again` weighs the numbers in `parts` once more, in another way than their total does. Beside the total it would tell
   * a part that is not shown.
   */
  | { readonly kind: "again"; readonly again: string; readonly parts: readonly string[] }
  /**
   * `results` add up overlapping parts of the same money, the weightiest first. `lines` are those that always count
   * together: the results that count them, and the Trusts that spent on them. `known` are sums that count the same lines
   * and are not held back for the sake of these: a result is shown only where it sets no few Trusts apart within them.
   * `personsPay` is true of lines that are nothing but what one or two people are paid, `persons` then tells the two
   * apart; `pounds` is what each Trust spent on them. `differ` names why results that count the same lines count them
   * at other amounts, or what of them they leave: such a difference is a part by itself and is never joined with others.
   */
  | {
      readonly kind: "overlap";
      readonly results: readonly string[];
      readonly known?: readonly string[];
      readonly lines: readonly {
        readonly within: readonly string[];
        readonly trusts: readonly string[];
        readonly personsPay?: boolean;
        readonly persons?: readonly string[];
        readonly pounds?: Readonly<Record<string, number>>;
        readonly differ?: "spread" | "pension" | "own rates";
      }[];
    }
  /**
   * Money in the smallest cells that results add up: those that count a cell, and what each Trust spent in it. Several sums
   * beside one another may tell one cell alone: a component less the categories that are wholly within it.
   */
  | {
      readonly kind: "cells";
      readonly cells: readonly {
        readonly within: readonly string[];
        readonly pounds: Readonly<Record<string, number>>;
        readonly personsPay: boolean;
      }[];
    }
  /** The proportions in `parts` add up to one over the same people. */
  | { readonly kind: "complement"; readonly parts: readonly string[] }
  /** Everybody behind `asked` is counted in `of`: a question put to nobody but those who said so, on forms that all asked them. */
  | { readonly kind: "asked"; readonly asked: string; readonly of: string }
  /** `ratio` is `numerator` over `denominator`. */
  | {
      readonly kind: "ratio";
      readonly ratio: string;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** The same people at two waves: `change` is `after` minus `before`. */
  | { readonly kind: "change"; readonly change: string; readonly before: string; readonly after: string };

/** How finely the answers to a question are shown: each by itself, joined into groups, or the two best joined and no other. */
export type Grain = "every answer" | "groups" | "top two";

/**
 * Coarser alternatives already computed, for one question at one wave. The gate shows one rung to all slices of a kind
 * and none that is finer; it never computes a statistic itself. The id of a result is the ladder's, the level and the slice:
 * `item/settle-home/month3` / `low` / `trust-a`.
 */
export interface Ladder {
  readonly id: string;
  /** Finest first. */
  readonly rungs: readonly Rung[];
  /** Last parts of result ids: `trust-a`, `pooled`, `pooled/grade-registrar-level`. */
  readonly slices: readonly string[];
}

/** One rung: the levels that it shows, each with the codes of the answers it joins. A level may join others of its rung. */
export interface Rung {
  readonly grain: Grain;
  readonly levels: readonly { readonly id: string; readonly codes: readonly number[] }[];
}

/**
 * One way to split the Trusts into groups, from each alone (first) to all joined (last).
 * Metrics compute every group of every partition; the gate picks one partition for the whole release,
 * so that two tables never show overlapping groups.
 */
export interface Partition {
  readonly groups: readonly (readonly string[])[];
}

/** One level of a subgroup variable as it is shown: alone, or several joined. */
export interface Level {
  readonly label: string;
  /** Codes of its categories. */
  readonly codes: readonly number[];
}

/** The levels of one subgroup variable that a release shows; none when even joined ones have too few people. */
export interface ShownLevels {
  readonly variable: string;
  readonly levels: readonly Level[];
}

/** How people are grouped in a release: one partition of the Trusts, and one of the levels of each subgroup variable. */
export interface Grouping extends Partition {
  readonly levels?: readonly ShownLevels[];
}

/**
 * Partitions of the Trusts from finest to coarsest; see `joinSmallest`. Sizes are cohort sizes, which are known before
 * anyone answers.
 *
 * @example trustPartitions([{ code: "A", size: 6 }, { code: "B", size: 16 }, { code: "C", size: 30 }])[1] // => { groups: [["A", "B"], ["C"]] }
 */
export function trustPartitions(trusts: readonly Member[]): readonly Partition[] {
  return joinSmallest(trusts);
}

/** Somebody to be joined with others: a Trust, or a level of a subgroup. */
export interface Member {
  readonly code: string;
  /** People, or what stands for them. */
  readonly size: number;
}

/**
 * Partitions from finest to coarsest: the smallest group is joined with the next smallest, again and again. Of equal ones
 * that with the first code counts as smaller, in whatever order they are listed.
 *
 * @example joinSmallest([{ code: "1", size: 6 }, { code: "2", size: 30 }, { code: "3", size: 9 }])[1] // => { groups: [["1", "3"], ["2"]] }
 */
export function joinSmallest(members: readonly Member[]): readonly Partition[] {
  const order = new Map(members.map(({ code }, index) => [code, index]));
  const place = (code: string) => order.get(code) ?? 0;
  let groups = members.map(({ code, size }) => ({ codes: [code], size }));
  const partitions: Partition[] = [];
  for (;;) {
    partitions.push({ groups: groups.map(({ codes }) => codes) });
    if (groups.length <= 1) return partitions;
    const smallest = smallestOf(groups);
    const next = smallestOf(groups.filter((group) => group !== smallest));
    const codes = [...smallest.codes, ...next.codes].sort((a, b) => place(a) - place(b));
    const joined = { codes, size: smallest.size + next.size };
    groups = [...groups.filter((group) => group !== smallest && group !== next), joined].sort(
      (a, b) => place(a.codes[0]!) - place(b.codes[0]!),
    );
  }
}

function smallestOf<G extends SizedGroup>(groups: readonly G[]): G {
  return groups.reduce((least, group) => (compareSizes(group, least) < 0 ? group : least));
}

/** Codes of Trusts or levels that are shown as one, and how many people there are. */
export interface SizedGroup {
  readonly codes: readonly string[];
  readonly size: number;
}

/**
 * Below 0 when one group is smaller than another, above when larger; of equal ones that with the first code is the smaller.
 *
 * @example compareSizes({ codes: ["B"], size: 9 }, { codes: ["A"], size: 9 }) // => 1
 */
export function compareSizes(one: SizedGroup, other: SizedGroup): number {
  const first = ({ codes }: SizedGroup) => codes.reduce((least, code) => (code < least ? code : least));
  return one.size - other.size || (first(one) < first(other) ? -1 : 1);
}

/** Every group of Trusts that any partition uses, each once: singles first, all joined last. */
export function trustGroups(partitions: readonly Partition[]): readonly (readonly string[])[] {
  const seen = new Map<string, readonly string[]>();
  for (const partition of partitions) for (const group of partition.groups) seen.set(group.join("+"), group);
  return [...seen.values()];
}

/** What metrics and costs hand on. */
export interface Computed {
  readonly results: readonly Result[];
  readonly relations: readonly Relation[];
  readonly ladders: readonly Ladder[];
}
