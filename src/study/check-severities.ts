import type { Issue } from "../core/issue.js";
import { nearest } from "./nearest.js";
import type { YamlFile } from "./read-yaml.js";
import { printPath } from "./yaml-path.js";
import type { Check } from "./schema.js";
import type { Study } from "./study.js";

/** A rule of the data check, as far as study.yaml may speak of it. */
export interface RuleName {
  readonly id: string;
  /** True when all of its findings are errors, because they keep numbers from being wrong. */
  readonly alwaysError: boolean;
}

/** Entries of `checks` that name no rule, name one twice, or would make less of errors that protect the numbers. */
export function checkSeverities(study: Study, rules: readonly RuleName[], yaml: YamlFile): readonly Issue[] {
  return study.checks.flatMap((check, index): readonly Issue[] => {
    const at = yaml.placeOf(["checks", index, "rule"]);
    const rule = rules.find((each) => each.id === check.rule);
    if (!rule) return [unknownRule(check.rule, index, rules, at)];
    if (study.checks.findIndex((each) => each.rule === check.rule) < index)
      return [twice(check.rule, index, at)];
    return rule.alwaysError && canLower(check) ? [protectedRule(check.rule, index, at)] : [];
  });
}

/** Only an error from the first finding on leaves an error what it is. */
function canLower({ error }: Check): boolean {
  return !(error !== undefined && "count" in error && error.count === 1);
}

function unknownRule(name: string, index: number, rules: readonly RuleName[], at: Issue["at"]): Issue {
  const near = nearest(
    name,
    rules.map((rule) => rule.id),
  );
  return {
    code: "unknown-rule",
    severity: "error",
    at,
    message: `${printPath(["checks", index, "rule"])}: expected a rule of the data check, found "${name}"`,
    expected: "a rule that `pilot-eval list rules` prints",
    found: name,
    fix: near ? `did you mean "${near}"?` : "see `pilot-eval list rules`",
  };
}

function twice(name: string, index: number, at: Issue["at"]): Issue {
  return {
    code: "repeated",
    severity: "error",
    at,
    message: `${printPath(["checks", index, "rule"])}: "${name}" is declared twice`,
    expected: "each rule once",
    found: name,
    fix: "remove one of the two",
  };
}

function protectedRule(name: string, index: number, at: Issue["at"]): Issue {
  return {
    code: "protected-rule",
    severity: "error",
    at,
    message: `${printPath(["checks", index, "rule"])}: what ${name} finds would make numbers wrong, and is always an error`,
    expected: "a rule whose findings may be warnings or notes",
    found: name,
    fix: `remove the entry, and mend what ${name} finds`,
  };
}
