import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { costId, costResult, poundsOfTrusts, type CostGroup } from "./cost-result.js";
import { supernumeraryCategory, totalPence, type LedgerLine } from "./ledger.js";
import { isPersonsPay, personsOf } from "./one-persons-pay.js";
import {
  apart,
  linesIn,
  perspectives,
  scopes,
  spreadsSetUp,
  type AnyPerspective,
  type Scope,
} from "./perspective.js";
import {
  countImgs,
  denominators,
  supernumeraryChoices,
  type Denominator,
  type PricedReturns,
  type Supernumerary,
} from "./trust-costs.js";

/** One way to count the costs of all Trusts. */
export interface View {
  readonly perspective: AnyPerspective;
  readonly scope: Scope;
  readonly supernumerary: Supernumerary;
}

const words: Readonly<Record<AnyPerspective, string>> = {
  "trust-cash": "new money that the Trust pays",
  "trust-economic": "all that the Trust pays",
  nhs: "all that the NHS pays",
  img: "what IMGs pay themselves",
  charity: "what charities pay",
};

/**
 * The costs of all Trusts together in every perspective, in full and of what is extra, with and without supernumerary pay:
 * totals and per IMG recruited, inducted and completed. The headline view stands under `cost/total` and `cost/per-img`
 * and is not repeated. New money is always extra, so its full cost is its incremental one.
 */
export function perspectiveResults(study: Study, priced: PricedReturns, all: CostGroup): readonly Result[] {
  return viewsOf(study).flatMap((view) => {
    const { perspective, scope, supernumerary } = view;
    const lines = linesOfView(all, view);
    const about = (denominator: Denominator) => ({
      item: perspective,
      supernumerary,
      denominator,
      perspective,
      lines,
      settings: { scope },
      ...(none ? { whyNone: `no cost return has a line of ${words[perspective]}` } : {}),
    });
    const what = `${words[perspective]}${scope === "incremental" ? ", extra costs only" : ""}, ${supernumerary} supernumerary pay`;
    const none = lines.length === 0 && isApart(perspective);
    const pounds = none ? NaN : totalPence(lines) / 100;
    return [
      costResult(
        study,
        priced,
        all,
        {
          ...about(study.costing.headline),
          id: viewId(study, view, "total", all),
          label: `total cost: ${what}`,
          level: "total",
          unit: `GBP ${priced.card.year}`,
          method: "sum of priced lines",
        },
        pounds,
        countImgs(all.trusts, study.costing.headline),
      ),
      ...denominators.map((denominator) => {
        const imgs = countImgs(all.trusts, denominator);
        return costResult(
          study,
          priced,
          all,
          {
            ...about(denominator),
            id: viewId(study, view, denominator, all),
            label: `cost per IMG ${denominator}: ${what}`,
            level: denominator,
            unit: `GBP ${priced.card.year} per IMG ${denominator}`,
            method: "total cost over total IMGs",
          },
          pounds / imgs,
          imgs,
        );
      }),
    ];
  });
}

/**
 * What ties the views: their ratios, and which lines each counts. Two views differ in some lines or in the amounts of some;
 * where few Trusts spent on those, the gate shows only one of the two.
 */
export function perspectiveRelations(study: Study, all: CostGroup): readonly Relation[] {
  const views = [...headlineViews(study), ...viewsOf(study)];
  const counts = ["total", ...denominators] as const;
  const parts = partsOf(study, all, views);
  const spread = parts.some(({ differ }) => differ === "spread");
  const own = viewsOf(study).filter(({ perspective }) => !isApart(perspective));
  const otherSetUp = own.filter(
    ({ perspective }) => spread && spreadsSetUp(perspective) !== spreadsSetUp(study.costing.perspective),
  );
  return [
    ...otherSetUp.flatMap((view) =>
      counts.map((count): Relation => ({
        kind: "again",
        again: viewId(study, view, count, all),
        parts: [costId("phase", "set-up", all.slug)],
      })),
    ),
    // With the full pension it tells what is paid at pay points, as that scenario does.
    ...viewsOf(study)
      .filter(({ perspective }) => perspective === "nhs")
      .flatMap((view) =>
        counts.map((count): Relation => ({
          kind: "again",
          again: viewId(study, view, count, all),
          parts: [costId("scenario", "pension-full", "difference")],
        })),
      ),
    ...viewsOf(study).flatMap((view) =>
      denominators.map((denominator): Relation => ({
        kind: "ratio",
        ratio: viewId(study, view, denominator, all),
        numerator: viewId(study, view, "total", all),
        denominator: `flow/${denominator}/${all.slug}`,
      })),
    ),
    ...counts.map((count): Relation => ({
      kind: "overlap",
      results: views.map((view) => viewId(study, view, count, all)),
      lines: parts.map((part) => ({
        within: part.views.map((view) => viewId(study, view, count, all)),
        trusts: [...new Set(part.lines.map(({ trust }) => trust))],
        personsPay: isPersonsPay(part.lines),
        persons: personsOf(part.lines),
        pounds: poundsOfTrusts(part.lines),
        ...(part.differ ? { differ: part.differ } : {}),
      })),
    })),
  ];
}

/**
 * Id of a result over all Trusts in a view; the headline view has the ids of the study's headline costs.
 *
 * @param count `total`, or the denominator
 */
export function viewId(
  study: { readonly costing: Pick<Study["costing"], "perspective"> },
  { perspective, scope, supernumerary }: View,
  count: "total" | Denominator,
  all: Pick<CostGroup, "slug">,
): string {
  const pay = `${supernumerary}-supernumerary`;
  if (perspective === study.costing.perspective && scope === "full")
    return count === "total" ? costId("total", pay, all.slug) : costId("per-img", count, pay, all.slug);
  return costId("perspective", perspective, scope, count, pay, all.slug);
}

function headlineViews(study: Study): readonly View[] {
  const { perspective } = study.costing;
  return supernumeraryChoices.map((supernumerary) => ({ perspective, scope: "full", supernumerary }));
}

/** Every view but the headline's, the weightiest first. What others pay has no supernumerary pay of its own. */
function viewsOf(study: Study): readonly View[] {
  const headline = study.costing.perspective;
  const own = perspectives.flatMap((perspective) =>
    scopes
      .filter((scope) => (perspective === "trust-cash" ? scope === "full" : true))
      .filter((scope) => perspective !== headline || scope !== "full")
      .flatMap((scope) =>
        supernumeraryChoices.map((supernumerary) => ({ perspective, scope, supernumerary })),
      ),
  );
  return [
    ...own,
    ...apart.map((perspective): View => ({ perspective, scope: "full", supernumerary: "with" })),
  ];
}

function linesOfView(all: CostGroup, { perspective, scope, supernumerary }: View): readonly LedgerLine[] {
  const ledger = all.trusts.flatMap((one) => one.ledger);
  const lines = linesIn(ledger, perspective, scope);
  return supernumerary === "with" ? lines : lines.filter((line) => line.category !== supernumeraryCategory);
}

/** Lines that are counted in the same views, or that these views count at another amount than the others do. */
interface PartOfViews {
  readonly views: readonly View[];
  readonly lines: readonly LedgerLine[];
  readonly differ?: "spread" | "pension";
}

/**
 * Lines that the same views count; beside them, as parts of their own, what set-up is more in the views that count it in full
 * when spent, and what pay is more in the views that always count the full pension.
 */
function partsOf(study: Study, all: CostGroup, views: readonly View[]): readonly PartOfViews[] {
  const ledger = all.trusts.flatMap((one) => one.ledger);
  const counting = new Map<string, readonly View[]>();
  for (const view of views)
    for (const { id, amountPence } of linesOfView(all, view))
      if (amountPence > 0) counting.set(id, [...(counting.get(id) ?? []), view]);
  const within = (which: (view: View) => boolean) => (line: LedgerLine) =>
    (counting.get(line.id) ?? []).filter(which);
  const inFull = within(({ perspective }) => !spreadsSetUp(perspective));
  const fullPension = within(({ perspective }) => perspective === "nhs");
  return [
    ...sameViews(
      study,
      all,
      ledger,
      within(() => true),
    ),
    ...sameViews(study, all, ledger.filter(isSpread), inFull, "spread"),
    ...sameViews(study, all, ledger.filter(isPensionMore), fullPension, "pension"),
  ];
}

function sameViews(
  study: Study,
  all: CostGroup,
  lines: readonly LedgerLine[],
  viewsOfLine: (line: LedgerLine) => readonly View[],
  differ?: PartOfViews["differ"],
): readonly PartOfViews[] {
  const parts = new Map<string, PartOfViews>();
  for (const line of lines) {
    const own = viewsOfLine(line);
    if (own.length === 0) continue;
    const key = own.map((view) => viewId(study, view, "total", all)).join();
    const before = parts.get(key)?.lines ?? [];
    parts.set(key, { views: own, lines: [...before, line], ...(differ ? { differ } : {}) });
  }
  return [...parts.values()];
}

function isSpread({ spread }: LedgerLine): boolean {
  return spread !== null;
}

function isPensionMore({ amountPence, fullPensionPence }: LedgerLine): boolean {
  return fullPensionPence !== amountPence;
}

function isApart(perspective: AnyPerspective): boolean {
  return apart.some((one) => one === perspective);
}
