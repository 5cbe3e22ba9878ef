import type { InputIssue } from "../../../costs/estimate/check-value.js";
import { idOf } from "../controls.js";
import { issueWords } from "../issue-words.js";
import { say } from "./announce.js";
import { element } from "./element.js";

/** Show what must be mended: in a list with links, and beside each field. */
export function showProblems(form: HTMLFormElement, issues: readonly InputIssue[]): void {
  clearFields(form);
  const list = issues.map((issue) => {
    const control = showBeside(issue);
    const entry = document.createElement("li");
    if (!control) entry.textContent = issueWords(issue);
    else {
      const link = document.createElement("a");
      link.href = `#${control.id}`;
      link.textContent = issueWords(issue);
      entry.append(link);
    }
    return entry;
  });
  const heading = document.createElement("h3");
  heading.textContent = `No answer yet: ${issues.length === 1 ? "one thing" : `${issues.length} things`} to mend`;
  const entries = document.createElement("ul");
  entries.append(...list);
  const box = element("problems");
  box.replaceChildren(heading, entries);
  box.hidden = false;
  say(`${heading.textContent}. ${issueWords(issues[0]!)}`);
}

/** Take away all that was shown. */
export function hideProblems(form: HTMLFormElement): void {
  clearFields(form);
  const box = element("problems");
  box.hidden = true;
  box.replaceChildren();
}

function showBeside(issue: InputIssue): HTMLElement | null {
  const id = idOf(issue.field);
  const control = document.getElementById(id);
  const error = document.getElementById(`${id}-error`);
  if (error) {
    error.textContent = issueWords(issue);
    error.hidden = false;
  }
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
    control.setAttribute("aria-invalid", "true");
  control?.closest(".field")?.classList.add("wrong");
  return control;
}

function clearFields(form: HTMLFormElement): void {
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const field of form.querySelectorAll(".wrong")) field.classList.remove("wrong");
  for (const error of form.querySelectorAll<HTMLElement>(".error")) {
    error.hidden = true;
    error.textContent = "";
  }
}
