import { estimate } from "../../../costs/estimate/estimate.js";
import type { InputIssue } from "../../../costs/estimate/check-value.js";
import { boardPlain } from "../../board-text.js";
import type { EstimateReport } from "../../estimate-report.js";
import { answerHtml } from "../answer/answer.js";
import { curveChart } from "../answer/curve-chart.js";
import { unpackData, type PageData } from "../page-data.js";
import { readAnswers, type ReadAnswers } from "../read-answers.js";
import { announce } from "./announce.js";
import { copyButtons } from "./copy.js";
import { element } from "./element.js";
import { fillForm, formAnswers, showParts, tickButtons, tieSliders } from "./form-answers.js";
import { fragmentAnswers, keepInFragment, namesPlace } from "./fragment.js";
import { pageLinks } from "./page-links.js";
import { showInStrip } from "./strip.js";
import { fillPayPoints } from "./pay-points.js";
import { hideProblems, showProblems } from "./problems.js";
import { replaceKeepingOpen } from "./replace.js";
import { returnForm } from "./return-form.js";
import { savedAnswers } from "./saved-answers.js";

const embedded = JSON.parse(element("data").textContent) as PageData;
const data = unpackData(embedded);
const start = new Map(Object.entries(embedded.start));
const form = element("form") as HTMLFormElement;
const place = element("answers");
const paste = element("paste-text") as HTMLTextAreaElement;
let shown: EstimateReport | null = null;

/** Read the form, work the answer out and show it; or show what must be mended, and no answer. */
function answer(): ReadAnswers {
  const answers = formAnswers(form);
  showParts(form, answers);
  const read = readAnswers(answers, data);
  if (read.issues.length > 0) showIssues(read.issues);
  else showAnswer({ estimate: estimate(read.inputs, read.data), data: read.data, version: embedded.version });
  keepInFragment(answers, start);
  return read;
}

function showAnswer(report: EstimateReport): void {
  shown = report;
  hideProblems(form);
  document.body.classList.remove("unanswered");
  replaceKeepingOpen(place, answerHtml(report, place.clientWidth));
  paste.value = boardPlain(report);
  showInStrip(report.estimate);
  announce(report.estimate);
  tell("pilot-eval:estimate", report.estimate);
}

function showIssues(issues: readonly InputIssue[]): void {
  shown = null;
  document.body.classList.add("unanswered");
  place.replaceChildren();
  paste.value = "";
  showProblems(form, issues);
  showInStrip(issues.length);
  tell("pilot-eval:problems", issues);
}

/** Tell what was shown to whoever listens: events of the document, with the whole estimate or all that is wrong. */
function tell(name: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

/**
 * Answers from the address, and from how the page was written where the address says nothing. An address that names a
 * place of the page holds none: the form stays as it is.
 */
function restore(): void {
  if (!namesPlace()) fillForm(form, new Map([...start, ...fragmentAnswers(start)]));
  answer();
}

function redrawChart(): void {
  const chart = document.getElementById("curve-chart");
  if (shown && chart) chart.innerHTML = curveChart(shown.estimate, chart.clientWidth);
}

fillPayPoints(form, data);
tieSliders(form);
tickButtons(form);
pageLinks();
copyButtons(() => shown !== null);
returnForm(embedded.costReturn, () => shown);
savedAnswers(
  embedded.version,
  () => formAnswers(form),
  (answers) => {
    fillForm(form, new Map([...start, ...answers]));
    answer();
  },
);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => answer());
element("print").addEventListener("click", () => print());
addEventListener("hashchange", restore);
addEventListener("resize", redrawChart);
document.documentElement.classList.add("live");
restore();
