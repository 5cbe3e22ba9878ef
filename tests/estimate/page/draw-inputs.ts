import { stream } from "../../../src/core/random.js";
import type { Range } from "../../../src/costs/estimate/assumptions.js";
import { checkInputs } from "../../../src/costs/estimate/check-inputs.js";
import {
  highCostZones,
  hoursChoices,
  pensions,
  perspectives,
  selfAssessmentAnswers,
  setUpTreatments,
  type EstimateInputs,
  type Override,
} from "../../../src/costs/estimate/inputs.js";
import { payPointsOf } from "../../../src/costs/figures.js";
import type { Choices } from "../../../src/estimate/page/answers.js";
import { isAskedElsewhere, withRanges } from "../../../src/estimate/page/read-answers.js";
import { data, inputs as start, known } from "./page.js";

/** Choices that pass every check, drawn with a fixed seed: every input of the form and, now and then, its assumptions. */
export function drawChoices(count: number, family: string): readonly Choices[] {
  const next = stream(20261127, family);
  const drawn: Choices[] = [];
  while (drawn.length < count) {
    const choices = drawOnce(next);
    if (checkInputs(choices.inputs, withRanges(data, choices.ranges)).length === 0) drawn.push(choices);
  }
  return drawn;
}

function drawOnce(next: () => number): Choices {
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const tenths = (low: number, high: number) => whole(low * 10, high * 10) / 10;
  const one = <T>(values: readonly T[]) => values[whole(0, values.length - 1)]!;
  const maybe = <T>(chance: number, value: () => T) => (next() < chance ? value() : null);
  const imgs = next() < 0.8 ? whole(1, 60) : whole(61, 400);
  const year = one(["2024/25", "2025/26", "2026/27", "2026/27", "2026/27"]);
  const zone = next() < 0.7 ? "none" : one(highCostZones);
  const aboutGaps = next() < 0.3;
  const points = payPointsOf(data.figures, year).map(({ key }) => key);
  const overrides: Record<string, Override> = {};
  const ranges: Record<string, Range> = {};
  for (const item of data.assumptions.items) {
    if (isAskedElsewhere(item) || next() < 0.85) continue;
    const most = Math.max(2, Math.ceil(item.amount.high * 2));
    if (next() < 0.5) {
      const [low, central, high] = [tenths(0, most), tenths(0, most), tenths(0, most)].sort((a, b) => a - b);
      if (low !== high) ranges[item.id] = { low: low!, central: central!, high: high! };
    } else if (item.payPoint === null) overrides[item.id] = { amount: tenths(0, most) };
    else {
      const own: Override = {
        ...(next() < 0.5 ? { amount: tenths(0, most) } : {}),
        ...(next() < 0.5 ? { payPoint: one(points) } : {}),
        ...(next() < 0.5 ? { poundsAnHour: whole(1000, 20000) / 100 } : {}),
      };
      if (Object.keys(own).length > 0) overrides[item.id] = own;
    }
  }
  const inputs: EstimateInputs = {
    imgs,
    intakes: whole(1, Math.min(imgs, 12)),
    year,
    pension: one(pensions),
    levy: next() < 0.5,
    hours: one(hoursChoices),
    perspective: one(perspectives),
    components: aboutGaps ? known : known.filter(() => next() < 0.7),
    selfAssessment: aboutGaps
      ? Object.fromEntries(known.map((id) => [id, one(selfAssessmentAnswers)]))
      : null,
    partlyShare: whole(0, 100) / 100,
    shadowingWeeks: tenths(0, 12),
    shadowingHoursAWeek: tenths(20, 48),
    shadowingPayPoint: maybe(0.5, () => one(points)),
    countSupernumerary: next() < 0.5,
    setUp: {
      treatment: one(setUpTreatments),
      years: tenths(1, 10),
      discountRate: tenths(0, 10) / 100,
      timing: one(["in arrears", "in advance"] as const),
    },
    overheads: maybe(0.5, () => whole(0, 60) / 100),
    highCost: {
      zone,
      afc: zone === "none" ? null : whole(0, 8000),
      medical: zone === "none" ? null : whole(0, 3000),
    },
    overrides,
    recruited: maybe(0.5, () => whole(imgs, 500)),
    completed: maybe(0.5, () => whole(1, imgs)),
    replacementCost: maybe(0.5, () => whole(1000, 50000)),
  };
  return { inputs: next() < 0.05 ? { ...start, imgs } : inputs, ranges };
}

/** The same, but each differing from the one before in a few inputs only, as when a person works through the form; what the form hides is as it was. */
export function drawWalk(count: number, family: string): readonly Choices[] {
  const next = stream(20261127, `${family}/which`);
  const walk: Choices[] = [];
  for (const drawn of drawChoices(count * 20, family)) {
    const before = walk.at(-1) ?? { inputs: start, ranges: {} };
    const isNew = (name: string) => next() < (heavy.includes(name) ? 0.15 : 0.4);
    const changed = Object.fromEntries(Object.entries(drawn.inputs).filter(([name]) => isNew(name)));
    const inputs = { ...before.inputs, ...changed } as EstimateInputs;
    const choices = { inputs, ranges: isNew("ranges") ? drawn.ranges : before.ranges };
    const aboutGaps = inputs.selfAssessment !== null;
    if (aboutGaps ? inputs.components.length < known.length : changed["partlyShare"] !== undefined) continue;
    if (Object.keys(inputs.overrides).some((id) => choices.ranges[id])) continue;
    if (checkInputs(inputs, withRanges(data, choices.ranges)).length === 0) walk.push(choices);
    if (walk.length === count) break;
  }
  return walk;
}

/** Inputs that take many controls to set. */
const heavy: readonly string[] = ["components", "overrides", "ranges"];
