import type { Result } from "../core/result.js";
import { median } from "../stats/means/summary.js";
import type { Study } from "../study/study.js";
import {
  averageCost,
  costOf,
  groupFunction,
  marginalCost,
  meanAverageCost,
  meanMarginalCost,
  ownFunctions,
  type CostFunction,
} from "./cost-function.js";
import { costId, costResult, poundsOfTrusts, type CostGroup, type CostSubject } from "./cost-result.js";
import { eachImgCount, supernumeraryCategory, type LedgerLine } from "./ledger.js";
import {
  countImgs,
  linesOf,
  supernumeraryChoices,
  type PricedReturns,
  type Supernumerary,
} from "./trust-costs.js";

/**
 * Cost against cohort size, of a mean Trust that stands for all: average C(n) / n and marginal C(n + 1) - C(n) at the sizes
 * that the study declares, what each IMG between two of them adds, and the parts of C. See `groupFunction`.
 */
export function curveResults(study: Study, priced: PricedReturns, all: CostGroup): readonly Result[] {
  const make = maker(study, priced, all, {
    method: "C(n) = F + sum of ceil(n / group) s + v n",
    caution:
      "the curve is of a mean Trust: the mean of the Trusts' fixed costs and of what a group costs them, the median of their groups' sizes, and what each IMG added over all",
  });
  const sizes = [...study.costing.cohort_sizes].sort((a, b) => a - b);
  return supernumeraryChoices.flatMap((supernumerary) => {
    const costs = functionOf(all, supernumerary);
    const pay = `${supernumerary}-supernumerary`;
    const words = `${supernumerary} supernumerary pay`;
    const { fixed, eachImg, steps } = costs;
    const [step] = steps;
    return [
      ...(supernumerary === "with" ? [] : partsOf(make, all, fixed, step)),
      make(supernumerary, {
        id: costId("curve", "each-img", pay),
        label: `cost that each IMG adds, ${words}`,
        level: "each IMG",
        pounds: eachImg,
      }),
      ...sizes.flatMap((size, index) => {
        const last = sizes[index - 1];
        const between =
          last === undefined ? NaN : (costOf(costs, size) - costOf(costs, last)) / (size - last);
        return [
          make(supernumerary, {
            id: costId("curve", `n-${size}`, pay),
            label: `average cost per IMG in a cohort of ${size}, ${words}`,
            level: String(size),
            pounds: averageCost(costs, size),
          }),
          make(supernumerary, {
            id: costId("curve", "one-more", `n-${size}`, pay),
            label: `cost of one more IMG after ${size}, ${words}`,
            level: String(size),
            pounds: marginalCost(costs, size),
          }),
          ...(last === undefined
            ? []
            : [
                make(supernumerary, {
                  id: costId("curve", "between", `n-${last}-and-${size}`, pay),
                  label: `cost of each further IMG from a cohort of ${last} to one of ${size}, ${words}`,
                  level: String(size),
                  pounds: between,
                }),
              ]),
        ];
      }),
    ];
  });
}

/**
 * A group's cost at the cohort size at which Trusts are compared, the mean over its Trusts of each one's own; and what one more
 * IMG would add to its Trusts at their own sizes, the mean weighted by their IMGs. They stand beside its average cost, which
 * falls with the size of the cohort. One more is told of all Trusts together only: a Trust's own, beside the other two, would
 * tell how many IMGs it had.
 */
export function standardised(study: Study, priced: PricedReturns, group: CostGroup): readonly Result[] {
  const size = standardCohort(study, priced);
  const isOfAll = group.codes.length > 1 && group.codes.length === study.trusts.length;
  const several = group.trusts.length > 1;
  const ofSize = maker(study, priced, group, {
    method: `${several ? "mean over Trusts of " : ""}C(n) / n at n of ${size}, C(n) = F + sum of ceil(n / group) s + v n`,
    caution: `it is the mean of what each Trust's own cost would be in a cohort of ${size}, every Trust once`,
  });
  const ofOneMore = maker(study, priced, group, {
    method: `${several ? "mean over Trusts, weighted by IMGs, of " : ""}C(n + 1) - C(n) at the own n, C(n) = F + sum of ceil(n / group) s + v n`,
    caution: "it is the mean of what one more IMG would add to each Trust, weighted by their IMGs",
  });
  return supernumeraryChoices.flatMap((supernumerary) => {
    const functions = ownFunctions(group.trusts, (trust) => linesOf([trust], supernumerary));
    const pay = `${supernumerary}-supernumerary`;
    const words = `${supernumerary} supernumerary pay, ${group.name}`;
    return [
      ofSize(supernumerary, {
        id: costId("standardised", pay, group.slug),
        label: `cost per IMG in a cohort of ${size}, ${words}`,
        item: "standardised",
        level: String(size),
        pounds: meanAverageCost(functions, size),
      }),
      ...(isOfAll
        ? [
            ofOneMore(supernumerary, {
              id: costId("one-more", pay, group.slug),
              label: `cost of one more IMG at the present size, ${words}`,
              item: "one-more",
              level: "own size",
              pounds: meanMarginalCost(functions),
            }),
          ]
        : []),
    ];
  });
}

/**
 * The cohort size at which Trusts are compared: as the study declares, else the median of the IMGs that they inducted, to
 * the nearest 5, so that it tells no Trust's own number.
 */
export function standardCohort({ costing }: Study, { trusts }: PricedReturns): number {
  const sizes = trusts.map(({ cohort }) => cohort[eachImgCount]);
  if (costing.standard_cohort !== undefined) return costing.standard_cohort;
  return sizes.length === 0 ? 5 : Math.max(5, Math.round(median(sizes) / 5) * 5);
}

interface Point {
  readonly id: string;
  readonly label: string;
  readonly item?: string;
  readonly level: string;
  readonly pounds: number;
  readonly unit?: string;
}
type Make = (supernumerary: Supernumerary, point: Point) => Result;

/** How results are worked out, and what that means where a group has several Trusts. */
interface Way {
  readonly method: string;
  readonly caution: string;
}

function maker(study: Study, priced: PricedReturns, group: CostGroup, { method, caution }: Way): Make {
  const cautions = [...(group.trusts.length > 1 ? [caution] : []), ...cautionsOf(group)];
  return (supernumerary, { pounds, ...point }) => {
    const lines = linesOf(group.trusts, supernumerary);
    const about: CostSubject = {
      item: "curve",
      unit: `GBP ${priced.card.year} per IMG ${eachImgCount}`,
      ...point,
      method,
      supernumerary,
      denominator: eachImgCount,
      lines,
      settings: { spending: fewestBehind(lines) },
      cautions,
    };
    const result = costResult(study, priced, group, about, pounds, countImgs(group.trusts, eachImgCount));
    return result.kind === "estimate"
      ? { ...result, partContributions: partsTold(lines).map(poundsOfTrusts) }
      : result;
  };
}

function partsOf(make: Make, all: CostGroup, fixed: number, step: CostFunction["steps"][number] | undefined) {
  const several = all.trusts.length > 1;
  const groupSize = Number(step?.capacity.toFixed(1));
  const parts: readonly Point[] = [
    {
      id: costId("curve", "fixed-per-trust"),
      label: several ? "fixed cost of a Trust, mean of the Trusts" : "fixed cost",
      level: "fixed",
      pounds: fixed,
    },
    ...(step === undefined
      ? []
      : [
          {
            id: costId("curve", "each-group"),
            label: `cost of each group of up to ${groupSize}${several ? ", mean of the Trusts" : ""}`,
            level: `group of ${groupSize}`,
            pounds: step.pounds,
          },
        ]),
  ];
  return parts.map((part) => {
    const result = make("without", part);
    return { ...result, unit: result.unit.replace(/ per IMG .*$/, "") };
  });
}

function functionOf(group: CostGroup, supernumerary: Supernumerary): CostFunction {
  return groupFunction(group.trusts, (trust) => linesOf([trust], supernumerary));
}

/** The lines behind each part of the function, which the results of a curve give away together: the gate needs them. */
function partsTold(lines: readonly LedgerLine[]): readonly (readonly LedgerLine[])[] {
  const parts = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const part = line.category === supernumeraryCategory ? line.category : line.behaviour;
    if (line.amountPence > 0) parts.set(part, [...(parts.get(part) ?? []), line]);
  }
  return [...parts.values()];
}

/** The fewest Trusts that spent on one of the parts. */
function fewestBehind(lines: readonly LedgerLine[]): number {
  const trusts = partsTold(lines).map((part) => new Set(part.map(({ trust }) => trust)).size);
  return trusts.length === 0 ? 0 : Math.min(...trusts);
}

function cautionsOf({ trusts }: CostGroup): readonly string[] {
  const stepped = trusts.flatMap(({ lines }) =>
    lines.filter((line) => line.behaviour === "step-fixed" && line.amountPence > 0),
  );
  const byIntake = stepped.some((line) => line.basis === "each cohort");
  const without = trusts.filter(({ cohort }) => cohort[eachImgCount] === 0).length;
  return [
    "fixed costs are taken to be the same at every cohort size, and a group to be full before another is begun",
    ...(byIntake
      ? [
          "for what is spent for each cohort a group is the mean intake, or the most IMGs at once where that is less: one more IMG then begins another group, but adds less where an intake has room",
        ]
      : []),
    ...(without > 0 && without < trusts.length
      ? [`${without} ${without === 1 ? "Trust" : "Trusts"} with no IMG ${eachImgCount} left out`]
      : []),
  ];
}
