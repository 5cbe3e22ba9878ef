import { trustSlug } from "../core/result.js";
import type { Released } from "../disclosure/released.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import { capitalise, listWords } from "./wording.js";

/** Some Trusts shown as one: a Trust, joined Trusts, or all of them. */
export interface ShownSlice {
  /** Last part of its result ids. */
  readonly slug: string;
  /** "Trust C", "Trusts A and B", "All Trusts". */
  readonly name: string;
  /** For a column head: "C", "A and B", "All". */
  readonly short: string;
}

/** All Trusts of the study; its one Trust when it has one only. */
export function wholeStudy(study: Study): ShownSlice {
  return sliceOf(study, trustCodes(study));
}

/** The Trust groups that this release shows beside all Trusts, in the study's order; none when it joins them all. */
export function shownGroups(released: Released, study: Study): readonly ShownSlice[] {
  const parts = released.groups.filter((group) => group.length < study.trusts.length);
  return parts.map((group) => sliceOf(study, group));
}

/** Where a pooled number comes from: "6 Trusts", "Trust A". */
export function placeOf(study: Study): string {
  const count = study.trusts.length;
  return count === 1 ? nameTrusts(study, trustCodes(study)) : `${count} Trusts`;
}

function sliceOf(study: Study, trusts: readonly string[]): ShownSlice {
  const all = trustCodes(study);
  const labels = study.trusts.filter((trust) => trusts.includes(trust.code)).map((trust) => trust.label);
  const short = listWords(labels.map((label) => label.replace(/^Trust (?=\S)/, "")));
  const whole = trusts.length === all.length && all.length > 1;
  return {
    slug: trustSlug(trusts, all),
    name: capitalise(nameTrusts(study, trusts)),
    short: whole ? "All" : short,
  };
}
