import type { Study } from "../study/study.js";
import { plainWords } from "../study/wording.js";

/** The code of the Trust that a cell names by code, label or alias; null when it names none of the study's. */
export function trustOf(study: Study, text: string): string | null {
  const words = plainWords(text);
  const found = study.trusts.find((trust) =>
    [trust.code, trust.label, ...trust.aliases].some((name) => plainWords(name) === words),
  );
  return found?.code ?? null;
}
