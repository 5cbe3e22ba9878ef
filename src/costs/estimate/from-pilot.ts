import {
  imgTimeComponent,
  programmeComponent,
  type PlanningAssumptions,
  type PlanningItem,
} from "./assumptions.js";
import type { EstimateComponent } from "./estimate-data.js";
import { ownStrands } from "./lines.js";
import { overheadKind, type Pilot, type PilotQuantity } from "./pilot.js";
import { imgHours, pilotWeeks } from "./pilot-img-time.js";
import { pilotItem } from "./pilot-item.js";
import { pilotNotes } from "./pilot-notes.js";

/** Component of the named lead, whose time a pilot may have written under the programme as a whole. */
const leadComponent = "ENB-06";

/**
 * Assumptions with a pilot's quantities in place of ours for every component that its release tells wholly. A component
 * of which it holds anything back stays ours, since what is told is not the whole of it. Its IMGs' own time, when all of
 * it is told, sets the weeks of shadowing to start from. Each item says where it comes from.
 *
 * @param pilot must have passed `pilotProblems`
 */
export function withPilot(
  ours: PlanningAssumptions,
  pilot: Pilot,
  components: readonly EstimateComponent[],
): PlanningAssumptions {
  const labels = new Map(components.map(({ id, label }) => [id, label]));
  const partOf = (component: string) => labels.get(component) ?? ownStrands[component]!;
  const used = usedQuantities(pilot);
  const told = new Set(used.map(({ component }) => component));
  const leadInProgramme = !told.has(leadComponent) && used.some(isLeadInProgramme);
  const hours = imgHours(pilot);
  const isReplaced = (item: PlanningItem) =>
    told.has(item.component) ||
    (leadInProgramme && item.component === leadComponent) ||
    (hours !== null && item.component === imgTimeComponent && !item.eachShadowingWeek);
  const kept = ours.items.filter((item) => !isReplaced(item));
  const items = used.map((quantity) =>
    pilotItem(quantity, partOf(quantity.component), ours.items, pilot.study),
  );
  const parts = told.size - (told.has(programmeComponent) ? 1 : 0);
  return {
    ...ours,
    whose: `quantities of ${parts === 1 ? "1 part" : `${parts} parts`} of the induction${told.has(programmeComponent) ? " and of the programme as a whole" : ""} are the mean of the Trusts of the pilot "${pilot.study}"; the rest are planning assumptions of pilot-eval of ${ours.date}`,
    pilot: {
      study: pilot.study,
      synthetic: pilot.synthetic,
      priceYear: pilot.priceYear,
      notes: pilotNotes(pilot, { used, items, kept, ours, partOf, leadInProgramme, hours }),
    },
    conventions: {
      ...ours.conventions,
      ...(hours === null ? {} : { shadowingWeeks: pilotWeeks(ours, hours, pilot.study) }),
    },
    items: [...items, ...kept],
  };
}

/** Quantities of components that are told wholly, without IMGs' own time and without overheads. */
export function usedQuantities({ quantities, withheld }: Pilot): readonly PilotQuantity[] {
  const partly = new Set(
    withheld.filter(({ kind }) => kind !== overheadKind).map(({ component }) => component),
  );
  return quantities.filter(
    ({ component, kind }) =>
      component !== imgTimeComponent && kind !== overheadKind && !partly.has(component),
  );
}

function isLeadInProgramme({ component, kind, basis }: PilotQuantity): boolean {
  return component === programmeComponent && kind === "consultants" && basis !== "once";
}
