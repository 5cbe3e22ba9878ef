import { slug, trustSlug, type Estimate, type Interval, type Result, type Subject } from "../core/result.js";
import { nameTrusts, trustCodes, type Study } from "../study/study.js";
import type { Figure } from "./figures.js";
import { eachImgCount, totalPence, type LedgerLine } from "./ledger.js";
import { isPersonsPay } from "./one-persons-pay.js";
import type { AnyPerspective } from "./perspective.js";
import type { Denominator, PricedReturns, Supernumerary, TrustCosts } from "./trust-costs.js";

/** A group of Trusts for which costs are worked out: those of it that have costs, and what it is called. */
export interface CostGroup {
  readonly codes: readonly string[];
  readonly slug: string;
  readonly name: string;
  readonly trusts: readonly TrustCosts[];
}

/** What one cost result is about. */
export interface CostSubject {
  readonly id: string;
  readonly label: string;
  /** Cost category, strand, component, or what kind of cost it is. */
  readonly item: string;
  /** Denominator or cohort size, as text. */
  readonly level: string;
  readonly unit: string;
  readonly method: string;
  readonly supernumerary: Supernumerary;
  readonly denominator: Denominator;
  /** Whose money it counts; the study's headline perspective when left out. */
  readonly perspective?: AnyPerspective;
  /** The lines the number rests on. */
  readonly lines: readonly LedgerLine[];
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly cautions?: readonly string[];
  /** Why there is no number, when there is none. */
  readonly whyNone?: string;
  /** Where a further Trust's cost is expected. */
  readonly prediction?: Interval;
}

export const costReference =
  "Drummond et al. 2015, Methods for the Economic Evaluation of Health Care Programmes, 4th ed., ch. 7";

const noInterval =
  "these are the Trusts' whole costs, not a sample of costs: an interval would have no sampling meaning";

/** Name a group and find its Trusts' costs. */
export function costGroup(study: Study, priced: PricedReturns, codes: readonly string[]): CostGroup {
  return {
    codes,
    slug: trustSlug(codes, trustCodes(study)),
    name: nameTrusts(study, codes),
    trusts: priced.trusts.filter((one) => codes.includes(one.trust)),
  };
}

/**
 * A result in GBP, or unavailable when no Trust of the group has costs or nobody is in the denominator.
 * It carries no interval: costs of all Trusts are not a sample.
 *
 * @param pounds the number, in GBP at full precision; not finite when nobody is in the denominator
 * @param imgs IMGs in the denominator
 */
export function costResult(
  study: Study,
  priced: PricedReturns,
  group: CostGroup,
  about: CostSubject,
  pounds: number,
  imgs: number,
): Result {
  const subject: Subject = {
    measure: "cost",
    item: about.item,
    trusts: group.codes,
    level: about.level,
    sensitivity: "service",
  };
  const base = {
    id: about.id,
    label: about.label,
    subject,
    unit: about.unit,
    method: about.method,
    reference: costReference,
  };
  const reason = whyNot(priced, group, about, pounds);
  if (reason !== null) return { kind: "unavailable", ...base, reason };
  const estimate: Estimate = {
    kind: "estimate",
    ...base,
    estimate: pounds,
    interval: null,
    noInterval,
    ...(about.prediction ? { prediction: about.prediction } : {}),
    n: imgs,
    contributions: poundsOfTrusts(about.lines),
    missing: {},
    settings: {
      year: priced.card.year,
      pension: (about.perspective ?? study.costing.perspective) === "nhs" ? "full" : priced.card.pension,
      levy: priced.card.levy,
      hours: priced.card.hours,
      ...(study.costing.prices === "when-worked" ? { prices: "when-worked" } : {}),
      denominator: about.denominator,
      supernumerary: about.supernumerary,
      perspective: about.perspective ?? study.costing.perspective,
      eachImg: eachImgCount,
      trusts: group.trusts.length,
      spending: spendingTrusts(about.lines),
      ...(isPersonsPay(about.lines) ? { personsPay: true } : {}),
      ...about.settings,
    },
    source: {
      files: [...group.trusts.map((one) => one.file), ...cohortFiles(group), "data/pay/pay-and-on-costs.csv"],
      columns: [...new Set(about.lines.map((line) => line.at.sheet ?? "")), about.denominator].filter(
        Boolean,
      ),
    },
    cautions: [
      ...leftOut(study, priced, group),
      ...fewSpending(group, about.lines),
      ...withoutRecord(about.lines),
      ...confidence(about.lines),
      ...otherYears(study, about.lines),
      ...pensionCautions(study, about),
      ...(about.cautions ?? []),
    ],
  };
  return estimate;
}

/** `cost/<kind>/<what>/<group>`, each part as it stands in a result id. */
export function costId(...parts: readonly string[]): string {
  return ["cost", ...parts.map((part) => (part.includes("+") ? part : slug(part)))].join("/");
}

function whyNot(
  priced: PricedReturns,
  group: CostGroup,
  { denominator, whyNone }: Pick<CostSubject, "denominator" | "whyNone">,
  pounds: number,
): string | null {
  if (group.trusts.length === 0)
    return group.codes.map((code) => `Trust ${code}: ${priced.missing.get(code) ?? "no costs"}`).join("; ");
  if (Number.isFinite(pounds)) return null;
  return whyNone ?? `no IMG was ${denominator === "completed" ? "counted as completed" : denominator}`;
}

function cohortFiles(group: CostGroup): readonly string[] {
  return [...new Set(group.trusts.map((one) => one.cohort.at.file))];
}

function leftOut(study: Study, priced: PricedReturns, group: CostGroup): readonly string[] {
  const without = group.codes.filter((code) => !group.trusts.some((one) => one.trust === code));
  if (without.length === 0) return [];
  const reasons = [...new Set(without.map((code) => priced.missing.get(code) ?? "no costs"))].join("; ");
  return [`without ${nameTrusts(study, without)}: ${reasons}`];
}

/** How many Trusts a joined number really rests on, when some spent nothing: the gate and the reader both need it. */
function fewSpending(group: CostGroup, lines: readonly LedgerLine[]): readonly string[] {
  const spending = spendingTrusts(lines);
  return spending === group.trusts.length || group.trusts.length === 1
    ? []
    : [`spent by ${spending} of ${group.trusts.length} Trusts`];
}

/** Pounds that each Trust spent on lines, by its code, those that spent nothing left out. */
export function poundsOfTrusts(lines: readonly LedgerLine[]): Readonly<Record<string, number>> {
  const pounds: Record<string, number> = {};
  for (const { trust, amountPence } of lines)
    if (amountPence > 0) pounds[trust] = (pounds[trust] ?? 0) + amountPence / 100;
  return pounds;
}

function spendingTrusts(lines: readonly LedgerLine[]): number {
  return new Set(lines.flatMap((line) => (line.amountPence > 0 ? [line.trust] : []))).size;
}

/** How much of a cost was not recorded. Shares are told to the nearest 5%, so that they tell no amount. */
function withoutRecord(lines: readonly LedgerLine[]): readonly string[] {
  const total = totalPence(lines);
  return (["estimated", "guessed"] as const).flatMap((grade) => {
    const part = totalPence(lines.filter((line) => line.evidence === grade));
    if (part === 0) return [];
    return [`${shareInWords(part / total)} of the cost is ${grade} rather than recorded`];
  });
}

function shareInWords(share: number): string {
  if (share === 1) return "all";
  const percent = Math.round(share * 20) * 5;
  return percent === 0 ? "less than 5%" : percent === 100 ? "more than 95%" : `about ${percent}%`;
}

/** Prices of lesser confidence behind the lines, named once each; what to know of a Trust's own rates. */
function confidence(lines: readonly LedgerLine[]): readonly string[] {
  const prices = [...new Set(lines.flatMap((line) => line.price ?? []))];
  const figures = new Set<Figure>(prices.flatMap((price) => price.figures));
  const labels = (grade: Figure["confidence"]) =>
    [...figures].filter((figure) => figure.confidence === grade).map((figure) => figure.label);
  const say = (words: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${words}: ${names.join("; ")}`];
  return [
    ...say("prices read in a copy, not at the publisher", labels("B")),
    ...say("prices assumed or worked out, not read", labels("C")),
    ...new Set(prices.flatMap((price) => price.cautions)),
    ...(new Set(prices.map(({ basis }) => basis)).size > 1 ? [mixedBases] : []),
  ];
}

/** Where the pension in a perspective is not what its name says. */
function pensionCautions({ costing }: Study, { perspective, lines }: CostSubject): readonly string[] {
  const view = perspective ?? costing.perspective;
  const spent = lines.filter((line) => line.amountPence > 0);
  if (view === "nhs" && spent.some(({ price }) => price?.onCostsAsGiven))
    return [
      "rates that came with on-costs in them are counted as given: the part of the pension paid centrally may be missing",
    ];
  return view === "trust-cash" && costing.pension === "full" && spent.some(({ price }) => isPension(price))
    ? ["it holds the full pension rate, of which a part is paid centrally and is no new money of the Trust"]
    : [];
}

function isPension(price: LedgerLine["price"]): boolean {
  return price !== null && !price.onCostsAsGiven;
}

/** Amounts that a price index brought from another year's prices. */
function otherYears({ costing }: Study, lines: readonly LedgerLine[]): readonly string[] {
  const years = [...new Set(lines.flatMap((line) => line.repricedFrom ?? []))].sort();
  if (years.length === 0 || !costing.price_index) return [];
  const { title, edition } = costing.price_index;
  return [
    `amounts that are not pay brought from prices of ${years.join(" and ")} to ${costing.price_year} by ${title}, ${edition}`,
  ];
}

const mixedBases = "some hours are priced with overheads and others without: the sum is of neither kind";
