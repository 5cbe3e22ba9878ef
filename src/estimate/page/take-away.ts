import { escapeHtml } from "../../report/html-escape.js";
import { boardPlain } from "../board-text.js";
import type { EstimateReport } from "../estimate-report.js";
import { errorOf, idOf } from "./controls.js";

/** What a person takes away from the page: text to paste, a printed page, the answers of the form, a cost return. */
export function takeAway(report: EstimateReport): string {
  return [
    `<section id="take-away" aria-labelledby="take-away-heading">`,
    `<h2 id="take-away-heading">Take it away</h2>`,
    `<h3>Text for an e-mail or a board paper</h3>`,
    `<label for="paste-text">The answer in words</label>`,
    `<textarea id="paste-text" readonly rows="12" spellcheck="false">${boardPlain(report).split("\n").map(escapeHtml).join("\n")}</textarea>`,
    `<p class="buttons"><button type="button" data-copy="paste-text">Copy the text</button> <button type="button" id="print">Print the answer</button> <span id="copied"></span></p>`,
    `<h3>Your answers</h3>`,
    `<p>They stay in the address of this page. Save them to a file to keep them, or to give them to a colleague.</p>`,
    `<p class="buttons"><button type="button" id="save-answers">Save the answers</button> <label for="open-answers">Open saved answers</label> <input type="file" id="open-answers" accept=".json,application/json"> <span id="answers-saved"></span></p>`,
    `<h3>A cost return with these quantities</h3>`,
    `<p>A workbook for the evaluators, filled in with the central quantities of a year as planned. Each line says that it is estimated or guessed. Put what was spent in its place once it is known.</p>`,
    `<form id="return-form" novalidate aria-label="A cost return"><div class="return">`,
    typed("trust", "Trust", "The code that the evaluators gave you."),
    typed("from", "First day covered", "Of a whole year, such as 01/04/2026."),
    typed("to", "Last day covered", "Such as 31/03/2027."),
    `</div><p class="buttons"><button type="submit">Save a cost return</button> <span id="return-saved"></span></p></form>`,
    `</section>`,
  ].join("");
}

function typed(name: string, label: string, hint: string): string {
  const id = idOf(`return.${name}`);
  return `<div class="field"><label for="${id}">${label}</label><p class="hint" id="${id}-hint">${hint}</p>${errorOf({ name: `return.${name}` })}<input type="text" autocomplete="off" id="${id}" aria-describedby="${id}-hint ${id}-error"></div>`;
}
