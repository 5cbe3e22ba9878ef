import type { Relation } from "../../core/relation.js";
import type { Result } from "../../core/result.js";
import { costId } from "../cost-result.js";
import { totalPence } from "../ledger.js";
import { modelResult, type CostModel } from "./cost-model.js";
import { oneWay, type OneWay } from "./one-way.js";

/**
 * One-way sensitivity, the widest input first: the cost per IMG as returned, with a range from one end of the input to the
 * other. Over all Trusts only. Amounts of a category go where the category itself is not shown, a choice where one of its
 * scenarios is not.
 */
export function oneWayResults(model: CostModel): {
  readonly results: readonly Result[];
  readonly relations: readonly Relation[];
} {
  const { study, inputs, choices, repriced, imgs, all } = model;
  const perImg = (pence: number) => pence / 100 / imgs;
  const base = perImg(totalPence(inputs.map(({ line }) => line)));
  const ways = oneWay(inputs, choices, repriced, study.costing.uncertainty);
  const idOf = ({ kind, id }: OneWay) => costId("one-way", kind, id);
  return {
    results: ways.map((way) =>
      modelResult(
        model,
        {
          id: idOf(way),
          label: way.label,
          item: "one-way",
          level: way.id,
          method: way.reason,
          lines: way.lines,
          settings: { spending: way.fewestTrusts },
        },
        base,
        { low: perImg(way.low), high: perImg(way.high), level: 1, method: way.reason, kind: "range" },
      ),
    ),
    relations: ways.map((way): Relation => ({
      kind: "again",
      again: idOf(way),
      parts: [
        ...(way.part ? [costId(...way.part, all.slug)] : []),
        ...way.scenarios.map((id) => costId("scenario", id, "difference")),
      ],
    })),
  };
}
