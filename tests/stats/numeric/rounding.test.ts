import { expect, it } from "vitest";
import { differOnlyByRounding } from "../../../src/stats/numeric/rounding.js";

it("sums that ought to be equal are, and close values of a large size are not", () => {
  expect(differOnlyByRounding([0.1 + 0.2, 0.3])).toBe(true);
  expect(differOnlyByRounding([0, 0])).toBe(true);
  expect(differOnlyByRounding([-5, 5])).toBe(false);
  expect(differOnlyByRounding([1e9, 1e9 + 0.25])).toBe(false);
});
