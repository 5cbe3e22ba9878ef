import { ownStrands } from "./lines.js";
import type { EstimateComponent } from "./estimate-data.js";
import type { QuantityBasis } from "../quantity-basis.js";
import { staffGroups } from "../staff-group.js";
import {
  imgTimeComponent,
  programmeComponent,
  type PlanningAssumptions,
  type PlanningItem,
  type Range,
} from "./assumptions.js";

/** One released quantity of a pilot: hours or pounds of one component, kind and basis. */
export interface PilotQuantity {
  /** Id of the result it was read from. */
  readonly result: string;
  readonly component: string;
  /** Id of a staff group for hours; what money was spent on for pounds. */
  readonly kind: string;
  readonly basis: QuantityBasis;
  readonly isTime: boolean;
  readonly value: number;
  /** Lowest and highest Trust; null where the release does not tell them. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** What an estimate takes from a pilot's release. */
export interface Pilot {
  readonly study: string;
  readonly synthetic: boolean;
  /** Financial year of its pounds. */
  readonly priceYear: string;
  readonly quantities: readonly PilotQuantity[];
}

/** Component of the named lead, whose time a pilot may have written under the programme as a whole. */
const leadComponent = "ENB-06";
/** Overheads are declared as a percentage, so that they are never counted twice. */
const overheadKind = "overhead";
/** How far a quantity may be off where the release does not tell the Trusts apart: half to twice, our own assumption. */
const spread = { low: 0.5, high: 2 } as const;

/**
 * Assumptions with a pilot's quantities in place of ours for every component that its release tells of; what it does not
 * tell stays ours. Its IMGs' own time sets the weeks of shadowing to start from. Each item says where it comes from.
 */
export function withPilot(
  ours: PlanningAssumptions,
  pilot: Pilot,
  components: readonly EstimateComponent[],
): PlanningAssumptions {
  const labels = new Map(components.map(({ id, label }) => [id, label]));
  const quantities = pilot.quantities.filter(({ kind }) => kind !== overheadKind);
  const told = new Set(quantities.map(({ component }) => component));
  told.delete(imgTimeComponent);
  const leadInProgramme =
    !told.has(leadComponent) &&
    quantities.some(
      ({ component, kind, basis }) =>
        component === programmeComponent && kind === "consultants" && basis !== "once",
    );
  const kept = ours.items.filter(
    ({ component }) => !told.has(component) && !(leadInProgramme && component === leadComponent),
  );
  const items = quantities
    .filter(({ component }) => component !== imgTimeComponent)
    .map((quantity) =>
      itemOf(quantity, labels.get(quantity.component) ?? ownStrands[quantity.component]!, ours, pilot),
    );
  const weeks = shadowingOf(ours, pilot);
  const parts = told.size - (told.has(programmeComponent) ? 1 : 0);
  return {
    ...ours,
    whose: `quantities of ${parts === 1 ? "1 part" : `${parts} parts`} of the induction${told.has(programmeComponent) ? " and of the programme as a whole" : ""} are the mean of the Trusts of the pilot "${pilot.study}"; the rest are planning assumptions of pilot-eval of ${ours.date}`,
    pilot: {
      study: pilot.study,
      synthetic: pilot.synthetic,
      notes: [
        ...(pilot.synthetic ? ["the pilot's data are synthetic: not real people or Trusts"] : []),
        "a mean of the pilot counts Trusts that did not provide a part, so a Trust that provides it may need more",
        "pay of the pilot's hours is that of a usual pay point of each group of staff",
        ...(leadInProgramme
          ? ["the named lead is taken to be in the pilot's hours for the programme as a whole"]
          : []),
        ...(pilot.priceYear === ours.priceYear
          ? []
          : [`the pilot's pounds are at ${pilot.priceYear} prices and ours at ${ours.priceYear}`]),
        ...(quantities.length < pilot.quantities.length
          ? ["the pilot's overheads are not taken over: only those that you declare are counted"]
          : []),
        ...(quantities.some(({ range }) => range === null)
          ? [
              "where the pilot's range is held back, low and high are half and twice its mean, which is our assumption",
            ]
          : []),
      ],
    },
    conventions: { ...ours.conventions, ...(weeks ? { shadowingWeeks: weeks } : {}) },
    items: [...items, ...kept],
  };
}

function itemOf(
  quantity: PilotQuantity,
  part: string,
  ours: PlanningAssumptions,
  pilot: Pilot,
): PlanningItem {
  const { component, kind, basis, isTime, result } = quantity;
  const group = isTime ? staffGroups.find(({ id }) => id === kind)! : null;
  const like = ours.items.filter(
    (item) => item.component === component && (item.payPoint !== null) === isTime,
  );
  return {
    id: `pilot-${component.toLowerCase()}-${kind}-${basis.replace(" ", "-").toLowerCase()}`,
    component,
    label: `${part}: ${group?.label ?? kind.replaceAll("-", " ")}`,
    category: group ? "staff time" : kind.replaceAll("-", " "),
    payPoint: group?.payPoint ?? null,
    amount: rangeOf(quantity),
    basis,
    groupSize: null,
    eachShadowingWeek: false,
    paidHours: like.some((item) => item.paidHours),
    extra: isTime ? like.some((item) => item.extra) : true,
    paidBy: "Trust",
    reason:
      quantity.range === null
        ? "mean of the pilot's Trusts; low and high are half and twice, our assumption"
        : "mean of the pilot's Trusts; low and high are the lowest and the highest Trust",
    source: `release of "${pilot.study}", ${result}`,
    fromPilot: true,
  };
}

/** The range never leaves out its middle, which is rounded apart. */
function rangeOf({ value, range }: PilotQuantity): Range {
  const { low, high } = range ?? { low: value * spread.low, high: value * spread.high };
  return { low: Math.min(Math.max(0, low), value), central: value, high: Math.max(high, value) };
}

function shadowingOf(ours: PlanningAssumptions, { study, quantities }: Pilot) {
  const hours = quantities
    .filter(
      ({ component, isTime, basis }) => component === imgTimeComponent && isTime && basis === "each IMG",
    )
    .reduce((sum, { value }) => sum + value, 0);
  if (hours === 0) return null;
  const week = ours.conventions.shadowingHoursAWeek.value;
  return {
    value: Math.round((hours / week) * 10) / 10,
    reason: `${Math.round(hours)} hours of each IMG in the pilot over ${week} hours a week`,
    source: `release of "${study}"`,
  };
}
