import { inSentence, listWords } from "../core/words.js";
import type { Place } from "../core/issue.js";
import type { Declared, Scale, Standard, Wave } from "./schema.js";
import type { Variable } from "./variable.js";

/** One induction component, from `data/induction/`. */
export interface Component {
  readonly id: string;
  readonly strand: string;
  readonly phase: string;
  readonly label: string;
  /** Where the wording comes from: a public description, with its link. */
  readonly basis: string;
}

/** A published figure for context, from `data/benchmarks/`; never tested against. */
export interface Benchmark {
  readonly id: string;
  readonly label: string;
  /** As a proportion between 0 and 1. */
  readonly value: number;
  readonly n: number;
  readonly year: string;
  readonly study: string;
  readonly link: string;
  /** Aim of the evaluation it gives context to. */
  readonly aim: "settling-in" | "effectiveness" | "coverage";
  readonly note: string;
}

/** A study as declared: study.yaml and codebook.csv, read and checked, with the reference data it uses. */
export interface Study extends Declared {
  readonly variables: readonly Variable[];
  readonly components: readonly Component[];
  readonly benchmarks: readonly Benchmark[];
  /** Paragraphs a person wrote for a section of the report, by section id (narrative/<id>.md). */
  readonly narrative: Readonly<Record<string, readonly string[]>>;
  /** Where a path of keys and indexes stands in study.yaml; not there when the study was not read from a file. */
  readonly placeOf?: (path: readonly PropertyKey[]) => Place;
}

/** The place of a path in study.yaml, by line when it was read from a file. */
export function placeInYaml(study: Study, path: readonly PropertyKey[]): Place {
  return study.placeOf?.(path) ?? { file: "study.yaml" };
}

interface WithTrusts {
  readonly trusts: readonly Pick<Study["trusts"][number], "code" | "label">[];
}

/** Codes of all Trusts in the study's order. */
export function trustCodes(study: WithTrusts): readonly string[] {
  return study.trusts.map((trust) => trust.code);
}

/** Codes of the Trusts whose people were asked at a wave: those of its files, and all of them in a central survey. */
export function surveyedTrusts(study: Study, wave: string): readonly string[] {
  const asked = study.sources.flatMap((source) => {
    if (source.kind !== "survey" || (source.wave ?? wave) !== wave) return [];
    return source.trust ?? trustCodes(study);
  });
  return trustCodes(study).filter((code) => asked.includes(code));
}

/** Variables of one role, in codebook order. */
export function variablesOf<V extends Pick<Variable, "role">>(
  study: { readonly variables: readonly V[] },
  role: Variable["role"],
): readonly V[] {
  return study.variables.filter((variable) => variable.role === role);
}

/** Items of one scale, in codebook order. */
export function itemsOf<V extends Pick<Variable, "role" | "scale">>(
  study: { readonly variables: readonly V[] },
  scale: string,
): readonly V[] {
  return study.variables.filter((variable) => variable.role === "item" && variable.scale === scale);
}

/** Trusts as people read them: "Trust A", "Trusts A and B", "all Trusts". */
export function nameTrusts(study: WithTrusts, codes: readonly string[]): string {
  if (codes.length === study.trusts.length && codes.length > 1) return "all Trusts";
  const labels = codes.map((code) => study.trusts.find((trust) => trust.code === code)?.label ?? code);
  if (labels.length === 1) return labels[0]!;
  const plain = labels.every((label) => label.startsWith("Trust "));
  const names = plain ? labels.map((label) => label.slice(6)) : labels;
  return plain ? `Trusts ${listWords(names)}` : listWords(names);
}

/**
 * Levels of a subgroup variable as people read them: "Registrar level", or several joined: "Foundation level and registrar
 * level".
 */
export function nameLevels(variable: Variable, codes: readonly number[]): string {
  const labels = variable.categories.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
  return listWords(labels.map((label, index) => (index === 0 ? label : inSentence(label))));
}

export type { Scale, Standard, Wave };
