import type { Result } from "./result.js";

/**
 * How results hang together: what can be worked out from what. The disclosure gate acts on sums, complements, equals and numbers worked out again;
 * it finds the Trusts and subgroups of a pooled number by their subject. The other kinds are written to internal/ for
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
   * `results` add up overlapping parts of the same money, the weightiest first. `lines` are those that always count together:
   * the results that count them, and the Trusts that spent on them. `known` are sums that count the same lines and are not
   * held back for the sake of these: a result is shown only where it sets no few Trusts apart within them. `personsPay` is true
   * of lines that are nothing but what one or two people are paid, `persons` then tells the two apart. `differ` names why results
   * that count the same lines count them at other amounts: such a difference is a part by itself and is never joined with others.
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
        readonly differ?: "spread" | "pension";
      }[];
    }
  /** The proportions in `parts` add up to one over the same people. */
  | { readonly kind: "complement"; readonly parts: readonly string[] }
  /** `ratio` is `numerator` over `denominator`. */
  | {
      readonly kind: "ratio";
      readonly ratio: string;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** The same people at two waves: `change` is `after` minus `before`. */
  | { readonly kind: "change"; readonly change: string; readonly before: string; readonly after: string };

/**
 * Coarser alternatives already computed. The gate shows the first rung that is safe and none that is finer;
 * it never computes a statistic itself.
 */
export interface Ladder {
  readonly id: string;
  /** What the rungs differ in: `answer categories` of an item. */
  readonly about: "categories";
  readonly rungs: readonly { readonly grain: string; readonly results: readonly string[] }[];
}

/**
 * One way to split the Trusts into groups, from each alone (first) to all joined (last).
 * Metrics compute every group of every partition; the gate picks one partition for the whole release,
 * so that two tables never show overlapping groups.
 */
export interface Partition {
  readonly groups: readonly (readonly string[])[];
}

/**
 * Partitions from finest to coarsest: the smallest group is joined with the next smallest, again and again.
 * Sizes are cohort sizes, which are known before anyone answers.
 *
 * @example trustPartitions([{ code: "A", size: 6 }, { code: "B", size: 16 }, { code: "C", size: 30 }])[1] // => { groups: [["A", "B"], ["C"]] }
 */
export function trustPartitions(trusts: readonly { code: string; size: number }[]): readonly Partition[] {
  const order = new Map(trusts.map((trust, index) => [trust.code, index]));
  const place = (code: string) => order.get(code) ?? 0;
  let groups = trusts.map((trust) => ({ codes: [trust.code], size: trust.size }));
  const partitions: Partition[] = [];
  for (;;) {
    const inOrder = [...groups].sort((a, b) => place(a.codes[0]!) - place(b.codes[0]!));
    partitions.push({ groups: inOrder.map((group) => group.codes) });
    if (groups.length <= 1) return partitions;
    const [smallest, next, ...rest] = [...groups].sort(
      (a, b) => a.size - b.size || place(a.codes[0]!) - place(b.codes[0]!),
    );
    const codes = [...smallest!.codes, ...next!.codes].sort((a, b) => place(a) - place(b));
    groups = [...rest, { codes, size: smallest!.size + next!.size }];
  }
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
