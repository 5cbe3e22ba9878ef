import { estimate } from "../../../costs/estimate/estimate.js";
import type { InputIssue } from "../../../costs/estimate/check-value.js";
import { answerHtml } from "../answer/answer.js";
import { readAnswers, type ReadAnswers } from "../read-answers.js";
import { unpackData, type PageData } from "../page-data.js";
import { announce } from "./announce.js";
import { element } from "./element.js";
import { fillForm, formAnswers, showParts, tieSliders } from "./form-answers.js";
import { fragmentAnswers, keepInFragment } from "./fragment.js";
import { hideProblems, showProblems } from "./problems.js";
import { fillPayPoints } from "./pay-points.js";

const embedded = JSON.parse(element("data").textContent) as PageData;
const data = unpackData(embedded);
const start = new Map(Object.entries(embedded.start));
const form = element("form") as HTMLFormElement;
const place = element("answers");

/** Read the form, work the answer out and show it; or show what must be mended, and no answer. */
function answer(): ReadAnswers {
  const answers = formAnswers(form);
  showParts(form, answers);
  const read = readAnswers(answers, data);
  if (read.issues.length > 0) showIssues(read.issues);
  else showAnswer(read);
  keepInFragment(answers, start);
  return read;
}

function showAnswer(read: ReadAnswers): void {
  const made = estimate(read.inputs, read.data);
  hideProblems(form);
  place.innerHTML = answerHtml({ estimate: made, data: read.data, width: place.clientWidth });
  announce(made);
  document.dispatchEvent(new CustomEvent("pilot-eval:estimate", { detail: made, bubbles: true }));
}

function showIssues(issues: readonly InputIssue[]): void {
  place.replaceChildren();
  showProblems(form, issues);
  document.dispatchEvent(new CustomEvent("pilot-eval:problems", { detail: issues, bubbles: true }));
}

function restore(): void {
  fillForm(form, new Map([...start, ...fragmentAnswers(start)]));
  answer();
}

fillPayPoints(form, data);
form.addEventListener("submit", (event) => event.preventDefault());
tieSliders(form);
form.addEventListener("input", () => answer());
addEventListener("hashchange", restore);
restore();
