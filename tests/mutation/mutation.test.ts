import { expect, it } from "vitest";
import { decodeText } from "../../src/ingest/encoding.js";
import { checkStudy } from "../../src/run/check.js";
import { readShipped } from "../../src/run/shipped.js";
import { locateFaults } from "./locate.mjs";

/**
 * Answers turned round keep their pattern: where a scale's mean is near the middle, as on arrival, the numbers alone do
 * not show it. The script prints how often they do.
 */
const notAlwaysSeen = ["a scale that runs the other way", "an item that runs the other way"];

// Two thousand faults, with the table: node tests/bench/mutation.mjs
it("faults of 50 kinds put into the example are told at the narrowest place, and nothing is said without one", async () => {
  const kit = {
    checkStudy,
    shipped: await readShipped(),
    textOf: (bytes: Uint8Array) => decodeText(bytes).text,
  };
  const { counts, clean } = await locateFaults(
    kit,
    Array.from({ length: 100 }, (_, seed) => seed),
  );
  expect(counts.size).toBe(50);
  for (const [kind, { faults, located, lost }] of counts) {
    expect(faults, kind).toBeGreaterThan(0);
    if (!notAlwaysSeen.includes(kind))
      expect({ kind, located, lost }).toEqual({ kind, located: faults, lost: null });
  }
  // The simulated study holds one mistyped link code a Trust, on purpose; it deserves no other warning.
  const alarms = clean.filter((finding) => finding.severity !== "note").map((finding) => finding.code);
  expect(alarms).toEqual(alarms.map(() => "near-miss-link"));
});
