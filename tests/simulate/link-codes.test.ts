import { expect, it } from "vitest";
import { stream } from "../../src/core/random.js";
import { drawDistantCode, mistype, rewrite } from "../../src/simulate/link-codes.js";

const random = stream(1, "tests/link-codes");
const differences = (one: string, other: string) =>
  [...one].filter((letter, index) => letter !== other[index]).length;
const codes: string[] = [];
for (let i = 0; i < 60; i++) codes.push(drawDistantCode(random, codes));

it("codes have two letters, a day of the month and two letters", () => {
  for (const code of codes) expect(code).toMatch(/^[A-Z]{2}(?:0[1-9]|[12]\d|3[01])[A-Z]{2}$/);
});

it("no two codes are so alike that one could be a mistyped other", () => {
  for (const [index, code] of codes.entries()) {
    for (const other of codes.slice(0, index)) expect(differences(code, other)).toBeGreaterThanOrEqual(3);
  }
});

it("a mistyped code differs in one place", () => {
  for (const code of codes) expect(differences(code, mistype(random, code))).toBe(1);
});

it("a code in another hand differs in case and spaces only", () => {
  for (const code of codes) {
    const written = rewrite(random, code);
    expect(written).not.toBe(code);
    expect(written.toUpperCase().replaceAll(" ", "")).toBe(code);
  }
});
