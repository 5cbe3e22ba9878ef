import { whose } from "./slice.js";
import type { Grain, Ladder, Relation, Rung } from "../core/relation.js";
import type { Result, Subject } from "../core/result.js";
import type { Variable } from "../study/variable.js";
import { giveCode, gather, respondents, sharesOf } from "./gather.js";
import type { MetricInput } from "./metric.js";
import { proportionResult } from "./proportion.js";
import type { Slice } from "./slice.js";

/** A set of answers reported together: one category, or several joined. */
export interface Band {
  /** Level in the result id: `3`, `low`, `top-two`. */
  readonly id: string;
  readonly label: string;
  readonly codes: readonly number[];
}

/** Shares of the people of one slice in each band of a variable at one wave. */
export function bandResults(
  input: MetricInput,
  slice: Slice,
  variable: Variable,
  wave: string,
  measure: string,
  bands: readonly Band[],
): readonly Result[] {
  const { dataset } = input;
  const given = gather(slice, respondents(dataset, slice, wave), giveCode(dataset, variable.name));
  return bands.map((band) => {
    const subject: Subject = {
      measure,
      item: variable.name,
      ...whose(slice),
      wave,
      level: band.id,
      sensitivity: variable.sensitivity,
    };
    return proportionResult({
      id: bandId(measure, variable, wave, band, slice),
      label: `${variable.label}: ${band.label}, ${slice.name}`,
      subject,
      shares: sharesOf(given, (code) => band.codes.includes(code)),
      clusters: slice.clusters,
      level: dataset.study.confidence_level,
      missing: given.missing,
      source: { files: dataset.filesOf(wave), columns: [variable.name] },
      cautions: ceiling(
        variable,
        sharesOf(given, (code) => code === bestCode(variable)),
      ),
    });
  });
}

export function bandId(measure: string, variable: Variable, wave: string, band: Band, slice: Slice): string {
  return `${measure}/${variable.name.replace(/_/g, "-")}/${wave}/${band.id}/${slice.id}`;
}

/** The part of a variable that its bands are made of. */
type Answers = Pick<Variable, "categories" | "reverse">;

/** One band a category, in codebook order, favourable last. */
export function everyCategory(variable: Answers): readonly Band[] {
  return inFavour(variable).map((category) => ({
    id: String(category.code),
    label: category.label,
    codes: [category.code],
  }));
}

/**
 * Three bands: the unfavourable categories joined, the middle one, the favourable ones joined. Reverse-keyed items
 * are turned, so that `high` is always good. With an even number of categories there is no middle.
 */
export function threeBands(variable: Answers): readonly Band[] {
  const codes = inFavour(variable).map((category) => category.code);
  const half = Math.floor(codes.length / 2);
  return [
    { id: "low", label: "unfavourable answers", codes: codes.slice(0, half) },
    { id: "middle", label: "middle answer", codes: codes.slice(half, codes.length - half) },
    { id: "high", label: "favourable answers", codes: codes.slice(codes.length - half) },
  ].filter((band) => band.codes.length > 0);
}

/** The two most favourable categories joined. */
export function topTwo(variable: Answers): Band {
  const codes = inFavour(variable).map((category) => category.code);
  return { id: "top-two", label: "two most favourable answers", codes: codes.slice(-2) };
}

/** Categories from least to most favourable. */
function inFavour(variable: Answers) {
  return variable.reverse ? [...variable.categories].reverse() : variable.categories;
}

function bestCode(variable: Variable): number {
  return inFavour(variable).at(-1)!.code;
}

function ceiling(variable: Variable, best: readonly { successes: number; n: number }[]): readonly string[] {
  if (variable.role === "received" || variable.role === "setup") return [];
  const n = best.reduce((sum, share) => sum + share.n, 0);
  const top = best.reduce((sum, share) => sum + share.successes, 0);
  return n > 0 && top / n >= 0.8 ? ["ceiling: at least 80% chose the most favourable answer"] : [];
}

/**
 * How finely the answers may be shown, finest first: each by itself, joined into groups, the two most favourable alone. The
 * two most favourable stand beside the others where they join whole ones of these.
 */
export function rungsOf(variable: Answers): readonly Rung[] {
  const best = topTwo(variable);
  const every = everyCategory(variable);
  const grouped = threeBands(variable);
  const isTold = best.codes.length < every.length;
  const rung = (grain: Grain, bands: readonly Band[]): Rung => ({
    grain,
    levels: bands.map(({ id, codes }) => ({ id, codes })),
  });
  const withBest = (bands: readonly Band[]) => (isTold && isUnionOf(best, bands) ? [...bands, best] : bands);
  return [
    rung("every answer", withBest(every)),
    ...(grouped.length < every.length ? [rung("groups", withBest(grouped))] : []),
    ...(isTold ? [rung("top two", [best])] : []),
  ];
}

/** Whether a band is made of whole ones of some others: each of them is within it or apart from it. */
function isUnionOf(whole: Band, bands: readonly Band[]): boolean {
  return bands.every(({ codes }) => {
    const shared = codes.filter((code) => whole.codes.includes(code)).length;
    return shared === 0 || shared === codes.length;
  });
}

/** The coarser alternatives of one variable at one wave, for these slices. */
export function categoryLadder(
  measure: string,
  variable: Variable,
  wave: string,
  slices: readonly Slice[],
): Ladder {
  return {
    id: `${measure}/${variable.name.replace(/_/g, "-")}/${wave}`,
    rungs: rungsOf(variable),
    slices: slices.map(({ id }) => id),
  };
}

/** The shares of a set of bands add up to one over the same people. */
export function complementOf(
  measure: string,
  variable: Variable,
  wave: string,
  slice: Slice,
  bands: readonly Band[],
): Relation {
  return { kind: "complement", parts: bands.map((band) => bandId(measure, variable, wave, band, slice)) };
}

/** A pooled share is the mean of its Trusts' shares, weighted by people. */
export function pooledOf(slices: readonly Slice[], idOf: (slice: Slice) => string): readonly Relation[] {
  const pooled = slices.find((slice) => slice.pooled && !slice.group);
  if (!pooled) return [];
  const parts = slices.filter((slice) => slice.trusts.length === 1 && !slice.group).map(idOf);
  return [{ kind: "pooled", total: idOf(pooled), parts }];
}
