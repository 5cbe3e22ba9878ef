import type { PolicyNumbers, ShareRule } from "../policy.js";
import { pilot } from "./pilot.js";

const everything: ShareRule = {
  fewest: { byTrust: 1, pooled: 1 },
  everyone: "shown",
  allButOne: "shown",
  byTrust: "every answer",
};

/** For the evaluators alone, who hold the answers anyway: nothing is held back, so nothing may be released. */
export const internal: PolicyNumbers = {
  ...pilot,
  profile: "internal",
  source: "made for this tool, for the evaluators alone: nothing is held back, so nothing may be sent",
  release: "refused",
  minimumPeople: 1,
  minimumTrusts: 1,
  shares: { service: everything, opinion: everything, personal: everything },
  eventsBetween: 1,
  protection: { people: 0, shown: 0, money: 0 },
  steps: {
    ...pilot.steps,
    proportion: { byTrust: 0.01, pooled: 0.01 },
    points: { byTrust: 0.1, pooled: 0.1 },
    flow: { byTrust: 1, pooled: 1 },
    n: 1,
    count: 1,
    costPerImg: 1,
    costTotal: 1,
  },
};
