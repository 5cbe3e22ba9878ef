import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Computed } from "../../src/core/relation.js";
import type { Result } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import { costModel } from "../../src/costs/uncertainty/cost-model.js";
import { uncertaintyResults } from "../../src/costs/uncertainty/uncertainty-results.js";
import { stepOfRange } from "../../src/disclosure/cost-range.js";
import { passGate } from "../../src/disclosure/gate.js";
import type { Study } from "../../src/study/study.js";
import { cohort, costReturn, costStudy, other, staff } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";

const codes = ["A", "B", "C", "D"];
const cohorts = codes.map((code) => cohort(code, { recruited: 20, inducted: 20, completed: 20 }));
const partitions = trustPartitions(codes.map((code) => ({ code, size: 20 })));

/** Overhead at one Trust only; catering at all. */
const returns = codes.map((code, index) =>
  costReturn(code, {
    staff: [staff({ hours: 200 + 50 * index }), staff({ hours: 80, payPoint: "band5.mid", role: "Trainer" })],
    other: [
      other({ category: "catering", amountPence: 200_000 + 10_000 * index }),
      ...(index === 0 ? [other({ category: "overhead", amountPence: 900_000 })] : []),
    ],
  }),
);

function release(consented: readonly string[]): ReadonlyMap<string, Result> {
  const study = {
    ...costStudy(codes, { threshold: { pounds: 900, source: "test" } }),
    disclosure: {
      profile: "pilot",
      trust_costs: consented.map((trust) => ({ trust, by: "x", on: "2026-10-01" })),
    },
    quotations: [],
  } as unknown as Study;
  const model = costModel(study, returns, cohorts, shippedFigures)!;
  const parts = [
    costResults(study, returns, cohorts, shippedFigures, partitions),
    uncertaintyResults(model, partitions),
  ];
  const computed: Computed = {
    results: parts.flatMap((part) => part.results),
    relations: parts.flatMap((part) => part.relations),
    ladders: [],
  };
  const sizes = new Map(codes.map((code) => [code, 20]));
  const { released } = passGate(computed, partitions[0]!, study, sizes);
  return new Map(released.results.map((one) => [one.id, one]));
}

describe("without every Trust's consent", () => {
  const shown = release(["A"]);
  const kindOf = (id: string) => shown.get(id)?.kind;
  const pooled = () => {
    const result = shown.get("cost/per-img/inducted/with-supernumerary/pooled");
    return result?.kind === "estimate" ? result.estimate : NaN;
  };

  it("no spread of Trusts' costs is shown, but for a range in coarse steps", () => {
    const isEnd = (id: string) => /^cost\/between-trusts\/(lowest|highest)\//.test(id);
    for (const [id, result] of shown)
      if (isEnd(id)) expect(result).toMatchObject({ precision: stepOfRange(pooled(), 0.1, 10) });
    const spread = [...shown].filter(([id]) => id.startsWith("cost/between-trusts/") && !isEnd(id));
    expect(spread.length).toBeGreaterThan(4);
    for (const [, { kind }] of spread) expect(kind).toBe("suppressed");
  });

  it("no mean that counts each Trust once is shown: beside the pooled cost, two of three would tell the third's", () => {
    for (const pay of ["with", "without"]) {
      expect(kindOf(`cost/per-img/inducted/${pay}-supernumerary/pooled`)).toBe("estimate");
      expect(kindOf(`cost/mean-of-trusts/inducted/${pay}-supernumerary/of-4`)).toBe("suppressed");
      expect(kindOf(`cost/standardised/${pay}-supernumerary/pooled`)).toBe("suppressed");
    }
  });

  it("no way to count, range or input that rests on one Trust is shown", () => {
    expect(kindOf("cost/scenario/without-overhead")).toBe("suppressed");
    expect(kindOf("cost/scenario/without-overhead/difference")).toBe("suppressed");
    expect(kindOf("cost/one-way/amount/overhead")).toBe("suppressed");
    expect(kindOf("cost/one-way/choice/overhead")).toBe("suppressed");
    expect(kindOf("cost/structure/range")).toBe("suppressed");
  });

  it("an amount goes with its category, where that covers another", () => {
    for (const category of ["staff-time", "catering", "premises"]) {
      if (kindOf(`cost/category/${category}/pooled`) !== "suppressed") continue;
      expect(kindOf(`cost/one-way/amount/${category}`)).toBe("suppressed");
    }
    const hidden = [...shown.values()].filter(
      ({ id, kind }) => kind === "suppressed" && /^cost\/category\/.*\/pooled$/.test(id),
    );
    expect(hidden.length).toBeGreaterThan(1);
  });

  it("what rests on all Trusts together is shown, rounded", () => {
    const mean = shown.get("cost/inputs/mean")!;
    expect(mean).toMatchObject({ kind: "estimate", precision: 10 });
    expect(shown.get("cost/inputs/monte-carlo-error")).toMatchObject({ kind: "estimate", precision: 1 });
    expect(kindOf("cost/scenario/pension-full")).toBe("estimate");
    expect(mean).not.toHaveProperty("settings.draws");
  });
});

describe("with every Trust's consent", () => {
  it("the spread of the groups shown is released, and no other", () => {
    const shown = release(codes);
    const spread = [...shown.keys()].filter((id) => id.startsWith("cost/between-trusts/"));
    expect(spread.length).toBeGreaterThan(4);
    for (const id of spread) expect(id).toMatch(/\/of-4$/);
    expect(shown.get("cost/between-trusts/share-inputs/of-4")).toMatchObject({ precision: 0.05 });
  });
});
