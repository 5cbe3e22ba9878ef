import type { PolicyNumbers } from "../policy.js";
import { pilot } from "./pilot.js";

/**
 * For the partners of a pilot who agreed what they may do with its numbers. The grain is that of `pilot`, with the minimum of
 * five of the GP Patient Survey, which hides numbers of 1 to 4 of a sensitive answer.
 */
export const partner: PolicyNumbers = {
  ...pilot,
  profile: "partner",
  source:
    "made for this tool, for partners under an agreement: minimum of 5, as the GP Patient Survey hides 1 to 4 of a sensitive answer",
  minimumPeople: 5,
  shares: {
    ...pilot.shares,
    opinion: { ...pilot.shares.opinion, fewest: { byTrust: 2, pooled: 3 } },
    personal: { ...pilot.shares.personal, fewest: { byTrust: 2, pooled: 3 } },
  },
  protection: { ...pilot.protection, people: 3 },
};
