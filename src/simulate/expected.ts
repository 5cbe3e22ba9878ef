import { stream } from "../core/random.js";
import { normal } from "./draws.js";
import { forms } from "./forms/form.js";
import { questions } from "./instrument.js";
import { expectedScaleMean } from "./likert.js";
import type { ScaleTruth, Truth, TrustTruth } from "./truth.js";

export type ScaleId = keyof Truth["scales"];
export const scaleIds: readonly ScaleId[] = ["settling", "confidence"];

/** How one Trust differs from the mean of Trusts on one scale, in latent points. */
export interface TrustEffect {
  readonly arrival: number;
  readonly change: number;
}

/** Mean observed scores to expect, 0-100. */
export interface ExpectedChange {
  readonly arrival: number;
  readonly month3: number;
  readonly change: number;
}

/** The Trusts' own departures on a scale, drawn for this seed; in the order of the Trusts. */
export function trustEffects(truth: Truth, seed: number, scale: ScaleId): readonly TrustEffect[] {
  const random = stream(seed, `simulate/trust-effects/${scale}`);
  const { betweenArrival, betweenChange } = truth.scales[scale];
  return truth.trusts.map(() => ({
    arrival: normal(random, 0, betweenArrival),
    change: normal(random, 0, betweenChange),
  }));
}

/** Item shifts of a scale, of the items that a Trust's form asks. */
export function itemsAsked(truth: Truth, scale: ScaleId, trust: TrustTruth): readonly number[] {
  const names = questions.filter((question) => question.scale === scale).map((question) => question.name);
  const { notAsked } = forms[trust.form];
  return truth.scales[scale].items.filter((_, index) => !notAsked.includes(names[index]!));
}

/**
 * What the change of a scale is expected to be over Trusts like these, before their effects are drawn: the mean of
 * the Trusts' expected changes, each with the items its form asks. This is what pooling by random effects estimates.
 */
export function expectedChange(truth: Truth, scale: ScaleId): ExpectedChange {
  return meanChange(
    truth.trusts.map((trust) =>
      changeOf(truth.scales[scale], itemsAsked(truth, scale, trust), {
        effect: { arrival: 0, change: 0 },
        overTrusts: true,
      }),
    ),
  );
}

/** What one Trust's change is expected to be, given its effect. */
export function expectedTrustChange(
  truth: Truth,
  scale: ScaleId,
  trust: TrustTruth,
  effect: TrustEffect,
): ExpectedChange {
  return changeOf(truth.scales[scale], itemsAsked(truth, scale, trust), { effect, overTrusts: false });
}

function changeOf(
  scale: ScaleTruth,
  items: readonly number[],
  { effect, overTrusts }: { readonly effect: TrustEffect; readonly overTrusts: boolean },
): ExpectedChange {
  const between = (deviation: number) => (overTrusts ? deviation * deviation : 0);
  const before = scale.withinArrival ** 2 + between(scale.betweenArrival);
  const after = before + scale.withinChange ** 2 + between(scale.betweenChange);
  const expect = (mean: number, variance: number) =>
    expectedScaleMean({ mean, deviation: Math.sqrt(variance), answer: scale.answer, items });
  const arrival = expect(scale.arrival + effect.arrival, before);
  const month3 = expect(scale.arrival + effect.arrival + scale.change + effect.change, after);
  return { arrival, month3, change: month3 - arrival };
}

function meanChange(changes: readonly ExpectedChange[]): ExpectedChange {
  const mean = (of: (change: ExpectedChange) => number) =>
    changes.reduce((sum, change) => sum + of(change), 0) / changes.length;
  return {
    arrival: mean((change) => change.arrival),
    month3: mean((change) => change.month3),
    change: mean((change) => change.change),
  };
}
