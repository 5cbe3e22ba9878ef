import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autolink } from "../../src/report/autolink.js";

describe("autolink(text)", () => {
  it("turns web addresses into links, without the full stop after them", () => {
    expect(autolink("Source 1: https://www.example.org/a/b.")).toEqual([
      { kind: "text", text: "Source 1: " },
      { kind: "link", text: "example.org/a/b", href: "https://www.example.org/a/b" },
      { kind: "text", text: "." },
    ]);
  });

  it("loses no words", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const back = autolink(text).map((inline) => (inline.kind === "link" ? inline.href : inline.text));
        expect(back.join("")).toBe(text);
      }),
    );
  });
});
