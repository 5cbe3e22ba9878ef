import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { prepareSimulation, simulate } from "../../src/costs/simulation.js";
import type { SimulationRequest } from "../../src/costs/simulation.js";

const entry = new URL("../../dist/run/simulation-worker.js", import.meta.url);
const request: SimulationRequest = {
  inputs: [
    { name: "hours", distribution: { kind: "gamma", mean: 120, standardDeviation: 40 }, group: "Trust A" },
    { name: "room", distribution: { kind: "triangular", low: 0, mode: 300, high: 900 }, group: "Trust A" },
    { name: "rate", distribution: { kind: "lognormal", mean: 35, standardDeviation: 5 } },
    { name: "uptake", distribution: { kind: "beta", a: 32, b: 8 } },
    { name: "mix", shares: { nurse: 6, doctor: 4 } },
  ],
  totals: {
    cost: { ratio: [{ sum: [{ product: ["hours", "rate", "mix/nurse"] }, "room"] }, "uptake"] },
    hours: "hours",
  },
  correlations: { "Trust A": 0.5 },
  seed: 3,
  draws: 20_000,
};

it.skipIf(!existsSync(entry)).each([1, 2, 3])(
  "%i worker threads of the built library draw the bits of one thread",
  async (threads) => {
    const prepared = prepareSimulation(request);
    const totals = [0, 1].map(() => new Float64Array(new SharedArrayBuffer(8 * request.draws)));
    const progress = new Int32Array(new SharedArrayBuffer(8));
    const workerData = { prepared, work: { totals, progress } };
    await Promise.all(Array.from({ length: threads }, () => ended(new Worker(entry, { workerData }))));
    expect(progress[1]).toBe(prepared.blocks);
    const { cost, hours } = simulate(request);
    expect(totals.map((total) => total.slice())).toEqual([cost, hours]);
  },
);

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject).once("exit", () => resolve());
  });
}
