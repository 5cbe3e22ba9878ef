// The disclosure gate on data/example, timed inside: seconds of the processor and by the clock of the first time in this
// process, and of the median of four more.
import { openFolder } from "../../../dist/ingest/folder.js";
import { readySolver } from "../../../dist/disclosure/attack/highs.js";
import { checkStudy } from "../../../dist/run/check.js";
import { measure, release } from "../../../dist/run/evaluate.js";
import { readShipped } from "../../../dist/run/shipped.js";

await readySolver();
const measured = measure(await checkStudy(openFolder("data/example"), await readShipped()));
const [first, ...more] = Array.from({ length: 5 }, () => {
  const [started, clock] = [process.cpuUsage(), performance.now()];
  release(measured);
  const { user, system } = process.cpuUsage(started);
  return { processor: (user + system) / 1e6, clock: (performance.now() - clock) / 1e3 };
});
const warm = more.sort((a, b) => a.processor - b.processor)[Math.floor(more.length / 2)];
console.log(JSON.stringify({ first, warm }));
