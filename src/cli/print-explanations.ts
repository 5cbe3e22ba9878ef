import type { ExplainedDates, Explanation } from "../ingest/explanation.js";

/** How each survey file was read, as text for a terminal. */
export function printExplanations(explanations: readonly Explanation[]): string {
  return explanations.map(printExplanation).join("\n");
}

function printExplanation(one: Explanation): string {
  const lines: readonly (readonly [label: string, values: readonly string[]])[] = [
    ["read as", [readAs(one)]],
    ["not as", one.others.map(printOther)],
    ["file", one.bytes],
    ["sheet", one.sheet === undefined ? [] : [one.sheet]],
    ["sheets not read", one.sheetsPassedOver],
    ["headings", one.headerRows.length === 0 ? [] : [`${printRows(one.headerRows)}${notes(one)}`]],
    ["dates", one.dates.map(printDates)],
    ["answers", one.format === null ? [] : [`${one.answers} ${one.answers === 1 ? "row" : "rows"}`]],
    ["rows left out", one.leftOut.map(({ reason, rows }) => `${rows.length} ${reason}: ${printRows(rows)}`)],
    ["also", one.remarks],
  ];
  const printed = lines.flatMap(([label, values]) =>
    values.map((value, index) => `  ${(index === 0 ? label : "").padEnd(16)}${value}\n`),
  );
  return `${one.file}\n${printed.join("")}`;
}

function readAs(one: Explanation): string {
  if (one.format === null) return `nothing: ${(one.refused ?? "refused").replace(`${one.file}: `, "")}`;
  return `${one.label}${one.named ? "" : ` (score ${printScore(one.score)})`}${reasonsOf(one)}`;
}

function printOther(other: Explanation["others"][number]): string {
  return `${other.label} (score ${printScore(other.score)})${reasonsOf(other)}`;
}

function reasonsOf({ reasons }: { readonly reasons: readonly string[] }): string {
  return reasons.length > 0 ? `: ${reasons.join("; ")}` : "";
}

function notes({ notesAbove }: Explanation): string {
  return notesAbove.length > 0 ? `, notes above them in ${printRows(notesAbove)}` : "";
}

const orders = {
  dmy: "day first",
  mdy: "month first",
  ymd: "year first",
  serial: "a number of days",
} as const;

function printDates({ column, decision }: ExplainedDates): string {
  const heading = column.replace(/\s+/g, " ").trim();
  if (decision.kind === "undecided") return `${heading}: not decided, ${decision.reason}`;
  return `${heading}: ${decision.reason.startsWith("every date") ? "" : `${orders[decision.order]}, `}${decision.reason}`;
}

/** Rows as `row 3` or `rows 4 to 6, 9`. */
function printRows(rows: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const printed = runs.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  return `${rows.length === 1 ? "row" : "rows"} ${printed.join(", ")}`;
}

function printScore(score: number): string {
  return score.toFixed(2);
}
