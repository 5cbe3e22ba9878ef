import { describe, expect, it } from "vitest";
import { priceReturns } from "../../src/costs/trust-costs.js";
import { releaseJsonOf } from "../../src/report/release-json.js";
import { checkStudy } from "../../src/run/check.js";
import type { Checked } from "../../src/run/check.js";
import { measure, release } from "../../src/run/evaluate.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { toJsonByLine } from "../../src/run/json.js";
import { contentsOf } from "../../src/run/release-contents.js";
import { run } from "../../src/run/run.js";
import { readReferenceFiles, readShipped, readVersion } from "../../src/run/shipped.js";
import { verifyBeforeReport } from "../../src/run/verification.js";
import { comparePairs } from "../bench/non-interference/pairs.mjs";

const [shipped, version] = [await readShipped(), await readVersion()];
const verification = verifyBeforeReport(await readReferenceFiles());

function resultsOf(checked: Checked, evaluation: Evaluation): Uint8Array {
  const priced = priceReturns(evaluation.study, checked.returns, checked.cohorts, checked.figures);
  return toJsonByLine(releaseJsonOf(contentsOf(checked, evaluation, priced, verification, version)));
}

/** tests/bench/non-interference.mjs compares 200 pairs. */
describe("two studies that differ in what is protected and agree in every safe result", () => {
  it("give the same bytes in release/", { timeout: 600_000 }, async () => {
    const engine = { checkStudy, measure, release, run, resultsOf, shipped, version };
    const found = await comparePairs(engine, { count: 6, seed: 7, most: 60, whole: 6 });
    const total = (what: "pairs" | "whole") => found.reduce((sum, one) => sum + one[what], 0);
    expect(total("pairs")).toBe(6);
    expect(total("whole")).toBe(1);
    expect(found.flatMap(({ different }) => different)).toEqual([]);
  });
});
