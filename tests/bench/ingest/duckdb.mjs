// DuckDB on the same file: node duckdb.mjs <file> <folder of packages>. The file into a table of its own.
import { createRequire } from "node:module";
import { join } from "node:path";

const [file, packages] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(packages, "index.js"))("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const started = performance.now();
await connection.run(`create table survey as select * from read_csv('${file}')`);
const seconds = (performance.now() - started) / 1000;
const items = Array.from({ length: 16 }, (_, index) => `q${index + 1}`);
const sum = items.map((name) => `sum(${name})`).join(" + ");
const blank = items.map((name) => `count(*) - count(${name})`).join(" + ");
const reader = await connection.runAndReadAll(
  `select count(*), ${sum}, ${blank}, round(sum(hours_support)) from survey`,
);
const answer = reader.getRows()[0].map(Number);
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, answer }));
