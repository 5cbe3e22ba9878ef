import type { ShownLevels } from "../../../core/relation.js";
import { slug } from "../../../core/result.js";
import type { Estimate, Result } from "../../../core/result.js";
import type { Variable } from "../../../study/variable.js";
import type { Policy } from "../../policy.js";
import type { Released } from "../../released.js";
import { stemOf } from "../../slices-of.js";
import type { Protected } from "../system.js";

/** A question with answers, by which anybody can tell which answers a release joined. */
export type Answers = Pick<Variable, "name" | "categories" | "reverse">;

/** One of several releases of one study that one reader may hold. */
export interface Held {
  readonly released: Released;
  readonly policy: Policy;
  /** The questions of the study; none where the release does not tell them. */
  readonly questions: readonly Answers[];
}

/** The people of a result: of which Trusts, and of which level of a subgroup. */
export interface Whose {
  readonly trusts: readonly string[];
  readonly group: { readonly variable: string; readonly codes: readonly string[] } | null;
}

/** Whose number a result is. The Trusts are in order of code; levels of which a release does not tell the codes go by their name. */
export function whoseIs({ subject: { trusts, group } }: Result, levels: readonly ShownLevels[] = []): Whose {
  const inOrder = [...trusts].sort();
  if (!group) return { trusts: inOrder, group: null };
  const level = levels
    .find(({ variable }) => variable === group.variable)
    ?.levels.find(({ label }) => label === group.level);
  const codes = level?.codes.map(String) ?? [slug(group.level)];
  return { trusts: inOrder, group: { variable: group.variable, codes: [...codes].sort() } };
}

/**
 * Which number a result is, in whatever release it stands: `pooled` is all Trusts of one release, which need not be those of
 * another.
 */
export function quantityOf(result: Result, { groups, levels }: Released): string {
  const stem = stemOf(result, groups.flat());
  return stem === null ? result.id : quantityOfPeople(stem, whoseIs(result, levels));
}

/** The same by what it is about and whose it is. */
export function quantityOfPeople(stem: string, { trusts, group }: Whose): string {
  const level = group ? ` ${group.variable} ${group.codes.join("+")}` : "";
  return `${stem} of ${trusts.join("+")}${level}`;
}

/** The results of a release by which number each is. */
export function byQuantity({ released }: Held): ReadonlyMap<string, Result> {
  return new Map(released.results.map((result) => [quantityOf(result, released), result]));
}

/** The numbers that a release shows, by which number each is. */
export function shownBy(held: Held): ReadonlyMap<string, Estimate> {
  return new Map(
    [...byQuantity(held)].flatMap(([quantity, result]) =>
      result.kind === "estimate" ? [[quantity, result] as const] : [],
    ),
  );
}

/** A number that several releases must not give away together. */
export interface HeldProtected extends Protected {
  /** Places of the releases that ask for this width; the id is that of the first. */
  readonly askedBy: readonly number[];
  /** Trusts, levels or answers that the releases together set apart within the result; null for the result itself. */
  readonly part: readonly string[] | null;
}

/**
 * What a constraint of several releases is from: the place of the release, and the id of its result.
 *
 * @example heldId(1, "flow/eligible/pooled") // => "1:flow/eligible/pooled"
 */
export function heldId(held: number, id: string): string {
  return `${held}:${id}`;
}

/**
 * The place of the release and the id again.
 *
 * @example fromHeldId("1:flow/eligible/pooled") // => { held: 1, id: "flow/eligible/pooled" }
 */
export function fromHeldId(text: string): { readonly held: number; readonly id: string } {
  const colon = text.indexOf(":");
  return { held: Number(text.slice(0, colon)), id: text.slice(colon + 1) };
}
