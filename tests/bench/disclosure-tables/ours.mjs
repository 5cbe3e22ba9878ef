// One job of the bench of tables, timed inside: `node ours.mjs suppress <patterns.json>` or `node ours.mjs audit <patterns.json>`.
import { readFileSync, writeFileSync } from "node:fs";
import { boundsOfEach } from "../../../dist/disclosure/attack/bounds.js";
import { breachesOf, emptyMemory } from "../../../dist/disclosure/attack/breaches.js";
import { readySolver } from "../../../dist/disclosure/attack/highs.js";
import { size, systemOf, tables } from "./tables.mjs";

const [job, file] = process.argv.slice(2);
const asked = 4;
await readySolver();

if (job === "suppress") {
  const all = tables();
  const started = performance.now();
  const patterns = all.map(suppress);
  const seconds = (performance.now() - started) / 1000;
  writeFileSync(
    file,
    JSON.stringify(all.map((table, at) => ({ counts: table.counts, hidden: patterns[at] }))),
  );
  const count = (marks) => marks.flat(2).filter(Boolean).length;
  const primary = count(all.map((table) => table.primary));
  console.log(JSON.stringify({ seconds, primary, hidden: count(patterns) }));
} else {
  const all = JSON.parse(readFileSync(file, "utf8"));
  const started = performance.now();
  const found = all.map(({ counts, hidden }) => {
    const sums = cells((row, column) => hidden[row][column]).map((unknown) => [{ unknown, times: 1 }]);
    return boundsOfEach(
      systemOf({ counts }, (row, column) => hidden[row][column]),
      sums,
    );
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({ seconds, bounds: found.map((one) => one.map(({ low, high }) => [low, high])) }),
  );
}

/** Hold back further cells until every cell of few people may be anything within four: each time the smallest that tells. */
function suppress(table) {
  const hidden = table.primary.map((row) => [...row]);
  const numbers = cells((row, column) => table.primary[row][column]).map((unknown) => ({
    id: `cell/${Math.floor(unknown / size)}/${unknown % size}`,
    what: "counted",
    terms: [{ unknown, times: 1 }],
    width: asked,
  }));
  const memory = emptyMemory();
  for (;;) {
    const breaches = breachesOf(
      systemOf(table, (row, column) => hidden[row][column]),
      numbers,
      memory,
    );
    if (breaches.length === 0) return hidden;
    const gone = new Set();
    for (const { from } of breaches) {
      if (from.some((id) => gone.has(id))) continue;
      const shown = from
        .filter((id) => id.startsWith("cell/"))
        .map((id) => id.split("/").slice(1).map(Number));
      if (shown.length === 0) throw new Error("margins alone give a cell away");
      const loss = ([row, column]) => table.counts[row][column] || 1000;
      const [row, column] = shown.sort((a, b) => loss(a) - loss(b) || a[0] - b[0] || a[1] - b[1])[0];
      hidden[row][column] = true;
      gone.add(`cell/${row}/${column}`);
    }
  }
}

function cells(isChosen) {
  return Array.from({ length: size * size }, (_, place) => place).filter((place) =>
    isChosen(Math.floor(place / size), place % size),
  );
}
