import { typeIn } from "../../../template/type-in.js";
import type { EstimateReport } from "../../estimate-report.js";
import { idOf } from "../controls.js";
import { issueWords } from "../issue-words.js";
import type { EmbeddedReturn } from "../page-data.js";
import { checkCover, outsidePayYear } from "../return/check-cover.js";
import { placeValues } from "../return/place-values.js";
import { plannedReturn } from "../return/planned-return.js";
import { say } from "./announce.js";
import { element } from "./element.js";
import { saveFile } from "./save-file.js";

const fields = ["trust", "from", "to"] as const;

/** Save the estimate that is shown as a cost return, when its form is sent. */
export function returnForm({ template, places }: EmbeddedReturn, shown: () => EstimateReport | null): void {
  const form = element("return-form") as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const report = shown();
    clear();
    if (!report)
      return refuse("There is no answer to save yet: mend what is listed above first.", "problems");
    const [trust, from, to] = fields.map((name) => field(name).value) as [string, string, string];
    const { value, issues } = checkCover({ trust, from, to }, report.estimate);
    if (!value) {
      for (const issue of issues) showAt(issue.field, issueWords(issue));
      return refuse(issues.map(issueWords).join(" "), idOf(issues[0]!.field));
    }
    const values = plannedReturn(report.estimate, report.data, value);
    const bytes = typeIn(fromBase64(template), placeValues(places, values));
    const name = `cost-return-${value.trust.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.xlsx`;
    saveFile(name, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    told(
      `Saved as ${name}. Its quantities are planned: check each, and put what was spent once it is known.${outsidePayYear(value, report.estimate.card.year)}`,
    );
  });
}

function field(name: string): HTMLInputElement {
  return element(idOf(`return.${name}`)) as HTMLInputElement;
}

function clear(): void {
  told("");
  for (const name of fields) {
    field(name).removeAttribute("aria-invalid");
    const error = element(`${idOf(`return.${name}`)}-error`);
    error.hidden = true;
    error.textContent = "";
  }
}

function showAt(name: string, words: string): void {
  element(idOf(name)).setAttribute("aria-invalid", "true");
  const error = element(`${idOf(name)}-error`);
  error.textContent = words;
  error.hidden = false;
}

function refuse(words: string, focus: string): void {
  say(words);
  element(focus).focus();
}

function told(words: string): void {
  element("return-saved").textContent = words;
  if (words !== "") say(words);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
