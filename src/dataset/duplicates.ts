/** What is needed of a response to settle which of a person's answers to one wave counts. */
export interface Candidate {
  readonly code: string | null;
  readonly complete: boolean;
  /** Time of submission, any increasing number; null when the export has none. */
  readonly submitted: number | null;
}

/**
 * Which responses of one Trust and wave are kept when one person answered more than once.
 * `latest-complete`: the last finished one, else the last one. `first`: the first. `refuse`: all are kept here,
 * because a rule has already refused the data. Responses without a code are always kept.
 * Unless all have a time, the order in the file is taken as the order of answering.
 *
 * @returns true for each response that is kept
 * @example keepOnePerPerson([{ code: "A", complete: true, submitted: 1 }, { code: "A", complete: true, submitted: 2 }], "first") // => [true, false]
 */
export function keepOnePerPerson(
  candidates: readonly Candidate[],
  rule: "latest-complete" | "first" | "refuse",
): readonly boolean[] {
  if (rule === "refuse") return candidates.map(() => true);
  const byCode = new Map<string, number[]>();
  candidates.forEach((candidate, index) => {
    if (candidate.code === null) return;
    byCode.set(candidate.code, [...(byCode.get(candidate.code) ?? []), index]);
  });
  const kept = candidates.map((candidate) => candidate.code === null);
  for (const indexes of byCode.values()) {
    const timed = indexes.every((index) => candidates[index]!.submitted !== null);
    const inOrder = timed
      ? [...indexes].sort((a, b) => candidates[a]!.submitted! - candidates[b]!.submitted! || a - b)
      : indexes;
    const finished = inOrder.filter((index) => candidates[index]!.complete);
    const choice = rule === "first" ? inOrder[0] : (finished.at(-1) ?? inOrder.at(-1));
    kept[choice!] = true;
  }
  return kept;
}
