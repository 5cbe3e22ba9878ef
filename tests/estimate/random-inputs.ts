import { stream } from "../../src/core/random.js";
import {
  defaultInputs,
  perspectives,
  type EstimateInputs,
  type Override,
} from "../../src/costs/estimate/inputs.js";
import type { EstimateData } from "../../src/costs/estimate/estimate-data.js";
import { payPointsOf } from "../../src/costs/figures.js";

/** Inputs drawn from all that a Trust may say, the same for a seed. */
export function randomInputs(data: EstimateData, seed: number): EstimateInputs {
  const next = stream(seed, "random estimate inputs");
  const pick = <T>(options: readonly T[]): T => options[Math.floor(next() * options.length)]!;
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const tenth = (low: number, high: number) => whole(low * 10, high * 10) / 10;
  const chance = (share: number) => next() < share;
  const imgs = chance(0.2) ? whole(1, 6) : whole(1, 130);
  const base = defaultInputs(data, imgs);
  const year = pick(["2024/25", "2025/26", "2026/27", "2026/27"]);
  const zone = chance(0.3) ? pick(["fringe", "outer London", "inner London"] as const) : "none";
  const points = payPointsOf(data.figures, year).map(({ key }) => key);
  const overrides = data.assumptions.items
    .filter(() => chance(0.15))
    .map(({ id, payPoint }): readonly [string, Override] => [
      id,
      {
        ...(chance(0.7) ? { amount: payPoint === null ? whole(0, 90_000) / 100 : tenth(0, 60) } : {}),
        ...(payPoint !== null && chance(0.4) ? { payPoint: pick(points) } : {}),
        ...(payPoint !== null && chance(0.3) ? { poundsAnHour: whole(1000, 15_000) / 100 } : {}),
      },
    ]);
  const all = base.components;
  return {
    ...base,
    intakes: whole(1, Math.min(12, imgs)),
    year,
    pension: pick(["paid-by-trust", "full"] as const),
    levy: chance(0.8),
    hours: pick(["paid", "productive"] as const),
    perspective: pick(perspectives),
    components: chance(0.5) ? all : all.filter(() => chance(0.7)),
    selfAssessment: chance(0.5)
      ? Object.fromEntries(all.map((id) => [id, pick(["yes", "partly", "no"] as const)]))
      : null,
    partlyShare: whole(0, 100) / 100,
    shadowingWeeks: chance(0.3) ? tenth(0, 12) : whole(0, 12),
    shadowingHoursAWeek: tenth(10, 48),
    shadowingPayPoint: chance(0.4) ? pick(points.filter((key) => !key.startsWith("band"))) : null,
    countSupernumerary: chance(0.7),
    setUp: {
      treatment: pick(["annuitised", "annuitised", "written-off"] as const),
      years: whole(1, 20),
      discountRate: chance(0.1) ? 0 : whole(5, 80) / 1000,
      timing: pick(["in arrears", "in advance"] as const),
    },
    overheads: chance(0.5) ? null : whole(0, 300) / 1000,
    highCost:
      zone === "none"
        ? { zone, afc: null, medical: null }
        : { zone, afc: whole(0, 8000), medical: whole(0, 2500) },
    overrides: Object.fromEntries(overrides.filter(([, override]) => Object.keys(override).length > 0)),
    recruited: chance(0.5) ? imgs + whole(0, 9) : null,
    completed: chance(0.5) ? whole(1, imgs) : null,
    replacementCost: chance(0.5) ? whole(5_000, 60_000) : null,
  };
}
