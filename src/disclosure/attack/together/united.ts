import type { HeldBreach, TogetherAudit, TriedTogether } from "./audit-together.js";

/**
 * What was found with any of several choices of which releases rest on the same data, each finding once: a number that is given
 * away by two choices is told by that which asks for the most of its releases.
 */
export function unitedFrom(
  tried: readonly TriedTogether[],
): Pick<TogetherAudit, "shown" | "apart" | "attacked" | "breaches"> {
  const [first, ...others] = tried as [TriedTogether, ...TriedTogether[]];
  if (others.length === 0) return { ...first, attacked: first.protected.length };
  const numbers = tried.flatMap((one) =>
    one.protected.map(({ askedBy, what, id, part }) => JSON.stringify([askedBy, what, id, part])),
  );
  return {
    shown: onceEach(
      tried.flatMap(({ shown }) => shown),
      ({ heldBack }) => heldBack,
    ),
    apart: onceEach(
      tried.flatMap(({ apart }) => apart),
      (one) => one,
    ),
    attacked: new Set(numbers).size,
    breaches: unitedBreaches(tried),
  };
}

function unitedBreaches(tried: readonly TriedTogether[]): readonly HeldBreach[] {
  const all = tried
    .flatMap(({ breaches }) => breaches)
    .sort((a, b) => b.protected.askedBy.length - a.protected.askedBy.length);
  const told = new Map<string, HeldBreach[]>();
  for (const breach of all) {
    const { what, id, part, askedBy } = breach.protected;
    const key = JSON.stringify([what, id, part]);
    const same = told.get(key) ?? [];
    if (same.some(({ protected: other }) => askedBy.every((held) => other.askedBy.includes(held)))) continue;
    told.set(key, [...same, breach]);
  }
  return [...told.values()].flat();
}

/** The first of those that are the same by what they are told by. */
function onceEach<T>(all: readonly T[], by: (one: T) => unknown): readonly T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    const key = JSON.stringify(by(one));
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
