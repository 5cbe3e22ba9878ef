import { expect, it } from "vitest";
import { csvText } from "../../src/simulate/csv-text.js";

it("quotes cells with commas, quotes or line breaks, and doubles quotes inside", () => {
  const rows = [["plain", "a, b", 'say "b"', "two\nlines", ""]];
  expect(csvText(rows, { newline: "\n", quote: "needed" })).toBe('plain,"a, b","say ""b""","two\nlines",\n');
});

it("can quote every cell that is not empty", () => {
  expect(csvText([["a", "", "1"]], { newline: "\r\n", quote: "all" })).toBe('"a",,"1"\r\n');
});
