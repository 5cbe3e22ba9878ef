import { limitCells } from "../../charts/cells.js";
import { placeOf, wholeStudy } from "../../charts/shown-slices.js";
import { capitalise } from "../../charts/wording.js";
import { formatNumber, formatValue } from "../../core/format.js";
import { findResult } from "../../disclosure/released.js";
import { consequencesOf } from "../../economics/consequences.js";
import { singleArm } from "../../economics/economic-results.js";
import type { Block, TableBlock, TableCell } from "../document.js";
import { printLevel } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say, under } from "../say.js";
import { isCosted } from "../study-scope.js";
import {
  explainCost,
  isWorthATable,
  left,
  peopleCell,
  resultCell,
  right,
  textCell,
} from "../tables/cells.js";
import { designWords } from "../design-words.js";
import type { ReportSection } from "./section.js";

/** Costs by strand beside every declared outcome in its own unit: nothing is added up and no ratio is formed. */
export const costConsequences: ReportSection = {
  id: "cost-consequences",
  heading: "Costs beside outcomes",
  blocks(input) {
    if (!isCosted(input.study)) return [];
    const table = consequenceTable(input);
    if (table.length === 0) return [];
    return [
      ...paragraph(
        say`Costs stand beside outcomes, each in its own unit. They are not added up, and no ratio is formed.`,
        say`Readers may weigh them as they see fit. The table does not say that a cost brought an outcome about.`,
      ),
      ...table,
      ...under("acceptability", "What an outcome might be worth", acceptabilityBlocks(input)),
    ];
  },
};

const noSample: TableCell = { kind: "unavailable", shorthand: "z", reason: "a whole cost, not a sample" };
const notAsked: TableCell = { kind: "unavailable", shorthand: "z", reason: "nothing was asked before" };

function consequenceTable(input: ReportInput): readonly TableBlock[] {
  const { study, released } = input;
  const { slug } = wholeStudy(study);
  const level = printLevel({ level: study.confidence_level });
  const strands = released.results.filter(
    ({ id }) => id.startsWith("cost/strand/") && id.endsWith(`/${slug}`),
  );
  const outcomes = consequencesOf(study, slug)
    .map((one) => ({ ...one, found: findResult(released, one.result) }))
    .filter(({ found }) => found !== undefined);
  if (!isWorthATable(strands) || !isWorthATable(outcomes.map(({ found }) => found))) return [];
  const costRows = strands.map((result) => [
    textCell(capitalise(result.label.split(": cost per IMG")[0] ?? result.label)),
    textCell(`cost, pounds per IMG ${study.costing.headline}`),
    peopleCell(result),
    notAsked,
    ...explainCost([resultCell(result)], result, study),
    noSample,
    noSample,
  ]);
  const outcomeRows = outcomes.map(({ label, measured, before, found }) => [
    textCell(label),
    textCell(measured),
    peopleCell(found),
    before === null ? notAsked : resultCell(findResult(released, before)),
    resultCell(found),
    ...limitCells(found),
  ]);
  return [
    {
      kind: "table",
      id: "cost-consequence",
      caption: "Costs and outcomes side by side",
      description: `Over ${placeOf(study)}. Costs at ${study.costing.price_year} prices, by strand, with IMGs' supernumerary pay; outcomes in their own units.`,
      columns: [
        left("Cost or outcome"),
        left("Measured as"),
        right("n"),
        right("Before"),
        right("Cost, change or share"),
        right(`${level} CI, lower`),
        right(`${level} CI, upper`),
      ],
      rows: [...costRows, ...outcomeRows],
      notes: designWords(study).threats.slice(0, 1),
    },
  ];
}

function acceptabilityBlocks(input: ReportInput): readonly Block[] {
  const { study, released } = input;
  const { thresholds } = study.economics;
  if (thresholds === undefined) return [];
  const label = study.scales.find(({ id }) => id === thresholds.outcome)?.label ?? thresholds.outcome;
  const stem = `economics/acceptability/${thresholds.outcome}`;
  const refused = findResult(released, stem);
  if (refused?.kind === "unavailable")
    return paragraph(say`No acceptability curve is drawn for ${label}: ${refused.reason}.`);
  const points = released.results.filter(({ id }) => id.startsWith(`${stem}/worth-`));
  if (!isWorthATable(points)) return [];
  const range = [thresholds.from, thresholds.to].map((pounds) => formatValue(pounds, "GBP"));
  return [
    ...paragraph(
      say`The study declares that one point of ${label} might be worth ${range[0]!} to ${range[1]!} per IMG (${thresholds.source}).`,
      say`For each worth, the table gives the share of draws in which the change that came with the induction outweighs its cost.`,
      say`That is association and not a reason: no doctors without the induction were compared.`,
    ),
    {
      kind: "table",
      id: "acceptability",
      caption: `Share of draws in which the change in ${label} is worth the cost, by association alone`,
      description: `Over ${placeOf(study)}, ${formatNumber(study.costing.uncertainty.draws)} draws. A range of declared worths; nobody has settled which is right.`,
      columns: [
        left("Worth of one point, pounds per IMG"),
        right("Share of draws"),
        right("Most that certainty could be worth, pounds per IMG"),
      ],
      rows: points.map((point) => {
        const worth = point.id.slice(`${stem}/worth-`.length);
        return [
          textCell(formatValue(Number(worth), "GBP")),
          resultCell(point),
          resultCell(findResult(released, `economics/evpi/${thresholds.outcome}/worth-${worth}`)),
        ];
      }),
      notes: [`${capitalise(singleArm)}.`],
    },
  ];
}
