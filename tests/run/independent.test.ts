import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Estimate, Result } from "../../src/core/result.js";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import type { Declared } from "../../src/study/schema.js";
import { copyOfExample } from "../temporary.js";

/** `<result id>` is the estimate, null when there is none; `<result id>#low` and so on are what stands beside it. */
type Values = Readonly<Record<string, number | null>>;

interface Reference {
  readonly script: string;
  readonly r: string;
  readonly values: Values;
  /** The example with a weighting added, which it does not declare. */
  readonly weightedStudies: readonly {
    readonly weighting: NonNullable<Declared["weighting"]>;
    readonly values: Values;
  }[];
}

const reference = JSON.parse(readFileSync("tests/reference/example/independent.json", "utf8")) as Reference;

describe("the example worked out from its raw files by another program (R)", async () => {
  const results = await resultsOf("data/example");
  const measures = new Set(Object.keys(reference.values).map((key) => key.split("/")[0]!));

  it.each([...measures])("%s: every value agrees", (measure) => {
    const ofMeasure = Object.entries(reference.values).filter(([key]) => key.startsWith(`${measure}/`));
    expectAll(results, Object.fromEntries(ofMeasure));
  });
});

describe("the example weighted to an invented make-up of everyone invited", () => {
  it.each(reference.weightedStudies)(
    "weights over $weighting.trim_over times the median cut, margins $weighting.margins.length",
    async ({ weighting, values }) => {
      const folder = copyOfExample();
      appendFileSync(join(folder, "study.yaml"), `\nweighting: ${JSON.stringify(weighting)}\n`);
      expectAll(await resultsOf(folder), values);
    },
  );
});

async function resultsOf(folder: string): Promise<ReadonlyMap<string, Result>> {
  const shipped = await readShipped();
  const { computed } = evaluate(await checkStudy(openFolder(folder), shipped));
  return new Map(computed.results.map((result) => [result.id, result]));
}

function expectAll(results: ReadonlyMap<string, Result>, values: Values): void {
  for (const [key, expected] of Object.entries(values)) {
    const found = valueOf(results, key);
    expect(found, key).not.toBeUndefined();
    if (expected === null) expect(found, key).toBeNull();
    else
      expect(Math.abs(found! - expected), key).toBeLessThanOrEqual(
        toleranceOf(key) * Math.max(1, Math.abs(expected)),
      );
  }
}

/** lavaan stops about 1e-7 short of the best fit. */
function toleranceOf(key: string): number {
  return key.includes("/omega/") ? 1e-6 : 1e-9;
}

/** Null when a result says that there is no number; undefined when there is no such result. */
function valueOf(results: ReadonlyMap<string, Result>, key: string): number | null | undefined {
  const [id, part] = key.split("#");
  const result = results.get(id!);
  if (result?.kind === "unavailable") return null;
  if (result?.kind !== "estimate") return undefined;
  return part === undefined ? result.estimate : partsOf(result)[part];
}

function partsOf(result: Estimate): Readonly<Record<string, number | undefined>> {
  return {
    n: result.n,
    low: result.interval?.low,
    high: result.interval?.high,
    predictionLow: result.prediction?.low,
    predictionHigh: result.prediction?.high,
    statistic: result.test?.statistic,
    df: result.test?.df,
    pValue: result.test?.pValue,
    tauSquared: Number(result.settings["tauSquared"]),
    iSquared: Number(result.settings["iSquared"]),
    answered: Number(result.settings["answered"]),
    effectiveN: Number(result.settings["effectiveN"]),
    trimmed: Number(result.settings["trimmed"]),
  };
}
