import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import { groupsOf } from "../../../src/costs/estimate/lines.js";
import { dataWith, inputsWith, poundsItem } from "./data.js";

const totalOf = (...given: Parameters<typeof estimate>) => estimate(...given).totals.central.totalPence / 100;

describe("cost over cohort size, worked by hand", () => {
  const fixed = poundsItem(5000);
  const rooms = poundsItem(100, { label: "a room", groupSize: 8 });
  const books = poundsItem(20, { basis: "each IMG" });
  const all = dataWith(fixed, rooms, books);

  it("C(n) = F + ceil(n / cap) s + v n; average and marginal follow", () => {
    const { curve } = estimate(inputsWith({ imgs: 20, intakes: 1 }), all);
    const cost = (n: number) => 5000 + Math.ceil(n / 8) * 100 + 20 * n;
    expect(curve.map(({ imgs }) => imgs)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    for (const { imgs, totalPence, average, marginalPence } of curve) {
      expect(totalPence.central).toBe(cost(imgs) * 100);
      expect(average.central).toBeCloseTo(cost(imgs) / imgs, 10);
      expect(marginalPence.central).toBe((cost(imgs + 1) - cost(imgs)) * 100);
    }
  });

  it("one more IMG costs a further room where the rooms are full, and says so", () => {
    const { oneMore } = estimate(inputsWith({ imgs: 16, intakes: 1 }), all);
    expect(oneMore).toEqual({ pence: { low: 12_000, central: 12_000, high: 12_000 }, fuller: ["a room"] });
    const between = estimate(inputsWith({ imgs: 17, intakes: 1 }), all);
    expect(between.oneMore).toEqual({ pence: { low: 2000, central: 2000, high: 2000 }, fuller: [] });
  });

  it("a cohort larger than 60 is on the curve too", () => {
    expect(estimate(inputsWith({ imgs: 75, intakes: 1 }), all).curve.at(-1)!.imgs).toBe(75);
  });

  it("groups are those of intakes as even as can be, counted one by one", () => {
    fc.assert(
      fc.property(
        fc.nat(90),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (imgs, intakes, most) => {
          const sizes = Array.from({ length: intakes }, () => 0);
          for (let img = 0; img < imgs; img += 1) sizes[img % intakes]! += 1;
          expect(groupsOf(imgs, intakes, most)).toBe(
            sizes.reduce((sum, size) => sum + Math.ceil(size / most), 0),
          );
          expect(groupsOf(imgs, intakes, null)).toBe(sizes.filter((size) => size > 0).length);
        },
      ),
    );
  });
});

describe("set-up, worked by hand", () => {
  const once = dataWith(poundsItem(10_000, { basis: "once" }), poundsItem(500));
  const setUp = { treatment: "annuitised", years: 5, discountRate: 0.035, timing: "in arrears" } as const;

  it("is spread as the published case: 2,214.81 a year in arrears, 2,139.92 in advance", () => {
    expect(totalOf(inputsWith({ setUp }), once)).toBe(2714.81);
    expect(totalOf(inputsWith({ setUp: { ...setUp, timing: "in advance" } }), once)).toBe(2639.92);
    expect(totalOf(inputsWith({ setUp: { ...setUp, discountRate: 0 } }), once)).toBe(2500);
  });

  it("is in full where it is written off, and always where only new money counts", () => {
    expect(totalOf(inputsWith({ setUp: { ...setUp, treatment: "written-off" } }), once)).toBe(10_500);
    const { totals } = estimate(inputsWith({ setUp, perspective: "trust-cash" }), once);
    expect(totals.central).toMatchObject({
      setUpWholePence: 1_000_000,
      setUpPence: 1_000_000,
      runningPence: 50_000,
    });
  });

  it("overheads are added to set-up and running apart, not to IMGs' own pay, and never to new money", () => {
    const written = { ...setUp, treatment: "written-off" } as const;
    expect(totalOf(inputsWith({ setUp: written, overheads: 0.2 }), once)).toBe(12_600);
    expect(totalOf(inputsWith({ setUp, overheads: 0.2, perspective: "trust-cash" }), once)).toBe(10_500);
  });
});

describe("perspectives, worked by hand", () => {
  const paid = dataWith(
    poundsItem(1),
    poundsItem(10, { extra: false }),
    poundsItem(100, { paidBy: "NHS England" }),
    poundsItem(1000, { paidBy: "IMG" }),
  );

  it("each counts its own money; what IMGs pay is told apart", () => {
    expect(totalOf(inputsWith({ perspective: "trust-cash" }), paid)).toBe(1);
    expect(totalOf(inputsWith({ perspective: "trust-economic" }), paid)).toBe(11);
    expect(totalOf(inputsWith({ perspective: "nhs" }), paid)).toBe(111);
    expect(estimate(inputsWith(), paid).imgsOwnPence.central).toBe(100_000);
  });

  it("new money only says what it leaves out: the time of staff paid anyway", () => {
    const { leftOut } = estimate(inputsWith({ perspective: "trust-cash" }), paid);
    expect(leftOut.find(({ what }) => what.startsWith("time of staff"))?.pence?.central).toBe(1000);
  });
});

describe("gaps, worked by hand", () => {
  const parts = dataWith(
    poundsItem(100, { component: "PRO-01" }),
    poundsItem(1000, { component: "ENB-01", basis: "each IMG" }),
    poundsItem(7, { component: "PROGRAMME" }),
  );
  const ids = [...parts.components.map(({ id }) => id), "PROGRAMME"];
  const answers = (said: Readonly<Record<string, "yes" | "partly" | "no">>) => ({
    ...Object.fromEntries(ids.map((id) => [id, "yes" as const])),
    ...said,
  });
  const gapsWith = (said: Parameters<typeof answers>[0], partlyShare = 0.5) =>
    estimate(inputsWith({ imgs: 2, selfAssessment: answers(said), partlyShare }), parts).gaps!;

  it("no costs the whole, partly the declared share, yes nothing", () => {
    const { gaps, totalPence } = gapsWith({ "PRO-01": "no", "ENB-01": "partly" }, 0.25);
    const of = (id: string) => gaps.find(({ component }) => component === id)!.pence.central;
    expect([of("PRO-01"), of("ENB-01"), of("PROGRAMME")]).toEqual([10_000, 50_000, 0]);
    expect(totalPence.central).toBe(60_000);
  });

  it("nothing there today costs what the whole induction costs", () => {
    const nothing = Object.fromEntries(ids.map((id) => [id, "no" as const]));
    expect(gapsWith(nothing).totalPence.central).toBe(210_700);
    expect(gapsWith({}).totalPence.central).toBe(0);
  });
});

describe("what an estimate also answers", () => {
  it("break-even: how many doctors who stay would pay for it, and whether there are as many", () => {
    const data = dataWith(poundsItem(50_000));
    const { breakEven } = estimate(inputsWith({ imgs: 5, replacementCost: 20_000 }), data);
    expect(breakEven).toMatchObject({
      doctors: { central: 2.5 },
      wholeDoctors: { central: 3 },
      outOfReach: false,
    });
    expect(estimate(inputsWith({ imgs: 2, replacementCost: 20_000 }), data).breakEven!.outOfReach).toBe(true);
    expect(estimate(inputsWith(), data).breakEven).toBeNull();
  });

  it("a Trust's own figure is in place of an assumption, at all three levels", () => {
    const data = dataWith({ ...poundsItem(10), amount: { low: 5, central: 10, high: 40 } });
    const { totals, drivers } = estimate(inputsWith({ overrides: { "item-1": { amount: 12.5 } } }), data);
    expect([totals.low, totals.central, totals.high].map(({ totalPence }) => totalPence)).toEqual([
      1250, 1250, 1250,
    ]);
    expect(drivers).toEqual([]);
  });

  it("drivers are sorted by how far they move the year, each alone", () => {
    const data = dataWith(
      { ...poundsItem(10), label: "narrow", amount: { low: 9, central: 10, high: 11 } },
      { ...poundsItem(10), label: "wide", amount: { low: 5, central: 10, high: 40 } },
    );
    expect(estimate(inputsWith(), data).drivers).toMatchObject([
      { label: "wide", lowPence: 1500, highPence: 5000, rangePence: 3500 },
      { label: "narrow", lowPence: 1900, highPence: 2100, rangePence: 200 },
    ]);
  });

  it("divides by IMGs recruited and completed where they are known", () => {
    const { perRecruited, perCompleted } = estimate(
      inputsWith({ imgs: 4, recruited: 5, completed: 2 }),
      dataWith(poundsItem(100)),
    );
    expect([perRecruited?.central, perCompleted?.central]).toEqual([20, 50]);
  });
});
