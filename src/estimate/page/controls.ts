import { escapeHtml } from "../../report/html-escape.js";
import type { Answers } from "./answers.js";

/** What every control says about itself. */
interface Asked {
  /** Name of the field in the form. */
  readonly name: string;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly hint?: string;
}

export interface NumberAsked extends Asked {
  /** Printed behind the field: `weeks`. */
  readonly unit?: string;
  /** Bounds of a slider beside the field. */
  readonly slider?: { readonly min: number; readonly max: number; readonly step: number };
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceAsked extends Asked {
  readonly options: readonly Option[];
}

/** Id of the control of a field; ids of its hint and of its error start with the same. */
export function idOf(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9-]/g, "-")}`;
}

/** A number to type, with a slider where a range of it is usual. */
export function numberField(asked: NumberAsked, answers: Answers): string {
  const { name, label, unit, slider } = asked;
  const unitWords = unit === undefined ? "" : `<span class="unit">${escapeHtml(unit)}</span>`;
  return [
    `<div class="field">`,
    labelOf(asked),
    hintOf(asked),
    errorOf(asked),
    `<div class="typed">${numberInput(asked, answers)}${unitWords}</div>`,
    slider === undefined
      ? ""
      : `<input type="range" class="slider" data-for="${escapeHtml(name)}" aria-label="${escapeHtml(label)}, slider" min="${slider.min}" max="${slider.max}" step="${slider.step}" value="${escapeHtml(answers.get(name) ?? "")}">`,
    `</div>`,
  ].join("");
}

/** A number to type that stands in a row with others: its error is shown under the row. */
export function numberInRow(asked: Asked, answers: Answers): string {
  return `<div class="field">${labelOf(asked)}${numberInput(asked, answers)}</div>`;
}

function numberInput(asked: Asked, answers: Answers): string {
  const { name } = asked;
  return `<input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id="${idOf(name)}" name="${escapeHtml(name)}" value="${escapeHtml(answers.get(name) ?? "")}"${describedBy(asked)}>`;
}

/** One of a few answers, all to be seen. */
export function radios(asked: ChoiceAsked, answers: Answers): string {
  const { name, label, options } = asked;
  const chosen = answers.get(name) ?? "";
  return [
    `<fieldset class="field" id="${idOf(name)}" tabindex="-1"${describedBy(asked)}>`,
    `<legend>${escapeHtml(label)}</legend>`,
    hintOf(asked),
    errorOf(asked),
    ...options.map(({ value, label: words, hint }, index) => {
      const id = `${idOf(name)}-${index}`;
      const about = hint === undefined ? "" : ` aria-describedby="${id}-hint"`;
      return [
        `<div class="option"><input type="radio" id="${id}" name="${escapeHtml(name)}" value="${escapeHtml(value)}"${value === chosen ? " checked" : ""}${about}>`,
        `<label for="${id}">${escapeHtml(words)}</label>`,
        hint === undefined ? "" : `<p class="hint" id="${id}-hint">${escapeHtml(hint)}</p>`,
        `</div>`,
      ].join("");
    }),
    `</fieldset>`,
  ].join("");
}

/** One of many answers. */
export function select(asked: ChoiceAsked, answers: Answers): string {
  const { name, options } = asked;
  const chosen = answers.get(name) ?? "";
  return [
    `<div class="field">`,
    labelOf(asked),
    hintOf(asked),
    errorOf(asked),
    `<select id="${idOf(name)}" name="${escapeHtml(name)}"${describedBy(asked)}>`,
    ...options.map(
      ({ value, label: words }) =>
        `<option value="${escapeHtml(value)}"${value === chosen ? " selected" : ""}>${escapeHtml(words)}</option>`,
    ),
    `</select></div>`,
  ].join("");
}

/** A tick. */
export function checkbox({ name, label }: Asked, answers: Answers): string {
  const id = idOf(name);
  const checked = answers.get(name) === "yes" ? " checked" : "";
  return `<div class="option"><input type="checkbox" id="${id}" name="${escapeHtml(name)}" value="yes"${checked}><label for="${id}">${escapeHtml(label)}</label></div>`;
}

/** Where the error of a field is shown. */
export function errorOf({ name }: Pick<Asked, "name">): string {
  return `<p class="error" id="${idOf(name)}-error" hidden></p>`;
}

function labelOf({ name, label }: Asked): string {
  return `<label for="${idOf(name)}">${escapeHtml(label)}</label>`;
}

function hintOf({ name, hint }: Asked): string {
  return hint === undefined ? "" : `<p class="hint" id="${idOf(name)}-hint">${escapeHtml(hint)}</p>`;
}

function describedBy({ name, hint }: Asked): string {
  return ` aria-describedby="${hint === undefined ? "" : `${idOf(name)}-hint `}${idOf(name)}-error"`;
}
