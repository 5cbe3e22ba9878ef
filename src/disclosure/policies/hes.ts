import type { PolicyNumbers, ShareRule } from "../policy.js";
import { pilot } from "./pilot.js";

const counts: ShareRule = {
  fewest: { byTrust: 8, pooled: 8 },
  everyone: "shown",
  allButOne: "held back",
  byTrust: "every answer",
};

/**
 * The rule for hospital statistics of NHS England since September 2018: numbers of 1 to 7 held back, other numbers to the
 * nearest 5, 0 shown, means and medians of at least 8. Whatever it is about, each number follows the same rule.
 */
export const hes: PolicyNumbers = {
  ...pilot,
  profile: "hes",
  source:
    "NHS England, disclosure control for Hospital Episode Statistics since September 2018: 1 to 7 held back, others to the nearest 5",
  minimumPeople: 8,
  shares: { service: counts, opinion: counts, personal: counts },
  protection: { ...pilot.protection, people: 6 },
  steps: { ...pilot.steps, flow: { byTrust: 5, pooled: 5 }, n: 5, count: 5 },
};
