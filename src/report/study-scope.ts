import type { PublicStudy } from "../study/public-study.js";

/** Whether the study declares cost returns; without them a report says nothing of costs but that there are none. */
export function isCosted(study: PublicStudy): boolean {
  return study.sources.some((source) => source.kind === "cost-return");
}

/** Whether surveys of one doctor are linked: the design says so, and two waves are compared. */
export function isLinked(study: PublicStudy): boolean {
  return study.design === "pre-post-linked" && study.comparisons.length > 0;
}

/** Fewer Trusts than this make an interval over all of them too wide to be of much use. */
const enoughTrusts = 4;

/** What must be known of intervals over two or three Trusts; empty for one Trust or for more. */
export function sayFewTrusts({ trusts, scales }: PublicStudy): string {
  if (trusts.length < 2 || trusts.length >= enoughTrusts) return "";
  const past = scales.length > 0 ? ", and may run past the ends of a scale" : "";
  return `With only ${trusts.length} Trusts, intervals over all Trusts are very wide${past}.`;
}
