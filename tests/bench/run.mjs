// npm run bench: the main job beside its peers, side by side in one run, as ratios; then ingest.mjs, statistics.mjs, simulation.mjs,
// disclosure-tables.mjs and gate.mjs. Never part of the tests.
//
// Peers are used where they are installed and are never dependencies:
//   apt-get install r-base-core r-cran-rmarkdown r-cran-ggplot2 r-cran-dplyr pandoc time
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "pilot-eval-bench-"));
const tool = ["bin/pilot-eval.js"];

const job = {
  name: "pilot-eval run data/example",
  command: process.execPath,
  args: [...tool, "run", "data/example", "--out", join(folder, "out")],
};
const help = { name: "pilot-eval --help", command: process.execPath, args: [...tool, "--help"] };
const bare = { name: "node -e 0", command: process.execPath, args: ["-e", "0"] };

once(job);
const html = readFileSync(join(folder, "out/release/report.html"), "utf8");
const tables = count(html, /<table/g);
const charts = count(html, /<svg/g);
console.log(
  `node ${process.version}, ${rounds} rounds, interleaved; medians of wall seconds and the largest process's memory`,
);
console.log(`the report: ${tables} tables and ${charts} charts in Word and HTML, and a workbook\n`);

compare(help, bare);
const peer = rMarkdown();
if (peer) compare(job, peer);
else {
  report(job.name, measure([job])[0]);
  console.log("R Markdown: not installed here, so not compared (see the head of this file)");
}
rmSync(folder, { recursive: true, force: true });
await import("./ingest.mjs");
await import("./statistics.mjs");
await import("./simulation.mjs");
await import("./disclosure-tables.mjs");
await import("./gate.mjs");

function rMarkdown() {
  const found = spawnSync("Rscript", [
    "-e",
    "stopifnot(rmarkdown::pandoc_available()); library(ggplot2); library(dplyr)",
  ]);
  if (found.status !== 0) return null;
  const rmd = join(folder, "report.Rmd");
  writeFileSync(rmd, rReport());
  const render = `for (f in c("word_document", "html_document")) rmarkdown::render("${rmd}", f, quiet = TRUE)`;
  return {
    name: "R Markdown, as many tables and charts, Word and HTML",
    command: "Rscript",
    args: ["-e", render],
  };
}

function rReport() {
  return `---
title: "Pilot evaluation"
---
\`\`\`{r setup, include=FALSE}
library(ggplot2); suppressMessages(library(dplyr))
knitr::opts_chunk$set(echo = FALSE, message = FALSE, warning = FALSE, fig.width = 7, fig.height = 4, dpi = 150)
set.seed(1)
d <- data.frame(trust = sample(LETTERS[1:6], 258, TRUE), matrix(sample(1:5, 258 * 20, TRUE), 258))
\`\`\`
\`\`\`{r, results='asis'}
for (i in 1:${tables}) {
  cat("\\n\\n## Section", i, "\\n\\n")
  print(knitr::kable(d %>% group_by(trust) %>% summarise(n = n(), m = mean(.data[[paste0("X", (i - 1) %% 20 + 1)]]), s = sd(.data[[paste0("X", (i - 1) %% 20 + 1)]]))))
}
\`\`\`
\`\`\`{r}
for (i in 1:${charts}) print(ggplot(d, aes(trust, fill = factor(.data[[paste0("X", i)]]))) + geom_bar(position = "fill") + coord_flip())
\`\`\`
`;
}

function compare(ours, theirs) {
  const [a, b] = measure([ours, theirs]);
  report(ours.name, a);
  report(theirs.name, b);
  const memory = a.memory && b.memory ? `, memory ${(a.memory / b.memory).toFixed(2)}` : "";
  console.log(`  ratio: time ${(a.seconds / b.seconds).toFixed(2)}${memory}\n`);
}

function measure(commands) {
  const runs = commands.map(() => []);
  for (let round = 0; round < rounds; round++)
    commands.forEach((command, index) => runs[index].push(once(command)));
  return runs.map((times) => ({
    seconds: median(times.map((one) => one.seconds)),
    memory: median(times.map((one) => one.memory)),
  }));
}

function once({ command, args }) {
  const timed = existsSync("/usr/bin/time");
  const started = process.hrtime.bigint();
  const run = timed
    ? spawnSync("/usr/bin/time", ["-f", "%M", command, ...args], { encoding: "utf8" })
    : spawnSync(command, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${run.stderr}`);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, memory: timed ? Number(run.stderr.trim().split("\n").at(-1)) / 1024 : 0 };
}

function report(name, { seconds, memory }) {
  console.log(
    `${seconds.toFixed(2).padStart(7)} s ${memory ? `${memory.toFixed(0).padStart(5)} MB` : ""}  ${name}`,
  );
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function count(text, pattern) {
  return [...text.matchAll(pattern)].length;
}
