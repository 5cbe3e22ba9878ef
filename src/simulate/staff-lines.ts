import type { FilledReturn } from "../template/cost-return.js";
import type { TrustTruth } from "./truth.js";

type Staff = FilledReturn["staff"][number];

const consultant = "consultant.T2b.yr4-7";
export const doctor = "LED.MT03";

/** What lines say unless they say otherwise. */
export const usual = {
  extra: true,
  paidBy: "Trust",
  usefulLife: null,
  capacity: null,
  share: 1,
  reference: null,
} as const;

/** The staff time of a Trust, line by line. */
export function staffLines(trust: TrustTruth): readonly Staff[] {
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
  const life = { usefulLife: is.usefulLife ?? null };
  const taught = { people: 2, capacity: is.taughtCapacity ?? null };
  const existing = { extra: false };
  const buddies = is.recorded === "most" ? ("estimated" as const) : ("guessed" as const);
  return [
    line("PROGRAMME", "IMG lead", consultant, is.leadHoursEachWeek, "each week", {
      evidence: "recorded",
      activity: "Leads the programme within an existing job plan",
      ...existing,
    }),
    line(
      "PROGRAMME",
      "Induction coordinator",
      is.coordinatorPayPoint,
      is.coordinatorHoursEachWeek,
      "each week",
      { evidence: "recorded", share: (is.coordinatorPercent ?? 100) / 100 },
    ),
    line("PROGRAMME", "Designing the programme", "band7.top", is.designHours, "whole period", {
      recurrence: "one-off",
      evidence: "estimated",
      ...life,
    }),
    line("PRE-01", "Medical staffing officer", "band5.top", is.welcomeHoursEachImg, "each IMG"),
    line("PAS-01", "Pastoral officer", "band4.top", is.pastoralHoursEachImg, "each IMG"),
    line("PRO-01", "Speakers on the taught days", consultant, is.taughtHoursEachCohort / 2, "each cohort", {
      ...taught,
      ...existing,
    }),
    ...backfillLines(trust, line),
    line("COM-01", "Communication tutors", "band7.top", is.taughtHoursEachCohort / 4, "each cohort", {
      ...taught,
      paidBy: is.tutorsPaidCentrally ? "NHS England" : "Trust",
      ownRate: is.tutorPoundsAnHour === undefined ? null : payroll(is.tutorPoundsAnHour),
    }),
    line("IT-02", "Record system trainer", "band6.top", is.trainingHoursEachImg, "each IMG"),
    line("ENB-01", "Buddy", doctor, is.buddyHoursEachImg, "each IMG", {
      evidence: buddies,
      paidTime: is.buddiesUnpaid !== true,
      ...existing,
    }),
    line("ENB-02", "Mentor", consultant, is.mentorHoursEachImg, "each IMG", {
      evidence: "estimated",
      ...existing,
    }),
    line(
      "ENB-03",
      "Supervisor, beyond the usual time",
      consultant,
      is.supervisorHoursEachImg,
      "each IMG",
      existing,
    ),
  ];
}

/** Doctors from an agency who stood in for the speakers, at one Trust. */
function backfillLines(
  { costs: is }: TrustTruth,
  line: (
    component: string,
    role: string,
    payPoint: string,
    hours: number,
    basis: Staff["basis"],
    more: Partial<Staff>,
  ) => Staff,
): readonly Staff[] {
  if (is.backfillHoursEachCohort === undefined || is.backfillPoundsAnHour === undefined) return [];
  return [
    line("PRO-01", "Agency doctors in clinics", doctor, is.backfillHoursEachCohort, "each cohort", {
      activity: "Stood in for speakers on the taught days",
      backfill: true,
      ownRate: {
        pencePerHour: Math.round(is.backfillPoundsAnHour * 100),
        source: "agency or bank",
        includesOnCosts: true,
        includesOverheads: false,
      },
    }),
  ];
}

/** What payroll pays for an hour, before the employer's on-costs. */
function payroll(pounds: number): Staff["ownRate"] {
  return {
    pencePerHour: Math.round(pounds * 100),
    source: "local payroll",
    includesOnCosts: false,
    includesOverheads: false,
  };
}
