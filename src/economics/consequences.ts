import { slug } from "../core/result.js";
import { variablesOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";

/** One outcome that the study declares, in its own unit, by the ids of its results over all Trusts. */
export interface Consequence {
  readonly label: string;
  /** What the number is: "change in points from 0 to 100, arrival to month 3". */
  readonly measured: string;
  /** How it was before; null where nothing was asked before. */
  readonly before: string | null;
  readonly result: string;
}

/**
 * The outcomes to stand beside the costs: changes that the study compares, scales asked once, ratings, standards and
 * retention. None is weighed against another, added up or divided into the cost.
 *
 * Source: Mauskopf et al. (1998) PharmacoEconomics 13:277-288, cost-consequence analysis.
 *
 * @param slice the last part of the ids of results over all Trusts
 */
export function consequencesOf(study: PublicStudy, slice: string): readonly Consequence[] {
  const wave = (id: string) => study.waves.find((one) => one.id === id)?.label ?? id;
  const compared = study.comparisons.map(({ scale, from, to }): Consequence => ({
    label: study.scales.find((one) => one.id === scale)?.label ?? scale,
    measured: `change in points of 100, ${wave(from)} to ${wave(to)}`,
    before: `scale/${scale}/${from}/${slice}`,
    result: `change/${scale}/${from}-to-${to}/${slice}`,
  }));
  const last = study.waves.at(-1)!;
  const once = study.scales
    .filter(({ id }) => !study.comparisons.some(({ scale }) => scale === id))
    .map(({ id, label }): Consequence => ({
      label,
      measured: `mean in points of 100, ${last.label}`,
      before: null,
      result: `scale/${id}/${last.id}/${slice}`,
    }));
  const ratings = variablesOf(study, "outcome").flatMap((variable) =>
    variable.waves.slice(-1).map((asked): Consequence => ({
      label: variable.label,
      measured: `share who gave one of the two best answers, ${wave(asked)}`,
      before: null,
      result: `outcome/${slug(variable.name)}/${asked}/top-two/${slice}`,
    })),
  );
  const standards = study.standards.map(({ id, label }): Consequence => ({
    label,
    measured: "share for whom the standard was met",
    before: null,
    result: `standard/${slug(id)}/${slice}`,
  }));
  const retention: Consequence = {
    label: `In post after ${study.hr.months} months`,
    measured: "share of doctors",
    before: null,
    result: `retention/month-${study.hr.months}/${slice}`,
  };
  return [...compared, ...once, ...ratings, ...standards, retention];
}
