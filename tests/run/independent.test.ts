import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";

interface Reference {
  readonly script: string;
  readonly r: string;
  /** `<result id>` is the estimate; `<result id>#low` and so on are what stands beside it. */
  readonly values: Readonly<Record<string, number>>;
}

const reference = JSON.parse(readFileSync("tests/reference/example/independent.json", "utf8")) as Reference;

describe("the example worked out from its raw files by another program (R)", async () => {
  const shipped = await readShipped();
  const { computed } = evaluate(await checkStudy(openFolder("data/example"), shipped), shipped);
  const results = new Map(computed.results.map((result) => [result.id, result]));
  const measures = new Set(Object.keys(reference.values).map((key) => key.split("/")[0]!));

  it.each([...measures])("%s: every value agrees", (measure) => {
    for (const [key, expected] of Object.entries(reference.values)) {
      if (!key.startsWith(`${measure}/`)) continue;
      const found = valueOf(key);
      expect(found, key).not.toBeUndefined();
      expect(Math.abs(found! - expected), key).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    }
  });

  function valueOf(key: string): number | undefined {
    const [id, part] = key.split("#");
    const result = results.get(id!);
    if (result?.kind !== "estimate") return undefined;
    return part === undefined ? result.estimate : partsOf(result)[part];
  }
});

function partsOf(result: Estimate): Readonly<Record<string, number | undefined>> {
  return {
    n: result.n,
    low: result.interval?.low,
    high: result.interval?.high,
    predictionLow: result.prediction?.low,
    predictionHigh: result.prediction?.high,
    tauSquared: Number(result.settings["tauSquared"]),
    iSquared: Number(result.settings["iSquared"]),
  };
}
