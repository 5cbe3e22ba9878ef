import type { PayPoint } from "../costs/figures.js";
import type { Component } from "../study/study.js";
import { writeCostReturnTemplate } from "../template/cost-return.js";
import type { FilledReturn } from "../template/cost-return.js";
import type { Truth, TrustTruth } from "./truth.js";

/** Shipped lists that the cost-return workbook offers to choose from. */
export interface CostLists {
  readonly components: readonly Component[];
  readonly payPoints: readonly PayPoint[];
}

type Staff = FilledReturn["staff"][number];
type Other = FilledReturn["other"][number];

const consultant = "consultant.T2b.yr4-7";
const doctor = "LED.MT03";

/** What lines say unless they say otherwise. */
const usual = {
  extra: true,
  paidBy: "Trust",
  usefulLife: null,
  capacity: null,
  share: 1,
  reference: null,
} as const;

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
    highCost: null,
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

function staffLines(trust: TrustTruth): readonly Staff[] {
  const is = trust.costs;
  const recorded = is.recorded === "most" ? "recorded" : "estimated";
  const line = (
    component: string,
    role: string,
    payPoint: string,
    hours: number,
    basis: Staff["basis"],
    more: Partial<Staff> = {},
  ): Staff => ({
    component,
    role,
    payPoint,
    people: 1,
    hours,
    basis,
    recurrence: "recurrent",
    evidence: recorded,
    ...usual,
    activity: null,
    backfill: false,
    paidTime: true,
    ownRate: null,
    statedPence: null,
    ...more,
  });
  return [
    line("PROGRAMME", "IMG lead", consultant, is.leadHoursEachWeek, "each week", { evidence: "recorded" }),
    line(
      "PROGRAMME",
      "Induction coordinator",
      is.coordinatorPayPoint,
      is.coordinatorHoursEachWeek,
      "each week",
      {
        evidence: "recorded",
      },
    ),
    line("PROGRAMME", "Designing the programme", "band7.top", is.designHours, "whole period", {
      recurrence: "one-off",
      evidence: "estimated",
    }),
    line("PRE-01", "Medical staffing officer", "band5.top", is.welcomeHoursEachImg, "each IMG"),
    line("PAS-01", "Pastoral officer", "band4.top", is.pastoralHoursEachImg, "each IMG"),
    line("PRO-01", "Speakers on the taught days", consultant, is.taughtHoursEachCohort / 2, "each cohort", {
      people: 2,
    }),
    line("COM-01", "Communication tutors", "band7.top", is.taughtHoursEachCohort / 4, "each cohort", {
      people: 2,
    }),
    line("IT-02", "Record system trainer", "band6.top", is.trainingHoursEachImg, "each IMG"),
    line("ENB-01", "Buddy", doctor, is.buddyHoursEachImg, "each IMG", { evidence: "estimated" }),
    line("ENB-02", "Mentor", consultant, is.mentorHoursEachImg, "each IMG", { evidence: "estimated" }),
    line("ENB-03", "Supervisor, beyond the usual time", consultant, is.supervisorHoursEachImg, "each IMG"),
  ];
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
    line("PRO-01", "Room for the taught days", "premises", is.venueEachCohort, "each cohort"),
    line("PRO-01", "Lunch on the taught days", "catering", is.lunchEachImg, "each IMG"),
    line("PROGRAMME", "Handbook and films", "materials", is.materialsOnce, "whole period", {
      recurrence: "one-off",
    }),
    line("IT-02", "Learning platform", "licences and equipment", is.licenceEachImg, "each IMG", {
      evidence: is.recorded === "most" ? "recorded" : "estimated",
    }),
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
    clinicalShare: 0,
    reference: null,
  });
  return [
    line("Locally employed doctor", doctor, trust.inducted - senior),
    ...(senior > 0 ? [line("Specialty doctor", "specialty_doctor_2021.yr0-2", senior)] : []),
  ];
}

/** What fewer than this share of IMGs received, the Trust had not planned for all. */
const leastPlanned = 0.4;

function delivered(received: number): "yes" | "partly" | "no" {
  if (received >= 0.75) return "yes";
  return received >= 0.35 ? "partly" : "no";
}
