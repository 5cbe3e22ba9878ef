import type { MissingCounts } from "../core/missing.js";
import type { Result, Subject } from "../core/result.js";
import { surveyedTrusts } from "../study/study.js";
import type { Study } from "../study/study.js";

/** People were asked, and none of them gave an answer that counts. */
export const nobodyAnswered = "nobody gave a usable answer";
/** No survey file of these Trusts has the question. */
export const neverAsked = "the question is in no survey file there";

/**
 * Why there is no number where nobody gave an answer. That a file does not have a question is a fact of a survey file, known to whoever
 * saw the form: it holds for all rows of the file alike and counts nobody. Of a subgroup it is not told: that all its people
 * are at Trusts that did not ask would say where they are.
 *
 * @param missing how many answers are missing, by reason
 * @example whyNobody({ "not asked": 12 }, { group: undefined }) // => "the question is in no survey file there"
 */
export function whyNobody(
  missing: MissingCounts,
  { group }: { readonly group?: Subject["group"] | undefined },
): string {
  const reasons = Object.keys(missing);
  const isNotAsked = reasons.length > 0 && reasons.every((reason) => reason === "not asked");
  return isNotAsked && group === undefined ? neverAsked : nobodyAnswered;
}

/**
 * Results of Trusts that have no survey file at their wave: nobody there was asked. Those of a subgroup stay, as `whyNobody` says.
 */
export function tellWhereNoSurvey(results: readonly Result[], study: Study): readonly Result[] {
  return results.map((result) => {
    if (result.kind !== "unavailable" || result.reason !== nobodyAnswered) return result;
    const { trusts, wave, group } = result.subject;
    if (wave === undefined || group !== undefined) return result;
    const surveyed = surveyedTrusts(study, wave);
    return trusts.some((trust) => surveyed.includes(trust)) ? result : { ...result, reason: neverAsked };
  });
}
