/**
 * A self-chosen code as it is compared: Unicode compatibility forms as plain ones (NFKC), capitals, and letters and digits
 * alone. Null when nothing is left. The letter O and the digit 0 stay apart, and so do I, 1 and L: codes that differ in
 * them are near each other, not equal.
 *
 * @example normaliseCode(" ma-12 b ") // => "MA12B"
 */
export function normaliseCode(code: string): string | null {
  if (/^[A-Z0-9]+$/.test(code)) return code;
  const kept = code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return kept === "" ? null : kept;
}

/** How two codes that may be one person's differ. */
export const codeDifferences = {
  "look-alike": "differs only in characters that look alike (O and 0, or I, 1 and L)",
  replaced: "differs in one character",
  swapped: "has two neighbouring characters the other way round",
  length: "has one character more or fewer",
} as const;
export type CodeDifference = keyof typeof codeDifferences;

/**
 * How two normalised codes differ when a slip of the pen explains it; null when they are equal or further apart.
 *
 * @example codeDifference("MA12BO", "MA12B0") // => "look-alike"
 * @example codeDifference("MA12BO", "AM12BO") // => "swapped"
 */
export function codeDifference(one: string, other: string): CodeDifference | null {
  if (one === other) return null;
  if (asItLooks(one) === asItLooks(other)) return "look-alike";
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const from = firstDifference(short, long);
  if (long.length === short.length + 1) {
    return short.slice(from) === long.slice(from + 1) ? "length" : null;
  }
  if (long.length !== short.length) return null;
  if (short.slice(from + 1) === long.slice(from + 1)) return "replaced";
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return swapped && short.slice(from + 2) === long.slice(from + 2) ? "swapped" : null;
}

/**
 * A code with every character as one of those that look like it.
 *
 * @example asItLooks("OIL01") // => "01101"
 */
export function asItLooks(code: string): string {
  return code.replace(/O/g, "0").replace(/[IL]/g, "1");
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}
