import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/metrics/interval-choice.js";

describe("coverage beside an interval", () => {
  it("is that of a simulation with as many groups of Trusts, or is not given", () => {
    const kind = "pooled proportion";
    expect(coverageOf({ kind, n: 129, clusters: 6 }, 0.95).coverage?.size).toBe("6 Trusts, 95 people");
    expect(coverageOf({ kind, n: 129, clusters: 5 }, 0.95)).toEqual({});
  });

  it("is given at 95% alone", () => {
    expect(coverageOf({ kind: "change", n: 30 }, 0.95).coverage?.size).toBe("30 people");
    expect(coverageOf({ kind: "change", n: 30 }, 0.9)).toEqual({});
  });

  it("of one group of people does not ask how many Trusts were joined", () => {
    expect(coverageOf({ kind: "proportion", n: 20, clusters: 2 }, 0.95).coverage?.size).toBe("12 people");
  });
});
