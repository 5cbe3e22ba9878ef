import { textCell } from "../charts/cells.js";
import { capitalise } from "../charts/wording.js";
import { applicable } from "../costs/estimate/alternatives.js";
import type { Scenario } from "../costs/estimate/scenarios.js";
import type { Document, Inline, TableBlock } from "../report/document.js";
import { renderDocx } from "../report/docx.js";
import { renderHtml } from "../report/html.js";
import { drawBoardChart } from "./board-chart.js";
import { boardWords } from "./board-words.js";
import type { EstimateReport } from "./estimate-report.js";
import { gapsOnPage } from "./gap-words.js";
import { aboutPounds, aboutRange } from "./money.js";

/** Lines that the page has for gaps, in the place of the curve. */
const gapsRoom = 9;

/** A board summary as a Word file of one page. */
export async function boardDocx(report: EstimateReport): Promise<Uint8Array> {
  return renderDocx(await boardSummary(report));
}

/** The same as one HTML file. */
export async function boardHtml(report: EstimateReport): Promise<Uint8Array> {
  return new TextEncoder().encode(renderHtml(await boardSummary(report)));
}

/** One page for a board: the answer, scenarios, the curve, what moves it, what it leaves out and what it rests on. */
export async function boardSummary(report: EstimateReport): Promise<Document> {
  const words = boardWords(report);
  const { estimate, version } = report;
  return {
    title: words.title,
    subtitle: words.question,
    language: "en-GB",
    layout: "brief",
    banner: words.banner,
    authors: [],
    steeringGroup: [],
    imprint: `pilot-eval ${version}; planning assumptions of ${report.data.assumptions.date}`,
    sections: [
      {
        id: "answer",
        heading: "The answer",
        blocks: [
          { kind: "paragraph", text: [{ kind: "strong", text: words.answer }] },
          { kind: "paragraph", text: [text(words.more.join(" "))] },
          ...(estimate.gaps
            ? [
                {
                  kind: "list" as const,
                  items: gapsOnPage(estimate.gaps, gapsRoom).map((gap) => [text(gap)]),
                },
              ]
            : []),
          scenarioTable(applicable(estimate.scenarios)),
          ...(estimate.gaps ? [] : [{ kind: "figure" as const, ...(await drawBoardChart(estimate)) }]),
        ],
      },
      {
        id: "moves",
        heading: "What moves it most",
        blocks: [
          ...(words.beside ? [{ kind: "paragraph" as const, text: [text(words.beside)] }] : []),
          { kind: "list", items: words.movers.map((mover) => [text(mover)]) },
        ],
      },
      {
        id: "leaves-out",
        heading: "What it leaves out",
        blocks: [{ kind: "paragraph", text: [text(words.leavesOut)] }],
      },
      {
        id: "basis",
        heading: "What it rests on",
        blocks: [{ kind: "list", items: words.basis.map((line) => [text(line)]) }],
      },
    ],
  };
}

function scenarioTable(scenarios: readonly Scenario[]): TableBlock {
  const alternatives = scenarios.filter((one) => one.question === "weeks of shadowing" || !one.chosen);
  return {
    kind: "table",
    id: "scenarios",
    caption: "The same induction, counted or run in other ways",
    description: "",
    columns: [
      { heading: "Scenario", align: "left" },
      { heading: "A year", align: "right" },
      { heading: "Each IMG", align: "right" },
      { heading: "Each IMG, low to high", align: "right" },
    ],
    rows: alternatives.map(({ label, chosen, totalPence, perImg }) => [
      textCell(capitalise(chosen ? `${label} (as above)` : label)),
      textCell(aboutPounds(totalPence.central)),
      textCell(aboutPounds(perImg.central * 100)),
      textCell(aboutRange({ ...perImg, low: perImg.low * 100, high: perImg.high * 100 })),
    ]),
    notes: [],
  };
}

function text(said: string): Inline {
  return { kind: "text", text: said };
}
