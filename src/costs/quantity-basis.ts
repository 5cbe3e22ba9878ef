/** How often a quantity is spent, in the words of the planning assumptions. */
export const quantityBases = ["once", "each year", "each intake", "each IMG"] as const;
export type QuantityBasis = (typeof quantityBases)[number];
