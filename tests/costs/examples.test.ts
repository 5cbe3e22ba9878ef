import { expect, it } from "vitest";
import { averageCost } from "../../src/costs/curve.js";
import { readFigures } from "../../src/costs/figures.js";
import { toPence, totalPence, weeksOf } from "../../src/costs/ledger.js";
import { readNumber, readPounds } from "../../src/validate/cost-amount.js";
import { payRows } from "./figures-file.js";

it("the examples in the comments give what they say", () => {
  expect(averageCost({ fixed: 50000, eachImg: 500 }, 20)).toBe(3000);
  expect(toPence(1.005)).toBe(101);
  expect(totalPence([])).toBe(0);
  expect(weeksOf({ from: "2026-04-01", to: "2026-04-14" })).toBe(2);
  expect(readNumber("1,955.4")).toBe(1955.4);
  expect(readPounds("£1,200.50")).toBe(120050);
  const row = ["employer_ni", "rate", "Rate", "2026/27", "0.15", "fraction", "", "", "gov.uk", "B", ""];
  expect(readFigures([payRows[0]!, row])[0]!.value).toBe(0.15);
});
