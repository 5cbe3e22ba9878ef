import { describe, expect, it } from "vitest";
import { notesOfRates } from "../../src/report/rate-notes.js";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { readShipped } from "../../src/run/shipped.js";

describe("notesOfRates(study, figures, returns)", async () => {
  const shipped = await readShipped();
  const { study, returns } = await checkStudy(openFolder("data/example"), shipped);
  const notes = notesOfRates(study!, shipped.figures, returns);

  it("gives the hourly cost of each pay point used, with its weakest confidence (band 6 top by hand)", () => {
    // 48,117 + 0.15 x 43,117 + 14.38% x 48,117 + 0.5% x 48,117 = 61,744.36 over 1,955.4 paid hours = 31.58
    expect(notes.find((note) => note.key === "band6.top/hour")).toMatchObject({
      value: 31.58,
      unit: "GBP/hour",
      confidence: "B",
    });
  });

  it("names no pay point that no return used, and every figure once", () => {
    expect(notes.some((note) => note.key.startsWith("band9"))).toBe(false);
    expect(new Set(notes.map((note) => note.label)).size).toBe(notes.length);
  });

  it("is empty for a study without cost returns", () => {
    expect(notesOfRates(study!, shipped.figures, [])).toEqual([]);
  });
});
