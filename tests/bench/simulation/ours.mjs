// Our side, in a process of its own: node ours.mjs <draws> <threads>. Prints one line of JSON. It is the first call of the
// process: the engine has compiled nothing yet, and the start of the worker is inside the time.
import { createHash } from "node:crypto";
import { simulateInWorkers } from "../../../dist/run/simulate-in-workers.js";
import { quantiles } from "../../../dist/stats/index.js";
import { request } from "./request.mjs";

const [draws, threads] = process.argv.slice(2).map(Number);
const cpu = process.cpuUsage();
const started = performance.now();
const totals = await simulateInWorkers({ ...request, draws }, threads);
const answer = quantiles(totals["cost per IMG"], [0.025, 0.5, 0.975]);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
const digest = createHash("sha256").update(totals["cost per IMG"]).digest("hex").slice(0, 16);
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, answer, digest }));
