import { checkDocument } from "./check-document.js";
import type { Block, Document, Section } from "./document.js";
import { escapeHtml } from "./html-escape.js";
import { renderInlines } from "./html-inline.js";
import { renderFigure } from "./html-figure.js";
import { htmlStyle } from "./html-style.js";
import { renderTable } from "./html-table.js";
import { blockLabels } from "./numbering.js";

/**
 * A document as one HTML file: no script, no request, nothing but itself. Readable by keyboard and screen reader, on a
 * phone and in print. Throws, as a bug, on a document that `checkDocument` refuses.
 */
export function renderHtml(document: Document): string {
  checkDocument(document);
  const labels = blockLabels(document);
  const banner = document.banner === null ? "" : `<p class="banner">${escapeHtml(document.banner)}</p>`;
  return [
    `<!DOCTYPE html>`,
    `<html lang="${document.language}">`,
    ...renderHead(document),
    renderBodyTag(document),
    `<a class="skip" href="#main">Skip to main content</a>`,
    ...renderMasthead(document, banner),
    `<div class="page">`,
    ...(document.layout === "brief" ? [] : renderContents(document.sections)),
    `<main id="main" tabindex="-1">`,
    ...document.sections.map((section) => renderSection(section, labels, document.layout !== "brief")),
    `</main>`,
    `</div>`,
    `<footer class="foot"><p>${escapeHtml(document.imprint)}</p></footer>`,
    document.banner === null ? "" : `<p class="strip" aria-hidden="true">${escapeHtml(document.banner)}</p>`,
    `</body>`,
    `</html>`,
    "",
  ]
    .filter((line, index, lines) => line !== "" || index === lines.length - 1)
    .join("\n");
}

/** A banner keeps room for the strip that repeats it; a brief has no column of contents. */
function renderBodyTag({ banner, layout }: Document): string {
  const classes = [...(banner === null ? [] : ["synthetic"]), ...(layout === "brief" ? ["brief"] : [])];
  return classes.length === 0 ? `<body id="top">` : `<body id="top" class="${classes.join(" ")}">`;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function renderHead(document: Document): string[] {
  const title = [document.title, document.subtitle].map(escapeHtml).filter((part) => part !== "");
  return [
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="color-scheme" content="light">`,
    `<title>${title.join(" - ")}</title>`,
    `<style>${htmlStyle}</style>`,
    `</head>`,
  ];
}

function renderMasthead(document: Document, banner: string): string[] {
  const people = [
    ["Authors", document.authors],
    ["Steering group", document.steeringGroup],
  ] as const;
  const rows = people
    .filter(([, names]) => names.length > 0)
    .map(
      ([role, names]) =>
        `<div><dt>${role}</dt><dd>${names.map((name) => escapeHtml(name)).join("; ")}</dd></div>`,
    );
  return [
    `<header class="masthead"><div class="inner">`,
    `<h1>${escapeHtml(document.title)}</h1>`,
    document.subtitle === "" ? "" : `<p class="subtitle">${escapeHtml(document.subtitle)}</p>`,
    rows.length > 0 ? `<dl class="people">${rows.join("")}</dl>` : "",
    `</div>`,
    banner,
    `</header>`,
  ];
}

/** The list stands open in a column on a wide screen; a second one, folded, takes its place on a narrow one. */
function renderContents(sections: readonly Section[]): string[] {
  const entries = sections.map(
    (section) => `<li><a href="#${section.id}">${escapeHtml(section.heading)}</a></li>`,
  );
  const list = `<ol>${entries.join("")}</ol>`;
  return [
    `<nav id="contents" class="contents" aria-label="Contents">`,
    `<div class="wide"><p class="contents-title">Contents</p>${list}</div>`,
    `<details class="narrow"><summary>Contents</summary>${list}</details>`,
    `</nav>`,
  ];
}

function renderSection(section: Section, labels: ReadonlyMap<string, string>, hasContents: boolean): string {
  return [
    `<section id="${section.id}" aria-labelledby="${section.id}-heading">`,
    `<h2 id="${section.id}-heading">${escapeHtml(section.heading)}</h2>`,
    ...section.blocks.map((block) => renderBlock(block, labels)),
    hasContents ? `<p class="back"><a href="#contents">Back to contents</a></p>` : "",
    `</section>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function renderBlock(block: Block, labels: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case "subheading":
      return `<h3 id="${block.id}">${escapeHtml(block.text)}</h3>`;
    case "paragraph":
      return `<p>${renderInlines(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${renderInlines(item)}</li>`).join("")}</ul>`;
    case "callout": {
      const tag = block.tone === "finding" ? "Key finding" : "Caution";
      const heading = `<p class="callout-heading"><span class="tag">${tag}</span> <strong>${escapeHtml(block.heading)}</strong></p>`;
      return `<div class="callout ${block.tone}">${heading}<p>${renderInlines(block.text)}</p></div>`;
    }
    case "table":
      return renderTable(block, labels);
    case "figure":
      return renderFigure(block, labels);
  }
}
