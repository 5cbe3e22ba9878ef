import type { ShownLevels } from "../../core/relation.js";

/** Groups of Trusts of two releases that overlap without being the same. */
export interface TrustsJoinedOtherwise {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Levels of one subgroup variable, by name, of two releases that overlap without being the same. */
export interface LevelsJoinedOtherwise {
  readonly variable: string;
  readonly before: string;
  readonly after: string;
}

/** Groups of Trusts that overlap: one taken from the other leaves the people of the Trusts that only one holds. */
export function trustsJoinedOtherwise(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): readonly TrustsJoinedOtherwise[] {
  return after.flatMap((group) =>
    before.filter((other) => overlaps(other, group)).map((other) => ({ before: other, after: group })),
  );
}

/** The same of the levels of subgroups. A variable of which one release shows no level has nothing to be taken from. */
export function levelsJoinedOtherwise(
  before: readonly ShownLevels[],
  after: readonly ShownLevels[],
): readonly LevelsJoinedOtherwise[] {
  return after.flatMap(({ variable, levels }) => {
    const others = before.find((one) => one.variable === variable)?.levels ?? [];
    return levels.flatMap(({ label, codes }) =>
      others
        .filter((other) => overlaps(other.codes, codes))
        .map((other) => ({ variable, before: other.label, after: label })),
    );
  });
}

function overlaps<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.join() !== other.join() && one.some((member) => other.includes(member));
}
