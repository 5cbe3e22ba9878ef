import { describe, expect, it } from "vitest";
import type { Result } from "../../../src/core/result.js";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { auditTogether } from "../../../src/disclosure/attack/together/audit-together.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import { forEarlierRelease } from "../../../src/disclosure/primary.js";
import { held, hidden, share } from "./held.js";

const of = (level: string) => ({
  id: `coverage/x/month3/${level}/trust-a`,
  measure: "coverage",
  item: "x",
  wave: "month3",
  level,
});
const [yes, no] = [of("yes"), of("no")];
const relations = [{ kind: "complement", parts: [no.id, yes.id] }] as const;

function withheld(about: Parameters<typeof hidden>[0]): Result {
  return { ...hidden(about), reason: forEarlierRelease } as Result;
}

function release(...results: readonly Result[]): Held {
  return held(results, undefined, "pilot", { relations });
}

function changesIn(...releases: readonly Held[]) {
  return auditTogether(releases).changes.told.map(
    ({ protected: { id, what, width }, bounds, earlier, later, from }) => ({
      id,
      what,
      width,
      ...bounds,
      earlier,
      later,
      from,
    }),
  );
}

function breachesAlone({ released, policy }: Held): number {
  return auditResults(released, policy).breaches.length;
}

describe("a release that holds numbers back for the sake of an earlier one", () => {
  const earlier = release(share(yes, 0.3, 40), share(no, 0.7, 40));

  it("gives nothing away beside it, though the earlier one shows them all", () => {
    for (const releases of [
      [earlier, release(withheld(yes), withheld(no))],
      [release(withheld(yes), withheld(no)), earlier],
    ]) {
      const audit = auditTogether(releases);
      expect(audit.changes).toEqual({ attacked: 5, told: [] });
      expect(audit).toMatchObject({
        breaches: [],
        shown: [],
        apart: [],
        few: [],
        differing: [],
        putBack: [],
      });
    }
  });

  it("tells who changed where a number beside it tells the new one", () => {
    // 14 of 40 said yes where 12 did.
    const later = release(withheld(yes), share(no, 0.65, 40));
    const from = [`0:${yes.id}`, `1:${no.id}`];
    expect(changesIn(earlier, later)).toMatchObject([
      { id: yes.id, what: "counted", low: 2, high: 2, earlier: 0, later: 1, from },
      { id: yes.id, what: "not counted", low: -2, high: -2, earlier: 0, later: 1 },
      { id: yes.id, what: "people", low: 0, high: 0, earlier: 0, later: 1 },
    ]);
  });

  it("tells who changed where it leaves the number itself wide enough, but few people cannot have changed so much", () => {
    // 12 to 20 of 40 said no, so that 20 to 28 said yes. Of the 12 before, few more are 20 or 21.
    const later = release(withheld(yes), share(no, 0.4, 40, 0.2, 5));
    const before = release(share(yes, 0.3, 40));
    expect([before, later].map(breachesAlone)).toEqual([0, 0]);
    const [told] = changesIn(before, later);
    expect(told).toMatchObject({ id: yes.id, what: "counted", width: 5, low: 8, high: 9 });
    expect(told!.from).toEqual([`0:${yes.id}`, `1:${no.id}`]);
  });

  it("is not accused where so many changed that they are not few", () => {
    const later = release(withheld(yes), share(no, 0.2, 40, 0.2, 5));
    expect(changesIn(release(share(yes, 0.3, 40)), later)).toEqual([]);
  });

  it("still asks that a number which the earlier one holds back on its own account be left wide", () => {
    // 10 to 16 of 13 to 17 people said yes, and 1 to 5 no: 4 wide, where `pilot` asks for 5.
    const shown = held([hidden(no), share(yes, 0.8, 15, 0.2, 5)], undefined, "partner", { relations });
    const later = held([withheld(no)], undefined, "pilot");
    expect(auditTogether([shown, later]).breaches).toEqual([]);
    const first = held([hidden(no)], undefined, "pilot");
    const [breach] = auditTogether([shown, later, first]).breaches;
    expect(breach).toMatchObject({ protected: { id: no.id, what: "counted" }, from: [`0:${yes.id}`] });
    expect(breach!.protected.askedBy).toContain(2);
  });
});

describe("a wave held back for the sake of an earlier release", () => {
  const questions = ["a", "b", "c", "d"].map((item) => ({
    ...yes,
    id: `coverage/${item}/month3/yes/trust-a`,
    item,
  }));
  const all = questions.map((one) => share(one, 0.3, 40));
  const earlier = held(all);
  const without = (...shown: readonly number[]) =>
    held(questions.map((one, place) => (shown.includes(place) ? all[place]! : withheld(one))));

  it.each([[[1]], [[2, 3, 0]], [[]]])(
    "tells whether a number changed that it shows all the same: %j",
    (shown) => {
      const { putBack } = auditTogether([earlier, without(...shown)]);
      // Where most are shown nothing says that the wave was held back: these were told otherwise of the same people.
      const expected = shown.length === 1 ? [questions[1]!.id] : [];
      expect(putBack.map(({ shown: one }) => one)).toEqual(expected.map((id) => ({ held: 1, id })));
      expect(putBack.map(({ earlier: one }) => one)).toEqual(expected.map((id) => ({ held: 0, id })));
    },
  );

  it("says nothing of other waves, nor of what the other release does not show", () => {
    const other = share({ ...yes, id: "coverage/a/arrival/yes/trust-a", wave: "arrival" }, 0.5, 40);
    const own = share({ ...yes, id: "coverage/e/month3/yes/trust-a", item: "e" }, 0.5, 40);
    const before = held([...earlier.released.results, other]);
    const later = held([...without().released.results, other, own]);
    expect(auditTogether([before, later]).putBack).toEqual([]);
  });

  it("leaves it open who changed between two others, unless enough people joined or left over all Trusts", () => {
    const pooled = (estimate: number, n: number) =>
      share({ ...yes, id: "coverage/p/month3/yes/pooled", item: "p", trusts: ["A", "B", "C"] }, estimate, n);
    const first = held([...all, pooled(0.5, 100)]);
    const openOf = (third: Held) => auditTogether([first, without(), third]).open.length;
    expect(openOf(held([...all, pooled(0.6, 100)]))).toBe(1);
    expect(openOf(held([...all, pooled(0.6, 109)]))).toBe(1);
    expect(openOf(held([...all, pooled(0.6, 110)]))).toBe(0);
    expect(openOf(first)).toBe(0);
    expect(auditTogether([first, held([...all, pooled(0.6, 100)])]).open).toEqual([]);
  });
});
