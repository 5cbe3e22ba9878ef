import type { Result } from "../core/result.js";
import { forEarlierRelease } from "../disclosure/primary.js";
import type { Released } from "../disclosure/released.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { TableCell } from "./data-table.js";
import type { ShownSlice } from "./shown-slices.js";
import { listWords } from "./wording.js";

/**
 * Why a cost of some Trusts is not shown, from what is public alone. Consent is declared in the study and so may be told,
 * unlike what protects people. Where it is recorded all the same, another Trust's cost could have been worked out or the cost is
 * what one person is paid; which, nobody is told. So may be told that an earlier release is the cause, but of a Trust's own cost
 * that was never agreed to.
 */
export function whyCostNotShown(
  trusts: readonly string[],
  study: PublicStudy,
  isForEarlier: boolean,
): string {
  const consented = new Set(study.disclosure.trust_costs.map((consent) => consent.trust));
  const agreed = trusts.every((trust) => consented.has(trust));
  const whole = trusts.length > 1 && trusts.length === trustCodes(study).length;
  if (isForEarlier && (agreed || whole)) return forEarlierRelease;
  if (agreed) return "to protect a Trust or a person";
  if (whole) return "to protect a Trust whose consent is not recorded, or a person";
  const missing = trusts.filter((trust) => !consented.has(trust));
  return missing.length < trusts.length
    ? `consent is not recorded for ${nameTrusts(study, missing)}`
    : ownConsent;
}

const ownConsent = "consent is not recorded";

/** The cells of one result; those of a cost that is not shown say why, which is no secret as it is of people. */
export function explainCost(
  cells: readonly TableCell[],
  result: Result | undefined,
  study: PublicStudy,
): readonly TableCell[] {
  if (result?.kind !== "suppressed" || result.subject.measure !== "cost") return cells;
  const why = whyCostNotShown(result.subject.trusts, study, result.reason === forEarlierRelease);
  const reason = why === ownConsent ? `the Trust's ${ownConsent}` : why;
  return cells.map((cell) => (cell.kind === "suppressed" ? { ...cell, reason } : cell));
}

/** What a chart of costs says about the groups of Trusts it leaves out; empty when it leaves out none. */
export function sayCostsLeftOut(
  groups: readonly ShownSlice[],
  study: PublicStudy,
  released: Released,
): string {
  const whyNot = ({ trusts }: ShownSlice) => whyCostsLeftOut(trusts, study, released);
  return [...new Set(groups.map(whyNot))]
    .map((reason) => {
      const names = groups.filter((group) => whyNot(group) === reason);
      return `Not shown, ${reason}: ${listWords(names.map((group) => group.name))}.`;
    })
    .join(" ");
}

/** Why no cost of some Trusts is shown: they have none, or theirs is held back. */
export function whyCostsLeftOut(
  trusts: readonly string[],
  study: PublicStudy,
  { results }: Released,
): string {
  const own = results.filter(
    ({ subject }) => subject.measure === "cost" && subject.trusts.join() === trusts.join(),
  );
  const none = own.find((one) => one.kind === "unavailable");
  if (none?.kind === "unavailable" && own.every(({ kind }) => kind === "unavailable"))
    return none.reason.replace(`${nameTrusts(study, trusts)}: `, "");
  const isForEarlier = own.some((one) => one.kind === "suppressed" && one.reason === forEarlierRelease);
  return whyCostNotShown(trusts, study, isForEarlier);
}
