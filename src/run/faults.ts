import type { Issue, Place, Severity } from "../core/issue.js";
import type { DeclaredSource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Finding } from "../validate/finding.js";
import { expectedByTrust, mendByTrust, settledWords, surveyWords } from "./fault-words.js";

/** A finding as it may be told to the Trust whose file it is in: what to mend, without a word about a person. */
export interface Fault {
  readonly severity: Exclude<Severity, "note">;
  readonly code: string;
  /** The Trust it is told to; null when the file is of several and the finding of none. */
  readonly trust: string | null;
  readonly at: Place;
  /** The file's entry in study.yaml; null when no file is meant. */
  readonly source: DeclaredSource | null;
  readonly wave: string | null;
  readonly wrong: string;
  readonly expected: string | null;
  readonly mend: string;
}

/**
 * The faults that a Trust can mend, the worst first and else in the order of the findings. Notes are left out, and what
 * only those who evaluate can settle: study.yaml, the codebook, who is the same person. Of survey answers and HR rows
 * a fault says the row, the column and what was expected, never what was found.
 */
export function faultsOf(findings: readonly (Issue | Finding)[], study: Study): readonly Fault[] {
  const sources = new Map(study.sources.map((source) => [source.file, source]));
  const faults = findings.flatMap((finding) => {
    const fault = faultOf(finding, sources.get(finding.at.file) ?? null);
    return fault === null ? [] : [fault];
  });
  return [
    ...faults.filter((fault) => fault.severity === "error"),
    ...faults.filter((fault) => fault.severity === "warning"),
  ];
}

function faultOf(finding: Issue | Finding, source: DeclaredSource | null): Fault | null {
  const { severity, code, at, expected } = finding;
  if (severity === "note") return null;
  const words = wordsOf(finding, source);
  if (words === null) return null;
  const { trust, wave } = finding as Partial<Finding>;
  const declared = source && "trust" in source ? source.trust : undefined;
  const told = code in settledWords ? null : expectedByTrust(expected);
  return {
    severity,
    code,
    trust: trust ?? declared ?? null,
    at,
    source,
    wave: wave ?? (source?.kind === "survey" ? source.wave : undefined) ?? null,
    wrong: words.wrong,
    expected: told === null || words.wrong.includes(told) ? null : told,
    mend: words.mend,
  };
}

function wordsOf(
  { code, at, message, expected, fix }: Issue,
  source: DeclaredSource | null,
): { readonly wrong: string; readonly mend: string } | null {
  const settled = settledWords[code];
  if (settled !== undefined) return settled;
  switch (source?.kind) {
    case "cost-return":
    case "cohort":
      return { wrong: message, mend: mendByTrust(fix) };
    case "hr": {
      const where = at.column === undefined ? "" : `${at.column}: `;
      return { wrong: `${where}expected ${expected ?? "something else"}`, mend: mendByTrust(fix) };
    }
    // A file of several Trusts is nobody's to mend but of those who evaluate.
    case "survey":
      return source.trust === undefined ? null : (surveyWords[code] ?? null);
    case undefined:
      return null;
  }
}
