import { expect, it } from "vitest";
import { readShipped } from "../../src/run/shipped.js";

const { benchmarks } = await readShipped();

it("each published figure has a share, a number of people, a year, an https link and a caveat", () => {
  expect(benchmarks.length).toBeGreaterThan(10);
  for (const one of benchmarks) {
    expect(one.value, one.id).toBeGreaterThan(0);
    expect(one.value, one.id).toBeLessThan(1);
    expect(Number.isInteger(one.n) && one.n >= 10, one.id).toBe(true);
    expect(one.year, one.id).toMatch(/^\d{4}(?:-\d{4})?$/);
    expect(one.link, one.id).toMatch(/^https:\/\/(?:doi\.org|medicalprotection\.org|www\.cambridge\.org)\//);
    expect(one.note, one.id).not.toBe("");
    expect(["settling-in", "effectiveness", "coverage"]).toContain(one.aim);
  }
});

it("no two published figures have the same id", () => {
  expect(new Set(benchmarks.map((one) => one.id)).size).toBe(benchmarks.length);
});
