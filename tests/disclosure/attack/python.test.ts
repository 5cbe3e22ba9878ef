import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import type { Protected } from "../../../src/disclosure/attack/system.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import type { Released } from "../../../src/disclosure/released.js";
import type { ProfileName } from "../../../src/study/schema-disclosure.js";

/**
 * A part of a release, and the bounds that `tests/reference/attack.py`, which knows nothing of our code, found in it: lowest,
 * highest, and the number itself.
 */
interface Case extends Released {
  readonly disclosure: { readonly profile: ProfileName };
  readonly bounds: readonly (readonly [string, Protected["what"], number, number | null, number])[];
}

const { cases } = JSON.parse(readFileSync("tests/reference/attack-releases.json", "utf8")) as {
  readonly cases: readonly Case[];
};

describe("our attacker is never wrong, and sees at least what one written in Python without our code sees", () => {
  it.each(cases.map((one, index) => ({ ...one, index })))(
    "system $index, profile $disclosure.profile",
    ({ disclosure, bounds, ...released }) => {
      const { system, protected: numbers } = systemOf(released, policyOf(disclosure));
      const looser = bounds.flatMap(([id, what, low, high, truth]) => {
        const number = numbers.find((one) => one.id === id && one.what === what);
        if (number === undefined) return [`${what}, ${id}: not protected`];
        const ours = boundsOf(system, number.terms);
        if ((ours.low ?? 0) > truth || (ours.high ?? Infinity) < truth)
          return [`${what}, ${id}: ${ours.low} to ${ours.high} is wrong: ${truth}`];
        const isAsNarrow = (ours.low ?? 0) >= low && (high === null || (ours.high ?? Infinity) <= high);
        // A rating that is held back ties questions to one another in Python only: there, nothing that is asked may be missed.
        const isTied = /^gap\/.*\/useful\//.test(id) && (high ?? Infinity) - low >= number.width;
        return isAsNarrow || isTied
          ? []
          : [`${what}, ${id}: ${ours.low} to ${ours.high}, not ${low} to ${high}`];
      });
      expect(bounds.length).toBeGreaterThan(0);
      expect(looser).toEqual([]);
    },
  );
});
