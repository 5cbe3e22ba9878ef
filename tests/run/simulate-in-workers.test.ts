import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { simulate } from "../../src/costs/simulation.js";
import type { SimulationRequest } from "../../src/costs/simulation.js";
import { simulateInWorkers } from "../../src/run/simulate-in-workers.js";
import type { SharedWork } from "../../src/run/simulation-blocks.js";

/** What a worker does when it starts; the real ones are in simulation-worker.test.ts. */
const behaviour = vi.hoisted(() => ({
  start: (_: EventEmitter, __: Int32Array): void => undefined,
  started: 0,
}));

vi.mock("node:worker_threads", () => ({ Worker: pretend }));

function pretend(_: URL, { workerData }: { readonly workerData: { readonly work: SharedWork } }) {
  const worker = Object.assign(new EventEmitter(), { terminate: () => Promise.resolve(0) });
  behaviour.started += 1;
  behaviour.start(worker, workerData.work.progress);
  return worker;
}

const request: SimulationRequest = {
  inputs: [
    { name: "hours", distribution: { kind: "gamma", mean: 120, standardDeviation: 40 }, group: "Trust A" },
    { name: "rate", distribution: { kind: "pert", low: 30, mode: 35, high: 50 }, group: "Trust A" },
    { name: "uptake", distribution: { kind: "beta", a: 32, b: 8 } },
    { name: "mix", shares: { nurse: 6, doctor: 4 } },
  ],
  totals: {
    cost: { ratio: [{ product: ["hours", "rate", "mix/nurse"] }, "uptake"] },
    hours: "hours",
  },
  correlations: { "Trust A": 0.5 },
  seed: 3,
  draws: 20_000,
};

describe("simulateInWorkers(request)", () => {
  beforeEach(() => {
    behaviour.start = () => undefined;
    behaviour.started = 0;
  });

  it("draws alone where a worker never comes, and where none can be started", async () => {
    expect(await simulateInWorkers(request, 3)).toEqual(simulate(request));
    expect(behaviour.started).toBe(2);
    behaviour.start = () => {
      throw new Error("no threads here");
    };
    expect(await simulateInWorkers(request, 2)).toEqual(simulate(request));
    behaviour.start = (worker) => setImmediate(() => worker.emit("error", new Error("no such file")));
    expect(await simulateInWorkers(request, 2)).toEqual(simulate(request));
  });

  it("starts no worker for a few draws, or for one thread, and never more than there are blocks", async () => {
    await simulateInWorkers({ ...request, draws: 12_000 });
    await simulateInWorkers(request, 1);
    expect(behaviour.started).toBe(0);
    await simulateInWorkers({ ...request, draws: 5000 }, 16);
    expect(behaviour.started).toBe(1);
  });

  it("an error of a worker reaches the caller", async () => {
    behaviour.start = (worker, progress) => {
      Atomics.add(progress, 0, 1);
      setImmediate(() => worker.emit("error", new RangeError("out of memory")));
    };
    await expect(simulateInWorkers(request, 2)).rejects.toThrow("out of memory");
  });

  it("a worker that ends before its work is done is told", async () => {
    behaviour.start = (worker, progress) => {
      Atomics.add(progress, 0, 1);
      setImmediate(() => worker.emit("exit", 1));
    };
    await expect(simulateInWorkers(request, 2)).rejects.toThrow(
      "simulateInWorkers: a worker ended before its work was done",
    );
  });

  it("refuses a request as simulate does", async () => {
    await expect(simulateInWorkers({ ...request, draws: 0 })).rejects.toThrow("simulate: draws");
    const divided = {
      ...request,
      totals: { cost: { ratio: [1, { difference: ["hours", "hours"] }] } },
    } as const;
    await expect(simulateInWorkers(divided, 1)).rejects.toThrow(
      "simulate: total cost, draw 1: expected a finite",
    );
  });
});
