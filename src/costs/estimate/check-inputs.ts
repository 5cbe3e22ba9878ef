import { paymentTimings } from "../annuity.js";
import { payPointsOf, type Figure } from "../figures.js";
import { cardOf } from "./card-of.js";
import { checkComponents } from "./check-components.js";
import { checkOverrides } from "./check-overrides.js";
import { choice, estimateLimits, maybe, number, share, whole, type InputIssue } from "./check-value.js";
import {
  highCostZones,
  hoursChoices,
  pensions,
  perspectives,
  setUpTreatments,
  type EstimateInputs,
} from "./inputs.js";
import { imgTimeComponent } from "./assumptions.js";
import type { EstimateData } from "./estimate-data.js";

/** Every input that will not do, all at once; nothing when an estimate can be made. */
export function checkInputs(inputs: EstimateInputs, data: EstimateData): readonly InputIssue[] {
  const { imgs, setUp, highCost } = inputs;
  const limit = estimateLimits;
  return [
    ...whole("imgs", "IMGs a year", imgs, 1, limit.imgs, "give the IMGs that one Trust inducts in a year"),
    ...intakesOf(inputs),
    ...pricesOf(inputs, data),
    ...choice("hours", "hours", inputs.hours, hoursChoices),
    ...choice("perspective", "perspective", inputs.perspective, perspectives),
    ...checkComponents(inputs, data),
    ...share("partlyShare", "share of a partly closed gap", inputs.partlyShare, 1, "give a percentage"),
    ...number(
      "shadowingWeeks",
      "weeks of shadowing",
      inputs.shadowingWeeks,
      0,
      limit.shadowingWeeks,
      "give the weeks of one IMG",
    ),
    ...number(
      "shadowingHoursAWeek",
      "hours of shadowing a week",
      inputs.shadowingHoursAWeek,
      0,
      limit.hoursAWeek,
      "give the paid hours of one IMG in one week",
    ),
    ...choice("setUp.treatment", "set-up costs", setUp.treatment, setUpTreatments),
    ...choice("setUp.timing", "timing of the yearly payment", setUp.timing, paymentTimings),
    ...number(
      "setUp.years",
      "years that set-up lasts",
      setUp.years,
      1,
      limit.setUpYears,
      "give at least one year",
    ),
    ...share(
      "setUp.discountRate",
      "discount rate",
      setUp.discountRate,
      limit.discountRate,
      "give the rate of a year, such as 3.5%",
    ),
    ...maybe(inputs.overheads, (value) =>
      share(
        "overheads",
        "overheads",
        value,
        limit.overheads,
        "give a percentage of staff and other costs, such as 15%",
      ),
    ),
    ...highCostOf(highCost),
    ...checkOverrides(inputs, data),
    ...maybe(inputs.recruited, (value) =>
      whole(
        "recruited",
        "IMGs recruited",
        value,
        leastRecruited(imgs),
        limit.imgs,
        "those inducted were recruited first, so there are no fewer; leave it out when it is not known",
      ),
    ),
    ...maybe(inputs.completed, (value) =>
      whole(
        "completed",
        "IMGs who completed",
        value,
        1,
        mostCompleted(imgs),
        "only those inducted can complete it; leave it out when it is not known",
      ),
    ),
    ...maybe(inputs.replacementCost, (value) =>
      number(
        "replacementCost",
        "cost of replacing a doctor",
        value,
        1,
        limit.replacementCost,
        "give pounds for one doctor, or leave it out",
      ),
    ),
  ];
}

/** Bounds that hang on the IMGs inducted; the widest where their number will not do itself. */
function leastRecruited(imgs: number): number {
  return whole("imgs", "", imgs, 1, estimateLimits.imgs, "").length === 0 ? imgs : 1;
}

function mostCompleted(imgs: number): number {
  return whole("imgs", "", imgs, 1, estimateLimits.imgs, "").length === 0 ? imgs : estimateLimits.imgs;
}

function intakesOf({ imgs, intakes }: EstimateInputs): readonly InputIssue[] {
  const most =
    Number.isInteger(imgs) && imgs >= 1 ? Math.min(imgs, estimateLimits.intakes) : estimateLimits.intakes;
  return whole("intakes", "intakes a year", intakes, 1, most, "there cannot be more intakes than IMGs");
}

function pricesOf(inputs: EstimateInputs, data: EstimateData): readonly InputIssue[] {
  const { year, pension } = inputs;
  const { figures } = data;
  const issues: InputIssue[] = [];
  if (pension === null || !pensions.includes(pension))
    issues.push({
      field: "pension",
      label: "employer's pension contribution",
      expected: `a choice: ${pensions.join(" or ")}`,
      found: pension === null ? "no choice" : `"${String(pension)}"`,
      fix: "choose paid-by-trust for what the Trust pays itself, or full for all that is paid for it",
    });
  const years = pricedYears(figures);
  if (!years.includes(year))
    issues.push({
      field: "year",
      label: "year of pay",
      expected: `a year with all rates: ${years.join(", ")}`,
      found: `"${year}"`,
      fix: "choose one of these years",
    });
  else if (inputs.shadowingPayPoint !== null) {
    const points = payPointsOf(figures, year).map(({ key }) => key);
    issues.push(...choice("shadowingPayPoint", "pay point of IMGs", inputs.shadowingPayPoint, points));
  }
  if (years.includes(year)) issues.push(...unpricedPoints(inputs, data));
  return issues;
}

/** Financial years for which every rate can be worked out, in order. */
export function pricedYears(figures: readonly Figure[]): readonly string[] {
  const options = { pension: "full", levy: true, hours: "productive" } as const;
  return [...new Set(figures.map(({ year }) => year))]
    .filter((year) => payPointsOf(figures, year).length > 0 && cardOf(figures, { ...options, year }))
    .sort();
}

/** Pay points that the assumptions need and the year has no pay for; parts not ticked too, since the workbook prices them all. */
function unpricedPoints(
  inputs: EstimateInputs,
  { assumptions, figures }: EstimateData,
): readonly InputIssue[] {
  const points = payPointsOf(figures, inputs.year).map(({ key }) => key);
  const { items } = assumptions;
  const without = items.filter(({ id, payPoint, component }) => {
    const own = inputs.overrides[id];
    const chosen = own?.payPoint ?? (component === imgTimeComponent ? inputs.shadowingPayPoint : null);
    return payPoint !== null && !points.includes(payPoint) && !chosen && own?.poundsAnHour === undefined;
  });
  if (without.length === 0) return [];
  const needed = items.flatMap(({ payPoint }) => payPoint ?? []);
  const complete = pricedYears(figures).filter((year) => {
    const there = new Set(payPointsOf(figures, year).map(({ key }) => key));
    return needed.every((point) => there.has(point));
  });
  const missing = [...new Set(without.map(({ payPoint }) => payPoint!))];
  return [
    {
      field: "year",
      label: "year of pay",
      expected: `pay of ${inputs.year} for ${missing.join(", ")}`,
      found: "none in the rates that ship",
      fix: `choose one of ${complete.join(", ")}, or another pay point for: ${without.map(({ id }) => id).join(", ")}`,
    },
  ];
}

function highCostOf({ zone, afc, medical }: EstimateInputs["highCost"]): readonly InputIssue[] {
  const named = choice("highCost.zone", "high-cost area", zone, highCostZones);
  if (named.length > 0) return named;
  const amounts = [
    ["highCost.afc", "high-cost area supplement under Agenda for Change", afc],
    ["highCost.medical", "high-cost area supplement of doctors", medical],
  ] as const;
  if (zone === "none")
    return amounts.every(([, , pounds]) => pounds === null)
      ? []
      : [
          {
            field: "highCost.zone",
            label: "high-cost area",
            expected: "the zone that the supplement is for",
            found: "none",
            fix: "name the zone, or leave out the supplement",
          },
        ];
  return amounts.flatMap(([field, label, pounds]) =>
    pounds === null
      ? [
          {
            field,
            label,
            expected: "pounds a year for a full-time person",
            found: "no amount",
            fix: `give what a full-time person gets in ${zone}, or 0; it is not guessed`,
          },
        ]
      : number(
          field,
          label,
          pounds,
          0,
          estimateLimits.supplement,
          "give pounds a year for a full-time person",
        ),
  );
}
