import type { Answers } from "../answers.js";

type Control = HTMLInputElement | HTMLSelectElement;

/** What stands in the form. */
export function formAnswers(form: HTMLFormElement): Answers {
  const answers = new Map<string, string>();
  for (const control of controlsOf(form)) {
    const { name, type, value } = control;
    if (type === "checkbox") answers.set(name, (control as HTMLInputElement).checked ? "yes" : "no");
    else if (type !== "radio") answers.set(name, value);
    else if ((control as HTMLInputElement).checked) answers.set(name, value);
    else if (!answers.has(name)) answers.set(name, "");
  }
  return answers;
}

/** Put answers into the form. A field without an answer is left as it is. */
export function fillForm(form: HTMLFormElement, answers: Answers): void {
  for (const control of controlsOf(form)) {
    const answer = answers.get(control.name);
    if (answer === undefined) continue;
    if (control instanceof HTMLSelectElement || control.type === "text") control.value = answer;
    else if (control.type === "checkbox") control.checked = answer === "yes";
    else control.checked = control.value === answer;
  }
  for (const slider of slidersOf(form)) slider.value = answers.get(slider.dataset["for"]!) ?? slider.value;
}

/** Show only the questions that the answers call for, and the sliders where their numbers are. */
export function showParts(form: HTMLFormElement, answers: Answers): void {
  for (const part of form.querySelectorAll<HTMLElement>("[data-asked]"))
    part.hidden = part.dataset["asked"] !== answers.get("asked");
  form.querySelector<HTMLElement>("#supplements")!.hidden = answers.get("highCost.zone") === "none";
  const entries = [...answers];
  const ticks = entries.filter(([name]) => name.startsWith("components."));
  const have = entries.filter(([name]) => name.startsWith("selfAssessment."));
  const say = (id: string, words: string) => (form.querySelector(`#${id}`)!.textContent = words);
  say("ticked-count", `${ticks.filter(([, answer]) => answer === "yes").length} of ${ticks.length} ticked`);
  say("answered-count", `${have.filter(([, answer]) => answer !== "").length} of ${have.length} answered`);
}

/** A slider moves its number, and a number its slider. */
export function tieSliders(form: HTMLFormElement): void {
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const other =
      target.type === "range"
        ? form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(target.dataset["for"]!)}"]`)
        : form.querySelector<HTMLInputElement>(`input[data-for="${CSS.escape(target.name)}"]`);
    if (other) other.value = target.value;
  });
}

/** Buttons that tick or untick every part of the induction. */
export function tickButtons(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-tick]"))
    button.addEventListener("click", () => {
      for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name^='components.']"))
        box.checked = button.dataset["tick"] === "yes";
      form.dispatchEvent(new Event("input", { bubbles: true }));
    });
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>("input[name], select[name]")];
}

function slidersOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[data-for]")];
}
