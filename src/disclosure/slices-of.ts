import { slug, trustSlug } from "../core/result.js";
import type { Result } from "../core/result.js";

/** The people at the end of a result's id, from what it is about: `trust-b`, `pooled`, `pooled/grade-fy1`. */
export function sliceOf({ subject: { group, trusts } }: Result, allTrusts: readonly string[]): string {
  return group ? `pooled/${slug(group.variable)}-${slug(group.level)}` : trustSlug(trusts, allTrusts);
}

/** What a result is about, without the people at the end of its id; null for one that covers no people of its own. */
export function stemOf(result: Result, allTrusts: readonly string[]): string | null {
  const slice = sliceOf(result, allTrusts);
  const isOfPeople = result.subject.trusts.length > 0 && result.id.endsWith(`/${slice}`);
  return isOfPeople ? result.id.slice(0, -slice.length - 1) : null;
}
