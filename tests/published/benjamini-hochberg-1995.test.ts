import { expect, it } from "vitest";
import { adjustPValues } from "../../src/stats/multiplicity/adjust-p-values.js";

// Benjamini & Hochberg (1995) J R Stat Soc B 57:289-300, section 4: fifteen end points of a trial of thrombolysis in
// myocardial infarction (Neuhaus and others 1992).
const pValues = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

it("the false discovery rate at 0.05 rejects the four smallest, Hochberg and Bonferroni the three smallest", () => {
  const rejected = (method: "Holm" | "Hochberg" | "Benjamini-Hochberg") =>
    adjustPValues(pValues, method).adjusted.filter((p) => p! <= 0.05).length;
  expect(rejected("Benjamini-Hochberg")).toBe(4);
  expect(rejected("Hochberg")).toBe(3);
  expect(rejected("Holm")).toBe(3);
});
