import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { blockDrawer } from "../costs/simulation-block.js";
import type { PreparedSimulation } from "../costs/simulation-block.js";
import { nameTotals, prepareSimulation } from "../costs/simulation.js";
import type { SimulatedTotals, SimulationRequest } from "../costs/simulation.js";
import { takeBlocks } from "./simulation-blocks.js";
import type { SharedWork } from "./simulation-blocks.js";

/** A worker takes some 20 ms to start; below so many values, inputs times draws, it would be there too late. */
const WORTH_A_WORKER = 2_000_000;

/**
 * Simulates totals of uncertain inputs in several threads: this one and workers beside it. The bits are those of `simulate`,
 * however many threads there are. Few draws are drawn in this thread alone, and so are all where no worker can start.
 *
 * @param request as for simulate
 * @param threads how many, this one included; as the machine offers unless told
 * @throws RangeError naming what in the request cannot be, as simulate does; and whatever a worker throws
 */
export async function simulateInWorkers(
  request: SimulationRequest,
  threads = threadsFor(request),
): Promise<SimulatedTotals> {
  const prepared = prepareSimulation(request);
  const names = Object.keys(request.totals);
  const work = shareWork(prepared, names.length);
  const workers = startWorkers(Math.min(threads, prepared.blocks) - 1, prepared, work);
  try {
    takeBlocks(work, prepared.blocks, blockDrawer(prepared, work.totals));
    if (!isDone(work, prepared)) await Promise.all(workers.map(({ ended }) => ended));
    if (!isDone(work, prepared))
      throw new Error("simulateInWorkers: a worker ended before its work was done");
  } finally {
    for (const { worker } of workers) void worker.terminate();
  }
  return nameTotals(names, work.totals);
}

function threadsFor({ inputs, draws }: SimulationRequest): number {
  return inputs.length * draws < WORTH_A_WORKER ? 1 : availableParallelism();
}

function shareWork({ draws }: PreparedSimulation, totals: number): SharedWork {
  return {
    totals: Array.from({ length: totals }, () => new Float64Array(new SharedArrayBuffer(8 * draws))),
    progress: new Int32Array(new SharedArrayBuffer(8)),
  };
}

interface Started {
  readonly worker: Worker;
  /** Rejects with what the worker threw. */
  readonly ended: Promise<void>;
}

/** A worker that cannot start is not missed: the blocks that nobody takes are drawn here. */
function startWorkers(count: number, prepared: PreparedSimulation, work: SharedWork): readonly Started[] {
  const entry = new URL("./simulation-worker.js", import.meta.url);
  const started: Started[] = [];
  for (let index = 0; index < count; index += 1) {
    try {
      const worker = new Worker(entry, { workerData: { prepared, work } });
      const ended = new Promise<void>((resolve, reject) => {
        worker.once("error", reject).once("exit", () => resolve());
      });
      ended.catch(() => undefined);
      started.push({ worker, ended });
    } catch {
      return started;
    }
  }
  return started;
}

function isDone({ progress }: SharedWork, { blocks }: PreparedSimulation): boolean {
  return Atomics.load(progress, 1) === blocks;
}
