import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IssuesError } from "../../src/core/issue.js";
import { trustPartitions, type Computed } from "../../src/core/relation.js";
import { checkResult, type Estimate } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import type { Cohort, CostReturn } from "../../src/validate/cost-return.js";
import { hoursBases } from "../../src/validate/cost-return.js";
import { cohort, components, costReturn, costStudy, imgTime, other, staff } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const codes = ["A", "B", "C"];
const cohorts: readonly Cohort[] = [
  cohort("A", { recruited: 6, inducted: 5, completed: 4, intakes: 1 }),
  cohort("B", { recruited: 20, inducted: 16, completed: 16, intakes: 2 }),
  cohort("C", { recruited: 40, inducted: 39, completed: 30, intakes: 3 }),
];
const partitions = trustPartitions(cohorts.map(({ trust, inducted }) => ({ code: trust, size: inducted })));

/** Costs in whole pounds only, so that every number can be worked by hand. */
const plain: readonly CostReturn[] = [
  costReturn("A", {
    other: [other({ amountPence: 500_000 }), other({ amountPence: 10_000, basis: "each IMG" })],
  }),
  costReturn("B", {
    other: [
      other({ amountPence: 800_000, recurrence: "one-off" }),
      other({ amountPence: 20_000, basis: "each IMG" }),
    ],
  }),
  costReturn("C", {
    other: [
      other({ amountPence: 300_000, basis: "each cohort", category: "catering" }),
      other({ amountPence: 5_000, basis: "each IMG", component: "PAS-01", evidence: "estimated" }),
    ],
  }),
];

function compute(returns: readonly CostReturn[], study = costStudy(codes), rows = cohorts): Computed {
  const computed = costResults(study, returns, rows, shippedFigures, partitions);
  computed.results.forEach(checkResult);
  return computed;
}

function estimates(computed: Computed): Readonly<Record<string, number>> {
  return Object.fromEntries(
    computed.results.flatMap((result) => (result.kind === "estimate" ? [[result.id, result.estimate]] : [])),
  );
}

function find(computed: Computed, id: string): Estimate {
  const result = computed.results.find((one) => one.id === id);
  if (result?.kind !== "estimate") throw new Error(`no estimate ${id}`);
  return result;
}

describe("cost per IMG", () => {
  const computed = compute(plain);
  const value = estimates(computed);

  it("divides each Trust's cost by those recruited, inducted and completed", () => {
    // A: 5,000 + 5 x 100 = 5,500
    expect(value["cost/total/with-supernumerary/trust-a"]).toBe(5500);
    expect(value["cost/per-img/recruited/with-supernumerary/trust-a"]).toBeCloseTo(916.6666667, 6);
    expect(value["cost/per-img/inducted/with-supernumerary/trust-a"]).toBe(1100);
    expect(value["cost/per-img/completed/with-supernumerary/trust-a"]).toBe(1375);
  });

  it("gives the pooled cost as total over total, and the mean and median of Trusts as what they are", () => {
    // B: 8,000 + 16 x 200 = 11,200 (700 each); C: 3 x 3,000 + 39 x 50 = 10,950 (280.77 each)
    expect(value["cost/total/with-supernumerary/pooled"]).toBe(27650);
    expect(value["cost/per-img/inducted/with-supernumerary/pooled"]).toBeCloseTo(27650 / 60, 10);
    expect(value["cost/mean-of-trusts/inducted/with-supernumerary/of-3"]).toBeCloseTo(
      (1100 + 700 + 10950 / 39) / 3,
      10,
    );
    expect(value["cost/median-of-trusts/inducted/with-supernumerary/of-3"]).toBe(700);
    expect(find(computed, "cost/mean-of-trusts/inducted/with-supernumerary/of-3").method).toBe(
      "unweighted mean of Trusts",
    );
    expect(find(computed, "cost/per-img/inducted/with-supernumerary/pooled").method).toBe(
      "total cost over total IMGs",
    );
  });

  it("works out joined Trusts as total over total", () => {
    expect(value["cost/per-img/inducted/with-supernumerary/trusts-a+b"]).toBeCloseTo((5500 + 11200) / 21, 10);
  });

  it("divides by category, strand, component and phase", () => {
    expect(value["cost/category/premises/trust-a"]).toBe(1100);
    expect(value["cost/category/catering/pooled"]).toBeCloseTo(9000 / 60, 10);
    expect(value["cost/strand/welcome-and-pastoral/trust-c"]).toBe(50);
    expect(value["cost/component/pas-01/trust-c"]).toBe(50);
    expect(value["cost/phase/set-up/trust-b"]).toBe(500);
    expect(value["cost/phase/running/trust-b"]).toBe(200);
    expect(find(computed, "cost/phase/set-up/trust-b").unit).toBe("GBP 2026/27 per IMG inducted");
  });

  it("draws average and marginal cost against cohort size, with a mean fixed part, a step and a part for each IMG", () => {
    // fixed (5,000 + 8,000 + 0) / 3; C spends 3,000 for each intake of 39 / 3 = 13; each IMG (500 + 3,200 + 1,950) / 60
    const [fixed, step, each] = [13000 / 3, 1000, 5650 / 60];
    expect(value["cost/curve/fixed-per-trust"]).toBeCloseTo(fixed, 10);
    expect(value["cost/curve/each-group"]).toBeCloseTo(step, 10);
    expect(find(computed, "cost/curve/each-group").label).toContain("each group of up to 13");
    expect(value["cost/curve/each-img/with-supernumerary"]).toBeCloseTo(each, 10);
    expect(value["cost/curve/n-5/with-supernumerary"]).toBeCloseTo((fixed + step) / 5 + each, 10);
    expect(value["cost/curve/n-20/with-supernumerary"]).toBeCloseTo((fixed + 2 * step) / 20 + each, 10);
    expect(value["cost/curve/one-more/n-20/with-supernumerary"]).toBeCloseTo(each, 10);
    expect(value["cost/curve/between/n-5-and-20/with-supernumerary"]).toBeCloseTo(step / 15 + each, 10);
    expect(computed.results.filter(({ id }) => id.startsWith("cost/curve/n-"))).toHaveLength(6);
    expect(find(computed, "cost/curve/n-5/with-supernumerary").cautions.join()).toContain("mean intake");
  });

  it("puts each Trust at one cohort size, and tells what one more IMG adds over all Trusts only", () => {
    // median of 5, 16 and 39 inducted, to the nearest 5: 15
    expect(value["cost/standardised/with-supernumerary/trust-a"]).toBeCloseTo(5000 / 15 + 100, 10);
    expect(value["cost/standardised/with-supernumerary/trust-b"]).toBeCloseTo(8000 / 15 + 200, 10);
    expect(value["cost/standardised/with-supernumerary/trust-c"]).toBeCloseTo((2 * 3000) / 15 + 50, 10);
    expect(find(computed, "cost/standardised/with-supernumerary/trust-a").subject.level).toBe("15");
    // 5 IMGs at 100, 16 at 200, and 39 at 50 and another group of 13 at 3,000
    expect(value["cost/one-more/with-supernumerary/pooled"]).toBeCloseTo(
      (5 * 100 + 16 * 200 + 39 * 3050) / 60,
      10,
    );
    const ofOneMore = computed.results.filter(({ id }) => id.startsWith("cost/one-more/"));
    expect(ofOneMore.map(({ id }) => id.split("/").at(-1))).toEqual(["pooled", "pooled"]);
    const declared = estimates(compute(plain, costStudy(codes, { standard_cohort: 10 })));
    expect(declared["cost/standardised/with-supernumerary/trust-c"]).toBeCloseTo(350, 10);
  });

  it("has no interval and says why, and says how much was estimated and which prices were copied", () => {
    const c = find(computed, "cost/per-img/inducted/with-supernumerary/trust-c");
    expect(c.interval).toBeNull();
    expect(c.noInterval).toContain("sampling");
    expect(c.n).toBe(39);
    expect(c.subject).toMatchObject({
      measure: "cost",
      sensitivity: "service",
      trusts: ["C"],
      level: "inducted",
    });
    expect(c.cautions).toContain("about 20% of the cost is estimated rather than recorded");
    expect(c.source.files).toEqual(["costs/c.xlsx", "cohort.csv", "data/pay/pay-and-on-costs.csv"]);
    const priced = compute([costReturn("A", { staff: [staff()] })]);
    const caution = find(priced, "cost/per-img/inducted/with-supernumerary/trust-a").cautions.join();
    expect(caution).toContain("Employer National Insurance rate");
  });

  it("says how many Trusts a joined number really rests on", () => {
    const catering = find(computed, "cost/category/catering/pooled");
    expect(catering.settings["spending"]).toBe(1);
    expect(catering.cautions).toContain("spent by 1 of 3 Trusts");
    expect(find(computed, "cost/total/with-supernumerary/pooled").settings["spending"]).toBe(3);
  });

  it("tells with from without supernumerary pay", () => {
    const one = compute([costReturn("A", { other: [other()], supernumerary: [imgTime()] })]);
    const of = estimates(one);
    const time = of["cost/category/img-supernumerary-time/trust-a"]!;
    expect(time).toBeGreaterThan(0);
    expect(of["cost/per-img/inducted/with-supernumerary/trust-a"]).toBeCloseTo(
      of["cost/per-img/inducted/without-supernumerary/trust-a"]! + time,
      10,
    );
    expect(one.relations).toContainEqual({
      kind: "sum",
      total: "cost/per-img/inducted/with-supernumerary/trust-a",
      parts: [
        "cost/per-img/inducted/without-supernumerary/trust-a",
        "cost/category/img-supernumerary-time/trust-a",
      ],
    });
  });

  it("goes on without a Trust that sent no return, and says so", () => {
    const two = compute(plain.slice(0, 2));
    expect(
      two.results.find(({ id }) => id === "cost/per-img/inducted/with-supernumerary/trust-c"),
    ).toMatchObject({
      kind: "unavailable",
      reason: "Trust C: no cost return",
    });
    const pooled = find(two, "cost/per-img/inducted/with-supernumerary/pooled");
    expect(pooled.estimate).toBeCloseTo((5500 + 11200) / 21, 10);
    expect(pooled.cautions).toContain("without Trust C: no cost return");
    expect(pooled.n).toBe(21);
  });

  it("is unavailable, with the reason, when nobody is in the denominator", () => {
    const none = compute(plain, costStudy(codes), [cohort("A", { completed: 0 }), ...cohorts.slice(1)]);
    expect(
      none.results.find(({ id }) => id === "cost/per-img/completed/with-supernumerary/trust-a"),
    ).toMatchObject({
      kind: "unavailable",
      reason: "no IMG was counted as completed",
    });
    expect(find(none, "cost/mean-of-trusts/completed/with-supernumerary/of-3").cautions).toContain(
      "1 Trusts with no IMG completed are left out",
    );
    expect(find(none, "cost/total/with-supernumerary/trust-a").estimate).toBeGreaterThan(0);
  });

  it("stops when a price is missing or a Trust sent two returns", () => {
    expect(() => compute(plain, costStudy(codes, { price_year: "2031/32" }))).toThrow(IssuesError);
    expect(() => compute([...plain, costReturn("A")])).toThrow("a second cost return beside costs/a.xlsx");
  });

  it("names only results that exist in its relations, and each result once", () => {
    const ids = new Set(computed.results.map(({ id }) => id));
    expect(ids.size).toBe(computed.results.length);
    for (const relation of computed.relations) {
      const named =
        relation.kind === "ratio"
          ? [relation.ratio, relation.numerator]
          : relation.kind === "sum" || relation.kind === "pooled"
            ? [relation.total, ...relation.parts]
            : [];
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

const payPoints = ["band4.top", "band6.mid", "consultant.T1.yr0-2", "LED.MT03"];
const anyComponent = fc.constantFrom("PROGRAMME", ...components.slice(0, 6).map(({ id }) => id));
const anyStaff = fc.record({
  component: anyComponent,
  payPoint: fc.constantFrom(...payPoints),
  people: fc.integer({ min: 1, max: 4 }),
  hours: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
  basis: fc.constantFrom(...hoursBases),
  recurrence: fc.constantFrom("one-off" as const, "recurrent" as const),
});
const anyOther = fc.record({
  component: anyComponent,
  category: fc.constantFrom("premises", "catering", "other"),
  amountPence: fc.integer({ min: 0, max: 5_000_000 }),
  basis: fc.constantFrom("whole period" as const, "each IMG" as const, "each cohort" as const),
  recurrence: fc.constantFrom("one-off" as const, "recurrent" as const),
});
const anyImgTime = fc.record({
  payPoint: fc.constantFrom("LED.MT03", "FY2.np2"),
  imgs: fc.integer({ min: 1, max: 40 }),
  hoursEach: fc.integer({ min: 0, max: 400 }),
});
const anyReturns = fc
  .tuple(
    fc.array(anyStaff, { maxLength: 6 }),
    fc.array(anyOther, { maxLength: 6 }),
    fc.array(anyImgTime, { maxLength: 2 }),
  )
  .map(([time, money, own]) => ({
    staff: time.map(staff),
    other: money.map(other),
    supernumerary: own.map(imgTime),
  }));

describe("for any costs", () => {
  it("the parts of each division add up to the whole, to a thousandth of a penny", () => {
    fc.assert(
      fc.property(fc.tuple(anyReturns, anyReturns, anyReturns), (lines) => {
        const computed = compute(codes.map((code, index) => costReturn(code, lines[index])));
        const value = estimates(computed);
        for (const relation of computed.relations) {
          if (relation.kind !== "sum") continue;
          const sum = relation.parts.reduce((total, id) => total + value[id]!, 0);
          expect(Math.abs(sum - value[relation.total]!)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it("a pooled cost lies between the lowest and the highest of its Trusts", () => {
    fc.assert(
      fc.property(fc.tuple(anyReturns, anyReturns, anyReturns), (lines) => {
        const computed = compute(codes.map((code, index) => costReturn(code, lines[index])));
        const value = estimates(computed);
        for (const relation of computed.relations) {
          if (relation.kind !== "pooled") continue;
          const parts = relation.parts.map((id) => value[id]!);
          expect(value[relation.total]).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-9);
          expect(value[relation.total]).toBeLessThanOrEqual(Math.max(...parts) + 1e-9);
        }
      }),
      { numRuns: 20, seed: 2 },
    );
  });

  it("the order of the lines changes nothing", () => {
    fc.assert(
      fc.property(anyReturns, (lines) => {
        const turned = {
          staff: [...lines.staff].reverse(),
          other: [...lines.other].reverse(),
          supernumerary: [...lines.supernumerary].reverse(),
        };
        expect(estimates(compute([costReturn("A", turned)]))).toEqual(
          estimates(compute([costReturn("A", lines)])),
        );
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  it("twice the hours of everybody costs twice as much, to a penny a line", () => {
    fc.assert(
      fc.property(anyReturns, (lines) => {
        const doubled = {
          ...lines,
          staff: lines.staff.map((line) => ({ ...line, hours: line.hours * 2 })),
          other: lines.other.map((line) => ({ ...line, amountPence: line.amountPence * 2 })),
          supernumerary: lines.supernumerary.map((line) => ({ ...line, hoursEach: line.hoursEach * 2 })),
        };
        const id = "cost/total/with-supernumerary/trust-a";
        const once = estimates(compute([costReturn("A", lines)]))[id]!;
        const twice = estimates(compute([costReturn("A", doubled)]))[id]!;
        const count = lines.staff.length + lines.supernumerary.length;
        expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(0.01 * count + 1e-6);
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it("twice the pay and twice the threshold cost twice as much", () => {
    const doubled = shippedFigures.map((figure) =>
      figure.unit === "GBP/year" ? { ...figure, value: figure.value * 2 } : figure,
    );
    const lines = { staff: [staff({ hours: 100 }), staff({ payPoint: "LED.MT03", basis: "each week" })] };
    const id = "cost/total/with-supernumerary/trust-a";
    const study = costStudy(codes);
    const once = estimates(costResults(study, [costReturn("A", lines)], cohorts, shippedFigures, partitions))[
      id
    ]!;
    const twice = estimates(costResults(study, [costReturn("A", lines)], cohorts, doubled, partitions))[id]!;
    expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(0.02 + 1e-9);
  });
});
