import { describe, expect, it } from "vitest";
import { printFindings, summariseFindings } from "../../src/cli/print-findings.js";
import type { Issue, Severity } from "../../src/core/issue.js";

function finding(row: number, more: Partial<Issue> = {}): Issue {
  return {
    code: "answer-outside-list",
    severity: "error",
    at: { file: "survey/trust-c.csv", row, column: "Q5" },
    message: `settle_1: expected an answer of the codebook's list, found "${row}"`,
    fix: "correct the cell",
    ...more,
  };
}

function many(count: number, more: (index: number) => Partial<Issue> = () => ({})): readonly Issue[] {
  return Array.from({ length: count }, (_, index) => finding(index + 2, more(index)));
}

const print = (...given: Parameters<typeof printFindings>) => [...printFindings(...given)].join("");

describe("printFindings", () => {
  it("shows the first of each kind and file, and counts all of them", () => {
    const text = print(many(3372), { where: "in findings.csv" });
    expect(text).toMatch(/^3,372 errors +findings\n/);
    expect(text).toMatch(/answer-outside-list: an answer that is not in the codebook's list +3,372\n/);
    expect(text).toMatch(/ {4}survey\/trust-c\.csv +3,372\n/);
    expect(text.match(/row \d+/g)).toEqual(["row 2", "row 3", "row 4", "row 5", "row 6"]);
    expect(text).toContain("showing 5 of 3,372; all in findings.csv");
    expect(text.match(/to mend it: correct the cell/g)).toHaveLength(1);
  });

  it("shows each finding when asked, and then says nothing of what is not shown", () => {
    const text = print(many(500), { all: true });
    expect(text.match(/row \d+/g)).toHaveLength(500);
    expect(text).not.toContain("showing");
  });

  it("says how many files are not shown", () => {
    const text = print(many(20, (index) => ({ at: { file: `survey/${index}.csv`, row: 2 } })));
    expect(text.match(/survey\/\d+\.csv/g)).toHaveLength(8);
    expect(text).toContain("showing 8 of 20 files (20 findings); all with --all");
  });

  it("puts errors before warnings before notes, whatever their order", () => {
    const severities: readonly Severity[] = ["note", "error", "warning", "error"];
    const text = print(many(4, (index) => ({ severity: severities[index]! })));
    expect(text.match(/^\d+ \w+/gm)).toEqual(["2 errors", "1 warning", "1 note"]);
  });

  it("tells each way to mend once, below the last finding that it mends", () => {
    const text = print(many(3, (index) => ({ fix: index < 2 ? "first fix" : "second fix" })));
    const order = text.match(/row \d+|first fix|second fix/g);
    expect(order).toEqual(["row 2", "row 3", "first fix", "row 4", "second fix"]);
  });

  it("prints what is the same of two whole files once, below both names", () => {
    const whole = (file: string) => finding(0, { at: { file }, message: "Status: not read" });
    const text = print([whole("a.csv"), whole("b.csv")]);
    expect(text.match(/a\.csv|b\.csv|Status: not read/g)).toEqual(["a.csv", "b.csv", "Status: not read"]);
  });

  it.each([60, 80, 120])("fits %i columns", (width) => {
    const words = "a heading of a very long question that a person wrote ".repeat(3).trim();
    const issues = many(9, (index) => ({
      at: { file: "survey/trust-c-arrival.csv", row: 1000 + index, column: words },
      message: words,
      fix: words,
    }));
    const widths = print(issues, { width })
      .split("\n")
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    expect(Math.max(...widths)).toBeGreaterThan(width - 10);
  });

  it("prints no control character that a file holds", () => {
    const text = print([finding(2, { message: "\u001b[2Jheading\u0007: wrong\r\n\u202edesrever" })]);
    expect(text).toContain("[2Jheading: wrong desrever");
  });

  it("counts a million findings, and shows few", () => {
    const one = finding(2);
    const million: readonly Issue[] = Array.from({ length: 1_000_000 }, () => one);
    const text = print(million);
    expect(text).toContain("showing 5 of 1,000,000");
    expect(text.length).toBeLessThan(2000);
    expect(summariseFindings(million)).toBe("1,000,000 errors");
  });
});

describe("summariseFindings", () => {
  it("leaves out the kinds that are not there", () => {
    expect(summariseFindings([])).toBe("nothing found");
    expect(summariseFindings([finding(1), finding(2, { severity: "note" })])).toBe("1 error, 1 note");
  });
});
