import { fileURLToPath } from "node:url";
import type { LoggerInterface, View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { invariant } from "../core/invariant.js";
import { textWidth, wrapLabel } from "./text-width.js";
import { colours, config, fontFamily, sizes } from "./theme.js";

/** What a chart needs besides its spec. `title` and `description` are its only text alternative. */
export interface RenderOptions {
  /** Unique in the page, lower case with hyphens: the ids inside the SVG start with it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Lines under the chart, part of the picture: what it leaves out, that its data are not real. */
  readonly notes: readonly string[];
  /** Pixels of PNG per pixel of SVG, above 0; 2 when absent. */
  readonly scale?: number;
}

/** One chart as a picture twice over; `width` and `height` are those of the SVG in pixels. */
export interface RenderedChart {
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a Vega-Lite spec as SVG and PNG, byte for byte the same each time. A numeric `width` of a single or layered
 * spec is that of the whole chart, labels and all; `height` is that of the plot. Data must be inline in the spec,
 * and only what is drawn of them stays in the SVG. Throws, as a bug, on any warning of Vega, on a coordinate that is
 * not a number, on a label that reads "undefined", and on clipped, hidden, linked or image marks, which would keep or
 * fetch more than is seen.
 *
 * @example
 * const spec = { data: { values: [{ x: 1 }] }, mark: "bar", encoding: { x: { field: "x", type: "quantitative" } } } as const;
 * const chart = await renderChart(spec, { id: "one-bar", title: "One bar", description: "A bar at 1.", notes: [] });
 * chart.svg; // the picture, drawn with the bundled font
 */
export async function renderChart(spec: TopLevelSpec, options: RenderOptions): Promise<RenderedChart> {
  const { id, title, description } = options;
  invariant(/^[a-z][a-z0-9-]*$/.test(id), `chart id: expected lower case with hyphens, got "${id}"`);
  invariant(
    title.trim() !== "" && description.trim() !== "",
    `${id}: a chart needs a title and a description`,
  );

  const drawing = await drawMarks(spec, id);
  const notice = options.notes.flatMap((note) => noticeLines(note, drawing.width));
  const height = drawing.height + notice.length * LINE_HEIGHT;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" role="img" aria-labelledby="${id}-title ${id}-desc"`,
    ` width="${drawing.width}" height="${height}" viewBox="0 0 ${drawing.width} ${height}"`,
    ` style="max-width:100%;height:auto" font-family="'${fontFamily}', Verdana, sans-serif">`,
    `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>`,
    `<rect width="${drawing.width}" height="${height}" fill="${colours.white}"/>`,
    drawing.body,
    ...notice.map((line, index) => noticeText(line, drawing.height + index * LINE_HEIGHT)),
    "</svg>",
  ].join("");
  return { svg, png: await toPng(svg, options.scale ?? 2), width: drawing.width, height };
}

const LINE_HEIGHT = 20;
const NARROWEST = 120;
const MARGIN = 10;
const FONT_FILES = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`../../data/fonts/${name}`, import.meta.url)),
);

async function drawMarks(spec: TopLevelSpec, id: string) {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  measureWithBundledFont(vega);
  const complaints: string[] = [];
  const logger = collectInto(complaints);
  const loader = vega.loader();
  loader.load = () => Promise.reject(new Error("chart data must be inline"));

  const compiled = vegaLite.compile({ ...spec, autosize: "pad" }, { config, logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger, loader });
  const whole = "width" in spec && typeof spec.width === "number" ? spec.width : undefined;
  const { svg, width, height } = await toWidth(view.background("transparent"), whole);
  view.finalize();
  invariant(complaints.length === 0, `${id}: vega: ${complaints.join("; ")}`);
  const body = onlyWhatIsDrawn(svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>")), id);
  return { body, width, height };
}

/**
 * Vega's own "fit" leaves out text beyond the plot and cuts it off, so the plot is narrowed until all fits. Labels
 * that leave the plot less than `NARROWEST` make the chart wider than asked.
 */
async function toWidth(view: View, whole: number | undefined) {
  let drawn = await drawOnce(view);
  for (let round = 0; round < 6 && whole !== undefined && drawn.width !== whole; round += 1) {
    view.width(Math.max(NARROWEST, view.width() + whole - drawn.width)).resize();
    drawn = await drawOnce(view);
  }
  return drawn;
}

async function drawOnce(view: View) {
  const svg = await view.toSVG();
  const size = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  invariant(size !== null, "vega gave an SVG without a size");
  return { svg, width: Math.ceil(Number(size[1])), height: Math.ceil(Number(size[2])) };
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

/** Without a canvas Vega guesses 0.8 em a letter; its typings leave out the hook that replaces the guess. */
function measureWithBundledFont(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
  textMetrics.width = (item, text) => {
    const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
    const width = textWidth(String(text ?? "").trim(), { fontSize: item.fontSize ?? 11, bold });
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}

function collectInto(complaints: string[]): LoggerInterface {
  const note = (...parts: unknown[]) => {
    complaints.push(parts.join(" "));
    return logger;
  };
  const ignore = () => logger;
  const logger: LoggerInterface = { level: () => 0, error: note, warn: note, info: ignore, debug: ignore };
  return logger;
}

/** Vega leaves hidden labels, empty shapes and aria labels in the SVG, where a reader of its text would find them. */
function onlyWhatIsDrawn(body: string, id: string): string {
  const word = />(undefined|null|NaN|-?Infinity)</.exec(body);
  invariant(word === null, `${id}: a label reads "${word?.[1]}"`);
  const hidden =
    / opacity="0"| display="none"| d=""|^<text[^>]* fill-opacity="0"|^<text(?![^>]* fill="(?!none"))/;
  const ids = new Map<string, string>();
  const ownId = (name: string) => {
    if (!ids.has(name)) ids.set(name, `${id}-part-${ids.size + 1}`);
    return ids.get(name) ?? "";
  };
  return body
    .replace(/<[^>]+\/>|<text[^>]*>.*?<\/text>/gs, (element) =>
      hidden.test(element.slice(0, element.indexOf(">"))) ? "" : element,
    )
    .replace(/<[^>]+>/g, (tag) => {
      invariant(!REFUSED.test(tag), `${id}: clipped, hidden, linked or image mark: ${tag}`);
      invariant(!/NaN|undefined|Infinity/.test(tag), `${id}: coordinate is not a number: ${tag}`);
      return tag
        .replace(/ (?:aria-[a-z]+|role|class|font-family|pointer-events)="[^"]*"| opacity="1"/g, "")
        .replace(/ id="([^"]*)"/g, (_, name: string) => ` id="${ownId(name)}"`)
        .replace(/url\(#([^)]*)\)/g, (_, name: string) => `url(#${ownId(name)})`)
        .replace(COORDINATES, (_, name: string, value: string) => ` ${name}="${roundNumbers(value)}"`);
    })
    .replace(/<path d="[^"]*"\/>/g, "");
}

const REFUSED = /^<(?:a|image)\b|^<g[^>]* opacity="0"| clip-path=/;
const COORDINATES = / (d|transform|x|y|x1|y1|x2|y2|dx|dy|cx|cy|r|width|height)="([^"]*)"/g;

/** One decimal: below what the eye sees, above what floating point differs by between Node versions. */
function roundNumbers(value: string): string {
  return value.replace(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 10) / 10 || 0),
  );
}

function noticeLines(note: string, width: number): string[] {
  return wrapLabel(note, width - 2 * MARGIN, sizes.small);
}

function noticeText(line: string, top: number): string {
  const place = `x="${MARGIN}" y="${top + 12}"`;
  return `<text ${place} font-size="${sizes.small}px" fill="${colours.darkGrey}">${escapeText(line)}</text>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function toPng(svg: string, scale: number): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: fontFamily };
  const image = new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render();
  return new Uint8Array(image.asPng());
}
