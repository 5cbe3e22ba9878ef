import type { Part, Rate } from "../costs/rate-card.js";
import type { EstimateReport } from "./estimate-report.js";

/**
 * Every number of an estimate as JSON: inputs, assumptions, the prices used with their sources, and the answer. A pay point
 * that the year has no rate for, priced by the Trust's own pounds an hour, stands under the items only.
 */
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
      rates: Object.fromEntries(
        [...used].sort().flatMap((key) => {
          const rate = card.rates[key];
          return rate ? [[key, rateOf(rate)]] : [];
        }),
      ),
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
