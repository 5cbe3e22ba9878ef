import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { auditTogether } from "../../src/disclosure/attack/together/audit-together.js";
import { isShare } from "../../src/disclosure/attack/share-cells.js";
import type { Held } from "../../src/disclosure/attack/together/held.js";
import type { ReleaseEntry } from "../../src/disclosure/ledger/entry.js";
import { policyOf } from "../../src/disclosure/policy.js";
import { forEarlierRelease } from "../../src/disclosure/primary.js";
import type { Checked } from "../../src/run/check.js";
import { evaluateAfter, isolates } from "../../src/run/evaluate-after.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { changes, random } from "../bench/differencing/changes.mjs";
import { checkSimulated } from "../disclosure/attack/simulated.js";
import { small, under } from "../disclosure/attack/small.js";

function heldOf({ study, released }: Evaluation): Held {
  return { released, policy: policyOf(study.disclosure), questions: study.variables };
}

/** With some results as another release of the same data shows them, where it does. */
function withShown(one: Held, ids: readonly string[], shown: Held): Held {
  const full = new Map(shown.released.results.map((result) => [result.id, result]));
  const results = one.released.results.map((result) =>
    ids.includes(result.id) ? (full.get(result.id) ?? result) : result,
  );
  return { ...one, released: { ...one.released, results } };
}

describe.each([
  ["pilot", 16, 2],
  ["strict", 20, 1],
] as const)(
  "under %s, a release beside an earlier one from which one person differs",
  (profile, size, seed) => {
    let earlier: Held;
    /** With --withhold-changed, as the run that was refused says; and as it would have been without. */
    let later: Held;
    let open: Held;
    let withheld: readonly Result[];

    beforeAll(async () => {
      const checked = await checkSimulated(seed, small(2, size, 0.95), under(profile));
      const after = (study: Checked, releases: readonly ReleaseEntry[], withholdChanged: boolean) =>
        evaluateAfter(study, study, { releases, withholdChanged, refuse: true });
      const first = after(checked, [], false);
      const about = { kind: "release", number: 1, day: "2026-11-27", version: "0", profile } as const;
      const entry: ReleaseEntry = { ...about, files: {}, ...first.besides.compared };
      const moved = changes.move(checked, random(seed));
      const refused = after(moved, [entry], false);
      expect(isolates(refused.besides)).toBe(true);
      const allowed = after(moved, [entry], true);
      expect(isolates(allowed.besides)).toBe(false);
      [earlier, open, later] = [first, refused, allowed].map(({ evaluation }) => heldOf(evaluation)) as [
        Held,
        Held,
        Held,
      ];
      withheld = later.released.results.filter(
        (one) => one.kind === "suppressed" && one.reason === forEarlierRelease,
      );
    }, 120_000);

    it("gives nothing away where it holds back what it was told to", () => {
      expect(withheld.length).toBeGreaterThan(100);
      const audit = auditTogether([earlier, later]);
      expect(audit.changes.attacked).toBeGreaterThan(50);
      expect(audit.changes.told).toEqual([]);
      expect(audit).toMatchObject({ breaches: [], shown: [], apart: [], few: [], putBack: [] });
    }, 60_000);

    it("is caught when a number comes back, with both releases named", () => {
      const before = new Set(
        earlier.released.results.flatMap(({ kind, id }) => (kind === "estimate" ? [id] : [])),
      );
      const could = open.released.results.filter(
        ({ id, kind }) => kind === "estimate" && before.has(id) && withheld.some((one) => one.id === id),
      );
      expect(could.length).toBeGreaterThan(50);
      for (const { id } of could.filter((_, place) => place % 40 === 0)) {
        const { putBack } = auditTogether([earlier, withShown(later, [id], open)]);
        expect(putBack).toMatchObject([{ shown: { held: 1, id }, earlier: { held: 0, id } }]);
      }
    }, 120_000);

    it("is caught when all Trusts but one come back with the number over all, since that tells the one", () => {
      const back = withheld
        .filter((one) => isShare(one) && !one.subject.group && !one.id.endsWith("/trust-a"))
        .map(({ id }) => id);
      const { changes: found, putBack } = auditTogether([earlier, withShown(later, back, open)]);
      expect(putBack.length).toBeGreaterThan(0);
      const ofOne = found.told.filter(({ protected: { id } }) => id.endsWith("/trust-a"));
      // Under strict all is rounded so coarsely that the Trusts' numbers leave that of the one wide enough.
      expect(ofOne.length > 0).toBe(profile === "pilot");
      for (const { from } of ofOne) {
        const releases = new Set(from.map((id) => id.slice(0, 2)));
        expect([...releases].sort()).toEqual(["0:", "1:"]);
      }
    }, 120_000);
  },
);
