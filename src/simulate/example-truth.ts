import type { FormId } from "./forms/form.js";
import { inductionParts } from "./induction-parts.js";
import type { CostTruth, Truth, TrustTruth } from "./truth.js";

/** The seed of the committed example. */
export const exampleSeed = 20260401;

/** In percent, one column a Trust, A to F; rows in the order of the questionnaire. */
const receivedPercent: Readonly<Record<string, readonly number[]>> = {
  "PRE-01": [60, 75, 40, 85, 65, 70],
  "PAS-01": [50, 65, 35, 75, 45, 55],
  "PAS-02": [50, 80, 45, 70, 50, 60],
  "PRO-01": [80, 90, 100, 95, 90, 85],
  "PRO-02": [70, 75, 85, 80, 65, 75],
  "PRO-03": [50, 70, 55, 85, 60, 75],
  "PRO-07": [70, 80, 65, 85, 70, 75],
  "IT-01": [35, 50, 45, 70, 30, 55],
  "IT-02": [70, 85, 75, 90, 65, 80],
  "COM-01": [40, 60, 50, 70, 45, 65],
  "COM-03": [25, 50, 30, 60, 35, 45],
  "ENB-01": [65, 80, 60, 90, 55, 75],
  "ENB-02": [40, 55, 35, 65, 40, 50],
  "ENB-03": [75, 85, 80, 90, 75, 85],
};

/** Components planned and delivered though the questionnaire does not ask about them, with the Trusts that did so. */
const alsoPlanned: Readonly<Record<string, string>> = {
  "PRE-02": "ABCDEF",
  "PRE-04": "BCDF",
  "PAS-03": "ABDEF",
  "PAS-04": "BD",
  "PAS-07": "ABCD",
  "PRO-04": "ABCDEF",
  "PRO-06": "BDEF",
  "PRO-08": "DF",
  "ENB-05": "ACDF",
  "ENB-06": "ABCDEF",
  "HR-01": "ABDF",
  "HR-02": "BDE",
};

/** First Wednesdays of the months in which doctors start. */
const intakes = ["2026-04-01", "2026-05-06", "2026-06-03"] as const;

/** What all Trusts share unless they say otherwise. */
const usualCosts: Pick<
  CostTruth,
  | "welcomeHoursEachImg"
  | "buddyHoursEachImg"
  | "mentorHoursEachImg"
  | "supervisorHoursEachImg"
  | "pastoralHoursEachImg"
  | "trainingHoursEachImg"
  | "venueEachCohort"
  | "lunchEachImg"
  | "licenceEachImg"
  | "recorded"
> = {
  welcomeHoursEachImg: 1.5,
  buddyHoursEachImg: 8,
  mentorHoursEachImg: 4,
  supervisorHoursEachImg: 3,
  pastoralHoursEachImg: 5,
  trainingHoursEachImg: 2,
  venueEachCohort: 350,
  lunchEachImg: 24,
  licenceEachImg: 40,
  recorded: "most",
};

/** The declared truth of the committed example. Every number is invented; none comes from a real Trust. */
export const exampleTruth: Truth = {
  title: "Synthetic evaluation of an induction pilot for international medical graduates",
  period: { from: "2026-04-01", to: "2026-12-31" },
  waves: [
    { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
    { id: "month3", label: "Month 3", from: "2026-06-20", to: "2026-09-30" },
  ],
  costPeriod: { from: "2026-04-01", to: "2026-09-30" },
  priceYear: "2026/27",
  extracted: "2026-12-18",
  response: 0.85,
  linked: 0.75,
  missing: { blank: 0.015, dontKnow: 0.03, notApplicable: 0.03, preferNot: 0.015 },
  firstPost: 0.7,
  grades: [0.6, 0.28, 0.12],
  scales: {
    settling: {
      arrival: 50,
      change: 15,
      betweenArrival: 3,
      betweenChange: 4,
      withinArrival: 15,
      withinChange: 11,
      answer: 17,
      items: [0, 6, -4, 3, -2, -3],
    },
    confidence: {
      arrival: 45,
      change: 18,
      betweenArrival: 3,
      betweenChange: 5,
      withinArrival: 15,
      withinChange: 11,
      answer: 16,
      items: [2, 7, -6, -3, 0, 0],
    },
  },
  partly: 0.4,
  useful: {
    "PRE-01": 0.75,
    "PAS-01": 0.85,
    "PAS-02": 0.8,
    "PRO-01": 0.5,
    "PRO-02": 0.7,
    "PRO-03": 0.92,
    "PRO-07": 0.75,
    "IT-01": 0.8,
    "IT-02": 0.65,
    "COM-01": 0.7,
    "COM-03": 0.75,
    "ENB-01": 0.88,
    "ENB-02": 0.8,
    "ENB-03": 0.78,
  },
  milestoneSpread: 0.7,
  appraised: 0.88,
  trusts: [
    trust("A", "google", [6, 6, 6, 6, 5], 1, { gp: 85, tax: 70, transport: 80 }, [5, 24, 45], 10, 80, 84, {
      leadHoursEachWeek: 4,
      coordinatorHoursEachWeek: 15,
      coordinatorPayPoint: "band4.top",
      designHours: 60,
      taughtHoursEachCohort: 18,
      welcomeStayEachImg: 600,
      materialsOnce: 1200,
      supernumeraryHoursEach: 80,
      buddiesUnpaid: true,
      tutorPoundsAnHour: 26.4,
    }),
    trust(
      "B",
      "microsoft-workbook",
      [16, 16, 16, 15, 14],
      2,
      { gp: 90, tax: 78, transport: 85 },
      [4, 18, 38],
      15,
      84,
      88,
      {
        leadHoursEachWeek: 4,
        coordinatorHoursEachWeek: 15,
        coordinatorPayPoint: "band5.top",
        designHours: 90,
        taughtHoursEachCohort: 24,
        welcomeStayEachImg: 450,
        materialsOnce: 1800,
        supernumeraryHoursEach: 120,
        taughtCapacity: 20,
        usefulLife: 4,
        tutorsPaidCentrally: true,
        overheadPounds: 1400,
      },
    ),
    trust("C", "jisc", [22, 22, 22, 21, 19], 2, { gp: 82, tax: 66, transport: 82 }, [6, 26, 52], 10, 72, 82, {
      leadHoursEachWeek: 4,
      coordinatorHoursEachWeek: 15,
      coordinatorPayPoint: "band4.top",
      designHours: 70,
      taughtHoursEachCohort: 20,
      welcomeStayEachImg: 200,
      materialsOnce: 1500,
      supernumeraryHoursEach: 80,
      recorded: "some",
      clinicalPercent: 10,
      charityPoundsEachImg: 15,
    }),
    trust(
      "D",
      "qualtrics-labels",
      [28, 28, 28, 28, 26],
      3,
      { gp: 93, tax: 82, transport: 90 },
      [3, 14, 32],
      20,
      90,
      92,
      {
        leadHoursEachWeek: 6,
        coordinatorHoursEachWeek: 22.5,
        coordinatorPayPoint: "band6.top",
        designHours: 120,
        taughtHoursEachCohort: 30,
        welcomeStayEachImg: 500,
        materialsOnce: 2600,
        supernumeraryHoursEach: 140,
        taughtCapacity: 12,
        usefulLife: 5,
        backfillHoursEachCohort: 15,
        backfillPoundsAnHour: 68.5,
        tutorsPaidCentrally: true,
        overheadPounds: 2200,
      },
    ),
    trust(
      "E",
      "microsoft-windows",
      [36, 36, 35, 34, 31],
      3,
      { gp: 86, tax: 70, transport: 84 },
      [7, 22, 46],
      10,
      76,
      85,
      {
        leadHoursEachWeek: 4,
        coordinatorHoursEachWeek: 22.5,
        coordinatorPayPoint: "band5.top",
        designHours: 80,
        taughtHoursEachCohort: 22,
        welcomeStayEachImg: 150,
        materialsOnce: 1900,
        supernumeraryHoursEach: 88,
        recorded: "some",
        platformPercent: 60,
        charityPoundsEachImg: 20,
        highCost: { area: "outer London", afc: 5200, medical: 2100 },
      },
    ),
    trust(
      "F",
      "qualtrics-numbers",
      [44, 44, 43, 42, 39],
      3,
      { gp: 88, tax: 75, transport: 87 },
      [4, 20, 40],
      15,
      82,
      88,
      {
        leadHoursEachWeek: 6,
        coordinatorHoursEachWeek: 30,
        coordinatorPayPoint: "band5.top",
        designHours: 110,
        taughtHoursEachCohort: 28,
        welcomeStayEachImg: 250,
        materialsOnce: 2400,
        supernumeraryHoursEach: 112,
        taughtCapacity: 16,
        coordinatorPercent: 85,
        tutorsPaidCentrally: true,
        overheadPounds: 2600,
        charityPoundsEachImg: 12,
      },
    ),
  ],
};

function trust(
  code: string,
  form: FormId,
  [recruited, eligible, invited, inducted, completed]: readonly [number, number, number, number, number],
  cohorts: number,
  setup: TrustTruth["setup"],
  [login, bank, home]: readonly [number, number, number],
  shadowDays: number,
  recommend: number,
  retained: number,
  costs: Omit<CostTruth, keyof typeof usualCosts> & Partial<CostTruth>,
): TrustTruth {
  const column = "ABCDEF".indexOf(code);
  return {
    code,
    form,
    recruited,
    eligible,
    invited,
    inducted,
    completed,
    intakes: intakes.slice(0, cohorts),
    received: Object.fromEntries(
      inductionParts.map((part) => [part.component, receivedPercent[part.component]![column]! / 100]),
    ),
    alsoPlanned: Object.keys(alsoPlanned).filter((component) => alsoPlanned[component]!.includes(code)),
    setup: { gp: setup.gp / 100, tax: setup.tax / 100, transport: setup.transport / 100 },
    medianDays: { login, bank, home },
    shadowDays,
    recommend: recommend / 100,
    retained: retained / 100,
    costs: { ...usualCosts, ...costs },
  };
}
