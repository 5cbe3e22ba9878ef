import { describe, expect, it } from "vitest";
import { cohortsApart, differencesOf, fewestApart } from "../../src/disclosure/ledger/apart.js";
import { addEntry, brokenLink } from "../../src/disclosure/ledger/chain.js";
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
