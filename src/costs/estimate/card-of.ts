import { invariant } from "../../core/invariant.js";
import type { Figure } from "../figures.js";
import { buildRateCard, type RateCard, type RateCardOptions } from "../rate-card.js";
import type { EstimateData } from "./estimate-data.js";
import type { EstimateInputs } from "./inputs.js";

/** The prices of an estimate. The NHS as a whole always pays the full pension rate. */
export function rateCardOf(inputs: EstimateInputs, { figures }: EstimateData): RateCard {
  invariant(inputs.pension !== null, "estimate: pension not chosen");
  const { zone, afc, medical } = inputs.highCost;
  const card = cardOf(figures, {
    year: inputs.year,
    pension: inputs.perspective === "nhs" ? "full" : inputs.pension,
    levy: inputs.levy,
    hours: inputs.hours,
    ...(zone === "none" ? {} : { highCost: { zone, afc, medical } }),
  });
  invariant(card, `estimate: no rates for ${inputs.year}`);
  return card;
}

/** Cards already built: one estimate asks for the same few many times over, and a page asks at each move of a slider. */
const built = new WeakMap<readonly Figure[], Map<string, RateCard | null>>();
const mostKept = 40;

/** A rate card, or null when a figure that it needs is missing. */
export function cardOf(figures: readonly Figure[], options: RateCardOptions): RateCard | null {
  const cards = built.get(figures) ?? new Map<string, RateCard | null>();
  built.set(figures, cards);
  const key = JSON.stringify(options);
  const kept = cards.get(key);
  if (kept !== undefined) return kept;
  if (cards.size >= mostKept) cards.clear();
  const { value } = buildRateCard(figures, options);
  cards.set(key, value);
  return value;
}
