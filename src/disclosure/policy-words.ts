import type { Sensitivity } from "../core/result.js";
import type { PolicyNumbers, ShareRule } from "./policy.js";

/** What holds for free text, of a study without and with approved quotations. */
export const freeTextInWords = {
  never: "Free text is never shown.",
  quoted:
    "Free text is not shown, but for short quotations that a named person read and approved. They come without the Trust, and none that names a Trust or holds an identifier is let through.",
} as const;

/**
 * The rules of a policy in words, each sentence written from the numbers that the gate reads. Those of protection are not
 * told: they would say how near a guess may come.
 */
export function rulesInWords(policy: PolicyNumbers): readonly string[] {
  if (policy.release === "refused")
    return ["Nothing is held back. The numbers are for the evaluators alone."];
  return [
    minimum(policy),
    ...ofShares(policy.shares),
    ...nearEnds(policy.shares),
    "Numbers over all Trusts are pooled from the groups that are shown, so that joined Trusts cannot be told apart.",
    "Where numbers held back could be worked out from the others, alone or as a sum, more are held back.",
    ...rounding(policy),
    curves(policy),
    ...inBlocks(policy),
    `A group that is nearly everybody is not shown beside everybody, when fewer than ${policy.minimumPeople} others are left.`,
    "Nothing is called all Trusts when the people of only one Trust stand behind it.",
    ...ofCosts(policy),
    "A number worked out again in another way is rounded coarsely, and held back when a number behind it is not shown.",
  ];
}

/** See `primaryReason`: of means where a share of few, or of everybody, is held back. */
function nearEnds(shares: PolicyNumbers["shares"]): readonly string[] {
  const isAny = sensitivities
    .map((one) => shares[one])
    .some(({ everyone, fewest }) => everyone === "held back" || Math.max(fewest.byTrust, fewest.pooled) > 1);
  if (!isAny) return [];
  return [
    "A mean score is held back when it is so near to an end of its scale that it tells how few answered otherwise.",
  ];
}

/** See `holdBackBlocks`. */
function inBlocks({ shares, protection }: PolicyNumbers): readonly string[] {
  const narrow = sensitivities.filter(
    (one) =>
      shares[one].byTrust !== "nothing" &&
      shares[one].everyone === "held back" &&
      shares[one].fewest.byTrust < protection.people,
  );
  if (narrow.length === 0) return [];
  return [
    `Of ${narrow.map((one) => kinds[one]).join(" and ")} by Trust, two or three Trusts are shown or held back together. So nobody can tell whose answers were alike.`,
  ];
}

function minimum({ minimumPeople: people }: PolicyNumbers): string {
  return `No number about people rests on fewer than ${people}. A Trust, or a level of a subgroup, with fewer is joined with the next smallest, in every table alike.`;
}

const subjects: Readonly<Record<Sensitivity, string>> = {
  service: "What a Trust did (service)",
  opinion: "What people think (opinion)",
  personal: "Facts about persons (personal)",
};
const kinds: Readonly<Record<Sensitivity, string>> = {
  service: "what a Trust did",
  opinion: "opinions",
  personal: "facts about persons",
};
const sensitivities = ["service", "opinion", "personal"] as const;

/** What is shown by Trust of each sensitivity, and which shares go; sensitivities with the same rule are told together. */
function ofShares(shares: PolicyNumbers["shares"]): readonly string[] {
  const alike = sensitivities.every((one) => JSON.stringify(shares[one]) === JSON.stringify(shares.service));
  if (alike)
    return [
      grain("What a Trust did, what people think and facts about persons", "are", shares.service),
      ...limits("On every answer", shares.service),
    ];
  const distinct = sensitivities.filter((one, index) => {
    const text = (sensitivity: Sensitivity) => limits("", shares[sensitivity]).join();
    return sensitivities.findIndex((other) => text(other) === text(one)) === index;
  });
  return [
    ...sensitivities.map((one) =>
      grain(subjects[one], one === "personal" ? "are" : "is", shares[one], one === "personal"),
    ),
    ...distinct.flatMap((one) => {
      const same = sensitivities.filter(
        (other) => limits("", shares[other]).join() === limits("", shares[one]).join(),
      );
      return limits(`On ${same.map((other) => kinds[other]).join(" and ")}`, shares[one]);
    }),
  ];
}

function grain(who: string, verb: "is" | "are", { byTrust }: ShareRule, andHr = false): string {
  if (byTrust === "every answer") return `${who} ${verb} shown by Trust.`;
  if (byTrust === "nothing")
    return `${who} ${verb} shown over all Trusts only${andHr ? "; so are records of HR" : ""}.`;
  return `${who} ${verb} shown by Trust only as the mean score and the two most favourable answers. Over all Trusts, answers are joined where one alone could not be shown.`;
}

function limits(where: string, { fewest, everyone, allButOne }: ShareRule): readonly string[] {
  return [
    ...sameAnswer(where, everyone === "held back", allButOne === "held back"),
    ...fewestInWords(where, fewest, allButOne === "held back" ? 2 : 1),
    ...(everyone === "shown" ? [`${where}, 0% and 100% may be shown.`] : []),
  ];
}

function sameAnswer(where: string, all: boolean, allButOne: boolean): readonly string[] {
  if (!all && !allButOne) return [];
  const who = all && allButOne ? "all, or all but one," : all ? "all" : "all but one";
  return [`${where}, nothing is shown when ${who} gave the same kind of answer.`];
}

/** @param told fewest people that is said already: where all but one is held back, fewer than two is */
function fewestInWords(
  where: string,
  { byTrust, pooled }: ShareRule["fewest"],
  told: number,
): readonly string[] {
  const side = "gave, or did not give, an answer";
  if (byTrust <= told && pooled <= told) return [];
  if (byTrust === pooled) return [`${where}, a percentage is held back when fewer than ${pooled} ${side}.`];
  return [
    ...(byTrust > told
      ? [`${where} by Trust, a percentage is held back when fewer than ${byTrust} ${side}.`]
      : []),
    ...(pooled > told
      ? [`${where} over all Trusts, a percentage is held back when fewer than ${pooled} ${side}.`]
      : []),
  ];
}

function rounding({ steps }: PolicyNumbers): readonly string[] {
  const { proportion, points, flow, n, count } = steps;
  const isFlowExact = flow.pooled === 1 && n > 1;
  return [
    ...ofPercentages(proportion),
    "Those of few people are rounded more coarsely, up to 20%, so that nobody can tell exactly how many gave an answer. So are mean scores.",
    "Where no rounding is coarse enough for that, they are held back.",
    "No percentage is rounded to 0% or 100%: these mean nobody and everybody.",
    "Limits of intervals are rounded outwards, so that they tell no more than the number they belong to.",
    "A number over all Trusts is rounded as coarsely as a Trust's where a group behind it is held back.",
    `Numbers of people are ${roundedTo(n)}${isFlowExact ? ", but for the flow from eligible to linked over all Trusts" : ""}.`,
    `Scores are rounded to the nearest ${pointsInWords(points.byTrust)} by Trust or subgroup, and to the nearest ${pointsInWords(points.pooled)} over all Trusts.`,
    `Findings of the checks are counted over the whole study: those about people are ${roundedTo(count)}, those about files exact. Those about people's own codes and identifiers are not shown.`,
  ];
}

/** See `holdBackCurvePoints`. */
function curves({ shares, eventsBetween, minimumPeople: people }: PolicyNumbers): string {
  const orAll = shares.service.everyone === "shown" ? ", or everybody had" : "";
  return `Curves over time are shown over all Trusts only. From one point shown to the next, at least ${eventsBetween} people got there. At each, at least ${people} had not got there yet${orAll}.`;
}

function ofPercentages({ byTrust, pooled }: PolicyNumbers["steps"]["proportion"]): readonly string[] {
  if (byTrust === pooled) return [`Percentages are rounded to the nearest ${percent(pooled)} at the finest.`];
  return [
    `Percentages by Trust or subgroup are rounded to the nearest ${percent(byTrust)} at the finest, others to the nearest ${percent(pooled)}.`,
  ];
}

function percent(step: number): string {
  return `${Number((step * 100).toFixed(2))}%`;
}

function roundedTo(step: number): string {
  return step === 1 ? "not rounded" : `rounded to the nearest ${step}`;
}

function pointsInWords(step: number): string {
  return step === 1 ? "whole point" : `${step} points`;
}

function ofCosts({ minimumTrusts: trusts, steps }: PolicyNumbers): readonly string[] {
  return [
    `A Trust's cost is shown only when the study records its consent, rounded to £${steps.costPerImg} at the finest, and never beside its total.`,
    "Trusts' costs and totals are rounded more coarsely where they would tell numbers of IMGs. Where that is not enough, parts of them are held back.",
    `Where fewer than ${trusts} did not consent, the costs of the smallest others are not shown either.`,
    "The mean, the median and the spread of Trusts' costs are shown only when every Trust's own cost is.",
    "Where they are not, their range is shown in coarse steps, if no Trust's cost can be told from it.",
    "A cost over all Trusts is then held back when one or two Trusts spent nearly all of it.",
  ];
}
