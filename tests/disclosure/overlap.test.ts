import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldBackByOverlap } from "../../src/disclosure/overlap.js";

const codes = ["A", "B", "C", "D"];
const overlap = (results: readonly string[], lines: readonly (readonly [string, readonly string[]])[]) => ({
  kind: "overlap" as const,
  results,
  lines: lines.map(([within, trusts]) => ({ within: within.split(" "), trusts, personsPay: false })),
});
const held = (relation: ReturnType<typeof overlap>) => heldBackByOverlap(relation, () => true, 3);

describe("sums of overlapping money", () => {
  it("are all shown when each difference rests on enough Trusts", () => {
    expect(
      held(
        overlap(
          ["all", "extra"],
          [
            ["all extra", codes],
            ["all", ["A", "B", "C"]],
          ],
        ),
      ),
    ).toEqual([]);
  });

  it("the lesser one goes when the difference is what few Trusts spent", () => {
    expect(
      held(
        overlap(
          ["all", "extra"],
          [
            ["all extra", codes],
            ["all", ["A"]],
          ],
        ),
      ),
    ).toEqual(["extra"]);
    expect(
      held(
        overlap(
          ["trust", "nhs"],
          [
            ["trust nhs", codes],
            ["nhs", ["D"]],
          ],
        ),
      ),
    ).toEqual(["nhs"]);
  });

  it("so does one that only two others together would give away", () => {
    // full - extra is B, C and D's for the Trust and A's too for the NHS: nhs - trust - (nhs extra - trust extra) is A's.
    const relation = overlap(
      ["trust", "trust-extra", "nhs", "nhs-extra"],
      [
        ["trust trust-extra nhs nhs-extra", codes],
        ["trust nhs", codes],
        ["nhs nhs-extra", ["B", "C", "D"]],
        ["nhs", ["A"]],
      ],
    );
    expect(held(relation)).toEqual(["nhs-extra"]);
  });

  it("so does one whose difference is what a person is paid, whoever agreed", () => {
    const lines = [
      { within: ["all", "extra"], trusts: codes, personsPay: false },
      { within: ["all"], trusts: ["A"], personsPay: true },
    ];
    const relation = { kind: "overlap" as const, results: ["all", "extra"], lines };
    expect(heldBackByOverlap(relation, () => true, 1)).toEqual(["extra"]);
  });

  it("what is not shown in any case hides nothing", () => {
    const relation = overlap(
      ["all", "extra"],
      [
        ["all extra", codes],
        ["all", ["A"]],
      ],
    );
    expect(heldBackByOverlap(relation, (id) => id !== "all", 3)).toEqual([]);
  });

  it("no sum with whole numbers of those shown is what fewer than three Trusts spent", () => {
    const ids = ["p", "q", "r", "s"];
    const anyLines = fc.array(
      fc.record({
        within: fc.subarray(ids, { minLength: 1 }),
        trusts: fc.subarray(codes, { minLength: 1 }),
        personsPay: fc.constant(false),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        anyLines,
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }),
        (lines, times) => {
          const relation = { kind: "overlap" as const, results: ids, lines };
          const gone = heldBackByOverlap(relation, () => true, 3);
          const weight = (within: readonly string[]) =>
            ids.reduce(
              (sum, id, at) => sum + (within.includes(id) && !gone.includes(id) ? times[at]! : 0),
              0,
            );
          const told = new Set(lines.flatMap((line) => (weight(line.within) === 0 ? [] : line.trusts)));
          expect(told.size === 0 || told.size >= 3).toBe(true);
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  it("beside known sums, one is shown only where it divides them into parts of enough Trusts", () => {
    const known = (lines: readonly (readonly [string, readonly string[]])[]) => ({
      ...overlap(["hours"], lines),
      known: ["staff", "buddies"],
    });
    const enough = ["A", "B", "C"];
    expect(
      held(
        known([
          ["staff buddies hours", codes],
          ["staff", ["A"]],
        ]),
      ),
    ).toEqual([]);
    expect(
      held(
        known([
          ["staff buddies hours", enough],
          ["staff buddies", enough],
        ]),
      ),
    ).toEqual([]);
    expect(
      held(
        known([
          ["staff buddies hours", codes],
          ["staff buddies", ["A"]],
        ]),
      ),
    ).toEqual(["hours"]);
    expect(held(known([["staff buddies hours", ["A", "B"]]]))).toEqual(["hours"]);
  });
});
