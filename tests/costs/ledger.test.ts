import { describe, expect, it } from "vitest";
import { toPence } from "../../src/core/pence.js";
import { toLedger, totalPence } from "../../src/costs/ledger.js";
import { weeksOf } from "../../src/costs/period.js";
import { hourPrices } from "../../src/costs/price-lines.js";
import { buildRateCard } from "../../src/costs/rate-card.js";
import { cohort, components, costReturn, imgTime, other, staff } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const { value: card } = buildRateCard(shippedFigures, {
  year: "2026/27",
  pension: "full",
  levy: true,
  hours: "paid",
});
const strands = new Map(components.map(({ id, strand }) => [id, strand]));
const ledger = (lines: Parameters<typeof costReturn>[1]) =>
  toLedger(costReturn("A", lines), cohort("A"), {
    prices: hourPrices("A", { study: card!, fullPension: card! }, []),
    strands,
    spreadOver: () => null,
  });

describe("the ledger", () => {
  it("prices 10 hours of a band 6 at 338.89 pounds", () => {
    // 66,267.3576 / 1,955.4 = 33.8894127 an hour
    const [line] = ledger({ staff: [staff()] });
    expect(line!.amountPence).toBe(33889);
    expect(line!.hours).toBe(10);
    expect(line!.hourlyRate).toBeCloseTo(33.8894127, 6);
  });

  it("multiplies by people, and by what the hours are for", () => {
    const hours = (basis: "whole period" | "each IMG" | "each cohort" | "each week") =>
      ledger({ staff: [staff({ basis, people: 2, hours: 3 })] })[0]!.hours;
    expect(hours("whole period")).toBe(6);
    expect(hours("each IMG")).toBe(6 * 8);
    expect(hours("each cohort")).toBe(6 * 3);
    expect(hours("each week")).toBeCloseTo((6 * 183) / 7, 10);
  });

  it("multiplies other costs by IMGs inducted and by intakes", () => {
    const pence = (basis: "whole period" | "each IMG" | "each cohort") =>
      ledger({ other: [other({ basis, amountPence: 1234 })] })[0]!.amountPence;
    expect([pence("whole period"), pence("each IMG"), pence("each cohort")]).toEqual([
      1234,
      1234 * 8,
      1234 * 3,
    ]);
  });

  it("prices supernumerary time by the return's own count of IMGs", () => {
    const [line] = ledger({ supernumerary: [imgTime({ imgs: 2, hoursEach: 80 })] });
    expect(line!.hours).toBe(160);
    expect(line!.category).toBe("IMG supernumerary time");
    expect(line!.behaviour).toBe("per IMG");
  });

  it("tells set-up from running, and what grows with the number of IMGs", () => {
    const lines = ledger({
      staff: [
        staff({ recurrence: "one-off" }),
        staff({ basis: "each IMG" }),
        staff({ basis: "each cohort" }),
      ],
    });
    expect(lines.map(({ phase }) => phase)).toEqual(["set-up", "running", "running"]);
    expect(lines.map(({ behaviour }) => behaviour)).toEqual(["fixed", "per IMG", "step-fixed"]);
  });

  it("keeps the strand of a component and the place of a line", () => {
    const [line] = ledger({ other: [other({ component: "PAS-01" })] });
    expect(line!.strand).toBe("welcome and pastoral");
    expect(line!.at).toEqual({ file: "costs/a.xlsx", sheet: "Other costs", cell: "A5" });
    expect(line!.id).toBe("A/other/1");
  });

  it("rounds each line to the penny once, half up", () => {
    expect([1.005, 2.675, 0.005, 10.004999, 1e6 + 0.125].map(toPence)).toEqual([
      101, 268, 1, 1000, 100000013,
    ]);
    const lines = ledger({ staff: Array.from({ length: 3 }, () => staff({ hours: 0.1 })) });

    expect(lines.map(({ amountPence }) => amountPence)).toEqual([339, 339, 339]);
    expect(totalPence(lines)).toBe(1017);
  });

  it("counts both end days of a period", () => {
    expect(weeksOf({ from: "2026-04-01", to: "2026-04-07" })).toBe(1);
    expect(weeksOf({ from: "2026-10-24", to: "2026-10-30" })).toBe(1);
  });
});
