import type { LeftOut } from "./dataset.js";

/** What is needed of a response to settle whether its person belongs to the evaluation. */
export interface Belonging {
  readonly trust: string;
  readonly wave: string;
  readonly code: string | null;
  /** Why the person does not belong, by the answers of this response alone; null when these say nothing against it. */
  readonly notEligible: string | null;
}

/**
 * Why each response is left out as not eligible, in words; null for those that stay. Eligibility is of people: in a linked
 * study someone who is not eligible by one wave's answers is not at any other wave of the same Trust under the same code,
 * where the question was often not asked again. Responses without a code are judged by their own answers alone.
 *
 * @param responses one a person and wave, duplicates settled
 * @param linked whether a code stands for one person at all waves
 * @example whyIneligible([{ trust: "A", wave: "1", code: "X", notEligible: "left" }, { trust: "A", wave: "2", code: "X", notEligible: null }], true) // => ["not eligible (left)", "not eligible by another survey (left)"]
 */
export function whyIneligible(responses: readonly Belonging[], linked: boolean): readonly (string | null)[] {
  const elsewhere = new Map<string, string>();
  for (const { trust, code, notEligible } of responses) {
    if (!linked || code === null || notEligible === null) continue;
    const person = personKey(trust, code);
    if (!elsewhere.has(person)) elsewhere.set(person, notEligible);
  }
  return responses.map(({ trust, code, notEligible }) => {
    if (notEligible !== null) return `not eligible (${notEligible})`;
    const other = code === null ? undefined : elsewhere.get(personKey(trust, code));
    return other === undefined ? null : `not eligible by another survey (${other})`;
  });
}

/** How many responses of each Trust and wave were left out, by reason. */
export function countIneligible(
  responses: readonly Pick<Belonging, "trust" | "wave">[],
  reasons: readonly (string | null)[],
): readonly LeftOut[] {
  const counts = new Map<string, LeftOut>();
  responses.forEach(({ trust, wave }, index) => {
    const reason = reasons[index] ?? null;
    if (reason === null) return;
    const key = `${trust} ${wave} ${reason}`;
    counts.set(key, { trust, wave, reason, count: (counts.get(key)?.count ?? 0) + 1 });
  });
  return [...counts.values()];
}

function personKey(trust: string, code: string): string {
  return `${trust} ${code}`;
}
