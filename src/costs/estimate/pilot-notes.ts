import { imgTimeComponent, type PlanningAssumptions, type PlanningItem } from "./assumptions.js";
import { overheadKind, type Pilot, type PilotQuantity } from "./pilot.js";

/** What was made of a pilot's quantities. */
interface Taken {
  readonly used: readonly PilotQuantity[];
  readonly items: readonly PlanningItem[];
  /** Our own items that stay. */
  readonly kept: readonly PlanningItem[];
  readonly ours: PlanningAssumptions;
  /** A component in words. */
  readonly partOf: (component: string) => string;
  readonly leadInProgramme: boolean;
  /** Hours of each IMG's own time; null where ours stay. */
  readonly hours: number | null;
}

/** What to know of the quantities taken from a pilot, the most important first. */
export function pilotNotes(pilot: Pilot, taken: Taken): readonly string[] {
  const { used, items, ours, partOf, leadInProgramme } = taken;
  const years = used.some(({ isTime }) => !isTime) && pilot.priceYear !== ours.priceYear;
  const hasOverheads = [...pilot.quantities, ...pilot.withheld].some(({ kind }) => kind === overheadKind);
  const partly = partlyTold(pilot, partOf);
  const groups = items.filter(({ basis }) => basis === "each intake");
  const without = [
    ...new Set(groups.filter(({ groupSize }) => groupSize === null).map(({ label }) => label)),
  ];
  return [
    ...when(pilot.synthetic, "the pilot's data are synthetic: not real people or Trusts"),
    "a mean of the pilot counts Trusts that did not provide a part, so a Trust that provides it may need more",
    ...when(
      partly.length > 0,
      `the pilot holds back some of these, to protect its Trusts, so all of them stay our assumptions: ${partly.join("; ")}`,
    ),
    ...imgTimeNotes(pilot, taken),
    "the pilot's quantities are of all that its Trusts paid, with the time of staff who are paid anyway, and not of what others paid",
    "a release does not tell new money from existing staff's time: the pilot's hours are new money only where our assumptions for the same part, staff and basis are, so new money may be more",
    "pay of the pilot's hours is that of a usual pay point of each group of staff",
    ...when(
      groups.length > without.length,
      "what the pilot used for each intake is taken to be for one group, of the size that we assume for that part",
    ),
    ...when(
      without.length > 0,
      `no size of group is known, so no further group is counted for: ${without.join("; ")}`,
    ),
    ...when(
      leadInProgramme,
      "the named lead is taken to be in the pilot's hours for the programme as a whole",
    ),
    ...when(years, `the pilot's pounds are at ${pilot.priceYear} prices and ours at ${ours.priceYear}`),
    ...when(
      hasOverheads,
      "the pilot's overheads are not taken over: only those that you declare are counted",
    ),
    ...when(
      used.some(({ range }) => range === null),
      "where the pilot's range is held back, low and high are half and twice its mean, which is our assumption",
    ),
  ];
}

function partlyTold({ quantities, withheld }: Pilot, partOf: (component: string) => string) {
  const held = withheld.filter(
    ({ component, kind }) => kind !== overheadKind && component !== imgTimeComponent,
  );
  const told = new Set(quantities.map(({ component }) => component));
  return [...new Set(held.map(({ component }) => component))]
    .filter((component) => told.has(component))
    .map(partOf);
}

function imgTimeNotes({ quantities, withheld }: Pilot, { kept, hours }: Taken): readonly string[] {
  if (hours === null)
    return when(
      [...quantities, ...withheld].some(({ component }) => component === imgTimeComponent),
      "the pilot's release does not tell all of IMGs' own paid time, so the weeks of shadowing and taught days stay our assumptions",
    );
  const payPoint = kept.find(({ component }) => component === imgTimeComponent)?.payPoint;
  return [
    `weeks of shadowing are all of IMGs' own paid time in the pilot, taught days and every grade included${payPoint ? `; they are priced at the pay point ${payPoint} unless you choose another` : ""}`,
  ];
}

function when(holds: boolean, note: string): readonly string[] {
  return holds ? [note] : [];
}
