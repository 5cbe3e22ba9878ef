import { wholeStudy } from "../../charts/shown-slices.js";
import { viewId, type View } from "../../costs/by-perspective.js";
import { denominators, supernumeraryChoices } from "../../costs/trust-costs.js";
import type { PublicStudy } from "../../study/public-study.js";
import type { Block, Inline } from "../document.js";
import { tell, tellNoneShown, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";

type Way = Pick<View, "perspective" | "scope">;

/** Whose money is counted, as the report calls it; the headline's own is named in the methods. */
export const perspectiveNames: Readonly<Record<PublicStudy["costing"]["perspective"], string>> = {
  "trust-cash": "new money that the Trust pays",
  "trust-economic": "what the Trust pays, with existing staff's time and time given unpaid",
  nhs: "what the NHS pays, with existing staff's time and time given unpaid",
};

const ways: readonly (Way & { readonly label: string; readonly which: string })[] = [
  {
    perspective: "trust-cash",
    scope: "full",
    label: "New money that the Trust pays",
    which: "Extra costs only",
  },
  {
    perspective: "trust-economic",
    scope: "full",
    label: "What the Trust pays and time given",
    which: "All costs",
  },
  {
    perspective: "trust-economic",
    scope: "incremental",
    label: "What the Trust pays and time given",
    which: "Extra costs only",
  },
  { perspective: "nhs", scope: "full", label: "What the NHS pays and time given", which: "All costs" },
  {
    perspective: "nhs",
    scope: "incremental",
    label: "What the NHS pays and time given",
    which: "Extra costs only",
  },
  { perspective: "img", scope: "full", label: "What IMGs pay themselves", which: "Apart" },
  { perspective: "charity", scope: "full", label: "What charities pay", which: "Apart" },
];

/** The cost by whose money is counted, in full and of what is extra; the four perspectives are never added up. */
export function perspectiveBlocks(input: ReportInput): readonly Block[] {
  const { study } = input;
  const { price_year } = study.costing;
  const all = wholeStudy(study);
  const table = measureTable(input, {
    id: "cost-perspectives",
    caption: "Cost per IMG, by whose money is counted",
    description: `Pounds at ${price_year} prices. Extra costs are those that would not have been spent without the induction.`,
    headings: ["Whose money", "Which costs", "Per IMG"],
    measures: [{ heading: "With IMGs' supernumerary pay" }, { heading: "Without it" }],
    lines: ways.flatMap((way) =>
      (hasPay(way) ? denominators : [study.costing.headline]).map((denominator) => ({
        label: way.label,
        more: [way.which, denominator],
        ids: supernumeraryChoices.map((supernumerary) =>
          hasPay(way) || supernumerary === "with"
            ? viewId(study, { ...way, supernumerary }, denominator, all)
            : null,
        ),
      })),
    ),
    notes: [
      "These are views of the same costs: they are not added up.",
      "Time given is staff's time that nobody was paid for, at the price of paid time.",
      "New money is counted in full when it is spent. The NHS's costs hold the full pension rate and what NHS England paid.",
      "A Trust's own rate or a published one that already holds on-costs is counted as given, whatever the pension.",
      ...(study.costing.pension === "full"
        ? [
            "New money holds the full pension rate too, though part of it is paid centrally and not by the Trust.",
          ]
        : []),
    ],
    cautions: false,
  });
  return table.length === 0 ? [] : [...paragraph(...tellViews(input)), ...table];
}

/** The views beside the headline, in words, with supernumerary pay. */
function tellViews(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  const { headline, set_up } = study.costing;
  const all = wholeStudy(study);
  const tellView = (way: Way, thing: string, write: (cost: Inline) => readonly Inline[]) =>
    tell(input, viewId(study, { ...way, supernumerary: "with" }, headline, all), thing, (result) =>
      write(valueOf(result)),
    );
  const told = [
    { perspective: "trust-cash", scope: "full" },
    { perspective: "trust-economic", scope: "incremental" },
    { perspective: "nhs", scope: "full" },
  ] as const;
  const none = tellNoneShown(
    input,
    told.map((way) => viewId(study, { ...way, supernumerary: "with" }, headline, all)),
    "New money, what was extra, and what it cost the NHS as a whole",
  );
  if (none !== null) return [none];
  const [cash, extra, nhs] = told;
  const paid = `money that the ${study.trusts.length > 1 ? "Trusts" : "Trust"} paid`;
  const how =
    set_up.treatment === "annuitised"
      ? "With set-up spread over its years, and with time given unpaid"
      : "With time given unpaid";
  return [
    tellView(
      cash,
      `The new ${paid}`,
      (cost) => say`New ${paid} was ${cost} per IMG ${headline}, with set-up in full.`,
    ),
    tellView(
      extra,
      "What was extra, with time given unpaid,",
      (cost) => say`${how}, what was extra came to ${cost}.`,
    ),
    tellView(
      nhs,
      "What it cost the NHS as a whole",
      (cost) =>
        say`For the NHS as a whole all costs, extra or not, were ${cost}, with the full pension rate where on-costs were added.`,
    ),
  ];
}

/** What others pay is not divided by whether supernumerary pay counts. */
function hasPay({ perspective }: Way): boolean {
  return perspective !== "img" && perspective !== "charity";
}
