import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSmallest } from "../../src/core/relation.js";
import type { Computed, ShownLevels } from "../../src/core/relation.js";
import { chooseLevels } from "../../src/disclosure/choose-levels.js";
import { passGate } from "../../src/disclosure/gate.js";
import { policyOf } from "../../src/disclosure/policy.js";
import { chooseRungs } from "../../src/disclosure/rungs.js";
import { items } from "../../src/metrics/items.js";
import { scales } from "../../src/metrics/scales.js";
import type { MetricInput } from "../../src/metrics/metric.js";
import type { Variable } from "../../src/study/variable.js";
import { inputOf, number, variable } from "../metrics/fixture.js";
import type { Person } from "../metrics/fixture.js";

/** How many people of each Trust gave each answer, lowest first. */
type Counts = Readonly<Record<string, readonly number[]>>;

function peopleOf(counts: Counts, name = "q"): readonly Person[] {
  return Object.entries(counts).flatMap(([trust, answers]) =>
    answers.flatMap((people, index) =>
      Array.from({ length: people }, () => ({ trust, answers: { [name]: number(index + 1) } })),
    ),
  );
}

function inputFor(people: readonly Person[], asked: Variable, codes: readonly string[]): MetricInput {
  return inputOf(people, [asked], {
    declared: { trusts: codes.map((code) => ({ code, label: `Trust ${code}` })) },
  });
}

function pass(input: MetricInput, computed: Computed, levels: readonly ShownLevels[] = []) {
  const { study } = input.dataset;
  const sizes = new Map(study.trusts.map(({ code }) => [code, 40]));
  return passGate(computed, { groups: input.clusters, levels }, study, sizes);
}

/** Answers to question q that are released, by slice: "trust-a" has "1", "2" ... or "low", "middle" ... */
function shownOf(counts: Counts, asked: Variable, order: readonly string[] = Object.keys(counts)) {
  const input = inputFor(peopleOf(counts), asked, order);
  const { released, summary } = pass(input, items.compute(input));
  const bySlice: Record<string, string[]> = {};
  for (const { id } of released.results) {
    const [, , , level, slice] = id.split("/");
    (bySlice[slice!] ??= []).push(level!);
  }
  const sorted = Object.fromEntries(Object.entries(bySlice).map(([slice, levels]) => [slice, levels.sort()]));
  return { shown: sorted, released, summary };
}

const every = ["1", "2", "3", "4", "5", "top-two"];
const groups = ["high", "low", "middle", "top-two"];
const service = variable("q", { role: "outcome" });
const opinion = variable("q", { role: "outcome", sensitivity: "opinion" });
const sevenPoints = variable("q", {
  sensitivity: "opinion",
  categories: [1, 2, 3, 4, 5, 6, 7].map((code) => ({ code, label: `answer ${code}` })),
});

describe("the rung that is shown", () => {
  const national = { A: [60, 140, 300, 400, 100], B: [90, 210, 300, 300, 100], C: [50, 50, 200, 500, 200] };

  it("is every answer in a national study: by Trust for service, over all Trusts for opinions", () => {
    expect(shownOf(national, service).shown).toEqual({
      "trust-a": every,
      "trust-b": every,
      "trust-c": every,
      pooled: every,
    });
    expect(shownOf(national, opinion).shown).toEqual({
      "trust-a": ["top-two"],
      "trust-b": ["top-two"],
      "trust-c": ["top-two"],
      pooled: every,
    });
  });

  it("is in groups over all Trusts where one answer alone has too few, and the two best where a group has", () => {
    expect(shownOf({ A: [1, 9, 9, 9, 9], B: [1, 9, 9, 9, 9] }, opinion).shown["pooled"]).toEqual(groups);
    expect(shownOf({ A: [1, 1, 20, 9, 9], B: [1, 1, 20, 9, 9] }, opinion).shown["pooled"]).toEqual([
      "top-two",
    ]);
  });

  it("is the coarsest, held back, where none is safe", () => {
    const { released } = shownOf({ A: [0, 0, 1, 12, 9], B: [0, 1, 0, 12, 9] }, opinion);
    const pooled = released.results.filter(({ id }) => id.endsWith("/pooled"));
    expect(pooled.map(({ id, kind }) => [id.split("/")[3], kind])).toEqual([["top-two", "suppressed"]]);
  });

  it("is told in the summary, with how many questions it is shown for", () => {
    expect(shownOf(national, opinion).summary.answers).toEqual([
      { by: "all Trusts", grain: "every answer", questions: 1 },
      { by: "Trust", grain: "top two", questions: 1 },
    ]);
  });

  it("cuts across no other: seven answers are not in three groups beside the two best by Trust", () => {
    const { shown } = shownOf({ A: [2, 6, 6, 6, 6, 6, 6], B: [2, 6, 6, 6, 6, 6, 6] }, sevenPoints);
    expect(shown).toEqual({ "trust-a": ["top-two"], "trust-b": ["top-two"], pooled: ["top-two"] });
  });

  it("is the same for all Trusts, and one of the ladder, whatever the answers", () => {
    const drawn = fc.array(fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(drawn, fc.constantFrom(service, opinion), (answers, asked) => {
        const counts = Object.fromEntries(answers.map((one, index) => ["ABCD"[index]!, one]));
        const { shown } = shownOf(counts, asked);
        const byTrust = Object.entries(shown).filter(([slice]) => slice !== "pooled");
        const kinds = new Set(byTrust.map(([, levels]) => levels.join()));
        expect(kinds.size).toBe(1);
        for (const levels of Object.values(shown))
          expect([every, groups, ["top-two"]]).toContainEqual(levels);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it("does not depend on the order of Trusts or of rows", () => {
    const drawn = fc.array(fc.array(fc.nat(14), { minLength: 5, maxLength: 5 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(drawn, ([a, b, c]) => {
        const counts = { A: a!, B: b!, C: c! };
        const turned = { C: c!, B: b!, A: a! };
        expect(shownOf(turned, opinion, ["C", "A", "B"]).shown).toEqual(shownOf(counts, opinion).shown);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it("comes from what was computed: no number that the gate made", () => {
    const input = inputFor(peopleOf(national), service, ["A", "B", "C"]);
    const computed = items.compute(input);
    const { released } = pass(input, computed);
    const before = new Map(computed.results.map((result) => [result.id, result]));
    for (const result of released.results) {
      const own = before.get(result.id);
      if (result.kind !== "estimate" || own?.kind !== "estimate") continue;
      expect(Math.abs(result.estimate - own.estimate)).toBeLessThanOrEqual(result.precision! / 2 + 1e-9);
    }
    expect(released.results.some(({ kind }) => kind === "estimate")).toBe(true);
  });
});

describe("a finer rung over all Trusts", () => {
  const rungOf = (counts: Counts, width: number) => {
    const input = inputFor(peopleOf(counts), opinion, Object.keys(counts));
    const { results, ladders } = items.compute(input);
    const codes = Object.keys(counts);
    const chosen = chooseRungs(ladders, {
      byId: new Map(results.map((result) => [result.id, result])),
      isAllowed: ({ subject }) =>
        !subject.group && (subject.trusts.length !== 1 || subject.level === "top-two"),
      isSafe: () => true,
      allTrusts: codes,
      width,
    });
    return chosen.find(({ by }) => by === "all Trusts")?.grain;
  };

  it("is shown where the answers of a Trust stay open", () => {
    expect(rungOf({ A: [4, 4, 9, 9, 9], B: [4, 4, 9, 9, 9] }, 5)).toBe("every answer");
  });

  it("is not where all but one Trust gave none of the answers that it divides", () => {
    expect(rungOf({ A: [4, 4, 9, 9, 9], B: [4, 4, 9, 0, 0] }, 5)).toBe("groups");
    expect(rungOf({ A: [4, 4, 9, 9, 9], B: [4, 4, 9, 0, 2] }, 5)).toBe("groups");
    expect(rungOf({ A: [4, 4, 9, 9, 9], B: [4, 4, 9, 0, 2] }, 2)).toBe("every answer");
  });
});

describe("levels of a subgroup", () => {
  const grade = variable("grade", {
    role: "group",
    sensitivity: "personal",
    categories: ["Foundation level", "Registrar level", "Specialty doctor", "Consultant"].map(
      (label, index) => ({
        code: index + 1,
        label,
      }),
    ),
  });
  const rating = variable("rating", { role: "outcome", sensitivity: "opinion" });
  const declared = { subgroups: ["grade"], scales: [{ id: "s", label: "Settling", aim: "settling-in" }] };
  const person = (trust: string, level: number, answer: number, score: number): Person => ({
    trust,
    answers: { grade: number(level), rating: number(answer) },
    scores: { s: score },
  });
  // 20 foundation doctors, 12 registrars, 7 specialty doctors, 4 consultants.
  const people = [20, 12, 7, 4].flatMap((count, level) =>
    Array.from({ length: count }, (_, index) =>
      person(index % 2 === 0 ? "A" : "B", level + 1, 1 + ((index + level) % 5), 10 * (index % 7) + level),
    ),
  );
  const policy = policyOf(inputOf([], []).dataset.study.disclosure);
  const levelsOf = (some: readonly Person[]) =>
    chooseLevels(inputOf(some, [grade, rating], { declared }).dataset, policy);

  it("are joined, smallest with next smallest, until each has enough people", () => {
    expect(levelsOf(people)).toEqual([
      {
        variable: "grade",
        levels: [
          { label: "Foundation level", codes: [1] },
          { label: "Registrar level", codes: [2] },
          { label: "Specialty doctor and consultant", codes: [3, 4] },
        ],
      },
    ]);
  });

  it("are as they are where each has enough, and none where all but one would have too few", () => {
    const many = [1, 2, 3, 4].flatMap((level) => Array.from({ length: 10 }, () => person("A", level, 1, 1)));
    expect(levelsOf(many)[0]!.levels.map(({ codes }) => codes)).toEqual([[1], [2], [3], [4]]);
    const few = [1, 2, 3, 4].flatMap((level) => Array.from({ length: 4 }, () => person("A", level, 1, 1)));
    expect(levelsOf([...few, ...few].slice(0, 18))[0]!.levels).toEqual([]);
  });

  it("do not depend on the order of people", () => {
    expect(levelsOf([...people].reverse())).toEqual(levelsOf(people));
  });

  it("when joined, have the numbers of their own people, counted by hand", () => {
    const levels = levelsOf(people);
    const input = inputOf(people, [grade, rating], { declared, levels });
    const id = "outcome/rating/month3/top-two/pooled/grade-specialty-doctor-and-consultant";
    const result = items.compute(input).results.find((one) => one.id === id);
    // Specialty doctors answer 3 4 5 1 2 3 4, consultants 4 5 1 2: five of eleven give 4 or 5.
    expect(result).toMatchObject({ kind: "estimate", n: 11, count: 5, estimate: 5 / 11 });
    expect(result?.subject.group).toEqual({ variable: "grade", level: "Specialty doctor and consultant" });
  });

  it("are shown as joined and not alone, and the summary says so", () => {
    const levels = levelsOf(people);
    const input = inputOf(people, [grade, rating], { declared, levels });
    const { released, summary } = pass(input, items.compute(input), levels);
    const shown = new Set(released.results.flatMap(({ subject }) => subject.group?.level ?? []));
    expect([...shown]).toEqual(["Foundation level", "Registrar level", "Specialty doctor and consultant"]);
    expect(summary.joinedLevels).toEqual(["grade: specialty doctor and consultant"]);
    expect(summary.unsplit).toEqual([]);
    expect(released.levels).toEqual(levels);
  });

  it("are not shown where none is left, and the summary says so", () => {
    const levels: readonly ShownLevels[] = [{ variable: "grade", levels: [] }];
    const input = inputOf(people, [grade, rating], { declared, levels });
    const { released, summary } = pass(input, scales.compute(input), levels);
    expect(released.results.filter(({ subject }) => subject.group)).toEqual([]);
    expect(summary.unsplit).toEqual(["grade"]);
  });
});

describe("joinSmallest", () => {
  const members = [6, 30, 9, 20].map((size, index) => ({ code: String(index + 1), size }));

  it("joins the smallest with the next smallest", () => {
    const joined = joinSmallest(members).map(({ groups: own }) =>
      own.map((group) => group.join("+")).join(" "),
    );
    expect(joined).toEqual(["1 2 3 4", "1+3 2 4", "1+3+4 2", "1+2+3+4"]);
  });
});
