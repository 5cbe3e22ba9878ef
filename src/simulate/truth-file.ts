import { expectedChange, expectedTrustChange, scaleIds, trustEffects } from "./expected.js";
import type { ExpectedChange } from "./expected.js";
import type { CostTruth, ScaleTruth, Truth, TrustTruth } from "./truth.js";
import { yamlText } from "./yaml-text.js";
import type { Plain } from "./yaml-text.js";

/** truth.yaml: what the synthetic study was drawn from, and what a correct evaluation of it should find. */
export function truthFile(truth: Truth, seed: number): string {
  const { trusts, scales, title: _title, ...shared } = truth;
  return `# What this SYNTHETIC study was drawn from. Every number is invented.
# The pipeline never reads this file; tests ask whether the pipeline finds its way back to it.
seed: ${seed}

# --- Shared by all Trusts -------------------------------------------------------------------------------------
# Shares and chances are between 0 and 1. Who answers does not depend on how anyone feels (missing at random).
# \`linked\`: share of month-3 answers whose code is found at arrival.
# \`useful\`: chance of the top two answers, of those who received the component in full or in part.
# \`milestone_spread\`: standard deviation of the logarithm of days, of those without it on the first day.
${yamlText(snake(shared as unknown as Plain))}
# --- Scales ---------------------------------------------------------------------------------------------------
# On a latent 0-100 line: a doctor's own score, plus a shift for each item, plus noise for each answer, is cut into
# five categories at 12.5, 37.5, 62.5 and 87.5. The cutting pulls means towards the middle, so what a survey can be
# expected to show is worked out exactly under \`expected\`, for the items that each form asks:
#   over_trusts: before the Trusts' own effects are drawn (what pooling by random effects estimates),
#   trusts: given the effects drawn for this seed.
scales:
${scaleIds.map((scale) => scaleText(scale, scales[scale])).join("")}
expected:
${scaleIds.map((scale) => expectedText(truth, seed, scale)).join("")}
# --- Trusts ---------------------------------------------------------------------------------------------------
# \`received\`: chance of having had each component in full. IT-01 decides who had log-ins on the first day.
# \`median_days\`: of those who did not have it on the first day. \`shadow_days\`: usual days of those who had it all.
# Whether a doctor has a bank account and somewhere to live by month 3 follows from the days; \`setup\` has the rest.
# \`costs\`: hours and pounds as the Trust writes them into its return.
trusts:
${trusts.map(trustText).join("")}`;
}

function scaleText(id: string, scale: ScaleTruth): string {
  return yamlText({ [id]: snake({ ...scale }) }, "  ");
}

function expectedText(truth: Truth, seed: number, scale: (typeof scaleIds)[number]): string {
  const effects = trustEffects(truth, seed, scale);
  return yamlText(
    {
      [scale]: {
        over_trusts: rounded(expectedChange(truth, scale)),
        trusts: Object.fromEntries(
          truth.trusts.map((trust, index) => [
            trust.code,
            rounded(expectedTrustChange(truth, scale, trust, effects[index]!)),
          ]),
        ),
      },
    },
    "  ",
  );
}

function trustText({ code, costs, received, ...rest }: TrustTruth): string {
  const record = { ...snake({ ...rest } as unknown as Plain), received, costs: snake(costText(costs)) };
  return yamlText({ [code]: record as Plain }, "  ");
}

function costText(costs: CostTruth): Plain {
  return { ...costs };
}

function rounded(change: ExpectedChange): Plain {
  const two = (value: number) => Math.round(value * 100) / 100;
  return { arrival: two(change.arrival), month3: two(change.month3), change: two(change.change) };
}

/** Names as study.yaml writes them: `medianDays` becomes `median_days`. */
function snake(value: Plain): { readonly [key: string]: Plain } {
  return Object.fromEntries(
    Object.entries(value as Record<string, Plain>).map(([key, item]) => [
      /^[a-z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key,
      item !== null && typeof item === "object" && !Array.isArray(item) ? snake(item) : item,
    ]),
  );
}
