import { findEstimate, findResult } from "../../disclosure/released.js";
import type { Inline } from "../document.js";
import { valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { say } from "../say.js";

/**
 * The range of the Trusts' own costs per IMG in coarse steps, where their own costs may not be shown; why it is coarse and what
 * is not shown beside it. Nothing where it is held back too, or where every Trust agreed and its own cost is shown.
 */
export function tellCostRange({ released, study }: ReportInput): readonly (readonly Inline[])[] {
  const id = (what: string) => `cost/between-trusts/${what}/of-${released.groups.length}`;
  const [lowest, highest] = ["lowest", "highest"].map((what) => findEstimate(released, id(what)));
  if (!lowest || !highest || findResult(released, id("standard-deviation"))?.kind === "estimate") return [];
  return [
    say`The Trusts' own costs lay between ${valueOf(lowest)} and ${valueOf(highest)} per IMG ${study.costing.headline}, with IMGs' own pay while supernumerary.`,
    say`These limits are rounded outwards in coarse steps, so that no Trust's own cost can be told from them.`,
    say`The mean and the median of the Trusts are not shown: with them, a cost might be worked out.`,
  ];
}
