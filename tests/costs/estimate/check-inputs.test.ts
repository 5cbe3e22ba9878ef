import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkInputs } from "../../../src/costs/estimate/check-inputs.js";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { EstimateInputs } from "../../../src/costs/estimate/inputs.js";
import { data, inputsWith } from "./data.js";

const fieldsOf = (changed: Partial<EstimateInputs>) =>
  checkInputs(inputsWith(changed), data).map(({ field }) => field);

describe("inputs", () => {
  it("as they stand to begin with lack only the choice of pension", () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ pension: null })).toEqual(["pension"]);
  });

  it("that will not do are all told at once, each with what was expected, found and a fix", () => {
    const issues = checkInputs(
      inputsWith({
        imgs: 0,
        intakes: 1.5,
        pension: null,
        year: "1999/00",
        shadowingWeeks: -2,
        overheads: 3,
        components: ["PRE-99"],
        overrides: { "lead-time": { amount: -1, payPoint: "band99" } },
        highCost: { zone: "inner London", afc: null, medical: null },
      }),
      data,
    );
    expect(new Set(issues.map(({ field }) => field))).toEqual(
      new Set([
        "imgs",
        "intakes",
        "pension",
        "year",
        "shadowingWeeks",
        "overheads",
        "components",
        "overrides.lead-time",
        "highCost.afc",
        "highCost.medical",
      ]),
    );
    for (const { expected, found, fix } of issues)
      for (const words of [expected, found, fix]) expect(words).not.toBe("");
  });

  it("a supplement without its zone is refused, and one in pounds for time", () => {
    expect(fieldsOf({ highCost: { zone: "none", afc: 100, medical: null } })).toEqual(["highCost.zone"]);
    expect(fieldsOf({ overrides: { venue: { payPoint: "band6.top" } } })).toEqual(["overrides.venue"]);
  });

  it("a year without pay for a point is refused, with the items that need another", () => {
    const issues = checkInputs(inputsWith({ year: "2022/23" }), data);
    expect(issues.map(({ field }) => field)).toEqual(["year"]);
    expect(issues[0]!.fix).toContain("lead-time");
    const overrides = Object.fromEntries(
      data.assumptions.items
        .filter(({ payPoint }) => payPoint !== null)
        .map(({ id }) => [id, { payPoint: "band6.top" }]),
    );
    expect(fieldsOf({ year: "2022/23", overrides })).toEqual([]);
  });

  it("of any kind are refused or give finite money: never a NaN or an infinity", () => {
    const junk = fc.constantFrom(NaN, Infinity, -Infinity, 1e300, -1, 0, 5e-324, 1.5);
    const mostly = (good: fc.Arbitrary<number>) =>
      fc.oneof({ weight: 30, arbitrary: good }, { weight: 1, arbitrary: junk });
    const upTo = (max: number) =>
      mostly(fc.oneof(fc.double({ min: 0, max, noNaN: true }), fc.constantFrom(0, 5e-324, max)));
    let estimated = 0;
    fc.assert(
      fc.property(
        fc.record({
          imgs: mostly(fc.integer({ min: 1, max: 40 })),
          intakes: mostly(fc.integer({ min: 1, max: 3 })),
          shadowingWeeks: upTo(52),
          shadowingHoursAWeek: upTo(48),
          partlyShare: upTo(1),
          overheads: fc.option(upTo(1)),
          replacementCost: fc.option(mostly(fc.double({ min: 1, max: 1e6, noNaN: true }))),
        }),
        mostly(fc.double({ min: 1, max: 50, noNaN: true })),
        upTo(0.25),
        upTo(20_000),
        (record, years, discountRate, amount) => {
          const inputs = inputsWith({
            ...record,
            setUp: { treatment: "annuitised", years, discountRate, timing: "in advance" },
            overrides: { "lead-time": { amount } },
          });
          if (checkInputs(inputs, data).length > 0) return;
          estimated += 1;
          const written = JSON.stringify(estimate(inputs, data), (_, value: unknown) =>
            typeof value === "number" && !Number.isFinite(value) ? "NOT FINITE" : value,
          );
          expect(written).not.toContain("NOT FINITE");
        },
      ),
      { numRuns: 120 },
    );
    expect(estimated).toBeGreaterThan(30);
  });

  it("that will not do stop the engine itself only as a bug", () => {
    expect(() => estimate(inputsWith({ pension: null }), data)).toThrow("invariant");
  });
});
