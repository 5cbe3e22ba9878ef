import { readFileSync } from "node:fs";

/** Reads the values an R script in tests/reference left beside itself. */
export function readReference<Values>(name: string): Values {
  const file = new URL(`../reference/${name}.json`, import.meta.url);
  const { values } = JSON.parse(readFileSync(file, "utf8")) as { values: Values };
  return values;
}

/** How far a value is from the expected one, as a share of the expected one. */
export function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.abs(expected === 0 ? 1 : expected);
}
