import { nameTrusts } from "../../study/study.js";
import type { PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Returns that cover other days than most do: their costs are of unlike stretches of time. */
export const costPeriodsDiffer: Rule = {
  id: "cost-periods-differ",
  severity: "warning",
  looksAt: trusts,
  label: "cost returns of different periods",
  check({ study, returns }) {
    const groups = new Map<string, PartialReturn[]>();
    for (const read of returns) {
      if (read.period === null) continue;
      const days = `${read.period.from} to ${read.period.to}`;
      groups.set(days, [...(groups.get(days) ?? []), read]);
    }
    const usual = [...groups].reduce<[string, PartialReturn[]] | null>(
      (best, group) => (best === null || group[1].length > best[1].length ? group : best),
      null,
    );
    if (usual === null) return [];
    const [usualDays, usualReturns] = usual;
    const others = nameTrusts(
      study,
      usualReturns.map((read) => read.trust),
    );
    return [...groups]
      .filter(([days]) => days !== usualDays)
      .flatMap(([days, some]) =>
        some.map((read): Finding => ({
          rule: "cost-periods-differ",
          code: "cost-periods-differ",
          severity: "warning",
          at: { file: read.file, sheet: "Cover" },
          message: `period covered: ${nameTrusts(study, [read.trust])} returned ${days}, ${others} ${usualDays}; costs of different periods are set side by side`,
          expected: usualDays,
          found: days,
          fix: "ask for returns of the same days, or correct the days on the Cover",
          trust: read.trust,
        })),
      );
  },
};
