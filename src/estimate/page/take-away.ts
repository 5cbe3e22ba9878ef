import { escapeHtml } from "../../report/html-escape.js";
import { boardPlain } from "../board-text.js";
import type { EstimateReport } from "../estimate-report.js";

/** What a person takes away from the page: text to paste, a printed page, the answers of the form, a cost return. */
export function takeAway(report: EstimateReport): string {
  return [
    `<section id="take-away" aria-labelledby="take-away-heading">`,
    `<h2 id="take-away-heading">Take it away</h2>`,
    `<h3>Text for an e-mail or a board paper</h3>`,
    `<label for="paste-text">The answer in words</label>`,
    `<textarea id="paste-text" readonly rows="12" spellcheck="false">${boardPlain(report).split("\n").map(escapeHtml).join("\n")}</textarea>`,
    `<p class="buttons"><button type="button" data-copy="paste-text">Copy the text</button> <button type="button" id="print">Print the answer</button> <span id="copied"></span></p>`,
    `</section>`,
  ].join("");
}
