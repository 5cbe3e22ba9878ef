import { placeInYaml } from "../../study/study.js";
import type { Finding } from "../finding.js";
import type { LookedAt } from "../looked-at.js";
import { hasOwnRate } from "../own-rates.js";
import type { WeakFigure } from "../prices.js";
import type { Rule, RuleContext } from "../rule.js";

const weakFigures: LookedAt = {
  what: "figures of the lowest confidence that the costs rest on",
  per: "study",
  count: (context) => weakFiguresUsed(context).length,
};

/**
 * A figure that was not read at any source, that the costs rest on, and that nobody signed off in study.yaml. The costing
 * is provisional until each is.
 */
export const unsignedFigure: Rule = {
  id: "unsigned-figure",
  severity: "warning",
  looksAt: weakFigures,
  label: "a price of the lowest confidence that nobody signed off",
  check: (context) => {
    const { study } = context;
    const signed = new Set(study.costing.sign_off.map(({ figure }) => figure));
    return weakFiguresUsed(context)
      .filter(({ id }) => !signed.has(id))
      .map(({ id, label }): Finding => ({
        rule: "unsigned-figure",
        code: "unsigned-figure",
        severity: "warning",
        at: placeInYaml(study, ["costing"]),
        message: `${label} (${id}): not read at any source, and not signed off; the costing is provisional`,
        expected: "costing.sign_off with this figure, who, when and why",
        found: "no sign-off",
        fix: `compare it with its publisher's page, then add { figure: ${id}, by: ..., on: ..., reason: ... } to costing.sign_off`,
      }));
  },
};

/** Figures of the lowest confidence behind the pay points that returns name, each once. */
function weakFiguresUsed({ study, returns, pricesOf }: RuleContext): readonly WeakFigure[] {
  const used = returns.flatMap((read) => {
    const { weak } = pricesOf(read.period, read.highCost);
    return [...read.staff, ...read.supernumerary]
      .filter((line) => !hasOwnRate(study, read.trust, line))
      .flatMap(({ payPoint }) => weak.get(payPoint) ?? []);
  });
  return [...new Map(used.map((figure) => [figure.id, figure])).values()];
}
