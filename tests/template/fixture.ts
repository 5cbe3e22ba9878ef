import { fullWeeks, payPointsOf } from "../../src/costs/figures.js";
import type { FilledReturn, TemplateOptions } from "../../src/template/cost-return.js";
import { components } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";

export const payPoints = payPointsOf(shippedFigures, "2026/27");
export const weeks = fullWeeks(shippedFigures, "2026/27");

const usual = {
  extra: true,
  paidBy: "Trust",
  usefulLife: null,
  capacity: null,
  share: 1,
  reference: null,
} as const;
const usualStaff = {
  ...usual,
  activity: null,
  backfill: false,
  paidTime: true,
  ownRate: null,
  statedPence: null,
} as const;

export const filled: FilledReturn = {
  from: "2026-04-01",
  to: "2026-09-30",
  imgs: { recruited: 16, inducted: 14, completed: null },
  highCost: { area: "outer London", afcPence: 512_345, medicalPence: null },
  corporateLeftOut: true,
  staff: [
    {
      component: "PROGRAMME",
      role: "IMG lead",
      payPoint: "consultant.T2b.yr4-7",
      people: 1,
      hours: 4,
      basis: "each week",
      recurrence: "recurrent",
      evidence: "recorded",
      ...usualStaff,
      share: 0.29,
      ownRate: {
        pencePerHour: 8_250,
        source: "local payroll",
        includesOnCosts: true,
        includesOverheads: false,
      },
      statedPence: 912_345,
      reference: "CC 1234",
    },
    {
      component: "ENB-01",
      role: "Buddy",
      payPoint: "CT1-2/ST1-2.np3",
      people: 2,
      hours: 7.5,
      basis: "each IMG",
      recurrence: "recurrent",
      evidence: "guessed",
      ...usualStaff,
      activity: "Meeting each week",
      extra: false,
      paidBy: "NHS England",
      capacity: 3,
      backfill: true,
      paidTime: false,
    },
  ],
  other: [
    {
      component: "PAS-01",
      item: "First fortnight in hospital accommodation",
      category: "travel and accommodation",
      amountPence: 42_055,
      basis: "each IMG",
      recurrence: "recurrent",
      evidence: "recorded",
      ...usual,
      usefulLife: 3,
      vat: "left out",
      quantity: 14,
      unitPricePence: 3_004,
    },
  ],
  supernumerary: [
    {
      grade: "Trust doctor",
      payPoint: "LED.MT03",
      imgs: 12,
      hoursEach: 75,
      evidence: "recorded",
      extra: true,
      paidBy: "Trust",
      clinicalShare: 0.25,
      reference: null,
    },
  ],
  components: components.map(({ id }, index) => ({
    component: id,
    planned: index % 2 === 0,
    delivered: (["yes", "partly", "no"] as const)[index % 3]!,
  })),
};

export const options: TemplateOptions = {
  components,
  payPoints,
  trust: "B",
  priceYear: "2026/27",
  banner: "Synthetic data",
  fill: filled,
};
