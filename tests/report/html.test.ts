import { describe, expect, it } from "vitest";
import type { Document, TableBlock } from "../../src/report/document.js";
import { renderGrid } from "../../src/report/html-table.js";
import { renderHtml } from "../../src/report/html.js";
import { changeFigure, fixtureDocument, fixtureWithoutBanner, responseTable } from "./fixture.js";

const html = renderHtml(fixtureDocument());

function all(pattern: RegExp, text = html): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

describe("renderHtml", () => {
  it("is one document in British English with one h1 and a title", () => {
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="en-GB">')).toBe(true);
    expect(all(/<h1[^>]*>(.*?)<\/h1>/g)).toEqual([
      "Evaluation of the induction pilot for International Medical Graduates",
    ]);
    expect(html).toContain(
      "<title>Evaluation of the induction pilot for International Medical Graduates - Six Trusts, arrival and three months, 2026/27</title>",
    );
  });

  it("gives each id once, and every link inside the page finds its target", () => {
    const ids = all(/\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...all(/href="#([^"]+)"/g), ...all(/url\(#([^)]+)\)/g)];
    const named = all(/aria-(?:labelledby|describedby)="([^"]+)"/g).flatMap((value) => value.split(" "));
    expect(targets.length).toBeGreaterThan(10);
    for (const target of [...targets, ...named]) expect(ids).toContain(target);
  });

  it("holds no script and asks for nothing outside itself", () => {
    expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|@import|url\((?!#)|<link|<iframe|<img/i);
    const outside = html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "").match(/\S+https?:[^\s"<]*/g);
    expect(outside).toEqual(['href="https://analysisfunction.civilservice.gov.uk/?a=1&amp;b=2']);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline';`);
  });

  it("escapes what people wrote and drops control characters", () => {
    expect(html).toContain("E. Educator &lt;medical education&gt;, Trust C");
    expect(html).toContain("A housing officer met each doctor");
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it("heads sections with h2 and their parts with h3", () => {
    const levels = all(/<h([1-6])/g).map(Number);
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level === 2 || level === 3).toBe(true);
      expect(level - (levels[index] ?? 1)).toBeLessThanOrEqual(1);
    });
  });

  it("gives every table a caption and every header cell a scope", () => {
    const tables = all(/<table>[\s\S]*?<\/table>/g);
    expect(tables).toHaveLength(8);
    for (const table of tables) {
      expect(table).toMatch(/^<table>\n<caption>/);
      for (const row of all(/<tr>(.*?)<\/tr>/g, table)) expect(row).toMatch(/^<th scope="(col|row)"/);
      expect(all(/<th(?!ead| scope="(?:col|row)")/g, table)).toEqual([]);
    }
  });

  it("numbers tables and figures in document order", () => {
    expect(all(/<span class="label">((?:Table|Figure) \d+):/g)).toEqual([
      "Table 1",
      "Figure 1",
      "Table 2",
      "Table 3",
      "Table 4",
      "Figure 2",
      "Table 5",
      "Table 6",
    ]);
  });

  it("says under a table what its shorthand means, and nothing where there is none", () => {
    const coverage = html.slice(
      html.indexOf('id="table-coverage-by-trust"'),
      html.indexOf('id="table-plan"'),
    );
    expect(coverage).toContain("<li>[c] means held back so that nobody can be recognised.</li>");
    expect(coverage).toContain("<li>[x] means not available (the Trust dropped this item).</li>");
    expect(html.slice(html.indexOf('id="table-plan"'), html.indexOf('id="costs"'))).not.toContain(" means ");
  });

  it("says of a table that is wider than a phone that there is more at the side, and of no other", () => {
    const figures = (count: number): TableBlock => ({
      kind: "table",
      id: "wide",
      caption: "A table",
      description: "",
      columns: [
        { heading: "Question", align: "left" },
        ...Array.from({ length: count }, () => ({ heading: "Share", align: "right" as const })),
      ],
      rows: [
        [
          { kind: "text", text: "Settled" },
          ...Array.from({ length: count }, () => ({ kind: "text" as const, text: "10%" })),
        ],
      ],
      notes: [],
    });
    const hint = (count: number) =>
      /<span class="(swipe[^"]*)">Scroll sideways/.exec(renderGrid(figures(count), "Table 1"))?.[1];
    expect([2, 6, 12].map(hint)).toEqual([undefined, "swipe", "swipe far"]);
  });

  it("keeps room for a column of words, and a column of short ones on one line", () => {
    const row = (survey: string, what: string) =>
      [survey, survey, what].map((text) => ({ kind: "text" as const, text }));
    const grid = renderGrid(
      {
        kind: "table",
        id: "words",
        caption: "A table",
        description: "",
        columns: ["Name", "Survey", "What it is"].map((heading) => ({ heading, align: "left" })),
        rows: [row("Arrival", "Short"), row("Month 3", "The share of people who gave each answer")],
        notes: [],
      },
      "Table 1",
    );
    expect(grid).toContain('<td class="short">Month 3</td><td class="words">The share of people');
    expect(grid).toContain('<td class="short">Arrival</td><td class="words">Short</td>');
  });

  it("marks a number in a sentence or a cell with the result it prints", () => {
    expect(html).toContain('<span class="value" data-result="flow/inducted/pooled">148</span>');
    expect(html).toContain('data-result="response/arrival/row-1">85%</td>');
  });

  it("folds long tables and the numbers of charts away, without script", () => {
    expect(html).toContain("<summary>Table 6: Findings of the checks, in full (40 rows)</summary>");
    expect(all(/<summary>The numbers behind this chart/g)).toHaveLength(2);
    expect(html).not.toMatch(/<details[^>]* open/);
  });

  it("shows the banner at the top and in a strip that stays; real data have none", () => {
    expect(all(/<p class="banner">Synthetic data: not real people or Trusts<\/p>/g)).toHaveLength(1);
    expect(all(/<p class="strip" aria-hidden="true">Synthetic data: not real/g)).toHaveLength(1);
    expect(renderHtml(fixtureWithoutBanner())).not.toMatch(/<p class="(banner|strip)"|Synthetic/);
  });

  it("is the same text each time", () => {
    expect(renderHtml(fixtureDocument())).toBe(html);
  });
});

describe("a document no renderer could mend", () => {
  const base = fixtureDocument();
  const first = base.sections[0]!;
  const withBlock = (block: Document["sections"][number]["blocks"][number]): Document => ({
    ...base,
    sections: [{ ...first, blocks: [block] }],
  });
  const table = responseTable();
  const figure = changeFigure();
  const link = (href: string) =>
    withBlock({ kind: "paragraph", text: [{ kind: "link", text: "here", href }] });

  it.each([
    ["two sections of one id", { ...base, sections: [first, first] }],
    ["a link to nowhere", link("#nowhere")],
    ["a link that runs a script", link("javascript:alert(1)")],
    ["a link with a quote in it", link('https://a.example/"onclick="')],
    [
      "an empty cell",
      withBlock({ ...table, rows: [table.columns.map(() => ({ kind: "text", text: " " }))] }),
    ],
    ["a row that is too short", withBlock({ ...table, rows: [[{ kind: "text", text: "a" }]] })],
    ["a table without rows", withBlock({ ...table, rows: [] })],
    [
      "a heading used twice",
      withBlock({ ...table, columns: table.columns.map((column) => ({ ...column, heading: "One" })) }),
    ],
    [
      "a picture with a script",
      withBlock({ ...figure, svg: figure.svg.replace("</svg>", "<script>1</script></svg>") }),
    ],
    ["a picture that is not a PNG", withBlock({ ...figure, png: new Uint8Array([1, 2, 3]) })],
    ["a chart without words", withBlock({ ...figure, altText: "" })],
  ] as readonly (readonly [string, Document])[])("%s is refused", (_, document) => {
    expect(() => renderHtml(document)).toThrow(/^invariant: /);
  });

  it("a picture whose words only sound like a script or a link is accepted", () => {
    const svg = figure.svg.replace("</desc>", " only = 1, href = 2</desc>");
    expect(renderHtml(withBlock({ ...figure, svg }))).toContain("only = 1, href = 2");
  });

  it("an empty report, and a section without blocks, still render", () => {
    expect(renderHtml({ ...base, sections: [] })).toContain("</html>");
    expect(renderHtml({ ...base, sections: [{ ...first, blocks: [] }] })).toContain("</h2>");
  });
});
