import { describe, expect, it } from "vitest";
import { auditTogether } from "../../../src/disclosure/attack/together/audit-together.js";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import type { Result } from "../../../src/core/result.js";
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
    const from = [`0:${id}`, `1:${id}`];
    expect(given([twoOrThree, threeOrFour])).toEqual([
      { id, what: "counted", part: null, low: 3, high: 3, from },
      { id, what: "not counted", part: null, low: 9, high: 9, from },
    ]);
  });

  it("give away nothing more where they tell the same, nor again what one gives away by itself", () => {
    expect(given([twoOrThree, twoOrThree])).toEqual([]);
    const exact = held([share(opinion, 0.25, 12)]);
    expect(breachesAlone(exact)).toBe(2);
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
    expect(audit.breaches.map(({ protected: { id, what } }) => [what, id])).toEqual(bothOf(opinion.id));
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
    const from = [`0:${opinion.id}`, `2:${opinion.id}`];
    expect(audit.breaches.map((breach) => breach.from)).toEqual([from, from]);
  });

  it("are put together though a third, of other data, gives the same number away by itself", () => {
    const later = held([share(opinion, 0.5, 40)]);
    expect(breachesAlone(later)).toBe(2);
    expect(given([twoOrThree, threeOrFour, later]).map(({ what, id }) => [what, id])).toEqual(
      bothOf(opinion.id),
    );
  });

  it("are not put together where the flow tells that others answered, though every share fits", () => {
    const answered = (number: number) => people("flow/answered-arrival/pooled", all, number);
    const audit = auditTogether([
      held([...twoOrThree.released.results, answered(40)]),
      held([...threeOrFour.released.results, answered(41)]),
    ]);
    expect(audit.differing.map(({ data }) => data)).toEqual(["arrival"]);
    expect(audit).toMatchObject({ breaches: [], contradicting: [], few: [{ more: { low: 1, high: 1 } }] });
  });

  it("are not put together in who answered twice where the flow tells that others were linked", () => {
    const linked = (number: number) => people("flow/linked-arrival-to-month3/pooled", all, number);
    const change = (one: ReturnType<typeof share>) => ({
      ...one,
      subject: { ...one.subject, versus: "arrival", wave: "month3" },
    });
    const of = (one: Held, ...more: readonly ReturnType<typeof people>[]) =>
      held([...one.released.results.map((result) => change(result as ReturnType<typeof share>)), ...more]);
    expect(given([of(twoOrThree), of(threeOrFour)])).toHaveLength(2);
    const audit = auditTogether([of(twoOrThree, linked(30)), of(threeOrFour, linked(31))]);
    expect(audit.differing.map(({ data }) => data)).toEqual(["arrival to month3"]);
    expect(audit.breaches).toEqual([]);
  });

  const {
    id: answered,
    label,
    subject,
    unit,
    method,
    reference,
  } = people("flow/answered-month3/pooled", all, 30);
  const heldBack: Result = {
    kind: "suppressed",
    ...{ id: answered, label, subject, unit, method, reference },
    reason: "held back",
  };
  it.each([
    ["tell nothing of it", []],
    ["hold it back", [heldBack]],
  ])("are put together elsewhere where shares of the flow differ, and both %s", (_, flow) => {
    const rate = (estimate: number, n: number) =>
      share(
        {
          id: "link-rate/arrival-to-month3/pooled",
          measure: "link-rate",
          wave: "month3",
          versus: "arrival",
          trusts: all,
        },
        estimate,
        n,
      );
    const audit = auditTogether([
      held([...twoOrThree.released.results, ...flow, rate(0.7, 30)]),
      held([...threeOrFour.released.results, ...flow, rate(0.4, 60)]),
    ]);
    expect(audit.contradicting).toEqual([]);
    expect(audit.breaches.map(({ protected: { id, what } }) => [what, id])).toEqual(bothOf(opinion.id));
  });
});

/** That people counted and people not counted of a result are given away. */
function bothOf(id: string): readonly (readonly [string, string])[] {
  return [
    ["counted", id],
    ["not counted", id],
  ];
}

describe("three releases, of which the third fits two that contradict each other", () => {
  const other = { ...opinion, id: "item/other/arrival/top-two/pooled", item: "other", trusts: all };
  const low = share(other, 0.2, 30, 0.2, 5);
  const high = share(other, 0.8, 30, 0.2, 5);

  it("give away whatever two of them do, in every order", () => {
    const differs = held([high]);
    const fits = held([...twoOrThree.released.results, low]);
    for (const releases of ordersOf([differs, fits, threeOrFour])) {
      const { breaches, differing } = auditTogether(releases);
      const places = [fits, threeOrFour].map((one) => releases.indexOf(one)).sort();
      const from = places.map((place) => `${place}:${opinion.id}`);
      expect(differing).toHaveLength(1);
      expect(breaches.map((breach) => [breach.protected.what, breach.bounds, breach.from])).toEqual([
        ["counted", { low: 3, high: 3 }, from],
        ["not counted", { low: 9, high: 9 }, from],
      ]);
    }
  });

  it("give away what one of the two shows and the third holds back, and what it joins, in every order", () => {
    const of = (slice: string, trusts: readonly string[]) => ({
      ...opinion,
      id: `item/welcome/arrival/top-two/${slice}`,
      trusts,
    });
    const differs = held([high]);
    const shows = held([low, share(of("trust-a", ["A"]), 0.4, 20, 0.2, 5)]);
    const holdsBack = held(
      [hidden(of("trust-a", ["A"])), share(of("trusts-a+b", ["A", "B"]), 0.4, 40, 0.2, 5)],
      [["A", "B"], ["C"]],
    );
    for (const releases of ordersOf([differs, shows, holdsBack])) {
      const audit = auditTogether(releases);
      expect(audit.shown.map(({ heldBack, shown }) => [heldBack.held, shown.held])).toEqual([
        [releases.indexOf(holdsBack), releases.indexOf(shows)],
      ]);
      expect(audit.apart.map(({ joined, apart }) => [joined.held, apart.held])).toEqual([
        [releases.indexOf(holdsBack), releases.indexOf(shows)],
      ]);
    }
  });

  it("give away whatever two of them do where all three, and no two, contradict each other", () => {
    const of = (level: string) => ({
      id: `coverage/x/arrival/${level}/trust-a`,
      measure: "coverage",
      item: "x",
      level,
    });
    const levels = ["1", "2", "3"].map(of);
    const relations = [{ kind: "complement", parts: levels.map(({ id }) => id) }] as const;
    const tells = (at: number, ...more: readonly ReturnType<typeof share>[]) =>
      held(
        [...levels.map((about, place) => (place === at ? share(about, 0.5, 30) : hidden(about))), ...more],
        undefined,
        "pilot",
        { relations },
      );
    const [one, two, three] = [tells(0), tells(1, share(opinion, 0.2, 12, 0.2)), tells(2)];
    const third = held([...three.released.results, ...threeOrFour.released.results], undefined, "pilot", {
      relations,
    });
    for (const releases of ordersOf([one, two, third])) {
      const { contradicting, breaches } = auditTogether(releases);
      expect(contradicting).toHaveLength(1);
      expect(breaches.filter(({ protected: { id } }) => id === opinion.id)).toHaveLength(2);
    }
  });
});

/** Three or fewer in every order. */
function ordersOf<T>(some: readonly T[]): readonly (readonly T[])[] {
  if (some.length < 2) return [some];
  return some.flatMap((first) =>
    ordersOf(some.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

it("finds the same whatever the order of two releases", () => {
  const found = (releases: readonly Held[]) => {
    const { attacked, breaches } = auditTogether(releases);
    return [attacked, breaches.map(({ protected: { id }, bounds }) => [id, bounds])];
  };
  expect(found([threeOrFour, twoOrThree])).toEqual(found([twoOrThree, threeOrFour]));
});
