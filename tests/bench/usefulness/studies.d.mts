import type { Measured } from "../../../src/run/evaluate.js";
import type { Policy } from "../../../src/disclosure/policy.js";
import type { Truth } from "../../../src/simulate/truth.js";

export function variedTruth(seed: number): Truth;
export function atTheGate(
  seed: number,
  truth?: Truth,
): Promise<(Omit<Measured, "dataset"> & { readonly policy: Policy }) | null>;
