import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { blockCount, drawBlocks } from "../../../src/stats/resampling/blocks.js";
import { resampleMeans } from "../../../src/stats/resampling/bootstrap-mean.js";

const costs = [1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500];
const plan = { seed: 7, family: "costs/all", replicates: 3500 };
const built = new URL("../../../dist/stats/resampling/", import.meta.url);
const isBuilt = existsSync(new URL("bootstrap-mean.js", built));

const work = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { folder, plan, costs, blocks } = workerData;
  Promise.all([import(folder + "blocks.js"), import(folder + "bootstrap-mean.js")]).then(([{ drawBlock }, { resampleMeans }]) =>
    parentPort.postMessage(blocks.map((block) => drawBlock(plan, block, resampleMeans(costs)))));
`;

it.skipIf(!isBuilt).each([1, 2, 3])(
  "the same bits from %i worker threads of the built library",
  async (threads) => {
    const blocks = Array.from({ length: blockCount(plan) }, (_, block) => block);
    const drawn = new Map<number, Float64Array>();
    const shares = Array.from({ length: threads }, (_, thread) =>
      blocks.filter((b) => b % threads === thread),
    );
    await Promise.all(
      shares.map(async (share) => {
        const results = await inWorker({ folder: built.href, plan, costs, blocks: share });
        results.forEach((replicates, index) => drawn.set(share[index]!, replicates));
      }),
    );
    const together = blocks.flatMap((block) => [...drawn.get(block)!]);
    expect(together).toEqual([...drawBlocks(plan, resampleMeans(costs))]);
  },
);

function inWorker(workerData: unknown): Promise<readonly Float64Array[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData });
    worker.once("message", resolve).once("error", reject);
  });
}
