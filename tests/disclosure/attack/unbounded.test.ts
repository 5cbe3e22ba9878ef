import { expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import type { System } from "../../../src/disclosure/attack/system.js";

it("boundsOf(system, terms): nothing bounds a sum from above though whole numbers elsewhere must be looked for", () => {
  const whole = (name: string) => ({ name, whole: true, low: 0, high: null });
  const system: System = {
    unknowns: [whole("sixes"), whole("tens"), whole("fifteens"), whole("at least the sixes")],
    constraints: [
      {
        terms: [
          { unknown: 0, times: 6 },
          { unknown: 1, times: 10 },
          { unknown: 2, times: 15 },
        ],
        low: 31,
        high: 31,
        from: [],
      },
      {
        terms: [
          { unknown: 3, times: 1 },
          { unknown: 0, times: -1 },
        ],
        low: 0,
        high: null,
        from: [],
      },
    ],
  };
  // One of each is the only way to 31.
  expect(boundsOf(system, [{ unknown: 3, times: 1 }])).toEqual({ low: 1, high: null });
});
