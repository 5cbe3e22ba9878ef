import type { DrawnChart } from "./charts/draw-charts.js";
import type { TableBlock } from "./charts/data-table.js";

/** What a notebook can show: a picture as SVG. Hand it to the kernel's own `display`. */
export function show(chart: DrawnChart): { readonly svg: string } {
  return { svg: chart.svg };
}

/** A report table as a small HTML table for a notebook. */
export function showTable(table: TableBlock): { readonly html: string } {
  const head = table.columns.map((column) => `<th scope="col">${escape(column.heading)}</th>`).join("");
  const body = table.rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escape(printCell(cell))}</td>`).join("")}</tr>`)
    .join("");
  return { html: `<table><caption>${escape(table.caption)}</caption><tr>${head}</tr>${body}</table>` };
}

function printCell(cell: TableBlock["rows"][number][number]): string {
  if (cell.kind === "text" || cell.kind === "number") return cell.text;
  return cell.kind === "suppressed" ? "[c]" : `[${cell.shorthand}]`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
