import type { Grain } from "../core/relation.js";
import { slug } from "../core/result.js";
import type { Result } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { everyCategory, threeBands, topTwo } from "../metrics/categories.js";
import type { Band } from "../metrics/categories.js";
import type { PublicVariable } from "../study/public-study.js";

/** Which way an answer leans. */
export type Side = "low" | "middle" | "high";

/** One answer, or several joined, as a release shows it. */
export interface ShownAnswer {
  readonly side: Side;
  /** "Agree", or "favourable answers". */
  readonly label: string;
  readonly result: Result | undefined;
}

/** How a release shows the answers to one question: how finely, and each of them, least favourable first. */
export interface ShownAnswers {
  readonly grain: Grain;
  readonly answers: readonly ShownAnswer[];
}

/**
 * The answers of some people to one question at one wave, as finely as the release shows them; null when it shows none.
 *
 * @param slice last part of result ids: `pooled`, `trust-a`
 */
export function shownAnswers(
  released: Released,
  measure: "item" | "outcome",
  variable: PublicVariable,
  wave: string,
  slice: string,
): ShownAnswers | null {
  const rungs: readonly (readonly [Grain, readonly Band[]])[] = [
    ["every answer", everyCategory(variable)],
    ["groups", threeBands(variable)],
    ["top two", [topTwo(variable)]],
  ];
  for (const [grain, bands] of rungs) {
    const answers = bands.map((band, place): ShownAnswer => ({
      side: grain === "top two" ? "high" : sideOf(place, bands.length),
      label: band.label,
      result: findResult(released, `${measure}/${slug(variable.name)}/${wave}/${band.id}/${slice}`),
    }));
    if (answers.some(({ result }) => result !== undefined)) return { grain, answers };
  }
  return null;
}

function sideOf(place: number, answers: number): Side {
  const half = Math.floor(answers / 2);
  return place < half ? "low" : place < answers - half ? "middle" : "high";
}
