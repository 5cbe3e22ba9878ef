import { csvText } from "./csv-text.js";
import type { Truth } from "./truth.js";

/** cohort.csv: how many doctors of each Trust could have answered, started, were inducted and completed. */
export function cohortFile(truth: Truth): string {
  const header = ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
  const rows = truth.trusts.map((trust) => [
    trust.code,
    ...[trust.eligible, trust.invited, trust.recruited, trust.inducted, trust.completed].map(String),
    String(trust.intakes.length),
  ]);
  return csvText([header, ...rows], { newline: "\n", quote: "needed" });
}
