// The greedy textbook rule of secondary suppression, for comparison only: wherever exactly one number of a line that adds up
// is held back, the smallest other count that is not zero goes with it, again and again (Handbook on Statistical Disclosure
// Control, ch. 4-5). It knows nothing of rounding, and does not ask whether what is left gives a range away.

/**
 * Ids that the textbook rule holds back, those held back on their own account among them.
 *
 * @param counts people counted, by id, of every share at the grain of the release
 * @param primary ids held back on their own account
 * @param lines ids of which each is known when all others are
 */
export function heldBackByTextbook(counts, primary, lines) {
  const held = new Set(primary);
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter((id) => held.has(id)).length !== 1) continue;
      const others = line
        .filter((id) => !held.has(id))
        .sort((a, b) => counts.get(a) - counts.get(b) || (a < b ? -1 : 1));
      const next = others.find((id) => counts.get(id) > 0) ?? others[0];
      if (next === undefined) continue;
      held.add(next);
      changed = true;
    }
  }
  return held;
}

/**
 * The lines among some shares: answers that make up all people, groups of Trusts and levels of a subgroup that make up all
 * Trusts, and one number under two names.
 *
 * @param shares results, estimates and held back, at the grain of the release
 */
export function linesAmong(shares, relations, allTrusts) {
  const there = new Set(shares.map(({ id }) => id));
  const declared = relations.flatMap((relation) => {
    if (relation.kind === "complement") return [relation.parts];
    return relation.kind === "equal" ? relation.ids.slice(1).map((id) => [relation.ids[0], id]) : [];
  });
  return [...declared.filter((ids) => ids.every((id) => there.has(id))), ...families(shares, allTrusts)];
}

function families(shares, allTrusts) {
  const isAll = ({ subject }) => !subject.group && subject.trusts.length === allTrusts.length;
  const totals = shares.filter(isAll);
  return totals.flatMap((total) => {
    const stem = total.id.slice(0, -"pooled".length);
    const parts = shares.filter((one) => one !== total && one.id.startsWith(stem));
    const groups = parts.filter(({ subject, id }) => !subject.group && id.startsWith(`${stem}trust`));
    const variables = new Set(parts.flatMap(({ subject }) => subject.group?.variable ?? []));
    const levels = [...variables].map((name) =>
      parts.filter(({ subject }) => subject.group?.variable === name),
    );
    return [groups, ...levels]
      .filter((line) => line.length > 0)
      .map((line) => [total, ...line].map(({ id }) => id));
  });
}
