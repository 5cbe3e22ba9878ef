import { describe, expect, it } from "vitest";
import { cohortsApart, differencesOf, fewestApart } from "../../src/disclosure/ledger/apart.js";
import { addEntry, brokenLink } from "../../src/disclosure/ledger/chain.js";
import type { Result, Subject } from "../../src/core/result.js";
import { compareReleases } from "../../src/disclosure/ledger/compare.js";
import type { RecordsBehind, ResponseBehind } from "../../src/disclosure/ledger/entry.js";
import { heldBackAlike } from "../../src/disclosure/ledger/alike.js";
import { releasedValues } from "../../src/disclosure/ledger/released-values.js";
import { setsOf } from "../../src/disclosure/ledger/sets.js";

const people = (trust: string, ...names: readonly string[]) => names.map((of) => ({ trust, of }));
const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `p${from + index}`);
const set = (...trusts: readonly string[]) => new Set(trusts);

describe("people whom two releases differ by", () => {
  it("a record added, dropped or changed is one person", () => {
    const before = people("A", "one", "two", "three");
    expect(fewestApart(differencesOf(before, people("A", "one", "two", "three", "four")), set("A"))).toBe(1);
    expect(fewestApart(differencesOf(before, people("A", "one", "two")), set("A"))).toBe(1);
    expect(fewestApart(differencesOf(before, people("A", "one", "two", "THREE")), set("A"))).toBe(1);
    expect(fewestApart(differencesOf(before, people("A", "three", "one", "two")), set("A"))).toBe(0);
  });

  it("two people of the same answers are two", () => {
    expect(fewestApart(differencesOf(people("A", "x", "x"), people("A", "x")), set("A"))).toBe(1);
  });

  it("somebody who moved counts in both Trusts, and in all", () => {
    const moved = differencesOf([...people("A", "x", "y")], [...people("A", "x"), ...people("B", "y")]);
    for (const trusts of [set("A"), set("B"), set("A", "B")]) expect(fewestApart(moved, trusts)).toBe(1);
    expect(fewestApart(moved, set("C"))).toBe(0);
  });

  it("one who left stands alone among all Trusts, although ten moved between two of them", () => {
    const before = [...people("A", ...names(1, 20)), ...people("B", ...names(21, 40))];
    const after = [...people("A", ...names(12, 20)), ...people("B", ...names(2, 11), ...names(21, 40))];
    const differences = differencesOf(before, after);
    expect(fewestApart(differences, set("A"))).toBe(11);
    expect(fewestApart(differences, set("B"))).toBe(10);
    expect(fewestApart(differences, set("A", "B"))).toBe(1);
    const sets = setsOf(differences, [["A"], ["B"], ["C"]], ["A"]);
    expect(sets.map((one) => [...one].join())).toEqual(["A", "A,B"]);
  });

  it("counts of cohort.csv are compared stage by stage", () => {
    const cohort = (trust: string, eligible: number, invited: number) => ({
      trust,
      counts: { eligible, invited },
    });
    const before = [cohort("A", 40, 30), cohort("B", 20, 20)];
    expect(cohortsApart(before, [cohort("A", 52, 31), cohort("B", 20, 20)], set("A", "B"))).toBe(1);
    expect(cohortsApart(before, [cohort("A", 52, 30), cohort("B", 9, 20)], set("A", "B"))).toBe(1);
    expect(cohortsApart(before, [cohort("A", 52, 30), cohort("B", 20, 20)], set("B"))).toBe(0);
  });
});

describe("the chain of a ledger", () => {
  const withdrawal = (number: number, reason: string) =>
    ({ kind: "withdrawal", number, day: "2026-11-27", reason }) as const;
  const chain = [1, 2, 3].reduce<ReturnType<typeof addEntry>>(
    (entries, number) => addEntry("study", entries, withdrawal(number, `reason ${number}`)),
    [],
  );

  it("names the entry that was edited, or follows one taken out", () => {
    expect(brokenLink("study", chain)).toBeNull();
    expect(brokenLink("study", [chain[0]!, { ...chain[1]!, reason: "another" }, chain[2]!])).toBe(2);
    expect(brokenLink("study", [chain[0]!, chain[2]!])).toBe(2);
    expect(brokenLink("study", [chain[1]!, chain[0]!, chain[2]!])).toBe(1);
    expect(brokenLink("study", ["words"])).toBe(1);
  });

  it("is that of one study", () => {
    expect(brokenLink("another", chain)).toBe(1);
  });
});

describe("two releases side by side", () => {
  const minimums = { people: 10, trusts: 3 };
  const response = (trust: string, name: string, levels: readonly string[] = []): ResponseBehind => {
    return { trust, wave: "m3", answers: name, row: name, person: name, levels };
  };
  const thirty = ["A", "B"].flatMap((trust) =>
    names(1, 30).map((name) => response(trust, `${trust}${name}`)),
  );
  const behind = (responses: readonly ResponseBehind[], more: Partial<RecordsBehind> = {}): RecordsBehind => {
    const rest = { reading: "r", leftOut: [], linked: {}, hr: [], cohorts: [], returns: [] };
    return { ...rest, responses, ...more };
  };
  const share = (id: string, estimate: number | null, more: Partial<Subject> = {}): Result => {
    const subject = { measure: "item", trusts: ["A"], wave: "m3", sensitivity: "opinion", ...more } as const;
    const base = { id, label: id, subject, unit: "proportion", method: "", reference: "" };
    if (estimate === null) return { ...base, kind: "suppressed", reason: "" };
    const open = { interval: null, noInterval: "none", n: 30, missing: {}, settings: {}, cautions: [] };
    return { ...base, ...open, kind: "estimate", estimate, source: { files: [], columns: [] } };
  };
  const release = (results: readonly Result[], of: RecordsBehind, groups = [["A"], ["B"]]) => {
    return { groups, levels: [], values: releasedValues(results), behind: of };
  };
  const compare = (
    before: readonly [readonly Result[], RecordsBehind, string[][]?],
    after: readonly [readonly Result[], RecordsBehind, string[][]?],
    hidden: readonly string[] = [],
    mayHide = false,
  ) => {
    const about = {
      kind: "release",
      number: 4,
      day: "2026-01-01",
      version: "",
      profile: "",
      files: {},
    } as const;
    const entry = { ...about, ...release(...before) };
    return compareReleases(entry, release(...after), after[0], new Set(hidden), minimums, mayHide);
  };
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  it("a changed number is named where 1 to 9 people differ, and not where ten do", () => {
    for (const [fewer, named] of [
      [1, ["x"]],
      [9, ["x"]],
      [10, []],
    ] as const) {
      const found = compare(
        [[share("x", 0.5)], behind(thirty)],
        [[share("x", 0.6)], behind(thirty.slice(fewer))],
      );
      expect(ids(found.isolating), String(fewer)).toEqual(named);
    }
  });

  it("what is shown alike tells nothing", () => {
    const found = compare([[share("x", 0.5)], behind(thirty)], [[share("x", 0.5)], behind(thirty.slice(1))]);
    expect(found.isolating).toEqual([]);
  });

  it("going from shown to held back, or back, is a change too", () => {
    const [before, after] = [behind(thirty), behind(thirty.slice(1))];
    expect(ids(compare([[share("x", 0.5)], before], [[share("x", null)], after]).isolating)).toEqual(["x"]);
    expect(ids(compare([[share("x", null)], before], [[share("x", 0.5)], after]).isolating)).toEqual(["x"]);
    expect(compare([[share("x", 0.5)], before], [[share("x", null)], after], [], true).isolating).toEqual([]);
  });

  it("of a subgroup of which few differ within enough, the number is held back alone", () => {
    const level = (one: ResponseBehind, index: number) => ({
      ...one,
      levels: index === 0 ? ["grade/Top"] : [],
    });
    const inGrade = share("x", 0.5, { trusts: ["A", "B"], group: { variable: "grade", level: "Top" } });
    const now = share("x", 0.6, { trusts: ["A", "B"], group: { variable: "grade", level: "Top" } });
    const found = compare([[inGrade], behind(thirty.map(level))], [[now], behind(thirty.slice(12))]);
    expect([ids(found.isolating), ids(found.within)]).toEqual([[], ["x"]]);
  });

  describe("of the same people", () => {
    const same = behind(thirty);
    const told = (before: readonly Result[], after: readonly Result[], of = same) => {
      const found = compare([before, same], [after, of]);
      expect([found.isolating, found.within]).toEqual([[], []]);
      return { ids: ids(found.toldOtherwise), same: found.samePeople };
    };
    const rounded = (estimate: number, precision: number, nPrecision = 5): Result =>
      ({ ...share("x", estimate), precision, nPrecision }) as Result;

    it("two releases that hold back one of two numbers each would show both", () => {
      const [before, after] = [
        [share("x", 0.5), share("y", null)],
        [share("x", null), share("y", 0.6)],
      ];
      expect(told(before, after)).toEqual({ ids: ["y"], same: true });
      const tenMoreElsewhere = [...thirty, ...names(1, 10).map((name) => response("B", `new ${name}`))];
      expect(told(before, after, behind(tenMoreElsewhere))).toEqual({ ids: ["y"], same: false });
    });

    it("a release that tells all that the other does adds nothing to it", () => {
      const both = [share("x", 0.5), share("y", 0.6)];
      expect(told(both, [share("x", 0.5), share("y", null)]).ids).toEqual([]);
      expect(told([share("x", 0.5), share("y", null)], both).ids).toEqual([]);
      expect(told([share("x", 0.5)], both).ids).toEqual([]);
    });

    it("83% to the nearest 1% lies within 85% to the nearest 5%; that does not lie within 80% to the nearest 10%", () => {
      expect(told([rounded(0.83, 0.01)], [rounded(0.85, 0.05)]).ids).toEqual([]);
      expect(told([rounded(0.84, 0.02)], [rounded(0.8, 0.1)]).ids).toEqual([]);
      expect(told([rounded(0.85, 0.05)], [rounded(0.8, 0.1)]).ids).toEqual(["x"]);
      expect(told([rounded(0.8, 0.1)], [rounded(0.85, 0.05)]).ids).toEqual(["x"]);
    });

    it("a step from an end may be anything nearer to it", () => {
      expect(told([rounded(0.98, 0.02)], [rounded(0.95, 0.05)]).ids).toEqual([]);
    });

    it("a coarser share with a finer number of people is told otherwise", () => {
      expect(told([rounded(0.83, 0.01, 5)], [rounded(0.85, 0.05, 1)]).ids).toEqual(["x"]);
    });

    it("prices that are put right change every cost, and tell nothing of people", () => {
      const cost = (estimate: number, precision: number) =>
        ({ ...share("x", estimate, { measure: "cost" }), precision, unit: "GBP" }) as Result;
      expect(told([cost(850, 50)], [cost(900, 100)]).ids).toEqual([]);
    });
  });

  it("another codebook hides nobody: rows are compared as they stand in the files", () => {
    const recoded = thirty.slice(1).map((one) => ({ ...one, answers: `${one.answers} recoded` }));
    const after = behind(recoded, { reading: "other" });
    const found = compare([[share("x", 0.5)], behind(thirty)], [[share("x", 0.6)], after]);
    expect(ids(found.isolating)).toEqual(["x"]);
  });

  it("a pooled cost that changed with one Trust's return tells that return, unless the Trust agreed or three changed", () => {
    const cost = (estimate: number) => share("x", estimate, { measure: "cost", trusts: ["A", "B"] });
    const returns = (...of: readonly string[]) => of.map((one, index) => ({ trust: "ABC"[index]!, of: one }));
    const groups = [["A"], ["B"], ["C"]];
    const all = { trusts: ["A", "B", "C"] };
    const pooled = (estimate: number) =>
      ({ ...cost(estimate), subject: { ...cost(0).subject, ...all } }) as Result;
    const before = behind(thirty, { returns: returns("1", "2", "3") });
    const changed = (now: readonly string[], hidden: readonly string[]) =>
      ids(
        compare(
          [[pooled(0.5)], before, groups],
          [[pooled(0.6)], behind(thirty, { returns: returns(...now) }), groups],
          hidden,
        ).isolating,
      );
    expect(changed(["1", "2", "4"], ["A", "B", "C"])).toEqual(["x"]);
    expect(changed(["1", "5", "4"], ["A", "B", "C"])).toEqual(["x"]);
    expect(changed(["6", "5", "4"], ["A", "B", "C"])).toEqual([]);
    expect(changed(["1", "2", "4"], ["A", "B"])).toEqual([]);
  });

  describe("held back whether it changed or not", () => {
    const levels = [
      {
        variable: "grade",
        levels: [
          { label: "Top", codes: [1] },
          { label: "Rest", codes: [2, 3] },
        ],
      },
    ];
    const graded = thirty.map((one, index) => ({
      ...one,
      levels: [index < 30 ? "grade/Top" : "grade/Rest"],
    }));
    const of = (responses: readonly ResponseBehind[], more: Partial<RecordsBehind> = {}) => {
      return { groups: [["A"], ["B"]], levels, behind: behind(responses, more) };
    };
    const both = { trusts: ["A", "B"] };
    const results = [
      share("a", 0.5),
      share("b", 0.5, { trusts: ["B"] }),
      share("all", 0.5, both),
      share("top", 0.5, { ...both, group: { variable: "grade", level: "Top" } }),
      share("rest", 0.5, { ...both, group: { variable: "grade", level: "Rest" } }),
      share("change", 0.5, { ...both, measure: "change", wave: "m6", versus: "m3" }),
      share("other wave", 0.5, { wave: "m6" }),
      share("flow", 0.5, { measure: "flow", item: "answered-m3", wave: undefined! }),
      share("cohort", 0.5, { ...both, measure: "flow", item: "completed", wave: undefined! }),
      share("hr", 0.5, { measure: "retention", wave: undefined! }),
      share("cost", 0.5, { ...both, measure: "cost", wave: undefined! }),
      share("finding", 0.5, { ...both, measure: "quality", level: "warning", wave: undefined! }),
      share("finding of files", 0.5, { ...both, measure: "files", level: "note", wave: undefined! }),
    ];
    const findings = ["finding", "finding of files"];
    const alike = (later: ReturnType<typeof of>, wholeWaves: boolean, earlier = of(graded)) =>
      heldBackAlike(earlier, later, results, new Set(), minimums, wholeWaves);

    it("of a wave at which one to nine people differ, all numbers of people go, and changes from it", () => {
      const gone = ["a", "b", "all", "top", "rest", "change", "flow", ...findings];
      for (const fewer of [1, 9]) expect(alike(of(graded.slice(fewer)), true)).toEqual(gone);
      expect(alike(of(graded.slice(0, -1)), true)).toEqual(gone);
      expect(alike(of(graded), true)).toEqual([]);
      expect(alike(of(graded.slice(10)), true)).toEqual([]);
    });

    it("the numbers of the cohort and the costs go together, and leave those of the survey", () => {
      const cohorts = (completed: number) => ({ cohorts: [{ trust: "B", counts: { completed } }] });
      expect(alike(of(graded, cohorts(18)), true, of(graded, cohorts(19)))).toEqual([
        "cohort",
        "cost",
        ...findings,
      ]);
      expect(alike(of(graded, cohorts(19)), true, of(graded, cohorts(19)))).toEqual([]);
    });

    it("with the return of a Trust whose cost is not shown, all costs go", () => {
      const returns = (of: string) => ({ returns: [{ trust: "B", of }] });
      const held = (hidden: readonly string[]) =>
        heldBackAlike(
          of(graded, returns("x")),
          of(graded, returns("y")),
          results,
          new Set(hidden),
          minimums,
          true,
        );
      expect(held(["A", "B"])).toEqual(["cost", ...findings]);
      expect(held([])).toEqual([]);
    });

    it("of HR likewise", () => {
      const hr = (...of: readonly string[]) => ({ hr: people("A", ...of) });
      expect(alike(of(graded, hr("x")), true, of(graded, hr("x", "y")))).toEqual(["hr", ...findings]);
    });

    it("where enough people differ but one of a level, all levels go, without being asked", () => {
      const [first, ...others] = graded;
      const later = of([{ ...first!, answers: "else" }, ...others.slice(0, 29), ...others.slice(41)]);
      for (const wholeWaves of [true, false])
        expect(alike(later, wholeWaves).filter((id) => id === "top" || id === "rest")).toEqual([
          "top",
          "rest",
        ]);
      expect(alike(later, false)).not.toContain("b");
    });

    it("levels joined otherwise: one taken from the other leaves few", () => {
      const regrouped = [
        {
          variable: "grade",
          levels: [
            { label: "Top or middle", codes: [1, 2] },
            { label: "Low", codes: [3] },
          ],
        },
      ];
      const now = [share("x", 0.6, { ...both, group: { variable: "grade", level: "Low" } })];
      const about = { kind: "release", number: 1, day: "", version: "", profile: "", files: {} } as const;
      const entry = { ...about, ...of(graded), values: {} };
      const later = { ...of(graded), levels: regrouped, values: releasedValues(now) };
      const found = compareReleases(entry, later, now, new Set(), minimums, false);
      expect(found.levelsJoinedOtherwise).toEqual([
        { variable: "grade", before: "Top", after: "Top or middle" },
        { variable: "grade", before: "Rest", after: "Top or middle" },
        { variable: "grade", before: "Rest", after: "Low" },
      ]);
      expect(heldBackAlike(entry, later, now, new Set(), minimums, true)).toEqual(["x"]);
      const hidden = compareReleases(entry, later, [share("x", null)], new Set(), minimums, true);
      expect(hidden.levelsJoinedOtherwise).toEqual([]);
    });
  });

  it("Trusts that are joined otherwise are named", () => {
    const found = compare([[], behind(thirty), [["A", "B"]]], [[], behind(thirty), [["A"], ["B"]]]);
    expect(found.joinedOtherwise).toEqual([
      { before: ["A", "B"], after: ["A"] },
      { before: ["A", "B"], after: ["B"] },
    ]);
  });
});
