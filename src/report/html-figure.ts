import type { FigureBlock } from "./document.js";
import { escapeHtml } from "./html-escape.js";
import { renderGrid } from "./html-table.js";
import { anchorOf } from "./numbering.js";

/** A chart with its caption above it and its numbers folded below it. */
export function renderFigure(figure: FigureBlock, labels: ReadonlyMap<string, string>): string {
  const anchor = anchorOf(figure);
  const label = labels.get(anchor) ?? "";
  const description =
    figure.description === "" ? "" : `<span class="description">${escapeHtml(figure.description)}</span>`;
  return [
    `<figure id="${anchor}">`,
    `<figcaption><span class="caption"><span class="label">${label}:</span> ${escapeHtml(figure.caption)}</span> ${description}</figcaption>`,
    `<div class="chart" role="region" aria-label="${label}, chart" tabindex="0" style="--natural:${figure.width}px">${ownIds(figure.svg, anchor)}</div>`,
    `<p class="swipe">Scroll sideways to see the whole chart.</p>`,
    `<details class="numbers"><summary>The numbers behind this chart<span class="hidden"> (${label})</span></summary>`,
    renderGrid(figure.table, `${label}, numbers`),
    `</details>`,
    `</figure>`,
  ].join("\n");
}

/** Ids of one picture must not meet those of another in the same page: each is prefixed, and so is what points to it. */
function ownIds(svg: string, prefix: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/(\sid=")([^"]+)"/g, (_, start: string, id: string) => `${start}${prefix}-${id}"`)
      .replace(/(\saria-(?:labelledby|describedby)=")([^"]+)"/g, (_, start: string, ids: string) => {
        const own = ids.split(" ").map((id) => `${prefix}-${id}`);
        return `${start}${own.join(" ")}"`;
      })
      .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${prefix}-${id})`),
  );
}
