import { createHash } from "node:crypto";
import type { PlanningAssumptions } from "../../costs/estimate/assumptions.js";
import { poundsYears } from "../../costs/estimate/pounds-years.js";
import { payPointsOf } from "../../costs/figures.js";
import { writeCostReturnTemplate } from "../../template/cost-return.js";
import { escapeHtml } from "../../report/html-escape.js";
import type { EstimateReport } from "../estimate-report.js";
import { answerHtml } from "./answer/answer.js";
import { capital } from "./answer/figures.js";
import { form } from "./form.js";
import { packFigures, type EmbeddedReturn, type PageData } from "./page-data.js";
import { pageScriptMissing, readPageScript } from "./page-script.js";
import { findPlaces } from "./return/template-places.js";
import { pageStyle } from "./page-style.js";
import { takeAway } from "./take-away.js";
import { writeAnswers } from "./write-answers.js";

/** Width of the charts in the page as written, before a browser has drawn them to its own. */
const chartWidth = 640;

/**
 * The page: one HTML file that asks the questions of an estimate and answers them as they change, with the same engine
 * bundled in it. It needs no network and no other file, and starts with the estimate it is written for.
 *
 * @throws Error where the bundle is missing
 */
export async function writeEstimatePage(report: EstimateReport): Promise<Uint8Array> {
  const script = await readPageScript();
  if (script === null) throw new Error(pageScriptMissing);
  return new TextEncoder().encode(renderPage(report, inElement(script), await emptyReturn(report)));
}

function renderPage(report: EstimateReport, script: string, costReturn: EmbeddedReturn): string {
  const { estimate: made, data, version } = report;
  const answers = writeAnswers({ inputs: made.inputs, ranges: {} }, data);
  const embedded: PageData = {
    version,
    assumptions: data.assumptions,
    components: data.components.map(({ id, strand, label }) => ({ id, strand, label })),
    figures: packFigures(data.figures),
    start: Object.fromEntries(answers),
    costReturn,
  };
  const policy = [
    `default-src 'none'`,
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(pageStyle)}'`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join("; ");
  return [
    `<!DOCTYPE html>`,
    `<html lang="en-GB">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="color-scheme" content="light">`,
    `<title>What the induction of IMGs costs a Trust</title>`,
    `<style>${pageStyle}</style>`,
    `</head>`,
    `<body id="top">`,
    `<a class="skip" href="#main">Skip to main content</a>`,
    `<a class="skip" href="#answer">Skip to the answer</a>`,
    `<header class="masthead"><div class="inner">`,
    `<h1>What the induction of IMGs costs your Trust</h1>`,
    `<p class="subtitle">An estimate for planning. Change an answer, and the cost changes with it. Nothing that you enter leaves this file.</p>`,
    `</div>`,
    `<p class="banner">${escapeHtml(whoseWords(data.assumptions))}</p>`,
    `</header>`,
    `<main id="main" tabindex="-1" class="page">`,
    `<div class="ask">`,
    `<noscript><p class="callout caution">New answers need JavaScript, which is off. What is shown is the answer for the figures in the form.</p></noscript>`,
    form(data, answers),
    `</div>`,
    `<div class="told">`,
    `<section id="answer" tabindex="-1" aria-labelledby="answer-heading">`,
    `<h2 id="answer-heading">The answer</h2>`,
    `<div id="problems" class="problems" tabindex="-1" hidden></div>`,
    `<div id="answers">${answerHtml(report, chartWidth)}</div>`,
    `</section>`,
    takeAway(report),
    `</div>`,
    `</main>`,
    `<footer class="foot"><p>Made by pilot-eval ${escapeHtml(version)}. Planning assumptions of ${escapeHtml(data.assumptions.date)}; amounts in pounds at ${escapeHtml(poundsYears(data.assumptions, data.assumptions.items).words)}.</p><p class="now"><a id="strip" href="#answer">The answer</a></p></footer>`,
    `<p id="status" class="hidden" role="status" aria-live="polite"></p>`,
    `<script type="application/json" id="data">${embed(embedded)}</script>`,
    `<script>${script}</script>`,
    `</body>`,
    `</html>`,
    "",
  ].join("\n");
}

/** Whose the quantities are, which stands on top; and that a pilot's data are made up, where they are. */
function whoseWords({ whose, pilot }: PlanningAssumptions): string {
  const synthetic = pilot?.synthetic ? " The pilot's data are synthetic: not real people or Trusts." : "";
  return `${capital(whose)}.${synthetic}`;
}

/** The cost return of the estimate's year, empty but for a line that says what it will be. */
async function emptyReturn({ estimate: { card }, data }: EstimateReport): Promise<EmbeddedReturn> {
  const template = await writeCostReturnTemplate({
    components: data.components.map((component) => ({ phase: "", basis: "", ...component })),
    payPoints: payPointsOf(data.figures, card.year),
    banner: "Planned quantities of an estimate: not what was spent",
  });
  return { template: Buffer.from(template).toString("base64"), places: await findPlaces(template) };
}

/** A script with nothing in it that could end its element early. */
function inElement(script: string): string {
  return script.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** JSON that a script element can hold. */
function embed(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
