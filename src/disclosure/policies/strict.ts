import type { PolicyNumbers, ShareRule } from "../policy.js";
import { pilot } from "./pilot.js";

const everything: ShareRule = {
  fewest: { byTrust: 10, pooled: 10 },
  everyone: "held back",
  allButOne: "held back",
  byTrust: "every answer",
};

/**
 * The defaults of ACRO, which checks outputs of research in secure settings: a threshold of ten, nobody counting as few,
 * numbers to the nearest 5, whatever they are about.
 */
export const strict: PolicyNumbers = {
  ...pilot,
  profile: "strict",
  source:
    "defaults of ACRO for research outputs: threshold of 10, nobody counting as few, to the nearest 5 (github.com/AI-SDC/ACRO)",
  minimumPeople: 10,
  shares: { service: everything, opinion: everything, personal: everything },
  eventsBetween: 10,
  protection: { ...pilot.protection, people: 9 },
  steps: { ...pilot.steps, flow: { byTrust: 5, pooled: 5 }, n: 5, count: 5 },
};
