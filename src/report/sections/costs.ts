import { sayCostsLeftOut, whyCostsLeftOut } from "../../charts/cost-consent.js";
import { groupsWithNumbers, wholeStudy } from "../../charts/shown-slices.js";
import { capitalise, listWords } from "../../charts/wording.js";
import { formatInterval } from "../../core/format.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import type { PublicStudy } from "../../study/public-study.js";
import { sayCostPeriods } from "../cost-periods.js";
import type { Block, Inline } from "../document.js";
import { printLevel, supportOf, tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say, under } from "../say.js";
import { saySignOff } from "../sign-off.js";
import { isCosted } from "../study-scope.js";
import { measureTable } from "../tables/measure-table.js";
import { trustTable } from "../tables/trust-table.js";
import type { TrustLine } from "../tables/trust-table.js";
import { cohortSizeBlocks } from "./cost-cohort-size.js";
import { perspectiveBlocks, perspectiveNames } from "./cost-perspectives.js";
import { tellCostRange } from "./cost-range.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** What the induction cost: the headline by denominator, by part, by Trust where agreed, and by cohort size. */
export const costs: ReportSection = {
  id: "costs",
  heading: "Cost of the induction",
  blocks(input) {
    if (!isCosted(input.study)) return [];
    return [
      ...paragraph(...tellCostBriefly(input), ...tellTotal(input), ...saySignOff(input.rates)),
      ...headlineTable(input),
      ...paragraph(tellFurtherTrust(input), ...tellCostRange(input)),
      ...under("costs-perspectives", "Whose money, and what is extra", perspectiveBlocks(input)),
      ...under("costs-parts", "What the cost is made of", partBlocks(input)),
      ...under("costs-curve", "Cost and cohort size", cohortSizeBlocks(input)),
    ];
  },
};

type Supernumerary = "with" | "without";

/** The headline cost per IMG over all Trusts, with and without IMGs' supernumerary pay. */
export function tellCost(input: ReportInput): readonly (readonly Inline[])[] {
  const { costing } = input.study;
  const id = (which: Supernumerary) => perImgId(input.study, costing.headline, which);
  const thing = `The cost per IMG ${costing.headline}`;
  if (findEstimate(input.released, id("with")) === undefined)
    return [tell(input, id("with"), thing, () => [])];
  return [
    tell(
      input,
      id("with"),
      thing,
      (result) =>
        say`The cost was ${valueOf(result)} per IMG ${costing.headline} ${supportOf(result)}, counting IMGs' own pay while supernumerary.`,
    ),
    tell(
      input,
      id("without"),
      `${thing} without that pay`,
      (result) =>
        say`Without that pay it was ${valueOf(result)}. Both count ${perspectiveNames[costing.perspective]}, at prices of ${costing.price_year}.`,
    ),
  ];
}

/** The same beside the table, which has the people; or why it cannot be told. */
function tellCostBriefly(input: ReportInput): readonly (readonly Inline[])[] {
  const { costing } = input.study;
  const find = (which: Supernumerary) =>
    findEstimate(input.released, perImgId(input.study, costing.headline, which));
  const [withPay, without] = both.map(find);
  if (withPay === undefined || without === undefined) return tellCost(input);
  return [
    say`Per IMG ${costing.headline}: ${valueOf(withPay)} with IMGs' own pay while supernumerary, ${valueOf(without)} without it.`,
    say`Prices are of ${costing.price_year}.`,
  ];
}

/**
 * The whole cost of the days that the returns cover, over all Trusts, and what it counts: it is no sum of money spent.
 * Nothing when there is none: why is told beside the cost per IMG.
 */
function tellTotal(input: ReportInput): readonly (readonly Inline[])[] {
  const { perspective, set_up } = input.study.costing;
  const id = (which: Supernumerary) => `cost/total/${which}-supernumerary/${wholeStudy(input.study).slug}`;
  const [total, without] = both.map((which) => findResult(input.released, id(which)));
  if (total === undefined || total.kind === "unavailable") return [];
  if (total.kind !== "estimate") return [tell(input, total.id, "The cost of the whole induction", () => [])];
  const periods = sayCostPeriods(input);
  const when = periods === "" ? "" : ` over ${periods}`;
  const isSpread = set_up.treatment === "annuitised" && perspective !== "trust-cash";
  return [
    without === undefined
      ? say`The whole induction cost ${valueOf(total)}${when}.`
      : say`The whole induction cost ${valueOf(total)}${when}; ${without.kind === "estimate" ? say`${valueOf(without)} without that pay` : say`what it was without that pay is not ${without.kind === "suppressed" ? "shown" : "available"}`}.`,
    say`This counts ${perspectiveNames[perspective]}.`,
    isSpread
      ? say`Of set-up, it counts the part of these days, because set-up is spread over the years of its use.`
      : say`Set-up is in it in full.`,
  ];
}

/** Where a further Trust's own cost per IMG is expected; nothing when it is not shown. */
function tellFurtherTrust(input: ReportInput): readonly Inline[] {
  const { headline } = input.study.costing;
  const id = `cost/mean-of-trusts/${headline}/without-supernumerary/of-${input.released.groups.length}`;
  const result = findEstimate(input.released, id);
  if (!result?.prediction) return [];
  const text = formatInterval(result.prediction, result.unit, result.precision);
  const range: Inline = { kind: "value", result: id, text };
  return say`A further Trust might expect from ${range} per IMG ${headline}, without that pay (${printLevel(result.prediction)} prediction interval). The range is wide: it rests on few Trusts, which differ much. It reaches further up than down, because high costs lie further off than low ones.`;
}

function perImgId(study: PublicStudy, denominator: string, which: Supernumerary): string {
  return `cost/per-img/${denominator}/${which}-supernumerary/${wholeStudy(study).slug}`;
}

const denominators = ["recruited", "inducted", "completed"] as const;
const both: readonly Supernumerary[] = ["with", "without"];
const columns = [
  { heading: "With IMGs' supernumerary pay" },
  { heading: "Without it", beside: { n: "IMGs" } },
];

function headlineTable(input: ReportInput): readonly Block[] {
  const { study, released } = input;
  const groups = released.groups.length;
  const averages = [
    {
      label: "All costs over all IMGs",
      id: (denominator: string, which: Supernumerary) => perImgId(study, denominator, which),
    },
    {
      label: "Mean of the Trusts' own figures",
      id: (denominator: string, which: Supernumerary) =>
        `cost/mean-of-trusts/${denominator}/${which}-supernumerary/of-${groups}`,
    },
    {
      label: "Median of the Trusts' own figures",
      id: (denominator: string, which: Supernumerary) =>
        `cost/median-of-trusts/${denominator}/${which}-supernumerary/of-${groups}`,
    },
  ];
  return measureTable(input, {
    id: "cost-per-img",
    caption: `Cost per IMG${study.trusts.length > 1 ? ", by what it is divided by and how it is averaged" : ""}`,
    description: `Pounds at ${study.costing.price_year} prices. The headline is all costs over all IMGs ${study.costing.headline}.`,
    headings: ["Average", "Per IMG"],
    measures: columns,
    lines: averages.flatMap(({ label, id }) =>
      denominators.map((denominator) => ({
        label,
        more: [denominator],
        ids: both.map((which) => id(denominator, which)),
        people: [perImgId(study, denominator, "with"), `flow/${denominator}/${wholeStudy(study).slug}`],
      })),
    ),
    notes:
      study.trusts.length > 1
        ? [
            `In the mean and median of Trusts each Trust counts once, whatever its size${groups < study.trusts.length ? "; Trusts shown together count as one" : ""}. There is no interval: these are whole costs, not a sample.`,
          ]
        : ["There is no interval: these are whole costs, not a sample."],
  });
}

function partBlocks(input: ReportInput): readonly Block[] {
  const { study, released } = input;
  const { headline, price_year } = study.costing;
  const drawn = figures(input, "cost-by-category");
  const byTrust = released.results.some(
    ({ kind, id, subject }) =>
      kind === "estimate" &&
      id.startsWith(`cost/per-img/${headline}/`) &&
      subject.trusts.length < study.trusts.length,
  );
  const description = `Pounds per IMG ${headline} at ${price_year} prices${byTrust ? ", by Trust where its consent is recorded" : ""}.`;
  const lines = (...kinds: readonly Kind[]) =>
    kinds.flatMap((kind) => partLines(input, kind).map((line) => ({ ...line, more: [kindWords[kind]] })));
  const kinds: readonly Kind[] = drawn.length > 0 ? ["phase", "strand"] : ["phase", "category", "strand"];
  const whole = both.map((which) => ({
    label: `All costs, ${which} IMGs' supernumerary pay`,
    more: ["Whole"],
    id: (slice: string) => `cost/per-img/${headline}/${which}-supernumerary/${slice}`,
  }));
  const shared = { description, alone: true, cautions: false, groups: byTrust };
  const blocks: readonly Block[] = [
    ...drawn,
    ...trustTable(input, {
      ...shared,
      id: "cost-parts",
      caption: `Cost per IMG ${headline}, by ${listWords(kinds.map((kind) => kindWords[kind].toLowerCase()))}`,
      headings: ["Part of the cost", "Kind"],
      lines: [...whole, ...lines(...kinds)],
      notes: [
        "Each kind divides all costs, with IMGs' supernumerary pay. Its lines add up, but for rounding.",
        ...roundedByTrust(input),
      ],
    }),
    ...trustTable(input, {
      ...shared,
      id: "cost-components",
      caption: `Cost per IMG ${headline}, by part of the induction`,
      headings: ["Part of the induction"],
      lines: partLines(input, "component"),
      notes: roundedByTrust(input),
    }),
  ];
  return blocks.length === 0 ? [] : [...paragraph(...tellTrusts(input, byTrust)), ...blocks];
}

/** That costs by Trust are rounded more coarsely than those over all Trusts, where they are. */
function roundedByTrust({ study, released }: ReportInput): readonly string[] {
  const stem = `cost/per-img/${study.costing.headline}/with-supernumerary/`;
  const own = released.results.filter(({ id }) => id.startsWith(stem));
  const steps = own.flatMap((one) => (one.kind === "estimate" ? (one.precision ?? 0) : []));
  if (new Set(steps).size < 2) return [];
  return [
    "Costs by Trust are rounded more coarsely than those over all Trusts, so that nobody can tell how many IMGs a Trust had. A small one may read as nothing.",
  ];
}

/** How costs by Trust must be read, and which are not shown. */
function tellTrusts({ study, released }: ReportInput, byTrust: boolean): readonly (readonly Inline[])[] {
  const { held } = groupsWithNumbers(released, study, `cost/per-img/${study.costing.headline}/`);
  if (!byTrust && held.length > 0) {
    const reasons = [...new Set(held.map(({ trusts }) => whyCostsLeftOut(trusts, study, released)))];
    return [say`Costs by Trust are not shown: ${listWords(reasons)}.`];
  }
  return [
    byTrust
      ? say`Trusts differ in what they provided, in how many IMGs joined, and in how they kept records. They are not ranked.`
      : [],
    say`${sayCostsLeftOut(held, study, released)}`,
  ];
}

const kindWords = {
  phase: "Phase",
  category: "Category",
  strand: "Strand",
  component: "Part of the induction",
} as const;
type Kind = keyof typeof kindWords;

/** Parts of one kind in the order in which the costing lists them; their words stand at the start of the label. */
function partLines({ study, released }: ReportInput, kind: Kind): readonly TrustLine[] {
  const stem = `cost/${kind}/`;
  const pooled = `/${wholeStudy(study).slug}`;
  return released.results
    .filter(({ id }) => id.startsWith(stem) && id.endsWith(pooled))
    .map((result) => {
      const part = result.id.slice(stem.length, -pooled.length);
      const words = result.label.split(": cost per IMG")[0] ?? part;
      return { label: capitalise(words), id: (slice: string) => `${stem}${part}/${slice}` };
    });
}
