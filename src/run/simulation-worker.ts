// What a worker thread of simulateInWorkers runs. It loads nothing but what draws a block, so as to start soon.
import { workerData } from "node:worker_threads";
import { blockDrawer } from "../costs/simulation-block.js";
import type { PreparedSimulation } from "../costs/simulation-block.js";
import { takeBlocks } from "./simulation-blocks.js";
import type { SharedWork } from "./simulation-blocks.js";

const { prepared, work } = workerData as {
  readonly prepared: PreparedSimulation;
  readonly work: SharedWork;
};
takeBlocks(work, prepared.blocks, blockDrawer(prepared, work.totals));
