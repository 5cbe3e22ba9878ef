import { describe, expect, it } from "vitest";
import { metrics } from "../../src/metrics/index.js";
import type { Result } from "../../src/core/result.js";
import { forEarlierRelease } from "../../src/disclosure/primary.js";
import { composeReport } from "../../src/report/compose.js";
import { sayCostPeriods } from "../../src/report/cost-periods.js";
import type { Block, Document, TableBlock } from "../../src/report/document.js";
import { methodsUsed } from "../../src/report/methods-used.js";
import type { ReportInput } from "../../src/report/report-input.js";
import { explainShorthand } from "../../src/report/shorthand.js";
import type { Study } from "../../src/study/study.js";
import { composeInput, composeResults, composeStudy } from "./compose-fixture.js";

/** A report on a study that lacks something, with the results that such a study has. */
function inputOf(
  change: Partial<Study>,
  keep: (result: Result) => boolean = () => true,
  more: Partial<ReportInput> = {},
): ReportInput {
  const study = composeStudy(change);
  const groups = study.trusts.length === 1 ? [study.trusts.map(({ code }) => code)] : [["A", "B"], ["C"]];
  const results = composeResults().filter(keep);
  return composeInput({ study, methods: metrics, released: { results, groups }, ...more });
}

describe("the days that cost returns cover", () => {
  const study = composeStudy();
  const period = (trust: string, to: string) => ({ trust, from: "2026-04-01", to });

  it("are told once when they are the same for all", () => {
    const costPeriods = ["A", "B", "C"].map((trust) => period(trust, "2027-03-31"));
    expect(sayCostPeriods({ study, costPeriods })).toBe("1 April 2026 to 31 March 2027");
    const text = textOf(composeReport(composeInput({ costPeriods })));
    expect(text).toContain("Days covered by the returns: 1 April 2026 to 31 March 2027.");
    expect(text).not.toMatch(/(Whose cost|was spent)[^.]*31 December/);
  });

  it("are told with their Trusts when they differ, and not at all without returns", () => {
    const costPeriods = [period("C", "2026-06-30"), period("A", "2026-09-30"), period("B", "2026-09-30")];
    expect(sayCostPeriods({ study, costPeriods })).toBe(
      "1 April to 30 September 2026 (Trusts A and B); 1 April to 30 June 2026 (Trust C)",
    );
    expect(sayCostPeriods({ study, costPeriods: [] })).toBe("");
  });
});

describe("a study without cost returns", () => {
  const input = inputOf(
    { sources: [{ file: "cohort.csv", kind: "cohort" }] },
    ({ subject }) => subject.measure !== "delivery" && subject.measure !== "cost",
    {
      rates: [],
      costPeriods: [],
      disclosure: { ...composeInput().disclosure, rules: ["A Trust's cost needs its consent.", "No text."] },
    },
  );
  const text = textOf(composeReport(input));

  it("says once that there are none, and nothing else of costs", () => {
    expect(text).toContain("No cost is given: the study has no cost returns.");
    const sentences = text
      .split(/(?<=[.?])\s+/)
      .filter((sentence) => /\b(costs?|costing|pays?|price|consent)\b/i.test(sentence));
    expect(sentences.filter((sentence) => !sentence.startsWith("Other things changed"))).toEqual([
      "No cost is given: the study has no cost returns.",
    ]);
    expect(text).toContain("The evaluation asks two questions.");
    expect(text).toContain("The primary outcome and the standards are declared in one file.");
  });

  it("has no card, section or table on costs, even where the release says that they are not available", () => {
    const without = composeResults().map((result): Result =>
      result.subject.measure === "cost" ? unavailable(result) : result,
    );
    const document = composeReport({ ...input, released: { ...input.released, results: without } });
    expect(document.sections.map(({ id }) => id)).not.toContain("costs");
    expect(textOf(document)).not.toContain("is not available");
  });
});

describe("costs that could not be worked out", () => {
  it("say why once, and have no table of [x] alone", () => {
    const results = composeResults().map((result): Result =>
      result.subject.measure === "cost" ? unavailable(result) : result,
    );
    const document = composeReport(composeInput({ released: { results, groups: [["A", "B"], ["C"]] } }));
    const costs = document.sections.find(({ id }) => id === "costs")!;
    expect(textOf({ ...document, sections: [costs] }).trim()).toBe(
      "The cost per IMG inducted is not available: no return from Trust C.",
    );
    for (const { id, rows } of tablesOf(document))
      expect(
        rows.flat().some((cell) => cell.kind === "number" || cell.kind === "suppressed") || !/cost/.test(id),
        id,
      ).toBe(true);
  });
});

describe("costs by Trust without consent", () => {
  const held = ({ id, subject }: Result) => subject.measure === "cost" && id.endsWith("/trust-c");
  const results = composeResults().map((result): Result => (held(result) ? suppressed(result) : result));
  const document = composeReport(composeInput({ released: { results, groups: [["A", "B"], ["C"]] } }));

  it("say that consent is not recorded, not that people are protected", () => {
    const table = tablesOf(document).find(({ id }) => id === "cost-parts")!;
    expect(explainShorthand(table)).toEqual(["[c] means not shown: the Trust's consent is not recorded."]);
    expect(textOf(document)).toContain("Not shown, consent is not recorded: Trust C.");
    expect(textOf(document)).toContain("Held back to protect people, or for want of a Trust's consent: 7");
  });

  it("say so over all Trusts too", () => {
    const all = composeResults().map((result): Result =>
      result.subject.measure === "cost" ? suppressed(result) : result,
    );
    const text = textOf(
      composeReport(composeInput({ released: { results: all, groups: [["A", "B"], ["C"]] } })),
    );
    expect(text).toContain(
      "The cost per IMG inducted is not shown: to protect a Trust whose consent is not recorded, or a person.",
    );
    expect(text).not.toMatch(/[Cc]ost[^.]*to protect people/);
  });

  it("name an earlier release where it is the cause, and so do the other numbers", () => {
    const isHeld = ({ id, subject }: Result) =>
      subject.measure === "cost" || id.startsWith("flow/") || id.startsWith("scale/");
    const all = composeResults().map((result): Result =>
      isHeld(result) ? suppressed(result, forEarlierRelease) : result,
    );
    const later = composeReport(composeInput({ released: { results: all, groups: [["A", "B"], ["C"]] } }));
    const text = textOf(later);
    const why = "held back for the sake of an earlier release";
    expect(text).toContain(`The cost per IMG inducted is not shown: ${why}.`);
    expect(text).toContain(`The number of IMGs inducted is not shown: ${why}.`);
    expect(text).toContain("Held back to protect people, or for the sake of an earlier release");
    expect(text).toContain("Some are held back for the sake of an earlier release, changed or not.");
    const flow = tablesOf(later).find(({ id }) => id === "participants-by-trust")!;
    expect(explainShorthand(flow)).toEqual([`[c] means not shown: ${why}.`]);
  });

  it("are told as a range in coarse steps, where the gate lets one through", () => {
    const ends = ["cost/between-trusts/lowest/of-2", "cost/between-trusts/highest/of-2"];
    const isHeld = ({ id }: Result) =>
      /^cost\/(between|mean-of|median-of)-trusts\//.test(id) && !ends.includes(id);
    const ranged = results.map((result): Result => {
      if (isHeld(result)) return suppressed(result);
      if (result.id === ends[0]) return { ...result, estimate: 1050 } as Result;
      return result.id === ends[1] ? ({ ...result, estimate: 2100 } as Result) : result;
    });
    const tell = (shown: readonly Result[]) =>
      textOf(composeReport(composeInput({ released: { results: shown, groups: [["A", "B"], ["C"]] } })));
    const range = "The Trusts' own costs lay between £1,050 and £2,100 per IMG inducted";
    expect(tell(ranged)).toContain(range);
    expect(tell(ranged)).toContain("so that no Trust's own cost can be told from them.");
    const held = ranged.map((result) => (ends.includes(result.id) ? suppressed(result) : result));
    expect(tell(held)).not.toContain("The Trusts' own costs lay between");
    expect(tell(results)).not.toContain("rounded outwards in coarse steps");
  });

  it("are told apart from numbers held back for another reason", () => {
    const cells = [
      { kind: "text", text: "a" },
      { kind: "suppressed" },
      { kind: "suppressed", reason: "why" },
    ] as const;
    expect(explainShorthand({ rows: [cells] } as unknown as TableBlock)).toEqual([
      "[c] means not shown, for one of these reasons: held back so that nobody can be recognised; why.",
    ]);
  });
});

describe("a study without HR records", () => {
  it("names neither retention nor its method", () => {
    const input = inputOf(
      { sources: composeStudy().sources.filter(({ kind }) => kind !== "hr") },
      ({ subject }) => subject.measure !== "retention" && subject.measure !== "appraisal",
    );
    const text = textOf(composeReport(input));
    expect(text).not.toMatch(/retention|in post|HR records|appraisal/i);
  });
});

describe("a study that asked once", () => {
  it("speaks of no link, no change and no earlier survey, and gives each score its interval", () => {
    const input = inputOf(
      { design: "post-only", comparisons: [], waves: composeStudy().waves.slice(1) },
      ({ id }) => !/arrival|^change|^link/.test(id),
    );
    const document = composeReport(input);
    expect(textOf(document)).not.toMatch(/\blink|mean change|changes|arrival/i);
    const scores = tablesOf(document).find(({ id }) => id === "settling-scores")!;
    expect(scores.columns.map(({ heading }) => heading)).toEqual([
      "Trusts",
      "Month 3, mean",
      "95% CI, lower, month 3",
      "95% CI, upper, month 3",
      "n, month 3",
    ]);
  });
});

describe("a study without scales", () => {
  it("names no scale and no score", () => {
    const input = inputOf(
      { scales: [], comparisons: [] },
      ({ id }) =>
        !/^(change|scale|link|item|sensitivity|heterogeneity|bounds|weighted|reliability)|\/linked/.test(id),
    );
    expect(textOf(composeReport(input))).not.toMatch(/\bscales?\b|\bscores?\b(?! tend)/i);
  });
});

describe("a study of one Trust", () => {
  it("describes no other Trust and no pooling", () => {
    const trusts = [{ code: "C", label: "Trust C", aliases: [] }];
    const input = inputOf({ trusts }, ({ id }) => id.endsWith("/trust-c"), {
      disclosure: { ...composeInput().disclosure, joined: [] },
    });
    const text = textOf(composeReport(input));
    expect(text).toContain("In one Trust, ");
    expect(text).not.toMatch(/all Trusts|random-effects mean|Each Trust|on average|With only/i);
  });
});

describe("a study of few Trusts", () => {
  const wide = "Trusts, intervals over all Trusts are very wide, and may run past the ends of a scale.";
  const codes = (count: number) =>
    [..."ABCD"].slice(0, count).map((code) => ({ code, label: `Trust ${code}`, aliases: [] }));

  it.for([2, 3])("warns of intervals over %i Trusts", (count) => {
    const text = textOf(composeReport(inputOf({ trusts: codes(count) })));
    expect(text).toContain(`With only ${count} ${wide}`);
  });

  it("does not warn of four", () => {
    expect(textOf(composeReport(inputOf({ trusts: codes(4) })))).not.toContain(wide);
  });
});

describe("methodsUsed", () => {
  const used = (keep: (result: Result) => boolean, study = composeStudy()) =>
    methodsUsed(metrics, { results: composeResults().filter(keep), groups: [] }, study);

  it("keeps every method that gave a number, in full when it gave all", () => {
    expect(used(() => true).map(({ about }) => about)).toEqual(metrics.map(({ about }) => about));
  });

  it("knows the measures of every method", () => {
    for (const { id } of metrics)
      expect(
        used(() => true).map((method) => method.id),
        id,
      ).toContain(id);
  });

  it("names the publications of the numbers shown, and its own for figures that others printed", () => {
    const all = composeResults().map((result): Result =>
      result.subject.measure === "benchmark" ? { ...result, reference: "https://example.org" } : result,
    );
    const notes = methodsUsed(metrics, { results: all, groups: [] }, composeStudy());
    expect(notes.find(({ id }) => id === "scales")!.reference).toBe("nobody 2026");
    expect(notes.find(({ id }) => id === "benchmarks")!.reference).toBe("as printed by each study");
  });

  it("leaves out parts of a method that gave none, and methods held back altogether", () => {
    const [response] = used(({ subject }) => ["flow", "response"].includes(subject.measure));
    expect(response!.about).toBe(
      "People who answered, of those invited; forms finished, of those started (some platforms export finished forms only).",
    );
    expect(used(() => false)).toEqual([]);
  });
});

describe("tables", () => {
  it("stay out of the Word file only when they have very many rows or columns", () => {
    const days = Array.from({ length: 30 }, (_, index) => index + 1);
    const document = composeReport(
      composeInput({ study: composeStudy({ costing: { ...composeStudy().costing, cohort_sizes: days } }) }),
    );
    for (const table of tablesOf(document))
      expect(table.workbookOnly === true, table.id).toBe(table.rows.length > 26 || table.columns.length > 12);
    const top = tablesOf(document).find(({ id }) => id === "settling-top-two")!;
    expect(top.workbookOnly).toBeUndefined();
  });

  it("hold numbers as numbers", () => {
    const scales = tablesOf(composeReport(composeInput())).find(({ id }) => id === "scales-used")!;
    expect(scales.rows[0]!.map((cell) => (cell.kind === "number" ? cell.value : cell.kind))).toEqual([
      "text",
      2,
      1,
      "text",
      "text",
    ]);
  });
});

describe("sentences", () => {
  it("say by which day half had got there, and call the first by its name", () => {
    const median = (estimate: number) => {
      const results = composeResults().map((result): Result =>
        result.kind === "estimate" && result.id === "milestone/days-login/median/pooled"
          ? { ...result, estimate }
          : result,
      );
      return textOf(composeReport(composeInput({ released: { results, groups: [["A", "B"], ["C"]] } })));
    };
    expect(median(1)).toContain("half of the doctors had this by day 1 after the start");
    expect(median(0)).toContain("half of the doctors had this on day 0, the first day");
  });

  it("on scores are not said twice in the same words", () => {
    const { sections } = composeReport(composeInput());
    const said = (id: string) =>
      sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
    const summary = said("summary").filter((sentence) => /score|cost/i.test(sentence));
    expect(summary.length).toBeGreaterThan(3);
    for (const id of ["settling-in", "effectiveness", "costs"])
      expect(said(id).filter((sentence) => summary.includes(sentence))).toEqual([]);
  });
});

function unavailable({ id, label, subject, unit, method, reference }: Result): Result {
  return {
    kind: "unavailable",
    id,
    label,
    subject,
    unit,
    method,
    reference,
    reason: "no return from Trust C",
  };
}

function suppressed({ id, label, subject, unit, method, reference }: Result, reason = "held back"): Result {
  return { kind: "suppressed", id, label, subject, unit, method, reference, reason };
}

function tablesOf(document: Document): readonly TableBlock[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
  );
}

/** Everything that the tool says in its own words: not the wording of questions, nor rows of tables. */
function textOf(document: Document): string {
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== "table") return sentencesOf(block);
      const methods = block.id === "analysis-methods" ? block.rows.flat() : [];
      return [
        block.caption,
        block.description,
        ...block.notes,
        ...methods.map((cell) => ("text" in cell ? cell.text : "")),
      ];
    })
    .join(" ");
}

function sentencesOf(block: Block): readonly string[] {
  const runs =
    block.kind === "list"
      ? block.items
      : block.kind === "paragraph" || block.kind === "callout"
        ? [block.text]
        : [];
  return runs.flatMap((run) =>
    run
      .map(({ text }) => text)
      .join("")
      .split(/(?<=[.?])\s+(?=[A-Z])/),
  );
}
