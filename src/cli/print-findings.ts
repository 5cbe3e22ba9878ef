import { printPlace } from "../core/issue.js";
import type { Issue, Severity } from "../core/issue.js";

const order: readonly Severity[] = ["error", "warning", "note"];
const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  note: ["note", "notes"],
};

/** Findings as text for a terminal, errors first, each with its place, what was expected and how to mend it. None is left out. */
export function printFindings(findings: readonly Issue[]): string {
  const blocks = order.flatMap((severity) => {
    const some = findings.filter((finding) => finding.severity === severity);
    return some.length === 0
      ? []
      : [`${countFindings(some.length, severity)}\n${some.map(printFinding).join("")}`];
  });
  return blocks.length ? `${blocks.join("\n")}\n` : "";
}

/** One line: `2 errors, 3 warnings, no notes` without the kinds that are not there. */
export function summariseFindings(findings: readonly Issue[]): string {
  const parts = order.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countFindings(count, severity)];
  });
  return parts.length ? parts.join(", ") : "nothing found";
}

function countFindings(count: number, severity: Severity): string {
  return `${count} ${names[severity][count === 1 ? 0 : 1]}`;
}

function printFinding({ at, message, fix }: Issue): string {
  return `  ${printPlace(at)}\n    ${message}\n    to mend it: ${fix}\n`;
}
