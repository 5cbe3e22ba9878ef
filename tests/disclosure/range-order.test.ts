import { expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { rangesInOrder } from "../../src/disclosure/order.js";
import { suppress } from "../../src/disclosure/primary.js";

/** The range of a cost when one input changes, as it is released. */
function range(id: string, low: number, high: number): Result {
  return {
    kind: "estimate",
    id: `cost/one-way/${id}`,
    label: id,
    subject: { measure: "cost", item: "one-way", trusts: ["A", "B"], sensitivity: "service" },
    unit: "GBP 2026/27 per IMG inducted",
    method: "range",
    reference: "none",
    estimate: 5_000,
    interval: { low, high, level: 1, method: "range", kind: "range" },
    n: 2,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
  };
}

const other: Result = {
  ...range("x", 1, 2),
  id: "cost/total/pooled",
  subject: { measure: "cost", item: "total", trusts: [], sensitivity: "service" },
};
const namesOf = (results: readonly Result[]) => results.map(({ id }) => id.split("/").at(-1));

it("ranges that are alike once rounded stand by their ids: their order tells nothing of what was rounded away", () => {
  const [a, b, wide] = [range("a", 4_900, 5_100), range("b", 4_800, 5_000), range("wide", 4_000, 6_000)];
  expect(namesOf(rangesInOrder([b, other, a, wide]))).toEqual(["wide", "pooled", "a", "b"]);
  expect(rangesInOrder([a, other, wide, b])).toEqual(rangesInOrder([b, other, a, wide]));
});

it("a range that is held back stands after those shown, by its id", () => {
  const hidden = [range("h2", 0, 9_000), range("h1", 0, 1)].map((one) => suppress(one, "held back"));
  const narrow = range("narrow", 4_990, 5_000);
  expect(namesOf(rangesInOrder([hidden[0]!, hidden[1]!, narrow]))).toEqual(["narrow", "h1", "h2"]);
});
