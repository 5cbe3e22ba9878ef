import { slug } from "../../core/result.js";
import { staffGroupOf, staffGroups } from "../staff-group.js";
import type { PlanningItem, Range } from "./assumptions.js";
import type { PilotQuantity } from "./pilot.js";

/** How far a quantity may be off where the release does not tell the Trusts apart: half to twice, our own assumption. */
const spread = { low: 0.5, high: 2 } as const;

/**
 * One quantity of a pilot as an item. A release tells neither the size of a group, nor new money from the time of staff who
 * are paid anyway, nor hours of a post from hours at work. They are taken from our own assumptions for the same part where
 * these agree with each other; otherwise there is no group, and hours are existing staff's time at work. Pounds are new
 * money. The Trust pays: quantities count only what the pilot's Trusts paid.
 *
 * @param part the component in words
 */
export function pilotItem(
  quantity: PilotQuantity,
  part: string,
  ours: readonly PlanningItem[],
  study: string,
): PlanningItem {
  const { component, kind, basis, isTime, result } = quantity;
  const group = isTime ? staffGroups.find(({ id }) => id === kind)! : null;
  const like = ours.filter((item) => isLike(item, quantity));
  return {
    id: `pilot-${component.toLowerCase()}-${kind}-${basis.replace(" ", "-").toLowerCase()}`,
    component,
    label: `${part}: ${group?.label ?? kind.replaceAll("-", " ")}`,
    category: group ? "staff time" : kind.replaceAll("-", " "),
    payPoint: group?.payPoint ?? null,
    amount: rangeOf(quantity),
    basis,
    groupSize: groupSizeOf(quantity, ours),
    eachShadowingWeek: false,
    paidHours: isTime && (agreed(like.map((item) => item.paidHours)) ?? false),
    extra: isTime ? (agreed(like.map((item) => item.extra)) ?? false) : true,
    paidBy: "Trust",
    reason:
      quantity.range === null
        ? "mean of the pilot's Trusts; low and high are half and twice, our assumption"
        : "mean of the pilot's Trusts; low and high are the lowest and the highest Trust",
    source: `release of "${study}", ${result}`,
    fromPilot: true,
  };
}

/** An assumption of ours for the same part, the same kind of staff or spending, on the same basis. */
function isLike(item: PlanningItem, { component, kind, basis, isTime }: PilotQuantity): boolean {
  if (item.component !== component || item.basis !== basis || (item.payPoint !== null) !== isTime)
    return false;
  return (item.payPoint === null ? slug(item.category) : staffGroupOf(item.payPoint)?.id) === kind;
}

/** Group size of our assumptions for the same part on the same basis: those for time, or for pounds, come first. */
function groupSizeOf({ component, basis, isTime }: PilotQuantity, ours: readonly PlanningItem[]) {
  if (basis === "each IMG") return null;
  const same = ours.filter((item) => item.component === component && item.basis === basis);
  const alike = same.filter(({ payPoint }) => (payPoint !== null) === isTime);
  return agreed((alike.length > 0 ? alike : same).map(({ groupSize }) => groupSize)) ?? null;
}

function agreed<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** The range never leaves out its middle, which is rounded apart. */
function rangeOf({ value, range }: PilotQuantity): Range {
  const { low, high } = range ?? { low: value * spread.low, high: value * spread.high };
  return { low: Math.min(low, value), central: value, high: Math.max(high, value) };
}
