import { describe, expect, it } from "vitest";
import { figureId, latestFigure } from "../../src/costs/figure-id.js";
import { shippedFigures } from "./figures-file.js";

describe("a figure's name", () => {
  it("is table, key and year, and belongs to one figure, or to one that changed within its year", () => {
    const names = shippedFigures.map((figure) => `${figureId(figure)} from ${figure.from}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the latest figure", () => {
  it("of the Green Book's discount rate for short lives is 3.5% from February 2026", () => {
    const { value, from, confidence } = latestFigure(shippedFigures, "discount_rate", "standard.0-30y");
    expect({ value, from, confidence }).toEqual({ value: 0.035, from: "2026-02-01", confidence: "A" });
  });

  it("is the one that came into force last", () => {
    const earlier = {
      ...latestFigure(shippedFigures, "discount_rate", "standard.0-30y"),
      from: "2003-01-01",
    };
    const later = { ...earlier, from: "2027-01-01", value: 0.03 };
    expect(latestFigure([later, earlier], "discount_rate", "standard.0-30y")).toBe(later);
  });

  it("that does not exist is a bug", () => {
    expect(() => latestFigure(shippedFigures, "discount_rate", "none")).toThrow(
      "no figure discount_rate none",
    );
  });
});
