import type { z } from "zod";
import { describe, expect, it } from "vitest";
import { issuesOfSchema } from "../../src/study/schema-issues.js";
import { readYaml } from "../../src/study/read-yaml.js";
import { ownRate, signOff, unitCostTable } from "../../src/study/schema-costing.js";
import { studySchema } from "../../src/study/schema.js";

const rate = `{ trust: A, pay_point: band6.top, pounds: 24.9, per: hour, source: payroll, includes_on_costs: false, includes_overheads: false }`;

function read(schema: z.ZodType, text: string) {
  const yaml = readYaml("study.yaml", text);
  const { error } = schema.safeParse(yaml.data);
  return error ? issuesOfSchema(error, yaml).map(({ message, fix }) => `${message} | ${fix}`) : [];
}

describe("what study.yaml says of a Trust's own rate", () => {
  it("is a rate of an hour or a year, with what is in it", () => {
    expect(read(ownRate, rate)).toEqual([]);
    expect(read(ownRate, rate.replace("24.9, per: hour", "48117, per: year, pensionable: 40000"))).toEqual(
      [],
    );
  });

  it.each([
    [rate.replace("24.9", "48117"), "pounds: expected at most 500 pounds an hour", "write per: year"],
    [
      rate.replace("per: hour", "per: year"),
      "pounds: expected more than 1000 pounds a year",
      "write per: hour",
    ],
    [
      rate.replace("24.9", "24.9, pensionable: 30"),
      "pensionable: expected at most the pounds",
      "pension is paid on",
    ],
    [
      rate.replace("overheads: false", "overheads: true"),
      "includes_on_costs: expected true",
      "give the rate with",
    ],
    [rate.replace("24.9", "-3"), "pounds: expected", "correct the value"],
  ])("that cannot be is told with its fix: %s", (text, message, fix) => {
    const told = read(ownRate, text);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
    expect(told[0]).toContain(fix);
  });
});

describe("the pension contribution", () => {
  it("that is not chosen is asked for, with what each choice means", () => {
    const yaml = readYaml("study.yaml", "costing:\n  price_year: 2026/27\n");
    const issues = issuesOfSchema(studySchema.safeParse(yaml.data).error!, yaml);
    const told = issues.find(({ message }) => message.startsWith("costing.pension"))!;
    expect(told).toMatchObject({
      code: "missing-setting",
      found: "nothing",
      at: { file: "study.yaml", line: 1 },
    });
    expect(told.message).toMatch(/paid-by-trust \(14\.38% .*\) or full \(.*23\.78%.*found nothing/);
    expect(told.fix).toBe("add costing.pension");
  });
});

it("a sign-off names who, when and why, and a unit cost table its edition, price year, basis and licence", () => {
  expect(read(signOff, "{ figure: working_time study_leave 2026/27 }")).toHaveLength(3);
  expect(read(unitCostTable, "{ file: prices/unit-costs.csv, title: Unit costs }")).toHaveLength(4);
});

describe("a slip in the settings of costing", () => {
  const told = (costing: string) => {
    const yaml = readYaml("study.yaml", `costing:\n${costing}\n`);
    return issuesOfSchema(studySchema.safeParse(yaml.data).error!, yaml)
      .filter(({ message }) => message.startsWith("costing."))
      .map(({ message, fix }) => `${message} | ${fix}`);
  };

  it.each([
    ["  set_up: { treatment: annuitised, years: 0 }", "costing.set_up.years: expected above 0, found 0"],
    [
      "  set_up: { treatment: annuitised, years: 5, discount_rate: 0.35 }",
      "expected a fraction of at most 0.15 (0.035 for 3.5%), found 0.35",
    ],
    ["  price_year: 2026", "expected a financial year such as 2026/27, found 2026 | write 2026/27"],
    ["  price_year: 2099", "| write 2099/00"],
    [
      "  set_up: { treatment: written-off, years: 5 }",
      "costing.set_up.years: belongs to treatment: annuitised; what is written off has no years | write treatment: annuitised, or remove years",
    ],
    ["  structure_weights: { as-declared: 0.6, pension-full: 0.3 }", "(these add up to 0.9)"],
    ["  structure_weights: { full-pension: 1 }", "no way to count of this name | use one of as-declared, "],
  ])("is told with what belongs there: %s", (costing, message) => {
    expect(told(costing).join("\n")).toContain(message);
  });
});
