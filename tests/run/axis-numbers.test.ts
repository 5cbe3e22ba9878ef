import { expect, describe, it } from "vitest";
import { scale } from "vega";
import { stream } from "../../src/core/random.js";
import { axisNumbers } from "../../src/run/closed-world/axis-numbers.js";
import type { Said } from "../../src/run/closed-world/said.js";

const words = (texts: readonly string[]): readonly Said[] =>
  texts.map((text) => ({ file: "a.svg", place: "text", text, isCell: false, result: null, drawing: 1 }));

interface Linear {
  domain(ends: readonly [number, number]): Linear;
  ticks(count: number): readonly number[];
}

/** What Vega divides an axis by, as its label says it. */
function labelsOf(low: number, high: number): readonly string[] {
  const linear = (scale("linear") as () => Linear)();
  return linear
    .domain([low, high])
    .ticks(5)
    .map((tick) => `£${tick.toLocaleString("en-GB")}`);
}

describe("numbers of an axis", () => {
  it("are all that Vega divides one by, whatever its ends", () => {
    const random = stream(1, "axis");
    for (let drawn = 0; drawn < 500; drawn += 1) {
      const low = random() * 10 ** (2 + Math.floor(random() * 4));
      const labels = labelsOf(low, low + Math.max(20, low * random() ** 3));
      expect(labels.length).toBeGreaterThan(2);
      expect(axisNumbers(words(labels)).size, labels.join(" ")).toBe(labels.length);
    }
  });

  it("are not a number that stands between them, at an end or alone", () => {
    const axis = ["£6,000", "£6,200", "£6,400", "£6,600"];
    for (const leaked of ["£6,587", "£6,601", "£6,450", "£7,600", "£5,950"])
      expect(axisNumbers(words([...axis, leaked])), leaked).toEqual(
        new Set(["6000", "6200", "6400", "6600"]),
      );
    expect(axisNumbers(words(["£6,587"]))).toEqual(new Set());
    expect(axisNumbers(words(["£6,587", "£6,588"]))).toEqual(new Set());
  });

  it("are words that are nothing but a number, and that no mark says to be a result's", () => {
    const [first, second, third] = words(["£6,000", "£6,200", "£6,400"]);
    expect(axisNumbers([first!, second!, third!]).size).toBe(3);
    expect(axisNumbers([first!, second!, { ...third!, result: "cost/per-img" }]).size).toBe(0);
    expect(axisNumbers([first!, second!, { ...third!, text: "Catering, £6,400" }]).size).toBe(0);
    expect(axisNumbers([first!, second!, { ...third!, place: "p" }]).size).toBe(0);
  });
});
