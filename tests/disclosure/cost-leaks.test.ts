import { describe, expect, it } from "vitest";
import type { OtherLine, StaffLine } from "../../src/validate/cost-return.js";
import { imgTime, other, staff, uncertainty } from "../costs/fixture.js";
import { allAre, codes, kindsOf, release } from "./four-trusts.js";

const coordinators = (index: number, line: Partial<StaffLine> = {}) => [
  staff({ hours: 200 + 50 * index, ...line }),
  staff({ hours: 80, payPoint: "band5.mid", role: "Trainer" }),
];
const catering = (index: number, line: Partial<OtherLine> = {}) =>
  other({ category: "catering", amountPence: 200_000 + 10_000 * index, ...line });

describe("a category held back to cover another", () => {
  const results = release((index) => ({
    staff: coordinators(index),
    supernumerary: [imgTime({ imgs: 20, hoursEach: 80 + index })],
    other: [catering(index), ...(index === 0 ? [other({ category: "overhead", amountPence: 900_000 })] : [])],
  }));

  it("is told by no other breakdown, view, curve, scenario or range", () => {
    const hidden = [
      "cost/category/overhead/pooled",
      "cost/category/img-supernumerary-time/pooled",
      "cost/strand/img-supernumerary-time/pooled",
      "cost/component/img-time/pooled",
      "cost/per-img/inducted/without-supernumerary/pooled",
      "cost/per-img/recruited/without-supernumerary/pooled",
      "cost/total/without-supernumerary/pooled",
      "cost/standardised/without-supernumerary/pooled",
      "cost/curve/each-img/without-supernumerary",
      "cost/curve/n-20/without-supernumerary",
      "cost/curve/each-img/with-supernumerary",
      "cost/curve/n-20/with-supernumerary",
      "cost/curve/fixed-per-trust",
      "cost/standardised/with-supernumerary/pooled",
      "cost/perspective/nhs/full/inducted/without-supernumerary/pooled",
      "cost/one-way/amount/img-supernumerary-time",
      "cost/one-way/choice/supernumerary",
      "cost/one-way/choice/overhead",
      "cost/scenario/without-supernumerary",
      "cost/scenario/without-supernumerary/difference",
      "cost/scenario/without-supernumerary/difference/monte-carlo-error",
    ];
    expect(kindsOf(results, hidden)).toEqual(allAre("suppressed", hidden));
  });

  it("leaves the headline cost", () => {
    const shown = ["cost/per-img/inducted/with-supernumerary/pooled", "cost/total/with-supernumerary/pooled"];
    expect(kindsOf(results, shown)).toEqual(allAre("estimate", shown));
  });
});

it("a strand that is held back is not the sum of its components", () => {
  const results = release((index) => ({
    staff: coordinators(index),
    other: [
      catering(index, { component: "PRO-01" }),
      catering(index, { component: "PRO-02" }),
      ...(index === 0 ? [catering(0, { component: "ENB-01" })] : []),
    ],
  }));
  const strand = ["cost/strand/enablers/pooled", "cost/component/enb-01/pooled"];
  expect(kindsOf(results, strand)).toEqual(allAre("suppressed", strand));
  const isHidden = (id: string) => results.find((one) => one.id === id)?.kind === "suppressed";
  const strands = results.filter(({ id }) => /^cost\/strand\/.*\/pooled$/.test(id) && isHidden(id));
  expect(strands.length).toBeGreaterThan(1);
  for (const { id } of strands) {
    const within = id.includes("running")
      ? ["programme"]
      : id === strand[0]
        ? ["enb-01"]
        : ["pro-01", "pro-02"];
    expect(within.some((component) => isHidden(`cost/component/${component}/pooled`))).toBe(true);
  }
});

describe("amounts that only some views count in full", () => {
  const year = { from: "2026-04-01", to: "2027-03-31" };
  const spread = { treatment: "annuitised", years: 5, discount_rate: 0.035, timing: "in-arrears" } as const;
  const withSetUp = (spending: readonly number[]) =>
    release(
      (index) => ({
        ...year,
        staff: coordinators(index),
        other: [
          catering(index),
          ...(spending.includes(index)
            ? [catering(0, { amountPence: 5_000_000, recurrence: "one-off" })]
            : []),
        ],
      }),
      { set_up: spread },
    );
  const cash = ["total", "inducted"].map(
    (count) => `cost/perspective/trust-cash/full/${count}/with-supernumerary/pooled`,
  );

  it("new money is not shown beside all costs, where one Trust alone had set-up", () => {
    const results = withSetUp([0]);
    expect(kindsOf(results, cash)).toEqual(allAre("suppressed", cash));
    expect(kindsOf(results, ["cost/total/with-supernumerary/pooled"])[0]).toContain("estimate");
  });

  it("it is, where three Trusts had", () => {
    expect(kindsOf(withSetUp([0, 1, 2]), cash)).toEqual(allAre("estimate", cash));
  });

  it("the NHS's cost is not shown, where the full pension is paid on one Trust's staff only", () => {
    const nhs = ["cost/perspective/nhs/full/total/with-supernumerary/pooled"];
    const staffAt = (trusts: readonly number[]) =>
      release((index) => ({
        staff: trusts.includes(index) ? coordinators(index) : [],
        other: [catering(index)],
      }));
    expect(kindsOf(staffAt([0]), nhs)).toEqual(allAre("suppressed", nhs));
    expect(kindsOf(staffAt([0, 1, 2]), nhs)).toEqual(allAre("estimate", nhs));
  });

  it("lines that NHS England paid at one Trust are not covered by the pensions of all", () => {
    const nhs = ["cost/perspective/nhs/full/total/with-supernumerary/pooled"];
    const results = release((index) => ({
      staff: coordinators(index),
      other: [catering(index), ...(index === 0 ? [catering(0, { paidBy: "NHS England" })] : [])],
    }));
    expect(kindsOf(results, nhs)).toEqual(allAre("suppressed", nhs));
  });
});

describe("scenarios of backfill", () => {
  it("are not shown where one less another is what two Trusts spent", () => {
    const results = release((index) => ({
      staff: [
        ...coordinators(index),
        ...(index < 3 ? [staff({ component: "PRO-01", backfill: true, hours: 100 + 10 * index })] : []),
        ...(index < 2
          ? [staff({ component: "PRO-01", hours: 100 + 20 * index, payPoint: "consultant.T2b.yr4-7" })]
          : []),
      ],
      other: [catering(index)],
    }));
    const both = ["time-not-backfill", "neither-time-nor-backfill"];
    const shown = both.filter((id) =>
      results.some((one) => one.id === `cost/scenario/${id}/difference` && one.kind === "estimate"),
    );
    expect(shown.length).toBeLessThan(2);
    const hidden = [
      "cost/scenario/backfill-not-time/difference",
      "cost/one-way/choice/backfill",
      "cost/structure/range",
    ];
    expect(kindsOf(results, hidden)).toEqual(allAre("suppressed", hidden));
  });

  it("are shown where three Trusts spent on each part", () => {
    const results = release((index) => ({
      staff: [
        ...coordinators(index),
        staff({ component: "PRO-01", backfill: true, hours: 100 + 10 * index }),
        staff({ component: "PRO-01", hours: 100 + 20 * index, payPoint: "consultant.T2b.yr4-7" }),
      ],
    }));
    const shown = ["time-not-backfill", "backfill-not-time", "neither-time-nor-backfill"].map(
      (id) => `cost/scenario/${id}/difference`,
    );
    expect(kindsOf(results, [...shown, "cost/one-way/choice/backfill"])).toEqual(
      allAre("estimate", [...shown, "cost/one-way/choice/backfill"]),
    );
  });
});

describe("ranges of one input at a time", () => {
  it("stand last and by their ids where they are held back, so that their place tells no width", () => {
    const results = release((index) => ({
      staff: coordinators(index),
      other: [
        catering(index, { evidence: "guessed" }),
        other({ evidence: "guessed", amountPence: 150_000 }),
        ...(index === 0 ? [other({ category: "overhead", amountPence: 900_000 })] : []),
      ],
    }));
    const ranges = results.filter(({ id }) => id.startsWith("cost/one-way/"));
    const kinds = ranges.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(2);
    expect(kinds.lastIndexOf("estimate")).toBeLessThan(kinds.indexOf("suppressed"));
    const hidden = ranges.flatMap(({ id, kind }) => (kind === "suppressed" ? [id] : []));
    expect(hidden.length).toBeGreaterThan(2);
    expect(hidden).toEqual([...hidden].sort());
  });

  it("are held back where fewer than three Trusts guessed, unless every Trust agreed", () => {
    const range = ["cost/one-way/amount/staff-time"];
    const guessedAt = (trusts: readonly number[], consented: readonly string[] = []) =>
      release(
        (index) => ({
          staff: coordinators(index, { evidence: trusts.includes(index) ? "guessed" : "recorded" }),
          other: [catering(index)],
        }),
        { uncertainty: uncertainty({ pay_point: false }) },
        consented,
      );
    expect(kindsOf(guessedAt([0]), range)).toEqual(allAre("suppressed", range));
    expect(kindsOf(guessedAt([0, 1, 2]), range)).toEqual(allAre("estimate", range));
    expect(kindsOf(guessedAt([0], codes), range)).toEqual(allAre("estimate", range));
  });
});

describe("a Trust's number of IMGs", () => {
  it("is told by no cost of one more IMG beside its average", () => {
    const results = release((index) => ({ staff: coordinators(index), other: [catering(index)] }), {}, codes);
    const ofA = [
      "cost/per-img/inducted/with-supernumerary/trust-a",
      "cost/standardised/with-supernumerary/trust-a",
    ];
    expect(kindsOf(results, ofA)).toEqual(allAre("estimate", ofA));
    const oneMore = results.filter(({ id }) => id.startsWith("cost/one-more/"));
    expect(oneMore.map(({ subject }) => subject.trusts)).toEqual([codes, codes]);
  });
});

describe("one person's pay, though every Trust agreed", () => {
  it("is not told by an IMG's time at the rate that the study declares", () => {
    const results = release(
      (index) => ({
        staff: coordinators(index),
        supernumerary: index === 0 ? [imgTime({ imgs: 1, hoursEach: 160 })] : [],
      }),
      {
        own_rates: [
          {
            trust: "A",
            pay_point: "LED.MT03",
            pounds: 51_234,
            per: "year",
            source: "payroll",
            includes_on_costs: false,
            includes_overheads: false,
          },
        ],
      },
      codes,
    );
    const hidden = [
      "cost/category/img-supernumerary-time/pooled",
      "cost/category/img-supernumerary-time/trust-a",
      "cost/component/img-time/trust-a",
      "cost/quantity/img-time/resident-doctors/each-img/pooled",
      "cost/per-img/inducted/without-supernumerary/pooled",
    ];
    expect(kindsOf(results, hidden)).toEqual(allAre("suppressed", hidden));
  });

  it("is not told by three lines of the same tutor, all that a Trust spent", () => {
    const ownRate = {
      pencePerHour: 4_111,
      source: "local payroll",
      includesOnCosts: true,
      includesOverheads: false,
    } as const;
    const results = release(
      (index) => ({
        staff:
          index === 0
            ? ["PRO-01", "PRO-02", "PRO-03"].map((component) =>
                staff({ component, hours: 100, role: "Tutor", ownRate }),
              )
            : [...coordinators(index), staff({ hours: 10, role: "Speaker" })],
      }),
      {},
      codes,
    );
    const ofA = results.filter(({ id, kind }) => id.endsWith("/trust-a") && kind === "estimate");
    expect(ofA.map(({ id }) => id)).toEqual([]);
    const headline = ["cost/per-img/inducted/with-supernumerary/pooled"];
    expect(kindsOf(results, headline)).toEqual(allAre("estimate", headline));
  });
});
