import type { PolicyNumbers } from "../policy.js";

/**
 * Grain by sensitivity, so that a report on a few small Trusts has something to show. The minimum of ten follows the GP
 * Patient Survey and the default of ACRO (research outputs); rounding follows the advice of the Handbook on Statistical
 * Disclosure Control, chapters 5 and 6.
 */
export const pilot: PolicyNumbers = {
  profile: "pilot",
  source:
    "made for this tool: minimum of 10 as in the GP Patient Survey and ACRO's default; Handbook on Statistical Disclosure Control, ch. 4-5",
  release: "written",
  minimumPeople: 10,
  minimumTrusts: 3,
  shares: {
    service: {
      fewest: { byTrust: 1, pooled: 1 },
      everyone: "shown",
      allButOne: "shown",
      byTrust: "every answer",
    },
    opinion: {
      fewest: { byTrust: 2, pooled: 5 },
      everyone: "held back",
      allButOne: "held back",
      byTrust: "summaries",
    },
    personal: {
      fewest: { byTrust: 2, pooled: 5 },
      everyone: "held back",
      allButOne: "held back",
      byTrust: "nothing",
    },
  },
  eventsBetween: 5,
  protection: { people: 5, shown: 1, money: 0.1 },
  steps: {
    proportion: { byTrust: 0.05, pooled: 0.01 },
    points: { byTrust: 1, pooled: 0.1 },
    flow: { byTrust: 5, pooled: 1 },
    n: 5,
    count: 5,
    days: 1,
    coefficient: { few: 0.05, many: 0.01 },
    bounds: 5,
    costPerImg: 10,
    costTotal: 100,
    costCount: 0.1,
    simulationError: 1,
  },
};
