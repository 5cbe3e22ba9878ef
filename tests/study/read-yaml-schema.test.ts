import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/study/read-yaml.js";
import { studySchema } from "../../src/study/schema.js";
import { issuesOfSchema } from "../../src/study/schema-issues.js";

const example = readFileSync("data/example/study.yaml", "utf8");

function issues(from: string, to: string) {
  const yaml = readYaml("study.yaml", example.replace(from, to));
  const parsed = studySchema.safeParse(yaml.data);
  return parsed.success ? [] : issuesOfSchema(parsed.error, yaml);
}

describe("study.yaml against its schema", () => {
  it("tells a day written another way once, and how it would be written here", () => {
    expect(issues("period: { from: 2026-04-01", "period: { from: 01.04.2026")).toMatchObject([
      {
        message: 'period.from: expected a day such as 2026-04-01, found "01.04.2026"',
        fix: "write it year-month-day; is it 2026-04-01?",
      },
    ]);
  });

  it("tells a day that does not exist as such", () => {
    expect(issues("period: { from: 2026-04-01", "period: { from: 2026-13-01")).toMatchObject([
      { message: 'period.from: expected a day that exists, found "2026-13-01"' },
    ]);
  });

  it("tells a value that is no day once", () => {
    expect(issues("period: { from: 2026-04-01", "period: { from: spring")).toMatchObject([
      { fix: "write the day year-month-day, such as 2026-04-01" },
    ]);
  });

  it("tells two mistakes of one group as two", () => {
    expect(
      issues("{ from: 2026-04-01, to: 2026-12-31 }", "{ from: 1 April, until: 2026-12-31 }"),
    ).toHaveLength(3);
  });
});
