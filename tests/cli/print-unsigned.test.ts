import { describe, expect, it } from "vitest";
import { printUnsigned } from "../../src/cli/print-unsigned.js";
import type { Finding } from "../../src/validate/finding.js";

const finding = (rule: string): Finding => ({
  rule,
  code: rule,
  severity: "warning",
  at: { file: "study.yaml" },
  message: "Consultant, 3 years (pay.consultant.3): not read at any source",
  expected: "costing.sign_off",
  found: "no sign-off",
  fix: "add { figure: pay.consultant.3, by: ..., on: ..., reason: ... } to costing.sign_off",
});

describe("a costing that rests on figures nobody signed off", () => {
  it("is told with each figure and the line to add", () => {
    const told = printUnsigned([finding("unsigned-figure"), finding("cost-capacity")]);
    expect(told).toMatch(/provisional, so the release cannot be final/);
    expect(told.match(/pay\.consultant\.3\)/g)).toHaveLength(1);
    expect(told).toContain("{ figure: pay.consultant.3, by: ..., on: ..., reason: ... }");
    expect(told).toMatch(/Nothing was written, and nothing registered\.\n$/);
  });

  it("is not told of other findings", () => {
    expect(printUnsigned([finding("cost-capacity")])).toBe("");
  });
});
