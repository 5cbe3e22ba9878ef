import { describe, expect, it } from "vitest";
import { readGrids } from "../../src/ingest/read-grid.js";
import { checkStudy } from "../../src/run/check.js";
import { readShipped } from "../../src/run/shipped.js";
import { judge, readSamples } from "./judge.mjs";

// A million cases: node tests/bench/fuzz.mjs
const cases = 10_000;

describe("whatever the files of a study hold", () => {
  it("10,000 cases end in findings, with places and a way to mend them, and known cells come back", async () => {
    const kit = { checkStudy, readGrids, shipped: await readShipped() };
    const samples = readSamples();
    const wrong: string[] = [];
    const kinds = new Set<string>();
    for (let seed = 0; seed < cases; seed += 1) {
      const verdict = await judge(seed, samples, kit);
      kinds.add(verdict.kind);
      if (verdict.wrong !== null) wrong.push(`case ${seed} (${verdict.kind}): ${verdict.wrong}`);
    }
    expect(wrong).toEqual([]);
    expect(kinds.size).toBe(11);
  });

  it("a tool that throws, tells half, says nothing or changes a cell is found out", async () => {
    const kit = { checkStudy, readGrids, shipped: await readShipped() };
    const samples = readSamples();
    const broken = [
      { ...kit, checkStudy: () => Promise.reject(new Error("thrown")) },
      { ...kit, checkStudy: async () => ({ ...(await checkStudy(nothing, kit.shipped)), findings: [{}] }) },
      { ...kit, checkStudy: async () => ({ ...(await checkStudy(nothing, kit.shipped)), findings: [] }) },
      { ...kit, readGrids: async (file: string, bytes: Uint8Array) => shifted(await readGrids(file, bytes)) },
    ];
    for (const each of broken) {
      let found = 0;
      for (let seed = 0; seed < 100; seed += 1) {
        const verdict = await judge(seed, samples, each as unknown as typeof kit);
        if (verdict.wrong !== null) found += 1;
      }
      expect(found).toBeGreaterThan(3);
    }
  });
});

const nothing = { read: () => Promise.resolve(null), list: () => Promise.resolve([]) };

/** Every cell one to the left of where it stands. */
function shifted(read: Awaited<ReturnType<typeof readGrids>>): typeof read {
  const grids = read.grids.map((grid) => ({
    ...grid,
    cells: { ...grid.cells, cell: (index: number, position: number) => grid.cells.cell(index, position + 1) },
  }));
  return { ...read, grids };
}
