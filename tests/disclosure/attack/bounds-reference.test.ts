import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { boundsOfEach } from "../../../src/disclosure/attack/bounds.js";

type Pairs = readonly (readonly [unknown: number, times: number])[];
interface Case {
  readonly kind: string;
  readonly unknowns: readonly {
    readonly whole: boolean;
    readonly low: number;
    readonly high: number | null;
  }[];
  readonly constraints: readonly {
    readonly terms: Pairs;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly bounds: readonly {
    readonly terms: Pairs;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

// made by attack-bounds.py
const { cases } = JSON.parse(readFileSync("tests/reference/attack-bounds.json", "utf8")) as {
  cases: readonly Case[];
};
const termsOf = (pairs: Pairs) => pairs.map(([unknown, times]) => ({ unknown, times }));

it.each(cases.map((one, at) => [one.kind, at, one] as const))(
  "bounds agree with SciPy: %s %i",
  (_, __, one) => {
    const system = {
      unknowns: one.unknowns.map((unknown, at) => ({ ...unknown, name: `${at}` })),
      constraints: one.constraints.map((said, at) => ({
        ...said,
        terms: termsOf(said.terms),
        from: [`${at}`],
      })),
    };
    const found = boundsOfEach(
      system,
      one.bounds.map(({ terms }) => termsOf(terms)),
    );
    for (const [place, { low, high }] of one.bounds.entries()) {
      const size = Math.max(1, Math.abs(high ?? 0));
      if (low === null || high === null) expect(found[place]).toEqual({ low, high });
      else {
        expect(Math.abs(found[place]!.low! - low)).toBeLessThan(1e-6 * size);
        expect(Math.abs(found[place]!.high! - high)).toBeLessThan(1e-6 * size);
      }
    }
  },
);
