import { autolink } from "./autolink.js";
import type { TableBlock, TableCell, TableColumn } from "./document.js";
import { escapeHtml } from "./html-escape.js";
import { renderInlines } from "./html-inline.js";
import { anchorOf } from "./numbering.js";
import { explainShorthand, printCell } from "./shorthand.js";

/** A table that stands alone. A long one is folded away under its caption. */
export function renderTable(table: TableBlock, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(anchorOf(table)) ?? "";
  const grid = renderGrid(table, label);
  if (table.workbookOnly !== true) return grid;
  const summary = `${label}: ${escapeHtml(table.caption)} (${countRows(table.rows.length)})`;
  return `<details class="long"><summary>${summary}</summary>\n${grid}\n</details>`;
}

/** Caption, scrolling grid and notes of a table; `label` is `Table 2`, or that of the figure it belongs to. */
export function renderGrid(table: TableBlock, label: string): string {
  const anchor = anchorOf(table);
  const notes = [...explainShorthand(table), ...table.notes].map(
    (note) => `<li>${renderInlines(autolink(note))}</li>`,
  );
  const description =
    table.description === "" ? "" : ` <span class="description">${escapeHtml(table.description)}</span>`;
  return [
    `<div class="table" id="${anchor}">`,
    `<div class="scroll" role="region" aria-labelledby="${anchor}-caption" tabindex="0">`,
    `<table>`,
    `<caption><div><span id="${anchor}-caption"><span class="label">${label}:</span> ${escapeHtml(table.caption)}</span>${description}</div></caption>`,
    `<thead><tr>${table.columns.map(renderHeading).join("")}</tr></thead>`,
    `<tbody>`,
    ...table.rows.map((row) => renderRow(row, table.columns)),
    `</tbody>`,
    `</table>`,
    `</div>`,
    notes.length > 0 ? `<ul class="notes">${notes.join("")}</ul>` : "",
    `</div>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function renderHeading(column: TableColumn): string {
  return `<th scope="col"${alignClass(column)}>${escapeHtml(column.heading)}</th>`;
}

function renderRow(row: readonly TableCell[], columns: readonly TableColumn[]): string {
  const cells = row.map((cell, index) => {
    const align = alignClass(columns[index]);
    const result =
      cell.kind === "number" && cell.result !== undefined ? ` data-result="${escapeHtml(cell.result)}"` : "";
    const text = escapeHtml(printCell(cell));
    return index === 0 ? `<th scope="row"${align}>${text}</th>` : `<td${align}${result}>${text}</td>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

function alignClass(column: TableColumn | undefined): string {
  return column?.align === "right" ? ` class="number"` : "";
}

function countRows(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
