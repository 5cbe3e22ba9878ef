import type { CellValue } from "../core/table.js";
import type { Answer } from "../study/answer.js";
import { readAnswer } from "../study/answer.js";
import { trustOf, waveOf } from "../study/place-names.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { cellText } from "./grid.js";

/**
 * Read an answer that tells where a person belongs: the Trust's code by code, label or alias, or the wave's id by id or
 * label; from a list in the codebook also by the number of the option. A missing answer keeps its reason. What names no
 * Trust or wave of the study is invalid: the nearest is for a person to choose.
 */
export function readPlace(study: Study, variable: Variable, cell: CellValue): Answer {
  const answer = readAnswer(variable, cell);
  if (answer.kind === "missing") return answer;
  const option = answer.kind === "number" ? labelOf(variable, answer.value) : null;
  const named = nameIn(study, variable, option ?? cellText(cell));
  return named === null
    ? { kind: "invalid", expected: expectedPlaces(study, variable) }
    : { kind: "text", value: named };
}

/** What an answer may name, in words for a person. */
export function expectedPlaces(study: Study, { role }: Variable): string {
  const names = role === "trust" ? study.trusts.map(({ code }) => code) : study.waves.map(({ id }) => id);
  const kind = role === "trust" ? "Trusts by code, label or alias" : "waves by id or label";
  return names.length > 12 ? `one of the study's ${names.length} ${kind}` : `one of ${names.join(", ")}`;
}

function nameIn(study: Study, { role }: Variable, text: string): string | null {
  return role === "trust" ? trustOf(study, text) : waveOf(study, text);
}

function labelOf({ categories }: Variable, code: number): string | null {
  return categories.find((category) => category.code === code)?.label ?? null;
}
