import { describe, expect, it } from "vitest";
import { wrapText } from "../../src/report/wrap-text.js";

describe("wrapText", () => {
  it("breaks between words, as late as fits, and loses none", () => {
    expect(wrapText("a bb ccc dddd", 6)).toEqual(["a bb", "ccc", "dddd"]);
    const text = "one two three four five six seven";
    expect(wrapText(text, 9).join(" ")).toBe(text);
    expect(wrapText(text, 99)).toEqual([text]);
  });

  it("gives a word that is too wide a line of its own", () => {
    expect(wrapText("see https://example.org/a now", 8)).toEqual(["see", "https://example.org/a", "now"]);
  });

  it("measures as it is told", () => {
    expect(wrapText("aa bb cc", 10, (line) => line.length * 2)).toEqual(["aa bb", "cc"]);
  });
});
