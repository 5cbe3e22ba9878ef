import { whyCostNotShown } from "../../charts/cost-consent.js";
import { capitalise } from "../../charts/wording.js";
import { formatNumber, formatValue } from "../../core/format.js";
import type { Estimate } from "../../core/result.js";
import { forEarlierRelease } from "../../disclosure/primary.js";
import { findResult } from "../../disclosure/released.js";
import { trustCodes } from "../../study/study.js";
import { uncertaintyOfCosts } from "../../study/schema-uncertainty.js";
import type { Block, Inline } from "../document.js";
import { rangeOf, tell, tellBoth, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { joinSentences, paragraph, say, under } from "../say.js";
import { isCosted } from "../study-scope.js";
import { tellCostRange } from "./cost-range.js";
import { scenarioBlocks } from "./cost-scenarios.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** How sure the cost per IMG is: between Trusts, from the inputs, and from how costs are counted, each by itself. */
export const costUncertainty: ReportSection = {
  id: "cost-uncertainty",
  heading: "How sure the costs are",
  blocks(input) {
    if (!isCosted(input.study) || findResult(input.released, mean) === undefined) return [];
    return [
      ...paragraph(
        say`Costs may be unsure in three ways: Trusts differ, inputs are inexact, and people count in different ways.`,
        say`Each is told by itself. They answer different questions and are not joined in one interval.`,
      ),
      ...under("cost-between-trusts", "Between Trusts", betweenBlocks(input)),
      ...under("cost-inputs", "Inputs", inputBlocks(input)),
      ...under("cost-structure", "Ways to count", scenarioBlocks(input)),
      ...under("cost-drivers", "What moves the cost most", driverBlocks(input)),
      ...under("cost-thresholds", "Thresholds", thresholdBlocks(input)),
    ];
  },
};

const mean = "cost/inputs/mean";

function betweenBlocks(input: ReportInput): readonly Block[] {
  const { released, study } = input;
  if (study.trusts.length < 2) return [];
  const idOf = (what: string) => `cost/between-trusts/${what}/of-${released.groups.length}`;
  const find = (what: string) => findResult(released, idOf(what));
  const spread = find("standard-deviation");
  if (spread === undefined) return [];
  const kind = say`This is the spread of Trusts: how far the cost of one may lie from the cost of another.`;
  if (spread.kind !== "estimate")
    return paragraph(
      kind,
      say`It is not shown: ${whyCostNotShown(trustCodes(study), study, spread.kind === "suppressed" && spread.reason === forEarlierRelease)}.`,
      ...tellCostRange(input).slice(0, 1),
    );
  const number = (what: string) => {
    const result = find(what);
    return result?.kind === "estimate" ? result : null;
  };
  const [lowest, highest, net] = ["lowest", "highest", "net-standard-deviation"].map(number);
  const isNone = net?.estimate === 0;
  return paragraph(
    kind,
    lowest && highest
      ? say`The Trusts' own costs per IMG ${study.costing.headline} ran from ${valueOf(lowest)} to ${valueOf(highest)}.`
      : say`Between which costs the Trusts lay is not shown [c].`,
    say`Their standard deviation, a usual distance from their mean, was ${valueOf(spread)}.`,
    tell(
      input,
      idOf("input-error"),
      "What inexact inputs alone would give",
      (result) => say`Inexact inputs alone would give one of ${valueOf(result)}.`,
    ),
    tell(input, idOf("net-standard-deviation"), "What it was net of that", (result) =>
      isNone
        ? say`So the Trusts lie no further apart than their inputs would bring about; the rest is shown as ${valueOf(result)}.`
        : say`Net of that it was ${valueOf(result)}.`,
    ),
    isNone
      ? []
      : tellBoth(
          input,
          [idOf("share-between"), idOf("share-inputs")],
          "How the two variances divide",
          (between, inputs) =>
            say`Of the two variances together, ${valueOf(between)} is between Trusts and ${valueOf(inputs)} from inputs.`,
        ),
  );
}

function inputBlocks(input: ReportInput): readonly Block[] {
  const { uncertainty } = input.study.costing;
  const percent = (grade: "recorded" | "estimated" | "guessed") =>
    `${formatNumber(uncertainty[grade] * 100)}%`;
  return paragraph(
    say`This is how sure these Trusts' own cost is, when each amount may be a little off.`,
    say`Recorded amounts may be ${percent("recorded")} off either way, estimated ones ${percent("estimated")} and guessed ones ${percent("guessed")}.`,
    isOurs(input) ? say`These numbers are the tool's own choice: the study declares no others.` : [],
    uncertainty.pay_point
      ? say`Staff may also stand on any pay point of their grade. The one returned is the likeliest.`
      : [],
    ...uncertainty.ranges.map(
      ({ category, component, low, high, source }) =>
        say`${capitalise(category ?? component ?? "")}: from ${times(low)} to ${times(high)} of what was returned (${source}).`,
    ),
    tell(
      input,
      mean,
      "The cost in the simulation",
      (result) =>
        say`In ${formatNumber(uncertainty.draws)} random draws, the cost per IMG was ${valueOf(result)} on average, and from ${rangeOf(result)} in 95% of them.`,
    ),
    tellBoth(
      input,
      ["cost/inputs/median", "cost/inputs/standard-deviation"],
      "How the draws were spread",
      (median, deviation) =>
        say`The middle draw was ${valueOf(median)} and the standard deviation ${valueOf(deviation)}.`,
    ),
    tell(
      input,
      "cost/inputs/monte-carlo-error",
      "By how much other random draws would move the average",
      (error) =>
        say`Other random draws would move the average by about ${errorOf(error)} (its Monte Carlo error).`,
    ),
    say`The average may differ from the cost as returned, which takes every pay point as it was returned.`,
  );
}

/** Whether the study leaves the grades of evidence at the numbers that the tool gives them. */
function isOurs({ study }: ReportInput): boolean {
  const ours = uncertaintyOfCosts.uncertainty.parse({});
  const { recorded, estimated, guessed } = study.costing.uncertainty;
  return recorded === ours.recorded && estimated === ours.estimated && guessed === ours.guessed;
}

function times(share: number): string {
  return `${formatNumber(share * 100)}%`;
}

function errorOf(result: Estimate): Inline {
  if (result.estimate >= 1) return valueOf(result);
  return { kind: "value", result: result.id, text: "less than £1" };
}

function driverBlocks(input: ReportInput): readonly Block[] {
  const drawn = figures(input, "cost-one-way");
  if (drawn.length === 0) return [];
  return [
    ...paragraph(
      say`Here one input at a time goes from its low to its high end, in all Trusts together.`,
      say`The wider the bar, the more it matters to know that input better, or to agree on it.`,
    ),
    ...drawn,
  ];
}

function thresholdBlocks(input: ReportInput): readonly Block[] {
  const { threshold } = input.study.costing;
  const { replacement_cost: replacement } = input.study.economics;
  const share = (id: string, thing: string) => {
    const result = findResult(input.released, `cost/threshold/${id}`);
    if (result?.kind === "unavailable")
      return say`No amount of ${thing} from none to three times those returned gives it.`;
    return tell(
      input,
      `cost/threshold/${id}`,
      `The share of ${thing} at the threshold`,
      (found) => say`The cost would be that with ${valueOf(found)} of the ${thing} returned.`,
    );
  };
  return [
    ...(threshold === undefined
      ? []
      : paragraph(
          say`The study declares a threshold of ${formatValue(threshold.pounds, "GBP")} per IMG (${threshold.source}).`,
          share("staff-time", "hours of staff"),
          share("img-supernumerary-time", "supernumerary hours"),
        )),
    ...(replacement === undefined
      ? []
      : paragraph(
          say`The study declares that a doctor costs ${formatValue(replacement.pounds, "GBP")} to replace (${replacement.source}).`,
          tell(
            input,
            "cost/break-even/retained-doctors",
            "The number of doctors at which costs are equal",
            (result) =>
              joinSentences(
                say`The whole induction cost as much as replacing ${valueOf(result)} doctors.`,
                say`That does not say how many stayed who would have left.`,
              ),
          ),
        )),
  ];
}
