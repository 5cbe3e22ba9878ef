import type { Relation } from "../../core/relation.js";
import { unavailableResult, type Result } from "../../core/result.js";
import { bisect } from "../../stats/numeric/bisect.js";
import { costId } from "../cost-result.js";
import { staffCategory, supernumeraryCategory, totalPence, type LedgerLine } from "../ledger.js";
import { modelResult, type CostModel } from "./cost-model.js";

const noInterval = "worked out from the costs as returned";

/** Amounts are looked at from none to three times what was returned. */
const MOST_TIMES = 3;

/**
 * What would have to be otherwise for the cost per IMG to be what the study declares as a threshold: the share of the hours
 * of staff, and of IMGs' supernumerary hours. And how many doctors who stay would pay for the induction, where the study
 * declares what a doctor costs to replace. Nothing without the declared value.
 */
export function thresholdResults(model: CostModel): {
  readonly results: readonly Result[];
  readonly relations: readonly Relation[];
} {
  const results = [...sharesAtThreshold(model), ...retainedDoctors(model)];
  const total = costId("total", "with-supernumerary", model.all.slug);
  const partOf = ({ subject, id }: Result) =>
    id.startsWith(costId("threshold")) ? costId("category", subject.level!, model.all.slug) : total;
  return {
    results,
    relations: results.map((one) => ({ kind: "again", again: one.id, parts: [partOf(one)] })),
  };
}

function sharesAtThreshold(model: CostModel): readonly Result[] {
  const { study, inputs, imgs } = model;
  const { threshold } = study.costing;
  if (threshold === undefined) return [];
  const lines = inputs.map(({ line }) => line);
  return [staffCategory, supernumeraryCategory].flatMap((category): readonly Result[] => {
    const own = lines.filter((line) => line.category === category);
    if (totalPence(own) === 0) return [];
    const what = category === staffCategory ? "hours of staff" : "IMGs' supernumerary hours";
    const share = bisect(costAt(lines, own, imgs), threshold.pounds, 0, MOST_TIMES);
    return [
      solved(model, share, {
        id: costId("threshold", category),
        label: `${what} at which the cost per IMG is the threshold, as a share of those returned`,
        level: category,
        unit: "proportion",
        method: `bisection between none and ${MOST_TIMES} times what was returned`,
        lines: own,
      }),
    ];
  });
}

/** Cost per IMG, in GBP, when some lines are so many times what they are. */
function costAt(
  lines: readonly LedgerLine[],
  own: readonly LedgerLine[],
  imgs: number,
): (times: number) => number {
  const fixed = totalPence(lines) - totalPence(own);
  return (times) => (fixed + times * totalPence(own)) / 100 / imgs;
}

function retainedDoctors(model: CostModel): readonly Result[] {
  const { replacement_cost: replacement } = model.study.economics;
  if (replacement === undefined) return [];
  const pounds = totalPence(model.inputs.map(({ line }) => line)) / 100;
  return [
    solved(model, pounds / replacement.pounds, {
      id: costId("break-even", "retained-doctors"),
      label: "doctors who would have to stay for their replacement cost to equal the cost of the induction",
      level: "retained-doctors",
      unit: "doctors",
      method: `total cost over the declared cost of replacing a doctor (${replacement.source})`,
    }),
  ];
}

function solved(
  model: CostModel,
  value: number | { readonly reason: string },
  about: {
    readonly id: string;
    readonly label: string;
    readonly level: string;
    readonly unit: string;
    readonly method: string;
    readonly lines?: readonly LedgerLine[];
  },
): Result {
  const result = modelResult(
    model,
    { item: "threshold", ...about },
    typeof value === "number" ? value : 0,
    noInterval,
  );
  if (typeof value === "number") return result;
  const { id, label, subject, unit, method, reference } = result;
  return unavailableResult({ id, label, subject, unit, method, reference }, value.reason);
}
