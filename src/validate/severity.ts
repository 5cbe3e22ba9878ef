import type { Severity } from "../core/issue.js";
import type { Level } from "../study/schema.js";
import type { Study } from "../study/study.js";

/**
 * How serious a rule's findings are: as study.yaml says under `checks`, by their number or by their share of what was
 * looked at; else as the rule itself says.
 *
 * @param count findings of the rule in one file, or one Trust and wave
 * @param of how many cells, rows or people the rule looked at there; 0 when nothing was
 * @param otherwise the rule's own severity
 */
export function severityOf(
  study: Study,
  rule: string,
  { count, of }: { readonly count: number; readonly of: number },
  otherwise: Severity,
): Severity {
  const declared = study.checks.find((check) => check.rule === rule);
  if (!declared) return otherwise;
  if (declared.error && reaches(declared.error, count, of)) return "error";
  return declared.warning && reaches(declared.warning, count, of) ? "warning" : "note";
}

function reaches(level: Level, count: number, of: number): boolean {
  if ("count" in level) return count >= level.count;
  return of > 0 && count / of >= level.share;
}
