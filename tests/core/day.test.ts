import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, needsOrder, readDay, readTime, writeDay } from "../../src/core/day.js";

describe("day", () => {
  it("counts days from 1970-01-01 and knows leap years", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 2, 29)).toBe(11016);
    expect(dayNumber(1900, 2, 29)).toBeNull();
    expect(dayNumber(2026, 13, 1)).toBeNull();
  });

  it("reads back every day that it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        expect(readDay(writeDay(day), null)).toBe(day);
      }),
    );
  });

  it.each([
    ["2026-04-05"],
    ["2026/4/5"],
    ["2026-04-05 10:22:00"],
    ["2026-04-05T10:22:00Z"],
    ["5 April 2026"],
    ["5th Apr 2026"],
    ["5-Apr-26"],
    ["April 5, 2026"],
  ])("reads %j without being told an order", (text) => {
    expect(readDay(text, null)).toBe(20548);
    expect(needsOrder(text)).toBe(false);
  });

  it.each([["05/04/2026"], ["5.4.26"], ["05-04-2026 9:00"]])("needs an order for %j", (text) => {
    expect(needsOrder(text)).toBe(true);
    expect(readDay(text, null)).toBeNull();
    expect(readDay(text, "dmy")).toBe(20548);
    expect(readDay(text, "mdy")).toBe(20577);
  });

  it.each([["Friday"], ["46113"], ["05/04"], ["2026"], ["5 Foo 2026"], [""]])("does not read %j", (text) => {
    expect(readDay(text, "dmy")).toBeNull();
  });

  it("reads the time of day in both ways of writing it", () => {
    expect(readTime("2026-04-05T10:22:03")).toBe(37323);
    expect(readTime("4/5/26 12:00:00 AM")).toBe(0);
    expect(readTime("4/5/26 12:30 pm")).toBe(45000);
    expect(readTime("2026-04-05")).toBeNull();
  });
});
