import type { Level } from "../core/relation.js";
import { trustSlug } from "../core/result.js";
import type { Released } from "../disclosure/released.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { PublicStudy, PublicVariable } from "../study/public-study.js";
import { capitalise } from "./wording.js";

/** Some Trusts shown as one: a Trust, joined Trusts, or all of them. */
export interface ShownSlice {
  /** Last part of its result ids. */
  readonly slug: string;
  /** Codes of its Trusts. */
  readonly trusts: readonly string[];
  /** Inside a sentence: "Trust C", "Trusts A and B", "all Trusts". */
  readonly name: string;
  /** As a label: "All Trusts". */
  readonly label: string;
}

/** All Trusts of the study; its one Trust when it has one only. */
export function wholeStudy(study: PublicStudy): ShownSlice {
  return sliceOf(study, trustCodes(study));
}

/** The Trust groups that this release shows beside all Trusts, in the study's order; none when it joins them all. */
export function shownGroups(released: Released, study: PublicStudy): readonly ShownSlice[] {
  const parts = released.groups.filter((group) => group.length < study.trusts.length);
  return parts.map((group) => sliceOf(study, group));
}

/** The levels of a subgroup variable that this release shows, in codebook order; none when all had to be joined. */
export function shownLevels(released: Released, variable: PublicVariable): readonly Level[] {
  const shown = released.levels?.find((one) => one.variable === variable.name)?.levels;
  return shown ?? variable.categories.map(({ label, code }) => ({ label, codes: [code] }));
}

/** The same groups, split by whether this release holds any number of theirs under a stem of result ids. */
export function groupsWithNumbers(
  released: Released,
  study: PublicStudy,
  stem: string,
): { readonly shown: readonly ShownSlice[]; readonly held: readonly ShownSlice[] } {
  const ids = released.results.filter((result) => result.kind === "estimate" && result.id.startsWith(stem));
  const slugs = new Set(ids.map(({ id }) => id.slice(id.lastIndexOf("/") + 1)));
  const groups = shownGroups(released, study);
  return {
    shown: groups.filter((group) => slugs.has(group.slug)),
    held: groups.filter((group) => !slugs.has(group.slug)),
  };
}

/** Where a pooled number comes from: "6 Trusts", "Trust A". */
export function placeOf(study: PublicStudy): string {
  const count = study.trusts.length;
  return count === 1 ? nameTrusts(study, trustCodes(study)) : `${count} Trusts`;
}

function sliceOf(study: PublicStudy, trusts: readonly string[]): ShownSlice {
  const name = nameTrusts(study, trusts);
  return { slug: trustSlug(trusts, trustCodes(study)), trusts, name, label: capitalise(name) };
}
