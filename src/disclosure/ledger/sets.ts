import type { Differences } from "./apart.js";

/** Groups of Trusts among which every set is looked at; of more, only each alone, each pair and all. */
const mostGroups = 10;

/**
 * The sets of Trusts in which somebody who moved between groups is no difference any more, so that those who did not move stand
 * alone: the Trusts themselves, and these with other groups whose records changed. What is shown by group can be added up.
 *
 * @param trusts one group, or several that make up all
 */
export function setsOf(
  differences: Differences,
  groups: readonly (readonly string[])[],
  trusts: readonly string[],
): readonly ReadonlySet<string>[] {
  const own = new Set(trusts);
  const moved = new Set(
    [...differences.values()].flatMap((byTrust) => (byTrust.size > 1 ? [...byTrust.keys()] : [])),
  );
  if (!trusts.some((trust) => moved.has(trust))) return [own];
  const others = groups.filter(
    (group) => !group.some((trust) => own.has(trust)) && group.some((trust) => moved.has(trust)),
  );
  const choices =
    others.length <= mostGroups ? everyChoice(others) : [[], ...others.map((one) => [one]), others];
  return choices.map((chosen) => new Set([...trusts, ...chosen.flat()]));
}

function everyChoice<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.reduce<readonly (readonly T[])[]>(
    (choices, one) => [...choices, ...choices.map((chosen) => [...chosen, one])],
    [[]],
  );
}
