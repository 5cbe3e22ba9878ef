import type { Study } from "./study.js";
import type { Variable } from "./variable.js";
import { plainWords } from "./wording.js";

/** The code of the Trust that a cell names by code, label or alias; null when it names none of the study's. */
export function trustOf(study: Study, text: string): string | null {
  return codesByName(study.trusts).get(plainWords(text)) ?? null;
}

/** Codes by name, worked out once for a study: an extract names a Trust in every row. */
const known = new WeakMap<Study["trusts"], ReadonlyMap<string, string>>();

function codesByName(trusts: Study["trusts"]): ReadonlyMap<string, string> {
  const before = known.get(trusts);
  if (before) return before;
  const codes = new Map<string, string>();
  for (const trust of trusts) {
    for (const name of namesOf(trust).map(plainWords)) if (!codes.has(name)) codes.set(name, trust.code);
  }
  known.set(trusts, codes);
  return codes;
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
