import { expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import { suppressLinked } from "../../src/disclosure/linked.js";
import { pilot } from "../../src/disclosure/policy.js";
import { derivable, suppress } from "../../src/disclosure/primary.js";
import { other } from "../costs/fixture.js";
import { costsOfFour } from "./four-trusts.js";

const { computed } = costsOfFour((index) => ({ other: [other({ amountPence: 100_000 + index })] }));
const example = computed.results.find((one) => one.id === "cost/category/premises/pooled") as Estimate;

/** A sum of three costs of two Trusts, of which the first is nothing but what two people are paid. */
function shownBeside(pounds: readonly number[], hidden: readonly number[]) {
  const costs = pounds.map((estimate, place): Estimate => ({
    ...example,
    id: `cost/category/${place}/pooled`,
    estimate,
    contributions: { A: estimate / 2, B: estimate / 2 },
    settings: { ...example.settings, personsPay: place === 0 },
  }));
  const total = { ...example, id: "cost/total/with-supernumerary/pooled", estimate: 1e6 };
  const before = new Map([...costs, total].map((one) => [one.id, one]));
  const parts = costs.map((one, place) => (hidden.includes(place) ? suppress(one, derivable) : one));
  const sum = { kind: "sum", total: total.id, parts: parts.map(({ id }) => id) } as const;
  const linked = suppressLinked(
    [...parts, total],
    [sum],
    before,
    pilot,
    ["A", "B", "C", "D"],
    [["C"], ["D"]],
  );
  return linked.slice(0, pounds.length).filter(({ kind }) => kind === "estimate").length;
}

it("a hidden part of no pounds does not cover what two people are paid", () => {
  expect(shownBeside([90_000, 0, 50_000, 60_000], [0, 1])).toBe(1);
  expect(shownBeside([90_000, 40_000, 50_000, 60_000], [0, 1])).toBe(2);
});
