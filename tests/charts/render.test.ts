import { readFileSync } from "node:fs";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { syntheticNotice } from "../../src/charts/draw-charts.js";
import { renderChart } from "../../src/charts/render.js";
import { textWidth, wrapLabel } from "../../src/charts/text-width.js";
import * as theme from "../../src/charts/theme.js";

const SIXTY = "I know whom to ask for help when I am unsure out of hours ok";
const text = { id: "sample", title: "A title", description: "A description.", notes: [syntheticNotice] };

const bars: TopLevelSpec = {
  width: 680,
  height: { step: theme.sizes.bandStep },
  data: {
    values: [
      { item: SIXTY, share: 0.98765, label: "99% (n = 41)", email: "secret-9f3@example.org" },
      { item: "I felt welcome", share: 0.4, label: "40% (n = 41)", email: "secret-7c1@example.org" },
    ],
  },
  encoding: {
    y: { field: "item", type: "nominal", title: null },
    x: { field: "share", type: "quantitative", title: "Share who agree", scale: { domain: [0, 1] } },
  },
  layer: [
    { mark: "bar" },
    { mark: { type: "text", align: "left", dx: 6 }, encoding: { text: { field: "label" } } },
  ],
};

const line: TopLevelSpec = {
  width: 640,
  height: 200,
  data: { values: [0, 4, 8, 12].map((week) => ({ week, score: 2 + Math.log1p(week) })) },
  mark: { type: "line", point: true },
  encoding: {
    x: { field: "week", type: "quantitative" },
    y: { field: "score", type: "quantitative", title: "Mean score" },
  },
};

describe("renderChart", () => {
  it("gives the same bytes each time, whatever was drawn between", async () => {
    const first = await renderChart(bars, text);
    await renderChart(line, { ...text, id: "other" });
    const second = await renderChart(bars, text);
    expect(second.svg).toBe(first.svg);
    expect(Buffer.from(second.png).equals(Buffer.from(first.png))).toBe(true);
  });

  it("draws a PNG of twice the SVG's size, or of the scale asked for", async () => {
    for (const scale of [undefined, 1, 3]) {
      const { png, width, height } = await renderChart(line, { ...text, ...(scale && { scale }) });
      expect(pngSize(png)).toEqual({ width: width * (scale ?? 2), height: height * (scale ?? 2) });
    }
  });

  it("never writes NaN, undefined, minus zero or more than one decimal in a coordinate", async () => {
    for (const spec of [bars, line]) {
      const { svg } = await renderChart(spec, text);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).not.toMatch(/(?:[" ,(MLh])-0[",) ]/);
      expect(svg.match(/ (?:d|transform|x|y|x2|y2)="[^"]*\d\.\d\d[^"]*"/g)).toBeNull();
    }
  });

  it("names the picture by an escaped title and description, and by nothing else", async () => {
    const { svg } = await renderChart(bars, { ...text, title: 'A < B & "C"', description: "n > 5 </desc>" });
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="sample-title sample-desc"/);
    expect(svg).toContain('<title id="sample-title">A &lt; B &amp; "C"</title>');
    expect(svg).toContain('<desc id="sample-desc">n &gt; 5 &lt;/desc&gt;</desc>');
    expect(svg.match(/aria-|role=|class=/g)).toEqual(["role=", "aria-"]);
  });

  it("scales to its container", async () => {
    const { svg, width, height } = await renderChart(bars, text);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}" style="max-width:100%;height:auto"`);
  });

  it("keeps a label of 60 characters whole", async () => {
    expect(SIXTY).toHaveLength(60);
    expect((await renderChart(bars, text)).svg).toContain(`>${SIXTY}</text>`);
  });

  it("fits labels beyond the plot into the width asked for", async () => {
    const { svg, width } = await renderChart({ ...bars, width: 800 }, text);
    expect(width).toBe(800);
    const origin = Number(/<g [^>]*transform="translate\(([\d.]+)/.exec(svg)?.[1]);
    const start = Number(/translate\(([\d.]+),[\d.]+\)"[^>]*>99% \(n = 41\)/.exec(svg)?.[1]);
    expect(origin + start + textWidth("99% (n = 41)", { fontSize: 14 })).toBeLessThanOrEqual(800);
  });

  it("grows wider than asked sooner than cut a label", async () => {
    const { svg, width } = await renderChart({ ...bars, width: 300 }, text);
    expect(width).toBeGreaterThan(textWidth(SIXTY, { fontSize: 14 }));
    expect(svg).toContain(`>${SIXTY}</text>`);
  });

  it("breaks axis labels at a new line and centres them on the tick", async () => {
    const values = [{ item: wrapLabel(SIXTY, 250, 14).join("\n"), share: 1, label: "beside" }];
    const { svg } = await renderChart({ ...bars, data: { values } }, text);
    expect(svg.match(/<tspan[^>]*>[^<]*<\/tspan>/g)).toHaveLength(2);
    const [top, beside] = [/,([\d.]+)\)"[^>]*><tspan/, /,([\d.]+)\)"[^>]*>beside/].map(
      (place) => place.exec(svg)?.[1],
    );
    expect(Math.abs(Number(top) + theme.sizes.label / 2 - Number(beside))).toBeLessThan(2);
  });

  it("writes its notes in both pictures, and nothing without one", async () => {
    const made = await renderChart(bars, text);
    const real = await renderChart(bars, { ...text, notes: [] });
    expect(made.svg).toContain(`>${syntheticNotice}</text></svg>`);
    expect(real.svg).not.toContain(syntheticNotice);
    expect(made.height).toBeGreaterThan(real.height);
    expect(pngSize(made.png).height).toBe(2 * made.height);
  });

  it("leaves no value in the SVG that is not drawn", async () => {
    const { svg } = await renderChart(bars, text);
    expect(svg).not.toContain("secret");
    expect(svg).not.toContain("98765");
  });

  it("leaves out labels that Vega hides because they overlap", async () => {
    const values = Array.from({ length: 40 }, (_, index) => ({ name: `hidden or shown ${index}`, n: 1 }));
    const crowded: TopLevelSpec = {
      width: 300,
      data: { values },
      mark: "bar",
      encoding: {
        x: { field: "name", type: "nominal", axis: { labelOverlap: true } },
        y: { field: "n", type: "quantitative" },
      },
    };
    const { svg } = await renderChart(crowded, text);
    const labels = svg.match(/hidden or shown/g) ?? [];
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.length).toBeLessThan(40);
    expect(svg).not.toContain('opacity="0"');
  });

  it("leaves out marks and words that are transparent, and keeps an outlined one", async () => {
    const layer = (mark: object) => ({ mark: { type: "text", text: "unseen", ...mark } });
    const outlined = { mark: { type: "bar", fillOpacity: 0, stroke: "#123456" } };
    const unseen = [layer({ opacity: 0 }), layer({ fillOpacity: 0 }), layer({ color: "transparent" })];
    const { svg } = await renderChart({ ...bars, layer: [outlined, ...unseen] } as TopLevelSpec, text);
    expect(svg).not.toContain("unseen");
    expect(svg.match(/stroke="#123456"/g)).toHaveLength(2);
  });

  it("refuses what it cannot draw honestly", async () => {
    const empty = { ...line, data: { values: [] } } as TopLevelSpec;
    const remote = { ...line, data: { url: "people.csv" } } as TopLevelSpec;
    const clipped = { ...line, mark: { type: "line", clip: true } } as TopLevelSpec;
    await expect(renderChart(empty, text)).rejects.toThrow("invariant: sample: vega: Infinite extent");
    await expect(renderChart(remote, text)).rejects.toThrow("chart data must be inline");
    const nameless = { ...bars, data: { values: [{ share: 0.5, label: "x" }] } } as TopLevelSpec;
    await expect(renderChart(nameless, text)).rejects.toThrow('a label reads "undefined"');
    await expect(renderChart(clipped, text)).rejects.toThrow("clipped, hidden, linked or image mark");
    await expect(renderChart(line, { ...text, description: " " })).rejects.toThrow("needs a title");
    await expect(renderChart(line, { ...text, id: "Two words" })).rejects.toThrow("chart id");
  });
});

describe("textWidth", () => {
  // Sums of hmtx advances of DejaVu Sans 2.37 (2048 units per em), read with fontTools 4.66.1: not our own script.
  it.each([
    ["Settling in", 10420, 12023],
    ["£1,250", 7166, 7903],
    ["Q7 [c] → ≥ 3", 12978, 13961],
    ["—", 2048, 2048],
    ["é", 1260, 1389],
    ["Ł", 1151, 1315],
  ])("gives the font's own advance widths for %s", (label, regular, bold) => {
    expect(textWidth(label, { fontSize: 2048 })).toBe(regular);
    expect(textWidth(label, { fontSize: 2048, bold: true })).toBe(bold);
    expect(textWidth(label, { fontSize: 14 })).toBeCloseTo((regular * 14) / 2048, 12);
  });

  it("counts a composed and a decomposed letter alike, and an unknown one as an em", () => {
    expect(textWidth("e\u0301", { fontSize: 10 })).toBe(textWidth("é", { fontSize: 10 }));
    expect(textWidth("語", { fontSize: 10 })).toBe(10);
  });
});

describe("wrapLabel", () => {
  it("makes lines that fit and loses no word", () => {
    const lines = wrapLabel(SIXTY, 150, 14);
    expect(lines.join(" ")).toBe(SIXTY);
    for (const part of lines) expect(textWidth(part, { fontSize: 14 })).toBeLessThanOrEqual(150);
  });

  it("cuts a word wider than the line, and never loops", () => {
    expect(wrapLabel("Llanfairpwllgwyngyll ward", 60, 14).join("")).toBe("Llanfairpwllgwyngyllward");
    expect(wrapLabel("ab", 1, 14)).toEqual(["a", "b"]);
    expect(wrapLabel("", 60, 14)).toEqual([""]);
  });
});

describe("theme", () => {
  it("keeps neighbours at 3:1 and text on fills at 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3)", () => {
    for (const ramp of [theme.divergingFive, theme.negativeNeutralPositive]) {
      const fills = ramp.map((swatch) => swatch.fill);
      fills.slice(1).forEach((fill, index) => expect(contrast(fill, fills[index] ?? "")).toBeGreaterThan(3));
    }
    for (const swatch of [...theme.divergingFive, ...theme.negativeNeutralPositive, ...theme.sequential])
      expect(contrast(swatch.fill, swatch.text)).toBeGreaterThan(4.5);
    for (const colour of theme.seriesColours) expect(contrast(colour, "#FFFFFF")).toBeGreaterThan(3);
  });

  it("picks for text on a fill the colour that Vega draws", async () => {
    const values = theme.sequential.map((_, index) => ({ index }));
    const scale = { type: "ordinal" as const, range: theme.sequential.map((swatch) => swatch.fill) };
    const mark = { type: "text" as const, color: theme.textOn("index") };
    const spec: TopLevelSpec = {
      data: { values },
      encoding: { y: { field: "index", type: "ordinal", axis: null } },
      layer: [
        { mark: "rect", encoding: { color: { field: "index", type: "nominal", scale } } },
        { mark, encoding: { text: { field: "index" } } },
      ],
    };
    const { svg } = await renderChart(spec, { ...text, notes: [] });
    const drawn = [...svg.matchAll(/fill="(#\w+)">(\d)<\/text>/g)].map((match) => match[1]);
    expect(drawn).toEqual(theme.sequential.map((swatch) => swatch.text));
  });
});

it("widths.json stays small", () => {
  const file = new URL("../../data/fonts/widths.json", import.meta.url);
  expect(readFileSync(file).length).toBeLessThan(10_000);
});

/** Width and height from the IHDR chunk. */
function pngSize(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Contrast ratio of two #RRGGBB colours, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
