import { payPointsOf } from "../../src/costs/figures.js";
import type { FilledReturn, TemplateOptions } from "../../src/template/cost-return.js";
import { components } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";

export const payPoints = payPointsOf(shippedFigures, "2026/27");

export const filled: FilledReturn = {
  from: "2026-04-01",
  to: "2026-09-30",
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
    },
    {
      component: "ENB-01",
      role: "Buddy",
      payPoint: "CT1-2/ST1-2.np3",
      people: 2,
      hours: 7.5,
      basis: "each IMG",
      recurrence: "recurrent",
      evidence: "estimated",
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
    },
  ],
  supernumerary: [
    { grade: "Trust doctor", payPoint: "LED.MT03", imgs: 12, hoursEach: 75, evidence: "recorded" },
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
