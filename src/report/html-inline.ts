import type { Inline } from "./document.js";
import { escapeHtml, escapeRun } from "./html-escape.js";

/** The runs of a sentence; a printed value carries the id of its result. */
export function renderInlines(inlines: readonly Inline[]): string {
  return inlines.map(renderInline).join("");
}

function renderInline(inline: Inline): string {
  const text = escapeRun(inline.text);
  switch (inline.kind) {
    case "text":
      return text;
    case "strong":
      return `<strong>${text}</strong>`;
    case "value":
      return `<span class="value" data-result="${escapeHtml(inline.result)}">${text}</span>`;
    case "link":
      return `<a href="${escapeHtml(inline.href)}">${text}</a>`;
  }
}
