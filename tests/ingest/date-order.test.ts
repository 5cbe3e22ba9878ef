import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/core/day.js";
import { decideDateOrder } from "../../src/ingest/date-order.js";

const spring = { from: dayNumber(2026, 4, 1)!, to: dayNumber(2026, 6, 30)! };
const year = { from: dayNumber(2026, 1, 1)!, to: dayNumber(2026, 12, 31)! };

describe("decideDateOrder", () => {
  it("takes what is declared", () => {
    expect(decideDateOrder(["05/04/2026"], null, "mdy")).toMatchObject({ kind: "decided", order: "mdy" });
  });

  it("decides by one number above 12, for the whole column", () => {
    expect(decideDateOrder(["05/04/2026", "25/04/2026"], null, null)).toMatchObject({ order: "dmy" });
    expect(decideDateOrder(["05/04/2026", "04/25/2026"], null, null)).toMatchObject({ order: "mdy" });
  });

  it("decides by the declared period when only one order fits it", () => {
    expect(decideDateOrder(["01/05/2026", "02/05/2026"], spring, null)).toMatchObject({ order: "dmy" });
    expect(decideDateOrder(["05/01/2026", "05/02/2026"], spring, null)).toMatchObject({ order: "mdy" });
  });

  it("does not guess when both orders fit, or neither", () => {
    expect(decideDateOrder(["05/04/2026", "06/05/2026"], year, null)).toMatchObject({ kind: "undecided" });
    expect(decideDateOrder(["05/04/2026"], null, null)).toMatchObject({ kind: "undecided" });
    expect(decideDateOrder(["05/04/2024"], year, null)).toMatchObject({ kind: "undecided" });
  });

  it("does not guess when dates of both orders are mixed", () => {
    expect(decideDateOrder(["25/04/2026", "04/25/2026"], spring, null)).toMatchObject({ kind: "undecided" });
  });

  it("needs no decision for dates that tell their own order, and leaves other words out", () => {
    expect(decideDateOrder(["2026-04-05", null, "soon"], null, null)).toMatchObject({ order: "ymd" });
    expect(decideDateOrder(["soon", "25/04/2026"], null, null)).toMatchObject({ order: "dmy" });
    expect(decideDateOrder(["04/04/2026"], year, null)).toMatchObject({ kind: "decided" });
  });
});
