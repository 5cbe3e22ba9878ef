import { formatNumber } from "../core/format.js";
import { printPlaceInFile } from "../core/issue.js";
import type { Issue, Severity } from "../core/issue.js";
import { plainText } from "../report/plain-text.js";
import { wrapText } from "../report/wrap-text.js";
import { groupFindings, severities } from "../run/group-findings.js";
import type { FileGroup, FindingGroup } from "../run/group-findings.js";
import { labelOfRule } from "../run/label-of-rule.js";

const names: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  note: ["note", "notes"],
};

/** How findings are shown on a terminal. */
export interface FindingsView {
  /** Columns of the terminal. */
  readonly width?: number;
  /** Whether each finding is shown; else the first of each kind and file. */
  readonly all?: boolean;
  /** Where every finding can be seen, when not all are shown: `in findings.csv`. */
  readonly where?: string;
}

/** How many places of a file, and how many files, are shown of a kind: less of what needs no mending. */
const most: Readonly<Record<Severity, { readonly places: number; readonly files: number }>> = {
  error: { places: 5, files: 8 },
  warning: { places: 5, files: 8 },
  note: { places: 2, files: 4 },
};

/**
 * Findings as text for a terminal: a block for each kind, the worst first, with its count, its files and their first
 * places, what was found and how to mend it. What is not shown is counted. In pieces, so that a million can be told.
 */
export function* printFindings(findings: readonly Issue[], view: FindingsView = {}): Generator<string> {
  const { width = 80, all = false, where = "with --all" } = view;
  const groups = groupFindings(findings, (severity) => (all ? Infinity : most[severity].places));
  for (const severity of severities) {
    const some = groups.filter((group) => group.severity === severity);
    if (some.length === 0) continue;
    yield printEnds(count(sum(some), severity), "findings", width, 0);
    for (const group of some) yield* printGroup(group, { width, all, where });
    yield "\n";
  }
}

/** One line: `2 errors, 3 warnings` without the kinds that are not there. */
export function summariseFindings(findings: readonly Issue[]): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const parts = severities.filter((one) => counts[one] > 0).map((one) => count(counts[one], one));
  return parts.length ? parts.join(", ") : "nothing found";
}

function* printGroup(group: FindingGroup, view: Required<FindingsView>): Generator<string> {
  const label = labelOfRule(group.code) ?? (group.rule === null ? null : labelOfRule(group.rule));
  const heading = label === null ? group.code : `${group.code}: ${label}`;
  yield "\n";
  yield printEnds(heading, formatNumber(group.count), view.width, 2);
  const shown = view.all ? group.files : group.files.slice(0, most[group.severity].files);
  const inOrder = shown.flatMap((file) => file.first);
  let position = 0;
  for (const file of shown) {
    yield printEnds(file.file, formatNumber(file.count), view.width, 4);
    for (const finding of file.first) {
      position += 1;
      const next = inOrder[position];
      if (!saysTheSame(finding, next)) yield printFinding(finding, view.width);
      if (next?.fix !== finding.fix) yield printFix(finding.fix, view.width);
    }
    if (file.first.length < file.count) yield printRest(file, view.where);
  }
  if (shown.length < group.files.length) yield printOtherFiles(group, shown, view.where);
}

/** Text from a file without what would move the cursor, colour the screen or turn the direction of reading. */
function onTerminal(text: string): string {
  return plainText(text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
}

/** Whether two findings say the same of two files as a whole: it is printed once, below both names. */
function saysTheSame(finding: Issue, next: Issue | undefined): boolean {
  const isWhole = (one: Issue) => printPlaceInFile(one.at) === "";
  return next !== undefined && next.message === finding.message && isWhole(finding) && isWhole(next);
}

/** A line with words at its end, set to the right: where the column of counts stands. */
function printEnds(text: string, end: string, width: number, indent: number): string {
  const [first = "", ...rest] = wrapText(onTerminal(text), width - indent - end.length - 2);
  const line = `${" ".repeat(indent)}${first}`;
  const below = rest.map((more) => `${" ".repeat(indent + 2)}${more}\n`);
  return `${line}${end.padStart(Math.max(width - line.length, end.length + 2))}\n${below.join("")}`;
}

/** Place and message side by side; what does not fit goes on below, in its own column. */
function printFinding({ at, message }: Issue, width: number): string {
  const indent = 6;
  const placeWidth = Math.max(18, Math.floor(width * 0.28));
  const place = printPlaceInFile(at);
  const places = place === "" ? [] : wrapText(onTerminal(place), placeWidth);
  const left = place === "" ? 0 : placeWidth + 2;
  const messages = wrapText(onTerminal(message), width - indent - left);
  const height = Math.max(places.length, messages.length);
  return Array.from({ length: height }, (_, line) =>
    `${" ".repeat(indent)}${(places[line] ?? "").padEnd(left)}${messages[line] ?? ""}`.trimEnd(),
  )
    .join("\n")
    .concat("\n");
}

function printFix(fix: string, width: number): string {
  const [first = "", ...rest] = wrapText(`to mend it: ${onTerminal(fix)}`, width - 8);
  return `      ${first}\n${rest.map((line) => `        ${line}\n`).join("")}`;
}

function printRest({ first, count: of }: FileGroup, where: string): string {
  return `      showing ${first.length} of ${formatNumber(of)}; all ${where}\n`;
}

function printOtherFiles(group: FindingGroup, shown: readonly FileGroup[], where: string): string {
  const counted = `showing ${shown.length} of ${formatNumber(group.files.length)} files`;
  return `    ${counted} (${formatNumber(group.count)} findings); all ${where}\n`;
}

function count(number: number, severity: Severity): string {
  return `${formatNumber(number)} ${names[severity][number === 1 ? 0 : 1]}`;
}

function sum(groups: readonly FindingGroup[]): number {
  return groups.reduce((total, group) => total + group.count, 0);
}
