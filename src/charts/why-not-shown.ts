import type { Suppressed } from "../core/result.js";
import { forEarlierRelease } from "../disclosure/primary.js";
import type { PublicStudy } from "../study/public-study.js";
import { whyCostNotShown } from "./cost-consent.js";

/** What is said of a number held back where its own reason would tell of people. */
export const protectsPeople = "held back so that nobody can be recognised";

/**
 * Why a number is not shown, as far as it may be told: an earlier release and a Trust's consent are no secret. A result that is
 * not in the release is shown coarser there, to protect people.
 */
export function whyNotShown(result: Suppressed | undefined, study: PublicStudy): string {
  if (result === undefined) return protectsPeople;
  const isForEarlier = result.reason === forEarlierRelease;
  if (result.subject.measure === "cost") return whyCostNotShown(result.subject.trusts, study, isForEarlier);
  return isForEarlier ? forEarlierRelease : protectsPeople;
}
