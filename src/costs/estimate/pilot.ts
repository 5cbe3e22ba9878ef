import type { QuantityBasis } from "../quantity-basis.js";

/** What one quantity of a pilot is about: one component, kind and basis. */
export interface QuantityOf {
  /** Id of the result it was read from. */
  readonly result: string;
  readonly component: string;
  /** Id of a staff group for hours; what money was spent on for pounds. */
  readonly kind: string;
  readonly basis: QuantityBasis;
  readonly isTime: boolean;
}

/** One released quantity of a pilot: hours or pounds. */
export interface PilotQuantity extends QuantityOf {
  readonly value: number;
  /** Lowest and highest Trust; null where the release does not tell them. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** What an estimate takes from a pilot's release. Its quantities are of all that its Trusts paid, extra or not. */
export interface Pilot {
  readonly study: string;
  readonly synthetic: boolean;
  /** Financial year of its pounds. */
  readonly priceYear: string;
  readonly quantities: readonly PilotQuantity[];
  /** Quantities that the release names without their number, to protect the Trusts. */
  readonly withheld: readonly QuantityOf[];
}

/** Overheads are declared as a percentage, so that they are never counted twice. */
export const overheadKind = "overhead";
