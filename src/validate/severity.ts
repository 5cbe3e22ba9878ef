import type { Severity } from "../core/issue.js";
import type { Level } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Finding } from "./finding.js";
import type { Rule, RuleContext } from "./rule.js";

/**
 * Give the findings of a rule the severity that study.yaml declares for it under `checks`, by their number or share in
 * each file, each Trust at each wave, or the study: whichever the rule counts in. What the rule found is left as it is
 * when nothing is declared, where its errors protect the numbers, and where a finding is harmless.
 */
export function applySeverity(
  context: RuleContext,
  rule: Pick<Rule, "id" | "protects" | "looksAt">,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!context.study.checks.some((check) => check.rule === rule.id)) return findings;
  const groups = new Map<string, { count: number; readonly first: Finding }>();
  for (const finding of findings) {
    if (finding.harmless) continue;
    const key = groupOf(rule, finding);
    const group = groups.get(key);
    if (group) group.count += finding.count ?? 1;
    else groups.set(key, { count: finding.count ?? 1, first: finding });
  }
  const severities = new Map<string, Severity>();
  for (const [key, { count, first }] of groups) {
    const of = rule.looksAt.count(context, first);
    severities.set(key, severityOf(context.study, rule.id, { count, of }, first.severity));
  }
  return findings.map((finding) => {
    if (finding.harmless || (rule.protects && finding.severity === "error")) return finding;
    return { ...finding, severity: severities.get(groupOf(rule, finding)) ?? finding.severity };
  });
}

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

function groupOf({ looksAt }: Pick<Rule, "looksAt">, { at, trust = "", wave = "" }: Finding): string {
  if (looksAt.per === "study") return "";
  return looksAt.per === "file" ? at.file : `${trust} ${wave}`;
}

function reaches(level: Level, count: number, of: number): boolean {
  if ("count" in level) return count >= level.count;
  return of > 0 && count / of >= level.share;
}
