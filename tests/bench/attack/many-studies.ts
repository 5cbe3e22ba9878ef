import { expect, it } from "vitest";
import { breachesOf, emptyMemory } from "../../../src/disclosure/attack/breaches.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import { passGate } from "../../../src/disclosure/gate.js";
import { checkClosedWorld, checkReleased } from "../../../src/run/closed-world/check-closed-world.js";
import type { Leak } from "../../../src/run/closed-world/check-files.js";
import { isOfChart, withUnsafeChart } from "../../disclosure/attack/unsafe-chart.js";
import { weakenings } from "../../disclosure/attack/weakened.js";

const studies = Number(process.env["ATTACK_STUDIES"]);
const minutes = Number(process.env["ATTACK_MINUTES"]);
const version = "1.2.3";
/** Every tenth study is drawn, which takes long. */
const drawn = 10;

it(
  "of many simulated studies, every weakened gate is caught and no honest one is",
  async () => {
    const { atTheGate } = await import("../usefulness/studies.mjs");
    const table = new Map<string, { weakened: number; caught: number; missed: string }>();
    const count = (name: string, seed: number, isCaught: boolean) => {
      const row = table.get(name) ?? { weakened: 0, caught: 0, missed: "" };
      table.set(name, {
        weakened: row.weakened + 1,
        caught: row.caught + (isCaught ? 1 : 0),
        missed: isCaught || name === "honest" ? row.missed : `${row.missed} ${seed}`,
      });
    };
    const started = performance.now();
    let [taken, refused] = [0, 0];
    for (let seed = 1; seed <= studies && performance.now() - started < minutes * 60_000; seed++) {
      const given = await atTheGate(seed);
      if (given === null) {
        refused += 1;
        continue;
      }
      taken += 1;
      const { study, computed, partition, sizes, policy } = given;
      const gated = { study, computed, ...passGate(computed, partition, study, sizes) };
      const memory = emptyMemory();
      for (const [name, weaken] of [["honest", null] as const, ...Object.entries(weakenings)]) {
        const released = weaken === null ? gated.released : weaken(gated)?.released;
        if (!released) continue;
        const { system, protected: numbers } = systemOf(released, policy);
        count(name, seed, breachesOf(system, numbers, memory).length > 0);
      }
      if (taken % drawn !== 1) continue;
      const files = await withUnsafeChart(gated, version);
      if (files === null) continue;
      const isFound = (leaks: readonly Leak[]) => leaks.some(isOfChart);
      count(
        "a chart drawn from unsafe results",
        seed,
        isFound((await checkClosedWorld(files, version)).leaks),
      );
      count("  the same, without drawing it again", seed, isFound(checkReleased(files)));
    }
    console.log(`${taken} studies; ${refused} refused by the checks`);
    console.table(Object.fromEntries(table));
    table.delete("  the same, without drawing it again");
    for (const [name, { weakened, caught }] of table)
      expect(`${name}: ${caught}`).toBe(`${name}: ${name === "honest" ? 0 : weakened}`);
  },
  24 * 3_600_000,
);
