import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as stats from "../../src/stats/index.js";
import { allowed, methodCheck } from "../../src/verify/check.js";
import type { MethodCheck } from "../../src/verify/check.js";
import { families } from "../../src/verify/checks/index.js";
import { verifyMethods } from "../../src/verify/verify.js";
import { withoutReference } from "../../src/verify/without-reference.js";
import { referenceFiles } from "../stats/reference.js";

const checks = families.flatMap((family) => family.checks);
const names = Object.keys(stats);

describe("what is verified", () => {
  it("every method agrees with its references, and there are 60 or more", () => {
    const failed = verifyMethods(checks, referenceFiles).filter((row) => !row.passed);
    expect(failed.map((row) => `${row.id}, ${row.reference}: ${row.worst}`)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(60);
  });

  it("every exported statistic has a check, or says why there is no outside reference", () => {
    const checked = new Set(checks.flatMap((check) => check.functions));
    const declared = new Set(withoutReference.flatMap((one) => one.functions));
    expect(names.filter((name) => !checked.has(name) && !declared.has(name))).toEqual([]);
    expect([...declared].filter((name) => checked.has(name))).toEqual([]);
  });

  it("every function that a check names is exported", () => {
    const named = [
      ...checks.flatMap((check) => check.functions),
      ...withoutReference.flatMap((one) => one.functions),
    ];
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("ids are given once, and every reference value belongs to a check", () => {
    const ids = checks.map((check) => check.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const orphans = referenceFiles.flatMap(({ methods }) => Object.keys(methods));
    expect(orphans.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("every reference file names the script that made it, and the script is there", () => {
    const scripts = referenceFiles.map(({ made }) => made["script"]!);
    expect(scripts.filter((script) => !existsSync(script))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(0);
  });
});

describe("a tampered statistic turns its row red", () => {
  it.each(checks)("$id, off by one in a million", (check) => {
    const tampered: MethodCheck = { ...check, run: (input) => nudge(check.run(input)) };
    const rows = verifyMethods([tampered], referenceFiles);
    expect(rows.filter((row) => row.passed).map((row) => row.reference)).toEqual([]);
    expect(rows[0]!.worst).toMatch(/^case \d+/);
  });
});

describe("verifyMethods", () => {
  const half = methodCheck<number>({
    id: "half",
    label: "Half",
    functions: [],
    solution: "closed form",
    run: (x) => x / 2,
  });
  const file = (cases: readonly { input: number; expected: number }[]) => ({
    made: {},
    methods: { half: { by: "arithmetic", cases } },
  });

  it("fails a method without cases, or with none found", () => {
    expect(verifyMethods([half], [])[0]).toMatchObject({ passed: false, cases: 0, worst: "no cases" });
    expect(verifyMethods([half], [file([])])[0]).toMatchObject({ passed: false, cases: 0 });
  });

  it("fails a method that throws, and says what it threw", () => {
    const broken: MethodCheck = {
      ...half,
      run: () => {
        throw new Error("out of range");
      },
    };
    const [row] = verifyMethods([broken], [file([{ input: 2, expected: 1 }])]);
    expect(row).toMatchObject({ passed: false, largestError: Infinity, worst: "case 1: out of range" });
  });

  it("gives a row for each reference, with the worst case of each", () => {
    const rows = verifyMethods(
      [half],
      [
        file([{ input: 2, expected: 1 }]),
        file([
          { input: 2, expected: 1 },
          { input: 4, expected: 3 },
        ]),
      ],
    );
    expect(rows.map((row) => row.passed)).toEqual([true, false]);
    expect(rows[1]!.worst).toBe("case 2");
  });

  it("allows less than one in a million for every kind of solution", () => {
    for (const limit of Object.values(allowed)) expect(limit).toBeLessThan(1e-6);
  });
});

function nudge(value: unknown): unknown {
  if (typeof value === "number") return value * (1 + 1e-6);
  if (Array.isArray(value)) return value.map(nudge);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, nudge);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, nudge(part)]));
}
