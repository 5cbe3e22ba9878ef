import { describe, expect, it } from "vitest";
import { countCell, limitCells, printResult, resultCell } from "../../src/charts/cells.js";
import type { Result } from "../../src/core/result.js";
import { nothingToDraw, sayHeldBack, sayLeftOut } from "../../src/charts/nothing-to-draw.js";
import { spreadPeople } from "../../src/charts/spread-people.js";
import { forEarlierRelease } from "../../src/disclosure/primary.js";
import { estimate, makeStudy, suppressed, unavailable } from "./fixture.js";

const study = makeStudy();

const share = estimate("response/arrival/pooled", 0.45, { low: 0.36, high: 0.54, n: 1204 });
const money = estimate("cost/x/pooled", 1250, { unit: "GBP 2026/27 per IMG inducted", precision: 10 });

describe("cells", () => {
  it("keep the value, print it by its unit, and name the result", () => {
    const result = "response/arrival/pooled";
    expect(resultCell(share)).toEqual({ kind: "number", value: 0.45, text: "45%", format: "0%", result });
    expect(resultCell(money)).toMatchObject({ value: 1250, text: "£1,250", format: '"£"#,##0' });
    expect(countCell(share)).toEqual({ kind: "number", value: 1204, text: "1,204", format: "#,##0", result });
    expect(limitCells(share).map((cell) => cell.kind === "number" && cell.text)).toEqual(["36%", "54%"]);
  });

  it("say about how many people there are where the gate rounded them", () => {
    const rounded = { ...share, n: 35, nPrecision: 5 };
    expect(countCell(rounded)).toMatchObject({ value: 35, text: "about 35" });
    expect(spreadPeople([rounded, { ...rounded, n: 30 }, undefined])).toBe("about 30 to 35");
    expect(spreadPeople([share])).toBe("1,204");
  });

  it("say why there is no interval", () => {
    const cell = { kind: "unavailable", shorthand: "x", reason: "a count of all, not a sample" };
    expect(limitCells(money)).toEqual([cell, cell]);
  });

  it("hold nothing of a result that is held back, absent or not available", () => {
    const held = { kind: "suppressed" };
    for (const result of [suppressed(share), undefined]) {
      expect([resultCell(result), countCell(result), ...limitCells(result)]).toEqual([
        held,
        held,
        held,
        held,
      ]);
      expect(printResult(result)).toBe("[c]");
    }
    expect(resultCell(unavailable(share))).toEqual({
      kind: "unavailable",
      shorthand: "x",
      reason: "nobody gave a usable answer",
    });
    expect(printResult(unavailable(share))).toBe("[x]");
  });
});

describe("what a chart cannot show", () => {
  it("is told apart: held back, not computable, not in the study", () => {
    expect(nothingToDraw([undefined, share], "share", study)).toBeNull();
    expect(nothingToDraw([suppressed(share), unavailable(share)], "share", study)?.nothing).toMatch(
      /held back/,
    );
    expect(nothingToDraw([unavailable(share)], "share", study)?.nothing).toMatch(/could be worked out/);
    expect(nothingToDraw([], "share", study)?.nothing).toBe("this release has no share");
  });

  it("is counted in words", () => {
    expect(sayHeldBack([share], "marked", study)).toBe("");
    expect(sayHeldBack([share, undefined], "marked", study)).toBe(
      "Not shown: 1 of 2 numbers, held back so that nobody can be recognised (marked [c]).",
    );
    expect(sayHeldBack([suppressed(share), suppressed(share), unavailable(share)], "left out", study)).toBe(
      "Not shown: 2 of 3 numbers, held back so that nobody can be recognised. Not available: 1 of 3 numbers.",
    );
  });

  it("is told with the reason where it is no secret: an earlier release, a consent that is not recorded", () => {
    const earlier = { ...suppressed(share), reason: forEarlierRelease };
    expect(sayHeldBack([earlier, suppressed(share), share], "marked", study)).toBe(
      "Not shown: 1 of 3 numbers, held back for the sake of an earlier release (marked [c]). Not shown: 1 of 3 numbers, held back so that nobody can be recognised (marked [c]).",
    );
    expect(nothingToDraw([earlier], "share", study)?.nothing).toBe(
      "every share is held back for the sake of an earlier release",
    );
    const cost = suppressed(estimate("cost/x/pooled", 1250, { subject: { trusts: [..."ABCDEF"] } }));
    expect(sayHeldBack([cost, money], "left out", study)).toBe(
      "Not shown: 1 of 2 numbers, to protect a Trust whose consent is not recorded, or a person.",
    );
    expect(nothingToDraw([cost], "cost", study)?.nothing).toBe(
      "no cost is shown: to protect a Trust whose consent is not recorded, or a person",
    );
  });

  it("names groups that are left out with the reason, which may be that they have no number", () => {
    const group = (name: string) => ({ slug: name, trusts: [name], name: `Trust ${name}`, label: name });
    const results: Readonly<Record<string, Result>> = {
      A: suppressed(share),
      B: unavailable(share),
      C: { ...suppressed(share), reason: forEarlierRelease } as Result,
    };
    const left = sayLeftOut([..."ABC"].map(group), ({ slug }) => [results[slug]], study);
    expect(left).toBe(
      "Held back and left out: Trust A. Not available and left out, nobody gave a usable answer: Trust B. Left out, held back for the sake of an earlier release: Trust C.",
    );
  });
});
