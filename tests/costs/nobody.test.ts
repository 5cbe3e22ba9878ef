import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import { checkResult } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import type { Cohort } from "../../src/validate/cost-return.js";
import { shippedFigures } from "./figures-file.js";
import { cohort, costReturn, costStudy, imgTime, other, staff } from "./fixture.js";

/** Costs of Trusts A and B, of which A has these IMGs and one return of every sort of line. */
function costsOf(counts: Partial<Cohort>) {
  const lines = {
    staff: (["whole period", "each IMG", "each cohort", "each week"] as const).map((basis) =>
      staff({ basis }),
    ),
    other: [other({ basis: "each IMG" }), other({ capacity: 4 })],
    supernumerary: [imgTime()],
  };
  const codes = ["A", "B"];
  const { results } = costResults(
    costStudy(codes),
    codes.map((code) => costReturn(code, lines)),
    [cohort("A", counts), cohort("B")],
    shippedFigures,
    trustPartitions(codes.map((code) => ({ code, size: 20 }))),
  );
  results.forEach(checkResult);
  return results;
}

describe("costs of a Trust with nobody to divide by", () => {
  it.each<Partial<Cohort>>([
    { recruited: 0, inducted: 0, completed: 0, intakes: 0 },
    { inducted: 0, completed: 0 },
    { completed: 0 },
  ])("%o: are never a NaN or an infinity", (counts) => {
    const numbers = JSON.stringify(
      costsOf(counts).map((one) => (one.kind === "estimate" ? [one.estimate, one.interval] : one.reason)),
      (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? "not finite" : value),
    );
    expect(numbers).not.toMatch(/not finite|NaN|Infinity/);
  });

  it("are not available for each IMG, with the reason", () => {
    const results = costsOf({ inducted: 0, completed: 0 });
    const reasons = results.flatMap(({ id, ...one }) =>
      /^cost\/per-img\/(inducted|completed)\/with-supernumerary\/trust-a$/.test(id)
        ? [one.kind === "unavailable" ? one.reason : "a number"]
        : [],
    );
    expect(reasons).toEqual(["no IMG was inducted", "no IMG was counted as completed"]);
  });
});
