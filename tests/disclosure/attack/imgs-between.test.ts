import { describe, expect, it } from "vitest";
import type { Result } from "../../../src/core/result.js";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { auditTogether } from "../../../src/disclosure/attack/together/audit-together.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import { held, people, share } from "./held.js";

const groups = [["A"], ["B"], ["C"]];

/** IMGs inducted in each Trust to the nearest five, and in all exactly, with a cost per IMG that is about twenty. */
function release(inTrusts: readonly number[], inAll: number, answered: readonly number[] = []): Held {
  const cost = (slice: string, trusts: readonly string[], n: number, nPrecision: number): Result => {
    const id = `cost/per-img/inducted/with-supernumerary/${slice}`;
    const about = { id, measure: "cost", item: "per-img", trusts };
    const { subject, ...rest } = share(about, 1000, n, 100, nPrecision);
    const { wave: _, ...ofNoWave } = subject;
    return { ...rest, subject: ofNoWave, unit: "GBP 2026/27 per IMG inducted", method: "cost per IMG" };
  };
  return held(
    [
      people("flow/inducted/pooled", groups.flat(), inAll),
      ...inTrusts.map((number, place) => {
        const [trust] = groups[place]!;
        return people(`flow/inducted/trust-${trust!.toLowerCase()}`, [trust!], number, 5);
      }),
      ...answered.map((number, place) => {
        const [trust] = groups[place]!;
        return people(`flow/answered-month3/trust-${trust!.toLowerCase()}`, [trust!], number, 5);
      }),
      ...inTrusts.map((number, place) => {
        const [trust] = groups[place]!;
        return cost(`trust-${trust!.toLowerCase()}`, [trust!], number, 5);
      }),
    ],
    groups,
  );
}

function toldOf(...releases: readonly Held[]) {
  return auditTogether(releases).imgs.map(({ protected: { id }, bounds, held: place, from }) => [
    id,
    place,
    bounds,
    [...new Set(from.map((text) => text.slice(0, 2)))].sort(),
  ]);
}

describe("IMGs of a Trust beside a release from before its cohort changed", () => {
  const before = release([20, 30, 40], 90);

  it("follow from what all Trusts grew by, where the other Trusts did not change", () => {
    // C had 38 to 42 IMGs, then 53 to 57, and that is 12 more: so it had 41 or 42, and now 53 or 54.
    const after = release([20, 30, 55], 102);
    for (const { released, policy } of [before, after])
      expect(auditResults(released, policy).breaches).toEqual([]);
    // With 48 or 49 in A and B, and 18 or more in A and 28 or more in B, at most 21 were in A and 31 in B.
    expect(toldOf(before, after)).toEqual([
      ["flow/inducted/trust-a", 0, { low: 18, high: 21 }, ["0:", "1:"]],
      ["flow/inducted/trust-b", 0, { low: 28, high: 31 }, ["0:", "1:"]],
      ["flow/inducted/trust-c", 0, { low: 41, high: 42 }, ["0:", "1:"]],
      ["flow/inducted/trust-c", 1, { low: 53, high: 54 }, ["0:", "1:"]],
    ]);
  });

  it("do not follow where every Trust changed, or none did, or each grew by as much as it may have", () => {
    expect(toldOf(before, release([30, 40, 55], 125))).toEqual([]);
    expect(toldOf(before, before)).toEqual([]);
    expect(toldOf(before, release([20, 30, 55], 105))).toEqual([]);
  });

  it("follow whoever answered, or answered otherwise: the cohort is not told by that", () => {
    const [few, more] = [
      [10, 15, 20],
      [20, 25, 30],
    ] as const;
    const found = toldOf(before, release([20, 30, 55], 102));
    expect(toldOf(release([20, 30, 40], 90, few), release([20, 30, 55], 102, few))).toEqual(found);
    expect(toldOf(release([20, 30, 40], 90, few), release([20, 30, 55], 102, more))).toEqual(found);
  });

  it("are said not to be tried where the Trusts that agree cannot all have stayed the same", () => {
    // C had 38 at the least, so A and B at most 52. It has 57 at most, so they have 53 or more: A or B grew within its rounding.
    const audit = auditTogether([before, release([20, 30, 55], 110)]);
    expect(audit.imgs).toEqual([]);
    expect(audit.imgsNotTried).toEqual([[0, 1]]);
    expect(auditTogether([before, release([20, 30, 55], 102)]).imgsNotTried).toEqual([]);
  });
});
