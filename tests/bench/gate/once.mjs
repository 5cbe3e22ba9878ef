// The disclosure gate on data/example, timed inside: processor seconds of the first time in this process, and of the median
// of four more.
import { openFolder } from "../../../dist/ingest/folder.js";
import { readySolver } from "../../../dist/disclosure/attack/highs.js";
import { checkStudy } from "../../../dist/run/check.js";
import { measure, release } from "../../../dist/run/evaluate.js";
import { readShipped } from "../../../dist/run/shipped.js";

await readySolver();
const measured = measure(await checkStudy(openFolder("data/example"), await readShipped()));
const times = Array.from({ length: 5 }, () => {
  const started = process.cpuUsage();
  release(measured);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
});
const [first, ...more] = times;
const warm = more.sort((a, b) => a - b)[Math.floor(more.length / 2)];
console.log(JSON.stringify({ first, warm }));
