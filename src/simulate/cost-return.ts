import type { PayPoint } from "../costs/figures.js";
import type { Component } from "../study/study.js";
import { writeCostReturnTemplate } from "../template/cost-return.js";
import type { FilledReturn } from "../template/cost-return.js";
import { doctor, staffLines, usual } from "./staff-lines.js";
import type { Truth, TrustTruth } from "./truth.js";

/** Shipped lists that the cost-return workbook offers to choose from. */
export interface CostLists {
  readonly components: readonly Component[];
  readonly payPoints: readonly PayPoint[];
}

type Other = FilledReturn["other"][number];

/** The cost return of one Trust as a workbook, filled in from the truth. */
export function costReturnFile(truth: Truth, trust: TrustTruth, lists: CostLists): Promise<Uint8Array> {
  return writeCostReturnTemplate({
    ...lists,
    trust: trust.code,
    priceYear: truth.priceYear,
    banner: "Synthetic: these figures are made up",
    fill: filledReturn(truth, trust, lists.components),
  });
}

/** What one Trust writes into its return: the hours and pounds of the truth, line by line. */
export function filledReturn(
  truth: Truth,
  trust: TrustTruth,
  components: readonly Pick<Component, "id">[],
): FilledReturn {
  return {
    ...truth.costPeriod,
    imgs: { recruited: trust.recruited, inducted: trust.inducted, completed: trust.completed },
    highCost: highCostOf(trust),
    corporateLeftOut: true,
    staff: staffLines(trust),
    other: otherLines(trust),
    supernumerary: supernumeraryLines(trust),
    components: components.map(({ id }) => ({
      component: id,
      planned: (trust.received[id] ?? 0) >= leastPlanned || trust.alsoPlanned.includes(id),
      delivered: delivered(trust.received[id] ?? (trust.alsoPlanned.includes(id) ? 1 : 0)),
    })),
  };
}

function otherLines(trust: TrustTruth): readonly Other[] {
  const is = trust.costs;
  const line = (
    component: string,
    item: string,
    category: string,
    pounds: number,
    basis: Other["basis"],
    more: Partial<Other> = {},
  ): Other => ({
    component,
    item,
    category,
    amountPence: Math.round(pounds * 100),
    basis,
    recurrence: "recurrent",
    evidence: "recorded",
    ...usual,
    vat: "in the amount",
    quantity: null,
    unitPricePence: null,
    ...more,
  });
  return [
    line("PRE-01", "First nights' stay", "travel and accommodation", is.welcomeStayEachImg, "each IMG"),
    line("PRO-01", "Room for the taught days", "premises", is.venueEachCohort, "each cohort", {
      capacity: is.taughtCapacity ?? null,
    }),
    line("PRO-01", "Lunch on the taught days", "catering", is.lunchEachImg, "each IMG"),
    line("PROGRAMME", "Handbook and films", "materials", is.materialsOnce, "whole period", {
      recurrence: "one-off",
      usefulLife: is.usefulLife ?? null,
    }),
    line("IT-02", "Learning platform", "licences and equipment", is.licenceEachImg, "each IMG", {
      evidence: is.recorded === "most" ? "recorded" : "estimated",
      share: (is.platformPercent ?? 100) / 100,
    }),
    ...(is.overheadPounds === undefined
      ? []
      : [
          line("PROGRAMME", "Education department", "overhead", is.overheadPounds, "whole period", {
            extra: false,
            evidence: "estimated",
          }),
        ]),
    ...(is.charityPoundsEachImg === undefined
      ? []
      : [
          line("PAS-01", "Welcome for families", "other", is.charityPoundsEachImg, "each IMG", {
            paidBy: "charity",
          }),
        ]),
  ];
}

function supernumeraryLines(trust: TrustTruth): FilledReturn["supernumerary"] {
  const senior = Math.round(trust.inducted * 0.15);
  const line = (grade: string, payPoint: string, imgs: number) => ({
    grade,
    payPoint,
    imgs,
    hoursEach: trust.costs.supernumeraryHoursEach,
    evidence: trust.costs.recorded === "most" ? ("recorded" as const) : ("estimated" as const),
    extra: true,
    paidBy: "Trust" as const,
    clinicalShare: (trust.costs.clinicalPercent ?? 0) / 100,
    reference: null,
  });
  return [
    line("Locally employed doctor", doctor, trust.inducted - senior),
    ...(senior > 0 ? [line("Specialty doctor", "specialty_doctor_2021.yr0-2", senior)] : []),
  ];
}

function highCostOf({ costs: { highCost } }: TrustTruth): FilledReturn["highCost"] {
  return highCost === undefined
    ? null
    : { area: highCost.area, afcPence: highCost.afc * 100, medicalPence: highCost.medical * 100 };
}

/** What fewer than this share of IMGs received, the Trust had not planned for all. */
const leastPlanned = 0.4;

function delivered(received: number): "yes" | "partly" | "no" {
  if (received >= 0.75) return "yes";
  return received >= 0.35 ? "partly" : "no";
}
