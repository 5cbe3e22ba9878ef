import { describe, expect, it } from "vitest";
import { charts } from "../../src/charts/index.js";
import { formatEstimate, formatInterval, formatNumber, formatValue } from "../../src/core/format.js";
import type { Estimate } from "../../src/core/result.js";
import { findEstimate } from "../../src/disclosure/released.js";
import { checkDocument } from "../../src/report/check-document.js";
import { composeReport, sectionIds, syntheticBanner } from "../../src/report/compose.js";
import type { Block, Document, Inline } from "../../src/report/document.js";
import { numberedTables } from "../../src/report/numbering.js";
import type { Study } from "../../src/study/study.js";
import { composeFigure, composeInput, composeStudy, withoutNumbers } from "./compose-fixture.js";

const designs: readonly Study["design"][] = [
  "post-only",
  "retrospective-pre",
  "pre-post-linked",
  "pre-post-unlinked",
  "before-after-cohorts",
];

describe("the whole document", () => {
  it("has ids that are unique, tables that are rectangular and first cells that are words", () => {
    const document = checkDocument(composeReport(composeInput()));
    for (const { table } of numberedTables(document)) {
      for (const row of table.rows) expect(row[0], table.id).toMatchObject({ kind: "text" });
    }
  });

  it("has every section once, in order", () => {
    const { sections } = composeReport(composeInput());
    expect(sections.map((section) => section.id)).toEqual(sectionIds);
  });

  it("is the same twice", () => {
    expect(JSON.stringify(composeReport(composeInput()))).toBe(JSON.stringify(composeReport(composeInput())));
  });

  it("says on its face that synthetic data are synthetic, and nothing when they are not", () => {
    expect(composeReport(composeInput()).banner).toBe(
      "Synthetic data. Not real people or Trusts. Do not quote.",
    );
    expect(syntheticBanner).toBe("Synthetic data. Not real people or Trusts. Do not quote.");
    const { study } = composeInput();
    const real = { ...study, study: { ...study.study, synthetic: false } };
    expect(composeReport(composeInput({ study: real })).banner).toBeNull();
  });

  it("shows every chart once, those that no section knows among the others", () => {
    const ids = [...charts.map((chart) => chart.id), "a-new-chart"];
    const document = checkDocument(composeReport(composeInput({ figures: ids.map(composeFigure) })));
    const shown = blocksOf(document).flatMap((block) => (block.kind === "figure" ? [block.id] : []));
    expect([...shown].sort()).toEqual([...ids].sort());
    const others = document.sections.find((section) => section.id === "other-charts");
    expect(others?.blocks.map((block) => (block.kind === "figure" ? block.id : ""))).toEqual(["a-new-chart"]);
  });

  it("puts people's own words where they belong, and asks for none where they are", () => {
    const narrative = {
      discussion: ["We think **much** of [this](https://example.org/a).", "- One", "- Two", "Last."],
      background: ["It began so."],
    };
    const document = checkDocument(composeReport(composeInput({ study: composeStudy({ narrative }) })));
    const discussion = document.sections.find((section) => section.id === "discussion")!;
    expect(discussion.blocks.slice(0, 3)).toEqual([
      {
        kind: "paragraph",
        text: [
          { kind: "text", text: "We think " },
          { kind: "strong", text: "much" },
          { kind: "text", text: " of " },
          { kind: "link", text: "this", href: "https://example.org/a" },
          { kind: "text", text: "." },
        ],
      },
      { kind: "list", items: [[{ kind: "text", text: "One" }], [{ kind: "text", text: "Two" }]] },
      { kind: "paragraph", text: [{ kind: "text", text: "Last." }] },
    ]);
    expect(JSON.stringify(discussion)).not.toContain("For the authors to write");
    const background = document.sections.find((section) => section.id === "background")!;
    expect(background.blocks.map((block) => textOf(block))).toEqual([
      "Three made-up Trusts ran a made-up induction.",
      "It began so.",
    ]);
  });

  it("asks people for what only they can say, and recommends nothing itself", () => {
    const { sections } = composeReport(composeInput());
    for (const id of ["discussion", "recommendations"]) {
      const section = sections.find((one) => one.id === id)!;
      expect(textOf(section.blocks[0]!)).toContain(`narrative/${id}.md`);
    }
    expect(sections.find((one) => one.id === "recommendations")!.blocks).toHaveLength(1);
  });
});

describe("numbers", () => {
  it("stand in prose exactly as their released result is printed", () => {
    const input = composeInput();
    const values = inlinesOf(composeReport(input)).flatMap((inline) =>
      inline.kind === "value" ? [inline] : [],
    );
    expect(values.length).toBeGreaterThan(40);
    for (const value of values) {
      const result = findEstimate(input.released, value.result)!;
      expect(printed(result), value.result).toContain(value.text);
    }
  });

  it("stand in tables exactly as their released result is printed, with the value that is printed", () => {
    const input = composeInput();
    let checked = 0;
    for (const { table } of numberedTables(composeReport(input))) {
      for (const cell of table.rows.flat()) {
        if (cell.kind !== "number" || cell.result === undefined) continue;
        const result = findEstimate(input.released, cell.result)!;
        expect(printed(result), `${table.id} ${cell.result}`).toContain(cell.text.replace(/^about /, ""));
        const { low, high } = result.interval ?? { low: NaN, high: NaN };
        expect([result.estimate, result.n, low, high]).toContain(cell.value);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(250);
  });

  it("are never typed into the words between them", () => {
    const input = composeInput();
    const numbers = new Set(
      input.released.results.flatMap((result) =>
        result.kind === "estimate" && (result.unit.startsWith("GBP") || result.unit.startsWith("points"))
          ? [formatEstimate(result)]
          : [],
      ),
    );
    const words = inlinesOf(composeReport(input)).filter((inline) => inline.kind !== "value");
    for (const { text } of words) {
      for (const token of text.match(/£?[\d,.]*\d/g) ?? []) expect(numbers, text).not.toContain(token);
    }
  });

  it("of people by Trust are said to be about that many", () => {
    const document = composeReport(composeInput());
    const { table } = numberedTables(document).find((one) => one.table.id === "settling-scores")!;
    const column = table.columns.findIndex((one) => one.heading === "Arrival, n");
    expect(
      table.rows.map((row) => [row[0], row[column]].map((cell) => "text" in cell! && cell.text)),
    ).toEqual([
      ["Trusts A and B", "about 25"],
      ["Trust C", "about 25"],
      ["All Trusts", "113"],
    ]);
  });
});

describe("a release that shows nothing", () => {
  it("still makes a whole report, without a number, that says why", () => {
    const input = composeInput();
    const document = checkDocument(
      composeReport({ ...input, released: withoutNumbers(input.released, "suppressed"), rates: [] }),
    );
    expect(inlinesOf(document).filter((inline) => inline.kind === "value")).toEqual([]);
    for (const { table } of numberedTables(document)) {
      if (["scales-used", "statistics-checked"].includes(table.id)) continue;
      expect(
        table.rows.flat().filter((cell) => cell.kind === "number"),
        table.id,
      ).toEqual([]);
    }
    expect(proseOf(document).join(" ")).toContain("is not shown, to protect people.");
  });

  it("says why a number is not available", () => {
    const input = composeInput();
    const released = withoutNumbers(input.released, "unavailable");
    const document = checkDocument(composeReport({ ...input, released }));
    expect(proseOf(document).join(" ")).toContain("is not available: nobody answered.");
  });

  it("still makes a whole report when it holds no result at all", () => {
    const document = checkDocument(composeReport(composeInput({ released: { results: [], groups: [] } })));
    expect(textOf(document.sections[0]!.blocks.find((block) => block.kind === "callout")!)).toBe(
      "This was not measured.",
    );
  });
});

describe.each(designs)("claims under the design %s", (design) => {
  const prose = () => proseOf(composeReport(composeInput({ study: composeStudy({ design }) })));

  it("hold no word of cause, of size, of significance or of rank", () => {
    for (const text of prose()) expect(text).not.toMatch(forbidden);
  });

  it("stand in sentences of at most 25 words, brackets apart", () => {
    const sentences = prose().flatMap((text) => text.replace(/\([^)]*\)/g, "").split(/(?<=[.?!])\s+/));
    const long = sentences.filter(
      (sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > 25,
    );
    expect(long).toEqual([]);
  });

  it("say on the first page what the design cannot tell", () => {
    const { sections } = composeReport(composeInput({ study: composeStudy({ design }) }));
    const caution = sections[0]!.blocks.find(
      (block) => block.kind === "callout" && block.tone === "caution",
    )!;
    expect(textOf(caution)).toMatch(/no comparison group|Different doctors at different times/);
  });
});

describe("a study of one Trust", () => {
  it("speaks of no other, and compares none", () => {
    const study = composeStudy({ trusts: [{ code: "C", label: "Trust C", aliases: [] }] });
    const results = composeInput().released.results.filter((result) => result.id.endsWith("/trust-c"));
    const disclosure = { ...composeInput().disclosure, joined: [] };
    const input = composeInput({ study, disclosure, released: { results, groups: [["C"]] } });
    const document = checkDocument(composeReport(input));
    const { table } = numberedTables(document).find((one) => one.table.id === "response-rates")!;
    expect(table.columns.map((column) => column.heading)).toEqual([
      "Share",
      "Trust C",
      "95% CI, lower",
      "95% CI, upper",
      "n",
    ]);
    expect(proseOf(document).join(" ")).not.toMatch(
      /by Trust\b|Trusts (differ|are (not )?(shown|ranked|in))/,
    );
  });
});

const forbidden =
  /\b(improv\w*|caus(ed?|es|ing)|(?<!random-)effects?|impact\w*|led to|leads to|due to|thanks to|result(s|ed) in|because of the induction|significan\w*|p-values?|large|huge|substantial\w*|considerabl\w*|dramatic\w*|modest\w*|slight\w*|remarkabl\w*|strong(ly)?|weak(ly)?|best|worst|better than|worse than|out-?perform\w*|top-performing|rank(s|ing|ings)?|success\w*|fail(s|ed|ure)?)\b/i;

/** How a result may stand in the report: alone, its limits, an interval, or its people. */
function printed(result: Estimate): readonly string[] {
  const { interval, prediction, unit, precision } = result;
  const limits = interval ? [interval.low, interval.high] : [];
  return [
    formatEstimate(result),
    formatNumber(result.n),
    ...limits.map((limit) => formatValue(limit, unit, precision)),
    ...[interval, prediction].flatMap((one) => (one ? [formatInterval(one, unit, precision)] : [])),
  ];
}

function blocksOf(document: Document): readonly Block[] {
  return document.sections.flatMap((section) => section.blocks);
}

function inlinesOf(document: Document): readonly Inline[] {
  return blocksOf(document).flatMap(inlinesIn);
}

function inlinesIn(block: Block): readonly Inline[] {
  if (block.kind === "paragraph" || block.kind === "callout") return block.text;
  return block.kind === "list" ? block.items.flat() : [];
}

function textOf(block: Block): string {
  return inlinesIn(block)
    .map((inline) => inline.text)
    .join("");
}

/** Paragraphs, list items and callouts, and the words around tables. */
function proseOf(document: Document): readonly string[] {
  return blocksOf(document).flatMap((block) => {
    if (block.kind === "list") return block.items.map((item) => item.map((inline) => inline.text).join(""));
    if (block.kind === "table") return [block.caption, block.description, ...block.notes];
    return block.kind === "subheading" ? [block.text] : [textOf(block)];
  });
}
