import { wholeStudy } from "../../charts/shown-slices.js";
import { formatNumber } from "../../core/format.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import type { Block, Inline } from "../document.js";
import { tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import { trustTable } from "../tables/trust-table.js";
import { figures } from "./section.js";

const both = ["with", "without"] as const;

/**
 * Cost against cohort size. The average falls with the size of the cohort, so it never stands alone: beside it stand what
 * one more IMG adds and each Trust's cost at one cohort size.
 */
export function cohortSizeBlocks(input: ReportInput): readonly Block[] {
  const blocks = [...sideBySide(input), ...figures(input, "cost-by-cohort-size"), ...bySize(input)];
  return blocks.length === 0 ? [] : [...paragraph(...tellCurve(input)), ...blocks];
}

function sideBySide(input: ReportInput): readonly Block[] {
  const { study, released } = input;
  const { headline, price_year } = study.costing;
  const at = findResult(released, `cost/standardised/with-supernumerary/${wholeStudy(study).slug}`);
  const size = at?.subject.level;
  if (size === undefined) return [];
  const measures = [
    { label: `Average, per IMG ${headline}`, id: `cost/per-img/${headline}` },
    { label: "One more IMG, at the present size", id: "cost/one-more" },
    { label: `Average in a cohort of ${size}`, id: "cost/standardised" },
  ];
  return trustTable(input, {
    id: "cost-side-by-side",
    caption: "Average cost, cost of one more, and cost at one cohort size",
    description: `Pounds per IMG at ${price_year} prices. ${whySize(input, size)}`,
    headings: ["Cost", "IMGs' supernumerary pay"],
    lines: measures.flatMap(({ label, id }) =>
      both.map((which) => ({
        label,
        more: [which === "with" ? "counted" : "not counted"],
        id: (slice: string) => `${id}/${which}-supernumerary/${slice}`,
      })),
    ),
    alone: true,
    cautions: false,
    notes: [
      "The average falls as the cohort grows. Trusts of different sizes are compared at one size only.",
      "What one more IMG adds is told over all Trusts only: a Trust's own would tell how many IMGs it had.",
      "One more IMG is counted as beginning another group. Where an intake has room, it adds less.",
    ],
  });
}

function whySize({ study }: ReportInput, size: string): string {
  return study.costing.standard_cohort === undefined
    ? `A cohort of ${size} is the median that the Trusts inducted, to the nearest 5.`
    : `The study compares Trusts at a cohort of ${size}.`;
}

function bySize(input: ReportInput): readonly Block[] {
  const { cohort_sizes, price_year } = input.study.costing;
  const sizes = [...cohort_sizes].sort((a, b) => a - b);
  return measureTable(input, {
    id: "cost-by-size",
    caption: "What one more IMG adds, by size of cohort",
    description: `Pounds at ${price_year} prices, worked out from the parts of the cost: not observed at these sizes.`,
    headings: ["IMGs in the cohort"],
    measures: [{ heading: "With IMGs' supernumerary pay" }, { heading: "Without it" }],
    lines: sizes.map((size) => ({
      label: formatNumber(size),
      ids: both.map((which) => `cost/curve/one-more/n-${size}/${which}-supernumerary`),
    })),
    cautions: false,
    notes: ["One more IMG costs more where every group is full, because another group is needed."],
  });
}

function tellCurve(input: ReportInput): readonly (readonly Inline[])[] {
  const find = (id: string) => findEstimate(input.released, `cost/curve/${id}`);
  const fixed = find("fixed-per-trust");
  const group = find("each-group");
  const each = find("each-img/with-supernumerary");
  const eachWithout = find("each-img/without-supernumerary");
  if (!fixed || !each || !eachWithout) {
    const hidden = input.released.results.find(
      ({ id, kind }) => id.startsWith("cost/curve/") && kind === "suppressed",
    );
    return hidden ? [tell(input, hidden.id, "How the cost grows with the cohort", () => [])] : [];
  }
  const takes = group?.subject.level?.replace(/^group of /, "");
  return [
    input.study.trusts.length > 1
      ? say`Costs that do not grow with the cohort were ${valueOf(fixed)} a Trust, on average.`
      : say`Costs that do not grow with the cohort were ${valueOf(fixed)}.`,
    group === undefined ? [] : say`Each group of up to ${takes ?? ""} IMGs added ${valueOf(group)}.`,
    say`Each IMG added ${valueOf(each)}, or ${valueOf(eachWithout)} without supernumerary pay.`,
    say`The curve takes these as the same at every size, so it is a guide and not a forecast.`,
  ];
}
