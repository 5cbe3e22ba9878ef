import { describe, expect, it } from "vitest";
import { auditTogether } from "../../../src/disclosure/attack/together/audit-together.js";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import { held, hidden, people, share } from "./held.js";

const all = ["A", "B", "C"];
const opinion = {
  id: "item/welcome/arrival/top-two/trust-a",
  sensitivity: "opinion",
  level: "top-two",
} as const;
/** Of 12 people, 2 or 3 are 0.2 to the nearest 0.2, and 3 or 4 are 0.3 to the nearest 0.15. */
const twoOrThree = held([share(opinion, 0.2, 12, 0.2)]);
const threeOrFour = held([share(opinion, 0.3, 12, 0.15)]);

function breachesAlone({ released, policy }: Held): number {
  return auditResults(released, policy).breaches.length;
}

function given(releases: readonly Held[]) {
  return auditTogether(releases).breaches.map(({ protected: { id, what, part }, bounds, from }) => ({
    id,
    what,
    part,
    ...bounds,
    from,
  }));
}

describe("two releases that rest on the same data", () => {
  it("give away what two roundings tell of one number, and neither tells alone", () => {
    expect([twoOrThree, threeOrFour].map(breachesAlone)).toEqual([0, 0]);
    const { id } = opinion;
    expect(given([twoOrThree, threeOrFour])).toEqual([
      { id, what: "counted", part: null, low: 3, high: 3, from: [`0:${id}`, `1:${id}`] },
    ]);
  });

  it("give away nothing more where they tell the same, nor again what one gives away by itself", () => {
    expect(given([twoOrThree, twoOrThree])).toEqual([]);
    const exact = held([share(opinion, 0.25, 12)]);
    expect(breachesAlone(exact)).toBe(1);
    expect(given([exact, exact])).toEqual([]);
    expect(given([exact, twoOrThree])).toEqual([]);
  });

  it("give away the Trust that they set apart by joining Trusts otherwise", () => {
    const of = (slice: string, trusts: readonly string[]) => ({
      id: `item/welcome/arrival/top-two/${slice}`,
      level: "top-two",
      trusts,
    });
    const one = held([share(of("trusts-a+b", ["A", "B"]), 0.5, 30)], [["A", "B"], ["C"]]);
    const other = held([share(of("trust-a", ["A"]), 0.4, 15)], [["A"], ["B", "C"]]);
    expect([one, other].map(breachesAlone)).toEqual([0, 0]);
    const { breaches, apart } = auditTogether([one, other]);
    expect(apart).toEqual([
      { joined: { held: 0, name: "Trust A and Trust B" }, apart: { held: 1, name: "Trust A" } },
    ]);
    expect(breaches.map(({ protected: { what, part }, bounds }) => [what, part, bounds])).toEqual([
      ["counted", ["B"], { low: 9, high: 9 }],
      ["not counted", ["B"], { low: 6, high: 6 }],
      ["people", ["B"], { low: 15, high: 15 }],
    ]);
  });

  it("give away an answer that one holds back and the other joins with one that is shown", () => {
    const of = (level: string) => ({ id: `item/welcome/arrival/${level}/pooled`, level, trusts: all });
    // To the nearest 10%, 0.2 of 28 to 32 people are 5 to 7; to the nearest 1%, 0.5 of them are 14 of 28, 15 of 30 or 16 of 32.
    const every = held([hidden(of("1")), share(of("2"), 0.2, 30, 0.1, 5)]);
    const joined = held([share(of("low"), 0.5, 30, 0.01, 5)]);
    expect([every, joined].map(breachesAlone)).toEqual([0, 0]);
    const from = [`0:${of("2").id}`, `1:${of("low").id}`];
    expect(given([every, joined])).toEqual([
      { id: of("1").id, what: "counted", part: null, low: 8, high: 11, from },
      { id: of("1").id, what: "not counted", part: null, low: 19, high: 23, from },
    ]);
  });

  it("give away the level of a subgroup that one joins with a level that the other shows", () => {
    const of = (level: string) => ({
      id: `item/welcome/arrival/top-two/pooled/grade-${level}`,
      level: "top-two",
      trusts: all,
      group: { variable: "grade", level },
    });
    const levels = (...shown: readonly (readonly [string, readonly number[]])[]) => ({
      levels: [{ variable: "grade", levels: shown.map(([label, codes]) => ({ label, codes })) }],
    });
    const one = held([share(of("junior"), 0.5, 30)], undefined, "pilot", levels(["junior", [1, 2]]));
    const other = held([share(of("fy1"), 0.6, 20)], undefined, "pilot", levels(["fy1", [1]]));
    const { breaches, apart } = auditTogether([one, other]);
    expect(apart).toMatchObject([{ joined: { name: "grade: junior" }, apart: { name: "grade: fy1" } }]);
    expect(breaches[0]).toMatchObject({ protected: { part: ["2"] }, bounds: { low: 3, high: 3 } });
  });

  it("give away few people between two points of a curve of which each shows one", () => {
    const point = (day: number, estimate: number) =>
      share(
        {
          id: `milestone/days-bank/day-${day}/pooled`,
          measure: "milestone",
          item: "days-bank",
          trusts: all,
          level: `${day}`,
        },
        estimate,
        100,
      );
    const one = held([point(3, 0.3), point(14, 0.6)]);
    const other = held([point(7, 0.32)]);
    expect([one, other].map(breachesAlone)).toEqual([0, 0]);
    expect(given([one, other])).toMatchObject([
      {
        id: "milestone/days-bank/day-7/pooled",
        high: 3,
        from: ["0:milestone/days-bank/day-3/pooled", "1:milestone/days-bank/day-7/pooled"],
      },
    ]);
  });

  it("are told what one holds back and the other shows, each once and not as worked out", () => {
    const one = held([hidden(opinion)]);
    const other = held([share(opinion, 0.2, 12, 0.2)], undefined, "partner");
    const audit = auditTogether([one, other]);
    const { id } = opinion;
    expect(audit.shown).toEqual([{ heldBack: { held: 0, id }, shown: { held: 1, id } }]);
    expect(audit.breaches).toEqual([]);
  });

  it("know that all Trusts of one release may be some Trusts of the other", () => {
    const of = (slice: string) => ({
      ...opinion,
      id: `item/welcome/arrival/top-two/${slice}`,
      trusts: ["A", "B"],
    });
    const ofTwo = held([share(of("pooled"), 0.2, 12, 0.2)], [["A"], ["B"]]);
    const ofAll = held([hidden(of("trusts-a+b"))], [["A", "B"], ["C"]]);
    expect(auditTogether([ofTwo, ofAll]).shown).toEqual([
      { heldBack: { held: 1, id: of("trusts-a+b").id }, shown: { held: 0, id: of("pooled").id } },
    ]);
    const ofOthers = held([hidden({ ...of("pooled"), trusts: all })]);
    expect(auditTogether([ofTwo, ofOthers]).shown).toEqual([]);
  });

  it("must leave a number as wide as the stricter of those asks that hold it back", () => {
    const of = (level: string) => ({
      id: `coverage/x/arrival/${level}/trust-a`,
      measure: "coverage",
      item: "x",
    });
    const relations = [{ kind: "complement", parts: [of("no").id, of("yes").id] }] as const;
    // 10 to 16 of 13 to 17 people said yes, and 1 to 5 no: 4 wide, where `partner` asks for 3 and `pilot` for 5.
    const shown = held([hidden(of("no")), share(of("yes"), 0.8, 15, 0.2, 5)], undefined, "partner", {
      relations,
    });
    const nothing = (profile: "partner" | "pilot") => held([hidden(of("no"))], undefined, profile);
    expect([shown, nothing("pilot")].map(breachesAlone)).toEqual([0, 0]);
    expect(given([shown, nothing("partner")])).toEqual([]);
    const [breach] = auditTogether([shown, nothing("pilot")]).breaches;
    expect(breach).toMatchObject({
      protected: { id: of("no").id, what: "counted", width: 5, askedBy: [1] },
      bounds: { low: 1, high: 5 },
      from: [`0:${of("yes").id}`],
    });
  });
});

describe("releases whose data changed in between", () => {
  const before = share(opinion, 0.2, 12, 0.2);
  const month3 = (estimate: number, n: number) =>
    share({ ...opinion, id: "item/welcome/month3/top-two/trust-a", wave: "month3" }, estimate, n, 0.1);

  it("are not put together where they contradict each other, and still are elsewhere", () => {
    const one = held([before, month3(0.2, 20)]);
    const other = held([share(opinion, 0.3, 12, 0.15), month3(0.5, 40)]);
    const audit = auditTogether([one, other]);
    expect(audit.differing.map(({ data }) => data)).toEqual(["month3"]);
    expect(audit.breaches.map(({ protected: { id } }) => id)).toEqual([opinion.id]);
    expect(audit.few).toEqual([]);
  });

  it("are not put together where no two numbers differ but all of them cannot be true", () => {
    const yes = { id: "coverage/x/arrival/yes/trust-a", measure: "coverage" };
    const no = { id: "coverage/x/arrival/no/trust-a", measure: "coverage" };
    const relations = [{ kind: "complement", parts: [yes.id, no.id] }] as const;
    const one = held([share(yes, 0.5, 30)]);
    const other = held([hidden(yes), share(no, 0.4, 30)], undefined, "pilot", { relations });
    const audit = auditTogether([one, other]);
    expect(audit.differing).toEqual([]);
    expect(audit.contradicting).toEqual([[`0:${yes.id}`, `1:${no.id}`]]);
    expect(audit).toMatchObject({ attacked: 0, breaches: [], shown: [] });
  });

  it("tell of few people where their numbers differ by fewer than the policy asks, and not where they may be more", () => {
    const flow = (number: number, precision = 1) =>
      held([people("flow/answered-arrival/pooled", all, number, precision)]);
    const few = (...pair: readonly Held[]) =>
      auditTogether(pair).few.map(({ more, minimum }) => ({ more, minimum }));
    expect(few(flow(129), flow(130))).toEqual([{ more: { low: 1, high: 1 }, minimum: 10 }]);
    expect(few(flow(129), flow(120))).toEqual([{ more: { low: -9, high: -9 }, minimum: 10 }]);
    expect(few(flow(129), flow(139))).toEqual([]);
    // 18 to 22 people, then 23 to 27: 1 to 9 more. Ten steps on, 6 to 14 more: these may be enough.
    expect(few(flow(20, 5), flow(25, 5))).toEqual([{ more: { low: 1, high: 9 }, minimum: 10 }]);
    expect(few(flow(20, 5), flow(30, 5))).toEqual([]);
    expect(few(flow(20, 5), flow(20, 5))).toEqual([]);
  });

  it("are put together with those of the same data, of three", () => {
    const later = held([share(opinion, 0.6, 40, 0.2)]);
    const audit = auditTogether([twoOrThree, later, threeOrFour]);
    expect(audit.breaches.map(({ from }) => from)).toEqual([[`0:${opinion.id}`, `2:${opinion.id}`]]);
  });
});

it("finds the same whatever the order of the releases", () => {
  const found = (releases: readonly Held[]) => {
    const { attacked, breaches } = auditTogether(releases);
    return [attacked, breaches.map(({ protected: { id }, bounds }) => [id, bounds])];
  };
  expect(found([threeOrFour, twoOrThree])).toEqual(found([twoOrThree, threeOrFour]));
});
