import { autolink } from "./autolink.js";
import type { TableBlock, TableCell, TableColumn } from "./document.js";
import { escapeHtml } from "./html-escape.js";
import { renderInlines } from "./html-inline.js";
import { anchorOf } from "./numbering.js";
import { columnKinds, narrowestOf } from "./html-width.js";
import type { ColumnKind } from "./html-width.js";
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
  const kinds = columnKinds(table);
  return [
    `<div class="table" id="${anchor}">`,
    `<div class="scroll" role="region" aria-labelledby="${anchor}-caption" tabindex="0">`,
    `<table>`,
    `<caption><div><span id="${anchor}-caption"><span class="label">${label}:</span> ${escapeHtml(table.caption)}</span>${description}${renderHint(table)}</div></caption>`,
    `<thead><tr>${table.columns.map((column, index) => renderHeading(column, kinds[index]!)).join("")}</tr></thead>`,
    `<tbody>`,
    ...table.rows.map((row) => renderRow(row, kinds)),
    `</tbody>`,
    `</table>`,
    `</div>`,
    notes.length > 0 ? `<ul class="notes">${notes.join("")}</ul>` : "",
    `</div>`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Room for a table on a phone, and on a tablet held upright, in pixels as `narrowestOf` guesses them: a little wide. */
const phone = 365;
const tablet = 820;

/** What says on a narrow screen that there is more to see at the side. */
function renderHint(table: TableBlock): string {
  const narrowest = narrowestOf(table);
  if (narrowest <= phone) return "";
  return ` <span class="swipe${narrowest > tablet ? " far" : ""}">Scroll sideways to see the whole table.</span>`;
}

function renderHeading(column: TableColumn, kind: ColumnKind): string {
  return `<th scope="col"${kindClass(kind, column)}>${escapeHtml(column.heading)}</th>`;
}

function renderRow(row: readonly TableCell[], kinds: readonly ColumnKind[]): string {
  const cells = row.map((cell, index) => {
    const kind = kindClass(kinds[index]!);
    const result =
      cell.kind === "number" && cell.result !== undefined ? ` data-result="${escapeHtml(cell.result)}"` : "";
    const text = escapeHtml(printCell(cell));
    return index === 0 ? `<th scope="row"${kind}>${text}</th>` : `<td${kind}${result}>${text}</td>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

/** How a column is set: figures at the right, short words on one line. */
function kindClass(kind: ColumnKind, column?: TableColumn): string {
  if (kind === "figures") return ` class="number"`;
  if (column !== undefined || kind === "names") return "";
  return ` class="${kind}"`;
}

function countRows(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
