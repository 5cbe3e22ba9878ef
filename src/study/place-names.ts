import type { Study } from "./study.js";
import type { Variable } from "./variable.js";
import { plainWords } from "./wording.js";

/** The code of the Trust that a cell names by code, label or alias; null when it names none of the study's. */
export function trustOf(study: Study, text: string): string | null {
  const words = plainWords(text);
  const found = study.trusts.find((trust) => namesOf(trust).some((name) => plainWords(name) === words));
  return found?.code ?? null;
}

/** Every name by which an answer may give a Trust, code first, in the study's order. */
export function trustNames(study: Study): readonly string[] {
  return study.trusts.flatMap(namesOf);
}

/** The id of the wave that a cell names by id or label; null when it names none of the study's. */
export function waveOf(study: Study, text: string): string | null {
  const words = plainWords(text);
  return (
    study.waves.find(({ id, label }) => [id, label].some((name) => plainWords(name) === words))?.id ?? null
  );
}

/** Every name by which an answer may give a wave, id first, in the study's order. */
export function waveNames(study: Study): readonly string[] {
  return study.waves.flatMap(({ id, label }) => [id, label]);
}

/** Whether a variable tells where an answer belongs: its Trust or its wave. */
export function tellsPlace({ role }: Variable): boolean {
  return role === "trust" || role === "wave";
}

function namesOf({ code, label, aliases }: Study["trusts"][number]): readonly string[] {
  return [code, label, ...aliases];
}
