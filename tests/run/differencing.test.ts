import { beforeAll, describe, expect, it } from "vitest";
import { standingReleases } from "../../src/disclosure/ledger/entry.js";
import type { ReleaseEntry } from "../../src/disclosure/ledger/entry.js";
import type { Result } from "../../src/core/result.js";
import { registerOf } from "../../src/disclosure/register.js";
import { openFolder } from "../../src/ingest/folder.js";
import { printBesides } from "../../src/cli/print-besides.js";
import { checkStudy } from "../../src/run/check.js";
import type { Study } from "../../src/study/study.js";
import type { Checked } from "../../src/run/check.js";
import { evaluateAfter, isolates } from "../../src/run/evaluate-after.js";
import { readShipped } from "../../src/run/shipped.js";
import { changes, moveTen, random } from "../bench/differencing/changes.mjs";

// A hundred such changes in simulated studies: node tests/bench/differencing.mjs

let checked: Checked;
let entry: ReleaseEntry;

beforeAll(async () => {
  checked = await checkStudy(openFolder("data/example"), await readShipped());
  const { compared } = after(checked, []).besides;
  const about = { kind: "release", number: 1, day: "2026-11-27", version: "0", profile: "pilot" } as const;
  entry = { ...about, files: {}, ...compared };
});

function after(later: Checked, releases: readonly ReleaseEntry[], withholdChanged = false) {
  return evaluateAfter(later, later, { releases, withholdChanged, refuse: true });
}

describe("two releases of one study", () => {
  it.each(Object.keys(changes) as (keyof typeof changes)[])(
    "%s one respondent: refused, with the release and what changed named",
    (kind) => {
      const { besides, evaluation } = after(changes[kind](checked, random(3)), [entry]);
      expect(isolates(besides)).toBe(true);
      const told = printBesides(besides, evaluation.study, "my-study", true);
      expect(told).toMatch(/^Beside release 1 of 2026-11-27, this one would set few people apart\./);
      expect(told).toMatch(/: was .*, now /);
    },
    120_000,
  );

  it("ten people who move, or a withdrawn release before: not refused", () => {
    const { besides } = after(moveTen(checked, random(3)), [entry]);
    expect(isolates(besides)).toBe(false);
    const withdrawal = { kind: "withdrawal", number: 1, day: "2026-11-28", reason: "a draft" } as const;
    expect(standingReleases([entry, withdrawal])).toEqual([]);
  });

  it("ten people who move: refused beside a release whose policy asks for twelve", () => {
    const strict = { ...entry, minimums: { people: 12, trusts: 3 } };
    expect(isolates(after(moveTen(checked, random(3)), [strict]).besides)).toBe(true);
  });

  it("which numbers are held back tells nothing of the person who differs", () => {
    const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
    const drops = seeds.flatMap((seed) => {
      const later = changes.drop(checked, random(seed));
      const from = checked.surveys.findIndex((survey, index) => survey !== later.surveys[index]);
      return checked.surveys[from]!.wave === "month3" ? [{ later, from }] : [];
    });
    const [one] = drops;
    const another = drops.find(({ from }) => from !== one!.from);
    const [first, second] = [one!, another!].map(({ later }) => {
      const { evaluation, besides } = after(later, [entry], true);
      expect(isolates(besides)).toBe(false);
      return evaluation.released.results;
    });
    const heldBack = (results: readonly Result[]) =>
      results.flatMap(({ id, kind }) => (kind === "suppressed" ? [id] : []));
    expect(heldBack(first!)).toEqual(heldBack(second!));
    expect(heldBack(first!).length).toBeGreaterThan(100);
    expect(first).toEqual(second);
  });

  it("holds back what changed, where it is asked to", () => {
    const { besides, evaluation } = after(changes.drop(checked, random(3)), [entry], true);
    expect(isolates(besides)).toBe(false);
    expect(besides.withheld.length).toBeGreaterThan(0);
    const shown = evaluation.released.results.filter(({ kind }) => kind === "estimate");
    for (const { id } of shown.filter(({ subject }) => subject.measure === "response"))
      expect(besides.compared.values[id], id).toEqual(entry.values[id]);
    expect(shown.some(({ subject }) => subject.measure === "response")).toBe(true);
    expect(printBesides(besides, evaluation.study, "my-study", true)).toContain("Held back as [c]");
  });

  it("of one IMG fewer who completed: the cohort and the costs go together, the survey stays", () => {
    const cohorts = checked.cohorts.map((one) => (one.trust === "C" ? { ...one, completed: 18 } : one));
    const { besides, evaluation } = after({ ...checked, cohorts }, [entry], true);
    expect(isolates(besides)).toBe(false);
    const shown = evaluation.released.results.filter(({ kind }) => kind === "estimate");
    const ofFlow = shown.flatMap(({ subject }) => (subject.measure === "flow" ? [subject.item] : []));
    expect(new Set(ofFlow)).toEqual(
      new Set(["answered-arrival", "answered-month3", "linked-arrival-to-month3"]),
    );
    expect(shown.filter(({ subject }) => subject.measure === "cost")).toEqual([]);
    expect(shown.some(({ subject }) => subject.measure === "scale")).toBe(true);
    const register = registerOf(evaluation.computed, evaluation);
    const registered = register.flatMap(({ rule, label }) => (rule === "earlier release" ? [label] : []));
    expect([...besides.withheld].sort()).toEqual(registered.sort());
  });

  it("the same people under another policy: refused, with offers that work", () => {
    const under = (disclosure: Partial<Study["disclosure"]>): Checked => {
      const study = checked.study!;
      return { ...checked, study: { ...study, disclosure: { ...study.disclosure, ...disclosure } } };
    };
    const { besides, evaluation } = after(under({ profile: "strict" }), [entry]);
    expect(isolates(besides)).toBe(true);
    const told = printBesides(besides, evaluation.study, "my-study", true);
    expect(told).toMatch(
      /^Beside release 1 of 2026-11-27, this one tells the same people's numbers in another way\./,
    );
    expect(told).toContain("the disclosure settings of release 1 again: profile pilot;");
    expect(told).toContain("profile own, based on these settings, with a higher minimum_people alone");
    expect(told).toContain("that are told more closely now than before: run again with --withhold-changed");
    const own = { based_on: "pilot", source: "x", shares: {}, protection: {}, rounding: {} } as const;
    const coarser = after(under({ profile: "own", own: { ...own, minimum_people: 12 } }), [entry]).besides;
    expect(isolates(coarser)).toBe(false);
    expect(coarser.withheld).toEqual([]);
  });
});
