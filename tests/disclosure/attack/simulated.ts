import { payPointsOf } from "../../../src/costs/figures.js";
import type { System } from "../../../src/disclosure/attack/system.js";
import { checkStudy } from "../../../src/run/check.js";
import type { Checked } from "../../../src/run/check.js";
import { evaluate } from "../../../src/run/evaluate.js";
import type { Evaluation } from "../../../src/run/evaluate.js";
import { readShipped } from "../../../src/run/shipped.js";
import { exampleTruth } from "../../../src/simulate/example-truth.js";
import { simulate } from "../../../src/simulate/simulate.js";
import type { Truth } from "../../../src/simulate/truth.js";

/** A simulated study, computed and through the gate. */
export async function evaluateSimulated(
  seed: number,
  change?: (truth: Truth) => Truth,
  edit?: (files: Map<string, Uint8Array>) => void,
): Promise<Evaluation> {
  return evaluate(await checkSimulated(seed, change, edit));
}

/** A simulated study as read and checked; one that is refused is an error. */
export async function checkSimulated(
  seed: number,
  change: (truth: Truth) => Truth = (truth) => truth,
  edit: (files: Map<string, Uint8Array>) => void = () => undefined,
): Promise<Checked> {
  const shipped = await readShipped();
  const payPoints = payPointsOf(shipped.figures, exampleTruth.priceYear);
  const files = new Map(
    await simulate(change(exampleTruth), seed, { components: shipped.components, payPoints }),
  );
  edit(files);
  const checked = await checkStudy(
    { read: async (file) => files.get(file) ?? null, list: async () => [...files.keys()] },
    shipped,
  );
  if (checked.refused)
    throw new Error(
      `the study of seed ${seed} was refused: ${JSON.stringify(checked.findings.filter((one) => one.severity === "error").slice(0, 3))}`,
    );
  return checked;
}

/** What is true of each unknown of a system, from the results before the gate. */
export function truthOf({ unknowns }: System, { computed }: Evaluation): readonly number[] {
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const events = (id: string) => {
    const point = byId.get(id);
    return point?.kind === "estimate" ? Number(point.settings["events"]) : 0;
  };
  return unknowns.map(({ name }) => {
    const [, from, to] = /^people who got there, (.*) to (.*)$/.exec(name) ?? [];
    if (to !== undefined) return events(to) - (from === "start" ? 0 : events(from!));
    const [, what, id] = /^(people counted|people|pounds in all), (.*)$/.exec(name)!;
    const result = byId.get(id!);
    if (!result) throw new Error(`${name}: no such result before the gate`);
    if (result.kind !== "estimate") return 0;
    if (what === "people counted") return result.count!;
    if (what === "people") return result.n;
    return result.estimate * (result.unit.includes(" per IMG ") ? result.n : 1);
  });
}

/** Constraints that the truth breaks, in words. */
export function untrue({ unknowns, constraints }: System, truth: readonly number[]): readonly string[] {
  const dust = 1e-6;
  return constraints.flatMap(({ terms, low, high, from }) => {
    const sum = terms.reduce((total, { unknown, times }) => total + times * truth[unknown]!, 0);
    if ((low === null || sum >= low - dust) && (high === null || sum <= high + dust)) return [];
    const words = terms.map(
      ({ unknown, times }) => `${times} x ${unknowns[unknown]!.name} (${truth[unknown]})`,
    );
    return [`${low} <= ${words.join(" + ")} <= ${high}: ${sum}; ${from.join(", ")}`];
  });
}
