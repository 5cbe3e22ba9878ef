import type { Issue } from "../core/issue.js";
import type { Finding } from "../validate/finding.js";

const columns = [
  "severity",
  "rule",
  "trust",
  "wave",
  "file",
  "sheet",
  "cell",
  "row",
  "column",
  "message",
  "expected",
  "found",
  "fix",
];

/** Findings as CSV (RFC 4180, CRLF), one a row, header first. Cells that a spreadsheet would run as a formula are quoted. */
export function findingsCsv(findings: readonly (Issue | Finding)[]): string {
  const rows = findings.map((finding) => {
    const { at } = finding;
    const rule = "rule" in finding ? finding.rule : finding.code;
    const trust = "trust" in finding ? finding.trust : undefined;
    const wave = "wave" in finding ? finding.wave : undefined;
    const { severity, message, expected, found, fix } = finding;
    return [
      severity,
      rule,
      trust,
      wave,
      at.file,
      at.sheet,
      at.cell,
      at.row ?? at.line,
      at.column,
      message,
      expected,
      found,
      fix,
    ];
  });
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
