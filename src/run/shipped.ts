import { readFile, readdir } from "node:fs/promises";
import { readFigures } from "../costs/figures.js";
import type { Figure } from "../costs/figures.js";
import { readCsvBytes } from "../ingest/csv.js";
import { minimumOfProfile } from "../disclosure/policy.js";
import type { ReferenceData } from "../study/load-study.js";
import type { Benchmark, Component } from "../study/study.js";
import { rules } from "../validate/rules/index.js";
import type { ReferenceFile } from "../verify/reference.js";

/** Everything that ships and that a run uses: induction components, published figures, pay and on-costs, and rules. */
export interface Shipped extends ReferenceData {
  readonly figures: readonly Figure[];
}

const data = new URL("../../data/", import.meta.url);

/** Read the data that ship with the tool. A file missing or broken there is a bug. */
export async function readShipped(): Promise<Shipped> {
  const [components, benchmarks, pay] = await Promise.all([
    readFile(new URL("induction/components.json", data), "utf8"),
    readFile(new URL("benchmarks/benchmarks.json", data), "utf8"),
    readFile(new URL("pay/pay-and-on-costs.csv", data)),
  ]);
  return {
    components: JSON.parse(components) as readonly Component[],
    benchmarks: JSON.parse(benchmarks) as readonly Benchmark[],
    rules: rules.map(({ id, protects }) => ({ id, alwaysError: protects === "all" })),
    minimums: minimumOfProfile(),
    figures: readFigures(readCsvBytes(pay, "pay-and-on-costs.csv").rows),
  };
}

/** Read the values that statistics are verified against, made by R, SciPy and mpmath; file by file, in order of name. */
export async function readReferenceFiles(): Promise<readonly ReferenceFile[]> {
  const folder = new URL("reference/", data);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => parseReference(name, await readFile(new URL(name, folder), "utf8"))),
  );
}

function parseReference(name: string, text: string): ReferenceFile {
  try {
    return JSON.parse(text) as ReferenceFile;
  } catch (error) {
    throw new Error(`data/reference/${name} is damaged: install pilot-eval again`, { cause: error });
  }
}

/** Version of this tool, from its package.json. */
export async function readVersion(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
