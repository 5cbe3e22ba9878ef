import { trustGroups } from "../core/relation.js";
import type { Computed, Partition, Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import { breakdowns, type Breakdown } from "./breakdown.js";
import { costCells, curveParts, nestedParts, withoutPay } from "./breakdown-relations.js";
import { perspectiveRelations, perspectiveResults } from "./by-perspective.js";
import { costGroup, costId, costResult, type CostGroup } from "./cost-result.js";
import { curveResults, standardised } from "./curve.js";
import type { Figure } from "./figures.js";
import { supernumeraryCategory, totalPence } from "./ledger.js";
import { ofTrusts } from "./of-trusts.js";
import { quantitiesOfLines, quantityRelations, quantityResults } from "./quantities.js";
import {
  countImgs,
  denominators,
  linesOf,
  priceReturns,
  supernumeraryChoices,
  type Denominator,
  type PricedReturns,
  type Supernumerary,
} from "./trust-costs.js";

/**
 * Every cost of the study, at full precision: totals and cost per IMG recruited, inducted and completed, with and without
 * IMGs' supernumerary pay, for each group of Trusts; per IMG of the headline denominator by category, strand, component
 * and phase; mean and median of the Trusts' own figures beside the pooled one (total over total); average cost against
 * cohort size. With the sums, ratios and pooled means that tie them. Throws IssuesError when a price is missing.
 *
 * @param partitions every way in which the Trusts may be grouped, from `trustPartitions`
 */
export function costResults(
  study: Study,
  returns: readonly CostReturn[],
  cohorts: readonly Cohort[],
  figures: readonly Figure[],
  partitions: readonly Partition[],
): Computed {
  const groups = trustGroups(partitions);
  const priced = priceReturns(study, returns, cohorts, figures);
  const costGroups = groups.map((codes) => costGroup(study, priced, codes));
  const dimensions = breakdowns(study, priced);
  const results = costGroups.flatMap((group) => [
    ...totals(study, priced, group),
    ...perImg(study, priced, group),
    ...standardised(study, priced, group),
    ...dimensions.flatMap((dimension) => parts(study, priced, group, dimension)),
  ]);
  const all = costGroup(
    study,
    priced,
    study.trusts.map((trust) => trust.code),
  );
  const quantities = quantitiesOfLines(study, all);
  const across = [
    ...perspectiveResults(study, priced, all),
    ...ofTrusts(study, priced, all, partitions),
    ...curveResults(study, priced, all),
    ...quantityResults(study, priced, all),
  ];
  return {
    results: [...results, ...across],
    relations: [
      ...relationsOf(study, costGroups, dimensions, results),
      ...withoutPay([...results, ...across], costGroups),
      ...curveParts([...results, ...across], costGroups, dimensions),
      ...perspectiveRelations(study, all),
      ...quantityRelations(study, all),
      ...costGroups.map((group) =>
        costCells(
          group,
          dimensions,
          (pay) => [totalId(pay, group), ...denominators.map((of) => perImgId(of, pay, group))],
          (line) => (group.slug === all.slug ? quantities.get(line.id) : undefined),
        ),
      ),
    ],
    ladders: [],
  };
}

function totals(study: Study, priced: PricedReturns, group: CostGroup): readonly Result[] {
  const { headline } = study.costing;
  return supernumeraryChoices.map((supernumerary) => {
    const lines = linesOf(group.trusts, supernumerary);
    return costResult(
      study,
      priced,
      group,
      {
        id: totalId(supernumerary, group),
        label: `total cost, ${supernumerary} supernumerary pay, ${group.name}`,
        item: "total",
        level: supernumerary,
        unit: `GBP ${priced.card.year}`,
        method: "sum of priced lines",
        supernumerary,
        denominator: headline,
        lines,
      },
      totalPence(lines) / 100,
      countImgs(group.trusts, headline),
    );
  });
}

function perImg(study: Study, priced: PricedReturns, group: CostGroup): readonly Result[] {
  return denominators.flatMap((denominator) =>
    supernumeraryChoices.map((supernumerary) => {
      const lines = linesOf(group.trusts, supernumerary);
      const imgs = countImgs(group.trusts, denominator);
      return costResult(
        study,
        priced,
        group,
        {
          id: perImgId(denominator, supernumerary, group),
          label: `cost per IMG ${denominator}, ${supernumerary} supernumerary pay, ${group.name}`,
          item: "per-img",
          level: denominator,
          unit: unitPerImg(priced, denominator),
          method: group.codes.length > 1 ? "total cost over total IMGs" : "cost over IMGs",
          supernumerary,
          denominator,
          lines,
        },
        totalPence(lines) / 100 / imgs,
        imgs,
      );
    }),
  );
}

function parts(
  study: Study,
  priced: PricedReturns,
  group: CostGroup,
  dimension: Breakdown,
): readonly Result[] {
  const { headline } = study.costing;
  const imgs = countImgs(group.trusts, headline);
  return dimension.parts.map((part) => {
    const lines = linesOf(group.trusts, "with").filter((line) => dimension.of(line) === part.key);
    return costResult(
      study,
      priced,
      group,
      {
        id: costId(dimension.id, part.key, group.slug),
        label: `${part.label}: cost per IMG ${headline}, ${group.name}`,
        item: part.key,
        level: headline,
        unit: unitPerImg(priced, headline),
        method: group.codes.length > 1 ? "total cost over total IMGs" : "cost over IMGs",
        supernumerary: "with",
        denominator: headline,
        lines,
      },
      totalPence(lines) / 100 / imgs,
      imgs,
    );
  });
}

function relationsOf(
  study: Study,
  groups: readonly CostGroup[],
  dimensions: readonly Breakdown[],
  results: readonly Result[],
): readonly Relation[] {
  const { headline } = study.costing;
  const there = new Set(results.flatMap((result) => (result.kind === "estimate" ? [result.id] : [])));
  const relations: Relation[] = [];
  for (const group of groups) {
    const total = perImgId(headline, "with", group);
    for (const dimension of dimensions)
      relations.push({
        kind: "sum",
        total,
        parts: dimension.parts.map((part) => costId(dimension.id, part.key, group.slug)),
      });
    const time = costId("category", supernumeraryCategory, group.slug);
    if (there.has(time))
      relations.push({ kind: "sum", total, parts: [perImgId(headline, "without", group), time] });
    for (const denominator of denominators)
      for (const supernumerary of supernumeraryChoices)
        if (group.trusts.length === group.codes.length)
          relations.push({
            kind: "ratio",
            ratio: perImgId(denominator, supernumerary, group),
            numerator: totalId(supernumerary, group),
            denominator: `flow/${denominator}/${group.slug}`,
          });
    relations.push(...nestedParts(group, dimensions), ...acrossTrusts(group, groups, dimensions));
  }
  return relations.filter((relation) =>
    idsOf(relation).every((id) => there.has(id) || id.startsWith("flow/")),
  );
}

/** A joined group against its Trusts: totals add up, and costs per IMG are their means weighted by IMGs. */
function acrossTrusts(
  group: CostGroup,
  groups: readonly CostGroup[],
  dimensions: readonly Breakdown[],
): readonly Relation[] {
  if (group.codes.length === 1) return [];
  const singles = group.trusts.flatMap(
    ({ trust }) => groups.find(({ codes }) => codes.length === 1 && codes[0] === trust) ?? [],
  );
  const pooled = (id: (of: CostGroup) => string): Relation => ({
    kind: "pooled",
    total: id(group),
    parts: singles.map(id),
  });
  return [
    ...supernumeraryChoices.map((choice): Relation => ({
      kind: "sum",
      total: totalId(choice, group),
      parts: singles.map((single) => totalId(choice, single)),
    })),
    ...denominators.flatMap((denominator) =>
      supernumeraryChoices.map((choice) => pooled((of) => perImgId(denominator, choice, of))),
    ),
    ...dimensions.flatMap((dimension) =>
      dimension.parts.map((part) => pooled((of) => costId(dimension.id, part.key, of.slug))),
    ),
  ];
}

function idsOf(relation: Relation): readonly string[] {
  if (relation.kind === "equal") return relation.ids;
  if (relation.kind === "ratio") return [relation.ratio, relation.numerator, relation.denominator];
  return relation.kind === "sum" || relation.kind === "pooled" ? [relation.total, ...relation.parts] : [];
}

function totalId(supernumerary: Supernumerary, group: CostGroup): string {
  return costId("total", `${supernumerary}-supernumerary`, group.slug);
}

function perImgId(denominator: Denominator, supernumerary: Supernumerary, group: CostGroup): string {
  return costId("per-img", denominator, `${supernumerary}-supernumerary`, group.slug);
}

function unitPerImg(priced: PricedReturns, denominator: Denominator): string {
  return `GBP ${priced.card.year} per IMG ${denominator}`;
}
