import { nearest } from "../study/nearest.js";
import type { DeclaredSource } from "../study/schema.js";
import type { Study } from "../study/study.js";

/**
 * Files that a missing source may be, under another name: the one spelt most like it, else those that name its Trust and
 * wave (or, for cohort and HR, its kind), or hold every word of its name. A file that names another Trust or wave is
 * never suggested.
 *
 * @param strays files of the folder that study.yaml does not list
 */
export function suggestFiles(
  study: Study,
  source: DeclaredSource,
  strays: readonly string[],
): readonly string[] {
  const kind = pick(kinds, source.kind);
  const slice = sliceOf(study, source);
  const fair = strays.filter(
    (file) =>
      isTable(file) && [kind, ...slice].every(({ own, others }) => names(file, own) || !names(file, others)),
  );
  const near = nearest(source.file, fair);
  if (near !== null) return [near];
  const wanted = slice.length > 0 ? slice : [kind];
  const base = source.file.slice(source.file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return fair.filter(
    (file) =>
      wanted.every(({ own }) => names(file, own)) ||
      wordsOf(base).every((word) => wordsOf(file).includes(word)),
  );
}

const kinds = [
  { id: "survey", names: ["survey", "surveys"] },
  { id: "cost-return", names: ["cost", "costs"] },
  { id: "cohort", names: ["cohort"] },
  { id: "hr", names: ["hr"] },
] as const;

/** What a file's name may say it is about: the names of this one, and of the others of its sort. */
interface Subject {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/** The Trust of a source, and for a survey the wave; none where a question of the survey tells it. */
function sliceOf(study: Study, source: DeclaredSource): readonly Subject[] {
  if (source.kind === "cohort" || source.kind === "hr") return [];
  const trusts = study.trusts.map(({ code, label, aliases }) => ({
    id: code,
    names: [code, label, ...aliases],
  }));
  const waves = study.waves.map(({ id, label }) => ({ id, names: [id, label] }));
  const trust = source.trust === undefined ? [] : [pick(trusts, source.trust)];
  if (source.kind !== "survey" || source.wave === undefined) return trust;
  return [...trust, pick(waves, source.wave)];
}

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

function pick(all: readonly Named[], id: string): Subject {
  return {
    own: all.filter((each) => each.id === id).flatMap((each) => each.names),
    others: all.filter((each) => each.id !== id).flatMap((each) => each.names),
  };
}

function isTable(file: string): boolean {
  return (
    /\.(?:csv|tsv|txt|xlsx?|z?sav)$/i.test(file) && !/(?:^|\/)(?:\.|~\$|readme|codebook\.csv$)/i.test(file)
  );
}

/** Whether a path holds one of these names as words of their own: `Trust C` in `survey/TrustC_month3.csv`. */
function names(file: string, wanted: readonly string[]): boolean {
  const path = ` ${wordsOf(file).join(" ")} `;
  return wanted.some((name) => path.includes(` ${wordsOf(name).join(" ")} `));
}

/** Words of a name, letters and figures apart: `Month3` is `month`, `3`. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z])(?=[A-Z])/g, "$1 ")
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/gi, "$1$2 ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
