import { slug, trustSlug } from "../core/result.js";
import type { Result } from "../core/result.js";

/** What a result is about, without the people at the end of its id; null for one that covers no people of its own. */
export function stemOf({ id, subject }: Result, allTrusts: readonly string[]): string | null {
  const { group, trusts } = subject;
  const slice = group ? `pooled/${slug(group.variable)}-${slug(group.level)}` : trustSlug(trusts, allTrusts);
  return trusts.length > 0 && id.endsWith(`/${slice}`) ? id.slice(0, -slice.length - 1) : null;
}
