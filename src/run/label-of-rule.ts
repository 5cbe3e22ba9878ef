import { rules } from "../validate/rules/index.js";

const labels: ReadonlyMap<string, string> = new Map(rules.map((rule) => [rule.id, rule.label]));

/** What a rule looks for, in a sentence part; null for what is found on reading and has no rule of its own. */
export function labelOfRule(id: string): string | null {
  return labels.get(id) ?? null;
}
