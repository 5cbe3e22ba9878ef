import type { Part, Rate } from "../costs/rate-card.js";
import type { EstimateReport } from "./estimate-report.js";

/** Every number of an estimate as JSON: inputs, assumptions, the prices used with their sources, and the answer. */
export async function estimateJson({ estimate, data, version }: EstimateReport): Promise<Uint8Array> {
  const { card, items, ...answer } = estimate;
  const used = new Set(items.flatMap(({ payPoint }) => payPoint ?? []));
  const { assumptions } = data;
  const value = {
    tool: "pilot-eval",
    version,
    whose: assumptions.whose,
    assumptionsDate: assumptions.date,
    assumptionsPriceYear: assumptions.priceYear,
    prices: {
      year: card.year,
      pension: card.pension,
      levy: card.levy,
      hours: card.hours,
      rates: Object.fromEntries([...used].sort().map((key) => [key, rateOf(card.rates[key]!)])),
    },
    items,
    answer,
  };
  return Promise.resolve(new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}

function rateOf({ payPoint, hourly, yearly, parts }: Rate) {
  const part = ({ value, working, figures }: Part) => ({
    value,
    working,
    sources: figures.map(({ label, year, value: figure, source, confidence }) => ({
      label,
      year,
      value: figure,
      source,
      confidence,
    })),
  });
  return {
    label: payPoint.label,
    hourly,
    yearly,
    parts: Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, part(one)])),
  };
}
