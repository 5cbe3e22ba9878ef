import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { composeReport } from "../../src/report/compose.js";
import type { Document, TableBlock } from "../../src/report/document.js";
import type { ReportInput } from "../../src/report/report-input.js";
import type { Study } from "../../src/study/study.js";
import { sections } from "../../src/report/sections/index.js";
import { explainShorthand, printCell } from "../../src/report/shorthand.js";
import { numberedTables } from "../../src/report/numbering.js";
import { composeInput, composeStudy } from "./compose-fixture.js";

describe("the list of sections", () => {
  it("holds every section that a file declares, each with an id and a heading of its own", () => {
    const folder = new URL("../../src/report/sections/", import.meta.url);
    const declared = readdirSync(folder).filter((name) =>
      /: ReportSection = \{/.test(readFileSync(new URL(name, folder), "utf8")),
    );
    expect(sections).toHaveLength(declared.length);
    expect(new Set(sections.map((section) => section.id)).size).toBe(sections.length);
    expect(new Set(sections.map((section) => section.heading)).size).toBe(sections.length);
    for (const { id } of sections) expect(id).toMatch(/^[a-z][a-z-]*$/);
  });

  it("has ids that a file in narrative/ can be named after", () => {
    for (const { id } of sections) expect(`narrative/${id}.md`).toMatch(/^narrative\/([a-z-]+)\.md$/);
  });
});

describe("the summary", () => {
  it("has one card a question and one caution, which says what is held back and joined", () => {
    const [summary] = composeReport(composeInput()).sections;
    const callouts = summary!.blocks.flatMap((block) => (block.kind === "callout" ? [block] : []));
    expect(callouts.map((callout) => [callout.tone, callout.heading])).toEqual([
      ["finding", "Settling in"],
      ["finding", "Effectiveness and needs"],
      ["finding", "Cost"],
      ["caution", "What these figures cannot say"],
    ]);
    expect(callouts[3]!.text.map((inline) => inline.text).join("")).toBe(
      "There was no comparison group, and doctors settle in with time. A change cannot be put down to the induction. With only 3 Trusts, intervals over all Trusts are very wide, and may run past the ends of a scale. Held back to protect people: 7 numbers. Shown together: Trusts A and B.",
    );
  });
});

describe("tables", () => {
  it("by Trust have a column for each group shown, then all Trusts with interval and people", () => {
    const table = tableOf(composeInput(), "practical-set-up");
    expect(headings(table)).toEqual([
      "Practical matter",
      "Trusts A and B",
      "Trust C",
      "All Trusts",
      "95% CI, lower, all Trusts",
      "95% CI, upper, all Trusts",
      "n, all Trusts",
    ]);
    expect(table.caption).toBe("Practical matters in place, by Trust");
    expect(table.notes).toEqual([
      "Shown together to protect people: Trusts A and B.",
      "Percentages are rounded to the nearest 1%.",
      expect.stringMatching(
        /^People who answered at month 3: Trusts A and B about \d+; Trust C about \d+\.$/,
      ),
    ]);
  });

  it("have no column for groups when all Trusts are shown as one", () => {
    const input = composeInput();
    const one: ReportInput = {
      ...input,
      released: { results: input.released.results, groups: [["A", "B", "C"]] },
    };
    const table = tableOf(one, "practical-set-up");
    expect(headings(table)).toEqual([
      "Practical matter",
      "All Trusts",
      "95% CI, lower",
      "95% CI, upper",
      "n",
    ]);
    expect(table.caption).toBe("Practical matters in place");
  });

  it("print [c] where the gate held back, and where it shows a coarser number instead", () => {
    const input = withResults((result) =>
      result.id === "setup/setup-gp/month3/done/trust-c" ? [suppressed(result)] : [result],
    );
    const table = tableOf(input, "practical-set-up");
    expect(table.rows[1]!.map(printCell)[2]).toBe("[c]");
    const without = withResults((result) =>
      result.id === "setup/setup-gp/month3/done/trust-c" ? [] : [result],
    );
    expect(tableOf(without, "practical-set-up").rows[1]!.map(printCell)[2]).toBe("[c]");
  });

  it("print [x] with the reason where a number could not be computed", () => {
    const input = withResults((result) =>
      result.id === "setup/setup-gp/month3/done/trust-c"
        ? [{ ...bareOf(result), kind: "unavailable", reason: "not asked there" }]
        : [result],
    );
    expect(tableOf(input, "practical-set-up").rows[1]![2]).toEqual({
      kind: "unavailable",
      shorthand: "x",
      reason: "not asked there",
    });
  });

  it("say a caution once, and of which line when it is not of all", () => {
    const input = withResults((result) =>
      result.kind === "estimate" && result.id === "setup/setup-gp/month3/done/pooled"
        ? [
            {
              ...result,
              cautions: ["ceiling: at least 80% chose it", "3 Trusts", "single arm: no causal reading"],
            },
          ]
        : [result],
    );
    expect(tableOf(input, "practical-set-up").notes.at(-1)).toBe(
      "GP registration: ceiling: at least 80% chose it.",
    );
  });
});

describe("what was delivered", () => {
  it("counts Trusts for each part, and names in a note the parts that no Trust planned or delivered", () => {
    const table = tableOf(composeInput(), "planned-and-delivered");
    expect(table.rows.map((row) => row.map(printCell))).toEqual([
      ["Trust induction", "Professional practice", "3", "2", "1", "3"],
      ["A buddy", "Enablers", "3", "1", "2", "3"],
    ]);
    expect(table.notes).toEqual(["Planned and delivered by no Trust: A checklist."]);
  });

  it("gives the basis of each standard", () => {
    expect(tableOf(composeInput(), "standards-met").notes).toContain(
      'Basis of "Enough shadowing": our choice.',
    );
  });
});

describe("costs", () => {
  it("name what each average is, for each denominator", () => {
    const table = tableOf(composeInput(), "cost-per-img");
    expect(table.rows.map((row) => row.slice(0, 2).map(printCell).join(", "))).toEqual([
      "All costs over all IMGs, recruited",
      "All costs over all IMGs, inducted",
      "All costs over all IMGs, completed",
      "Mean of the Trusts' own figures, recruited",
      "Mean of the Trusts' own figures, inducted",
      "Mean of the Trusts' own figures, completed",
      "Median of the Trusts' own figures, recruited",
      "Median of the Trusts' own figures, inducted",
      "Median of the Trusts' own figures, completed",
    ]);
    expect(headings(table)).toEqual([
      "Average",
      "Per IMG",
      "With IMGs' supernumerary pay",
      "Without it",
      "IMGs",
    ]);
  });

  const say = (costing: Partial<Study["costing"]>) => {
    const study = composeStudy({ costing: { ...composeStudy().costing, ...costing } });
    const document = composeReport(composeInput({ study }));
    return JSON.stringify(document.sections).replace(/"\},\{[^}]*"text":"/g, "");
  };
  const spread = { treatment: "annuitised", years: 5, timing: "in-arrears" } as const;

  it("in all are no sum that was spent: whose money and how set-up counts are told", () => {
    expect(say({})).not.toMatch(/In total|was spent over/);
    expect(say({})).toContain(
      "This counts what the Trust pays, with existing staff's time and time given unpaid. Set-up is in it in full.",
    );
    expect(say({ set_up: spread })).toContain("because set-up is spread over the years of its use.");
    expect(say({ perspective: "trust-cash", set_up: spread })).toContain(
      "This counts new money that the Trust pays. Set-up is in it in full.",
    );
  });

  it("that are extra are told with the set-up and the unpaid time in them, beside new money", () => {
    expect(say({ set_up: spread })).toMatch(
      /New money that the Trusts paid was [^.]*, with set-up in full\./,
    );
    expect(say({ set_up: spread })).toContain(
      "With set-up spread over its years, and with time given unpaid, what was extra came to",
    );
    expect(say({})).not.toContain("With set-up spread over its years");
  });

  it("are told with the pension that the headline counts", () => {
    const [own, full] = [
      "pension at the rate that the Trust itself pays",
      "pension at the full employer rate",
    ];
    expect(say({ pension: "paid-by-trust" })).toContain(own);
    expect(say({ pension: "paid-by-trust" })).not.toContain(full);
    const nhs = say({ pension: "paid-by-trust", perspective: "nhs" });
    expect(nhs).toContain(full);
    expect(nhs).not.toContain(own);
    expect(nhs).toContain(
      "Views of the Trust's own money count the pension rate that the Trust itself pays.",
    );
    expect(say({ pension: "full", perspective: "nhs" })).not.toContain("Views of the Trust's own money");
  });

  it("are by Trust where a Trust's cost is shown, [c] for one that did not agree", () => {
    const input = withResults((result) =>
      result.subject.measure === "cost" && result.subject.trusts.join() === "C"
        ? [suppressed(result)]
        : [result],
    );
    const table = tableOf(input, "cost-parts");
    expect(headings(table)).toEqual(["Part of the cost", "Kind", "Trusts A and B", "Trust C", "All Trusts"]);
    expect(table.rows.map((row) => printCell(row[3]!))).toEqual(table.rows.map(() => "[c]"));
  });

  it("have the number of IMGs where a cost is held back, which is no cost", () => {
    const input = withResults((result) =>
      result.subject.measure === "cost" && result.id.includes("/without-supernumerary/")
        ? [suppressed(result)]
        : [result],
    );
    const cells = tableOf(input, "cost-per-img").rows.map((row) => row.slice(2).map(printCell));
    expect(cells.map(([, without]) => without)).toEqual(cells.map(() => "[c]"));
    expect(cells.map(([, , people]) => people)).not.toContain("[c]");
  });

  it("have [z] by Trust where they are worked out over all Trusts only", () => {
    const input = withResults((result) =>
      result.id.startsWith("cost/phase/") && result.subject.trusts.length < 3 ? [] : [result],
    );
    const phases = tableOf(input, "cost-parts").rows.filter((row) => printCell(row[1]!) === "Phase");
    expect(phases.length).toBeGreaterThan(0);
    for (const row of phases) expect(row.slice(2, 4).map(printCell)).toEqual(["[z]", "[z]"]);
  });

  it("say in each table by Trust that a small cost may read as nothing, where they are rounded more coarsely", () => {
    const coarse = withResults((result) =>
      result.kind === "estimate" && result.subject.measure === "cost" && result.subject.trusts.length < 3
        ? [{ ...result, precision: 50 }]
        : [result],
    );
    for (const id of ["cost-parts", "cost-components"]) {
      expect(tableOf(coarse, id).notes.join(" ")).toContain("A small one may read as nothing.");
      expect(tableOf(composeInput(), id).notes.join(" ")).not.toContain("may read as nothing");
    }
  });

  it("have [x] where nobody was asked, though the number of those who answered is held back", () => {
    const reason = "the question is in no survey file there";
    const input = withResults((result): readonly Result[] => {
      if (result.id === "response/month3/trust-c")
        return [{ ...bareOf(result), kind: "unavailable", reason }];
      return [result.id === "flow/answered-month3/trust-c" ? suppressed(result) : result];
    });
    const table = tableOf(input, "participants-by-trust");
    const row = table.rows.find(([stage]) => printCell(stage!) === "Answered at month 3")!;
    expect(row[headings(table).indexOf("Trust C")]).toEqual({ kind: "unavailable", shorthand: "x", reason });
  });

  it("have [z] for the days after one by which all had got there", () => {
    const input = withResults((result): readonly Result[] => {
      if (result.id !== "milestone/days-login/median/pooled" || result.kind !== "estimate") return [result];
      const at = (what: string, change: Partial<typeof result>) => ({
        ...result,
        ...change,
        id: `milestone/${what}/pooled`,
      });
      const people = { unit: "people", precision: 10 };
      return [
        result,
        at("days-login/day-1", { unit: "proportion", estimate: 1 }),
        at("days-login/at-risk-1", { ...people, estimate: 20 }),
        suppressed(at("days-login/at-risk-7", {})),
        at("days-bank/at-risk-1", { ...people, estimate: 40 }),
        at("days-bank/at-risk-7", { ...people, estimate: 30 }),
      ];
    });
    const login = input.study.variables.find(({ name }) => name === "days_login")!;
    const bank = { ...login, name: "days_bank", label: "Bank account open" };
    const study = { ...input.study, variables: [...input.study.variables, bank] };
    const table = tableOf({ ...input, study }, "milestone-at-risk");
    expect(table.rows.map((row) => row.map(printCell))).toEqual([
      ["Working IT log-ins", "20", "[z]"],
      ["Bank account open", "40", "30"],
    ]);
    expect(explainShorthand(table)).toEqual([
      "[z] means does not apply (all had got there on an earlier day).",
    ]);
    expect(table.description).toContain("rounded to the nearest 10");
  });

  it("have no column by Trust, and say so, when no Trust agreed", () => {
    const input = withResults((result) =>
      result.subject.measure === "cost" && result.subject.trusts.length < 3 ? [suppressed(result)] : [result],
    );
    expect(headings(tableOf(input, "cost-parts"))).toEqual(["Part of the cost", "Kind", "All Trusts"]);
    expect(JSON.stringify(composeReport(input))).toContain(
      "Costs by Trust are not shown: consent is not recorded.",
    );
  });

  it("are left out with their methods when no Trust returned any", () => {
    const study = composeStudy({ sources: [{ file: "cohort.csv", kind: "cohort" }] });
    const results = composeInput().released.results.filter((result) => result.subject.measure !== "cost");
    const document = composeReport(
      composeInput({ study, rates: [], released: { results, groups: [["A", "B"], ["C"]] } }),
    );
    expect(document.sections.map((section) => section.id)).not.toContain("costs");
    expect(document.sections.map((section) => section.id)).not.toContain("unit-costs");
    expect(JSON.stringify(document)).not.toContain("supernumerary pay");
  });
});

describe("unit costs", () => {
  it("are printed with unit, year, confidence and source; a share as a percentage", () => {
    const table = tableOf(composeInput(), "unit-costs-used");
    expect(table.rows.map((row) => row.map(printCell))).toEqual([
      ["Band six, top point", "£48,117", "pounds a year", "2026/27", "A", "1"],
      ["Pension that the Trust pays", "14.38", "% of pensionable pay", "2026/27", "A", "1"],
    ]);
    expect(table.notes).toEqual(["Source 1: https://example.org/pay"]);
  });
});

describe("published figures", () => {
  it("have their n, year and numbered source, with its link", () => {
    const table = tableOf(composeInput(), "published-figures");
    expect(table.rows.map((row) => row.map(printCell))).toEqual([
      ["Had shadowing elsewhere", "77%", "300", "2024", "1"],
    ]);
    expect(table.notes).toEqual(["Source 1: Another survey. https://example.org/survey (self-selected)"]);
  });
});

describe("limitations", () => {
  const limitations = (change: Parameters<typeof composeStudy>[0]) => {
    const section = composeReport(composeInput({ study: composeStudy(change) })).sections.find(
      (one) => one.id === "discussion",
    );
    return JSON.stringify(section);
  };

  it("follow the declared design", () => {
    expect(limitations({ design: "pre-post-linked" })).toContain("(regression to the mean)");
    expect(limitations({ design: "post-only" })).toContain("no change can be seen, and none is claimed");
    expect(limitations({ design: "retrospective-pre" })).toContain("(recall)");
    expect(limitations({ design: "pre-post-unlinked" })).toContain("no change within persons can be given");
    expect(limitations({ design: "before-after-cohorts" })).toContain("(selection)");
  });

  it("name linking only where surveys are linked", () => {
    expect(limitations({ design: "pre-post-linked" })).toContain("Change rests on linked doctors only.");
    expect(limitations({ design: "pre-post-unlinked" })).not.toContain("linked doctors");
  });
});

describe("data quality", () => {
  const rowsOf = (input: ReportInput, id: string) => tableOf(input, id).rows.map((row) => row.map(printCell));

  it("counts the files, the responses kept and left out, and what the checks found", () => {
    const input = composeInput();
    expect(rowsOf(input, "files-read")).toEqual([
      ["Survey, Qualtrics", "4"],
      ["Cohort table", "1"],
    ]);
    expect(rowsOf(input, "left-out").map(([what]) => what)).toEqual([
      "Counted at arrival",
      "Counted at month 3",
      "Left out: survey preview",
    ]);
    expect(rowsOf(input, "findings")).toEqual([
      ["A row that cannot be read", "Warning", "Rows", "fewer than 3"],
      ["Two waves on the same days", "Note", "Waves", "1"],
    ]);
  });

  it("says so when the checks found nothing, and nothing of checks when there were none", () => {
    const textOf = (input: ReportInput) =>
      JSON.stringify(composeReport(input).sections.find((one) => one.id === "data-quality"));
    const clean = withResults((one) => (one.id.startsWith("checks/") ? [] : [one]));
    expect(textOf(clean)).toContain("They found nothing else to tell.");
    expect(textOf(clean)).not.toContain("What the checks found, by severity");
    const unchecked = withResults((one) => (/^(files|checks)\//.test(one.id) ? [] : [one]));
    expect(textOf(unchecked)).not.toContain("was checked");
  });
});

function tableOf(input: ReportInput, id: string): TableBlock {
  const document: Document = composeReport(input);
  return numberedTables(document).find(({ table }) => table.id === id)!.table;
}

function headings(table: TableBlock): readonly string[] {
  return table.columns.map((column) => column.heading);
}

function withResults(change: (result: Result) => readonly Result[]): ReportInput {
  const input = composeInput();
  return { ...input, released: { ...input.released, results: input.released.results.flatMap(change) } };
}

function bareOf({ id, label, subject, unit, method, reference }: Result) {
  return { id, label, subject, unit, method, reference };
}

function suppressed(result: Result): Result {
  return { ...bareOf(result), kind: "suppressed", reason: "few" };
}

describe("what respondents were promised", () => {
  const words = (change: Partial<ReportInput["study"]["disclosure"]>, own: Partial<ReportInput> = {}) => {
    const input = composeInput(own);
    const study = { ...input.study, disclosure: { ...input.study.disclosure, ...change } };
    const document = composeReport({ ...input, study });
    const section = document.sections.find(({ id }) => id === "held-back")!;
    return JSON.stringify(section.blocks);
  };

  it("stands among what is not shown, and why, where it is declared", () => {
    expect(words({ promise: 10 })).toContain(
      String.raw`were promised: \"groups under 10 never shown\". This report keeps to it: no result about people rests on fewer.`,
    );
  });

  it("is not spoken of where nothing was promised, nor where nothing is held back", () => {
    expect(words({})).not.toContain("promised");
    const { disclosure } = composeInput();
    expect(words({ promise: 10 }, { disclosure: { ...disclosure, release: "refused" } })).not.toContain(
      "promised",
    );
  });
});
