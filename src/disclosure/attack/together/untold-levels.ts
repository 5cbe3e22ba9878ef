import type { Held } from "./held.js";

/**
 * The subgroups of which a release has results and does not say what answers each level joins, by variable: what it tells of
 * them cannot be put beside levels that another release joins otherwise.
 */
export function untoldLevels({
  released: { results, levels = [] },
}: Pick<Held, "released">): readonly string[] {
  const untold = results.flatMap(({ subject: { group } }) => {
    if (!group) return [];
    const own = levels.find(({ variable }) => variable === group.variable);
    const isTold = own?.levels.some(({ label, codes }) => label === group.level && codes.length > 0);
    return isTold ? [] : [group.variable];
  });
  return [...new Set(untold)];
}
