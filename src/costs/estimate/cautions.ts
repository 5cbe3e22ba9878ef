import type { Figure } from "../figures.js";
import type { RateCard } from "../rate-card.js";
import type { EstimateInputs } from "./inputs.js";
import type { EstimateData } from "./estimate-data.js";
import { poundsYears } from "./pounds-years.js";
import type { PricedItem } from "./price-items.js";
import { whoseQuantities } from "./whose.js";

/** What to know before using an estimate: whose the assumptions are, the breadth of the range, and weak prices. */
export function cautionsOf(
  inputs: EstimateInputs,
  { assumptions }: EstimateData,
  items: readonly PricedItem[],
  card: RateCard,
): readonly string[] {
  const inPounds = items.filter((item) => item.payPoint === null && !item.own);
  const { years, words } = poundsYears(assumptions, inPounds);
  return [
    whoseQuantities(inputs, assumptions),
    ...(assumptions.pilot?.notes ?? []),
    "the low and the high put every assumption at its end at once, so most Trusts would fall between them",
    ...(inPounds.length > 0 && years.some((year) => year !== inputs.year)
      ? [
          `amounts in pounds stay at ${words}; pay is that of ${inputs.year}, so the two are of different years`,
        ]
      : []),
    ...(inputs.perspective === "nhs" && inputs.pension !== "full"
      ? ["the NHS as a whole pays the full pension rate, so it is used here in place of the one chosen"]
      : []),
    ...(inputs.perspective === "trust-cash" && inputs.setUp.treatment === "annuitised"
      ? ["new money is never spread over years: set-up costs count in full when they are spent"]
      : []),
    ...pricesOf(items, card),
  ];
}

/** Prices that were assumed or worked out rather than read, and prices used beyond the days they were in force. */
function pricesOf(items: readonly PricedItem[], card: RateCard): readonly string[] {
  const rates = [...new Set(items.flatMap(({ payPoint }) => payPoint ?? []))].flatMap(
    (payPoint) => card.rates[payPoint] ?? [],
  );
  const weak = new Set<Figure>();
  for (const { parts } of rates)
    for (const { figures } of Object.values(parts))
      for (const figure of figures) if (figure.confidence === "C") weak.add(figure);
  const labels = [...new Set([...weak].map(({ label, year }) => `${label} (${year})`))];
  return [
    ...(labels.length > 0 ? [`prices assumed or worked out, not read: ${labels.join("; ")}`] : []),
    ...new Set(rates.flatMap(({ cautions }) => cautions)),
  ];
}
