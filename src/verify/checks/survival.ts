import { kaplanMeier, survivalAt } from "../../stats/survival/kaplan-meier.js";
import type { SurvivalCurve } from "../../stats/survival/kaplan-meier.js";
import { numbersAtRisk } from "../../stats/survival/numbers-at-risk.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Watched {
  readonly time: readonly number[];
  readonly event: readonly boolean[];
  readonly level: number;
}
interface AtTimes extends Watched {
  readonly times: readonly number[];
}

/** Time to an event: the Kaplan-Meier curve, and what it rests on at given times. */
export const survivalChecks: readonly MethodCheck[] = [
  methodCheck<Watched>({
    id: "kaplan-meier",
    label: "Kaplan-Meier curve, log-log interval and median",
    functions: ["kaplanMeier"],
    solution: "closed form",
    run: (watched) => {
      const curve = curveOf(watched);
      return { ...curve, steps: columns(curve.steps) };
    },
  }),
  methodCheck<AtTimes>({
    id: "survival-at",
    label: "Kaplan-Meier curve at given times",
    functions: ["survivalAt"],
    solution: "closed form",
    run: ({ times, ...watched }) => {
      const curve = curveOf(watched);
      return columns(times.map((time) => survivalAt(curve, time)));
    },
  }),
  methodCheck<AtTimes>({
    id: "numbers-at-risk",
    label: "Numbers at risk beneath a curve",
    functions: ["numbersAtRisk"],
    solution: "closed form",
    run: ({ times, ...watched }) => columns(numbersAtRisk(curveOf(watched), times)),
  }),
];

function curveOf({ time, event, level }: Watched): SurvivalCurve {
  const curve = kaplanMeier(
    time.map((one, index) => ({ time: one, event: event[index] === true })),
    level,
  );
  if (curve.kind === "unavailable") throw new Error(curve.reason);
  return curve;
}

function columns<Row extends object>(rows: readonly Row[]): Readonly<Record<string, readonly unknown[]>> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row & string)[];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}
