import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { MethodCheck } from "../../src/verify/check.js";
import type { ReferenceFile } from "../../src/verify/reference.js";
import { verifyMethods } from "../../src/verify/verify.js";

const folder = new URL("../../data/reference/", import.meta.url);

/** Every file of data/reference. */
export const referenceFiles: readonly ReferenceFile[] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as ReferenceFile);

/**
 * One test for each method and reference implementation: every case within the limit. A limit tighter than the one that
 * `verify` allows is given by the method's id, where more digits are there to be kept.
 */
export function testAgainstReference(
  checks: readonly MethodCheck[],
  tighter: Readonly<Record<string, number>> = {},
): void {
  it.each(verifyMethods(checks, referenceFiles))("$label agrees with $reference", (row) => {
    const limit = tighter[row.id] ?? row.allowed;
    expect(limit).toBeLessThanOrEqual(row.allowed);
    expect(row.worst, row.worst).toBeUndefined();
    expect(row.largestError).toBeLessThanOrEqual(limit);
    expect(row.cases).toBeGreaterThan(0);
  });
}

/** How far a value is from the expected one, as a share of the expected one. */
export function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.abs(expected === 0 ? 1 : expected);
}
