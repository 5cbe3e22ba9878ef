import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/study/read-yaml.js";

const example = readFileSync("data/example/study.yaml", "utf8");

function told(text: string) {
  return readYaml("study.yaml", text).issues.map(({ at, message }) => `${at.line}: ${message}`);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("readYaml(file, text)", () => {
  it("reads the example without an issue", () => {
    expect(told(example)).toEqual([]);
  });

  it("tells one missing colon once, and how many errors follow from it", () => {
    const text = example.replace("\nwaves:\n", "\nwaves\n");
    const [first, ...rest] = told(text);
    expect(rest).toEqual([]);
    expect(first).toMatch(
      new RegExp(
        `^${lineOf(text, "\nwaves\n") + 1}: not readable as YAML: .* \\(\\d+ more errors follow from it\\)$`,
      ),
    );
  });

  it("tells a missing colon inside a group once, at the line after it", () => {
    const text = example.replace("  price_year: ", "  price_year ");
    const issues = readYaml("study.yaml", text).issues;
    expect(issues).toHaveLength(1);
    expect(issues[0]!.at.line).toBe(lineOf(text, "price_year ") + 2);
    expect(issues[0]!.fix).toContain("the line above for a colon");
  });

  it("tells two breaks in two sections as two", () => {
    const text = example.replace("seed: 2026", "seed 2026").replace("  price_year: ", "  price_year ");
    expect(readYaml("study.yaml", text).issues.map((issue) => issue.at.line)).toEqual([
      lineOf(text, "seed 2026"),
      lineOf(text, "price_year ") + 2,
    ]);
  });

  it("tells an open bracket in the section that has it", () => {
    const text = example.replace("trusts:\n", "trusts: [\n");
    const issues = readYaml("study.yaml", text).issues;
    expect(issues).toHaveLength(1);
    expect(issues[0]!.at.line).toBe(lineOf(text, "trusts: [") + 1);
  });

  it("tells an open quotation mark no further down than its own section", () => {
    const text = example.replace("title: Synthetic", 'title: "Synthetic');
    const [issue, ...rest] = readYaml("study.yaml", text).issues;
    expect(rest).toEqual([]);
    expect(issue!.at.line).toBeLessThanOrEqual(lineOf(text, "\ndesign:"));
    expect(issue!.fix).toContain("quotation mark");
  });

  it("tells tabs once for the whole file", () => {
    expect(told(example.replace(/^ {2}/gm, "\t"))).toEqual([
      expect.stringMatching(/^8: not readable as YAML: tabs .* \(\d+ more errors follow from it\)$/),
    ]);
  });

  it("tells each name that stands twice, by name", () => {
    expect(told("a: 1\nb: 2\na: 3\nb: 4\n")).toEqual([
      "3: a: stands twice in the same group of settings",
      "4: b: stands twice in the same group of settings",
    ]);
  });

  it("tells an alias that points at nothing, as any other mistake", () => {
    expect(told("a: *nothing\n")).toHaveLength(1);
    expect(told("a: &x 1\nb: *x\n")).toEqual([]);
  });

  it("keeps line and character of what it read", () => {
    const { data, placeOf } = readYaml("study.yaml", "a: 1\nb:\n  c: [x, y]\n");
    expect(data).toEqual({ a: 1, b: { c: ["x", "y"] } });
    expect(placeOf(["b", "c", 1])).toEqual({ file: "study.yaml", line: 3, character: 10 });
    expect(placeOf(["b", "none"])).toEqual({ file: "study.yaml", line: 2, character: 1 });
  });
});
