import type { PlanningAssumptions, PlanningItem } from "./assumptions.js";

/** Years whose prices amounts in pounds are at. */
export interface PoundsYears {
  readonly years: readonly string[];
  /** `2026/27 prices`, or each year with whose it is. */
  readonly words: string;
}

/**
 * The years of the amounts in pounds among some items: ours, the pilot's, or both. With no such item it is the year of
 * our assumptions.
 *
 * @param items without the Trust's own figures
 */
export function poundsYears(
  { priceYear, pilot }: Pick<PlanningAssumptions, "priceYear" | "pilot">,
  items: readonly Pick<PlanningItem, "payPoint" | "fromPilot">[],
): PoundsYears {
  const inPounds = items.filter(({ payPoint }) => payPoint === null);
  const ofPilot = pilot && inPounds.some(({ fromPilot }) => fromPilot) ? pilot.priceYear : null;
  const isOurs = ofPilot === null || inPounds.some(({ fromPilot }) => !fromPilot);
  if (ofPilot === null || (isOurs && ofPilot === priceYear))
    return { years: [priceYear], words: `${priceYear} prices` };
  if (!isOurs) return { years: [ofPilot], words: `${ofPilot} prices (the pilot's)` };
  return {
    years: [ofPilot, priceYear],
    words: `${ofPilot} prices (the pilot's) and ${priceYear} prices (ours)`,
  };
}
