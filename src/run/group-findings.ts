import type { Issue, Severity } from "../core/issue.js";
import type { Finding } from "../validate/finding.js";

/** Findings of one kind and severity, by file. */
export interface FindingGroup {
  readonly severity: Severity;
  /** The kind of finding, such as `answer-outside-list`. */
  readonly code: string;
  /** The rule that found it; null for what was found on reading. */
  readonly rule: string | null;
  readonly count: number;
  readonly files: readonly FileGroup[];
}

/** Findings of one kind in one file. */
export interface FileGroup {
  readonly file: string;
  readonly count: number;
  /** The first of them; all when there are no more than were asked for. */
  readonly first: readonly (Issue | Finding)[];
}

/** From the worst to what is for information. */
export const severities: readonly Severity[] = ["error", "warning", "note"];

/**
 * Group findings by severity, kind and file, the worst first, each group in the order of its first finding. Counts are
 * of all findings, however few are kept.
 *
 * @param most how many findings of a kind of a severity are kept for each file
 */
export function groupFindings(
  findings: readonly (Issue | Finding)[],
  most: (severity: Severity) => number = () => Infinity,
): readonly FindingGroup[] {
  const groups = new Map<string, MutableGroup>();
  for (const finding of findings) {
    const { severity, code, at } = finding;
    const key = `${severity} ${code}`;
    let group = groups.get(key);
    if (!group) {
      group = { severity, code, rule: "rule" in finding ? finding.rule : null, count: 0, files: new Map() };
      groups.set(key, group);
    }
    let file = group.files.get(at.file);
    if (!file) {
      file = { file: at.file, count: 0, first: [] };
      group.files.set(at.file, file);
    }
    group.count += 1;
    file.count += 1;
    if (file.first.length < most(severity)) file.first.push(finding);
  }
  const inOrder = [...groups.values()].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  return inOrder.map((group) => ({ ...group, files: [...group.files.values()] }));
}

interface MutableGroup {
  severity: Severity;
  code: string;
  rule: string | null;
  count: number;
  files: Map<string, { file: string; count: number; first: (Issue | Finding)[] }>;
}
