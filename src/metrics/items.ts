import type { Ladder, Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import {
  bandId,
  bandResults,
  categoryLadder,
  complementOf,
  everyCategory,
  pooledOf,
  threeBands,
  topTwo,
} from "./categories.js";
import type { Metric } from "./metric.js";
import { clusteredReference } from "./proportion.js";
import { slicesWithSubgroups, trustSlices } from "./slice.js";

/** Answers to each rated question: every category, three joined categories, and the two most favourable. */
export const items: Metric = {
  id: "items",
  label: "Answers to each rated question",
  about:
    "The share of people giving each answer, of those who gave one. Answers that do not apply, don't know, preferred not to say and blanks are counted apart. Items worded the other way round are turned, so that favourable is always good.",
  reference: clusteredReference,
  compute(input) {
    const { variables } = input.dataset.study;
    const results: Result[] = [];
    const ladders: Ladder[] = [];
    const relations: Relation[] = [];
    const rated = variables.filter(
      (one) => (one.role === "item" || one.role === "outcome") && one.categories.length,
    );
    for (const variable of rated) {
      const measure = variable.role === "item" ? "item" : "outcome";
      const finer = [everyCategory(variable), threeBands(variable)];
      for (const wave of variable.waves) {
        for (const slice of trustSlices(input)) {
          for (const bands of finer) {
            results.push(...bandResults(input, slice, variable, wave, measure, bands));
            relations.push(complementOf(measure, variable, wave, slice, bands));
          }
        }
        const best = topTwo(variable);
        const slices = measure === "outcome" ? slicesWithSubgroups(input) : trustSlices(input);
        for (const slice of slices)
          results.push(...bandResults(input, slice, variable, wave, measure, [best]));
        ladders.push(categoryLadder(measure, variable, wave, slices));
        relations.push(...pooledOf(slices, (slice) => bandId(measure, variable, wave, best, slice)));
        const bestAlone = everyCategory(variable).filter(({ codes }) => best.codes.includes(codes[0]!));
        for (const slice of trustSlices(input)) {
          relations.push({
            kind: "sum",
            total: bandId(measure, variable, wave, best, slice),
            parts: bestAlone.map((band) => bandId(measure, variable, wave, band, slice)),
          });
        }
        const same = threeBands(variable).find((band) => band.codes.join() === best.codes.join());
        if (same) {
          for (const slice of trustSlices(input)) {
            const ids = [same, best].map((band) => bandId(measure, variable, wave, band, slice));
            relations.push({ kind: "equal", ids });
          }
        }
      }
    }
    return { results, relations, ladders };
  },
};
