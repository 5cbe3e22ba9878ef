import type { Place, Severity } from "../core/issue.js";
import type { Cohort, PartialReturn } from "./cost-return.js";
import type { Finding } from "./finding.js";
import type { RuleContext } from "./rule.js";

/** What is said of one place of a return. */
export interface Said {
  readonly message: string;
  readonly expected: string;
  /** Left out where it would tell what one person earns. */
  readonly found?: string;
  readonly fix: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly count?: number;
}

/** A finding of a rule about costs, whose code is the rule's id. */
export function costFinding(
  { id, severity }: { readonly id: string; readonly severity: Severity },
  trust: string,
  at: Place,
  said: Said,
): Finding {
  return { rule: id, code: id, severity, at, trust, ...said };
}

/** Returns with the denominators of their Trust; those of Trusts that have none are told by another rule. */
export function withCohorts({ returns, cohorts }: Pick<RuleContext, "returns" | "cohorts">): readonly {
  readonly read: PartialReturn;
  readonly cohort: Cohort;
}[] {
  return returns.flatMap((read) => {
    const cohort = cohorts.find(({ trust }) => trust === read.trust);
    return cohort === undefined ? [] : [{ read, cohort }];
  });
}
