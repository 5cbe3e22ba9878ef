import { strFromU8, strToU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { stream } from "../../src/core/random.js";
import type { Result } from "../../src/core/result.js";
import { checkStudy } from "../../src/run/check.js";
import { measure, release } from "../../src/run/evaluate.js";
import type { Evaluation, Measured } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import type { Files } from "../bench/non-interference/small-study.mjs";
import { bytesOfRows, rowsOf, smallStudy } from "../bench/non-interference/small-study.mjs";

/** `node tests/bench/order.mjs` asks for more. */
const studies = Number(process.env["ORDER_STUDIES"] ?? 1);
const seeds = Array.from({ length: studies }, (_, index) => index + 1);

type Draw = (limit: number) => number;

const shipped = await readShipped();

describe.each(seeds)("what is safe in a small study, drawn from seed %d", (seed) => {
  const random = stream(seed, "order");
  const draw: Draw = (limit) => Math.floor(random() * limit);
  const files = withEqualTrusts(smallStudy(draw, true));
  let first: Measured;
  let usual: Evaluation;
  beforeAll(async () => {
    first = await measured(files);
    usual = release(first);
    expect(usual.decisions.length).toBeGreaterThan(100);
  });

  it("depends on no order: of rows, of Trusts, of sources, of what was computed", async () => {
    const other = await measured(inOtherOrder(files, draw));
    const { results, relations, ladders } = other.computed;
    const computed = {
      results: shuffled(results, draw),
      relations: shuffled(relations, draw),
      ladders: shuffled(ladders, draw),
    };
    const mixed = release({ ...other, computed });
    expect(mixed.released.groups).not.toEqual(usual.released.groups);
    expect(safeIn(mixed)).toEqual(safeIn(usual));
  });

  it("is the same the second time, and when what was held back is held back from the start", () => {
    const { released, decisions } = usual;
    expect(release(first).released).toEqual(released);
    const heldBack = new Set(decisions.map(({ id }) => id));
    const again = new Map(release(first, heldBack).released.results.map((one) => [one.id, one]));
    // What is held back from the start is held back for the sake of an earlier release, which the reason says, and numbers of
    // the flow are then protected that went only for the sake of a share: more of them may go.
    for (const told of released.results) {
      const now = again.get(told.id)!;
      if (now.kind === "suppressed" && told.kind !== "suppressed")
        expect(told.subject.measure, told.id).toBe("flow");
      else expect(withoutReason(now)).toEqual(withoutReason(told));
    }
    expect([...again.keys()]).toEqual(released.results.map(({ id }) => id));
  });

  it("tells nothing new when it goes through the gate once more", () => {
    const { released } = usual;
    const again = release({ ...first, computed: { ...first.computed, results: released.results } });
    expect(again.released.results.map(({ id }) => id)).toEqual(released.results.map(({ id }) => id));
    const before = new Map(released.results.map((one) => [one.id, one]));
    for (const result of again.released.results) {
      if (result.kind === "suppressed") continue;
      const told = before.get(result.id)!;
      const [now, then] = [result, told].map(limitsOf);
      expect({ ...result, interval: null }, result.id).toEqual({ ...told, interval: null });
      expect(now!.low, result.id).toBeLessThanOrEqual(then!.low);
      expect(now!.high, result.id).toBeGreaterThanOrEqual(then!.high);
    }
  });
});

function withoutReason(result: Result): Result {
  return result.kind === "suppressed" ? { ...result, reason: "" } : result;
}

async function measured(files: Files): Promise<Measured> {
  const list = async () => [...files.keys()].sort();
  return measure(await checkStudy({ list, read: async (file) => files.get(file) ?? null }, shipped));
}

/** Every Trust invited as many: which are joined may not hang on which is listed first. */
function withEqualTrusts(files: Files): Files {
  const [headings, ...rows] = rowsOf(files, "cohort.csv");
  const equal = rows.map(([trust]) => [trust!, ...rows.at(-1)!.slice(1)]);
  return new Map([...files, ["cohort.csv", bytesOfRows([headings!, ...equal])]]);
}

/** The same study: rows of every table, Trusts and sources in another order, the last Trust first. */
function inOtherOrder(files: Files, draw: Draw): Files {
  const tables = [...files.keys()].filter((file) => file.endsWith(".csv"));
  const mixed = tables.map((file) => {
    const [headings, ...rows] = rowsOf(files, file);
    return [file, bytesOfRows([headings!, ...shuffled(rows, draw)])] as const;
  });
  const lines = strFromU8(files.get("study.yaml")!).split("\n");
  const reversed = [/^ +- \{ code: /, /^ +- \{ file: /].reduce(inReverse, lines);
  return new Map([...files, ...mixed, ["study.yaml", strToU8(reversed.join("\n"))]]);
}

/** Those lines of a file that are like one another, the last of them first. */
function inReverse(lines: readonly string[], like: RegExp): readonly string[] {
  const last = lines.filter((line) => like.test(line)).reverse();
  return lines.map((line) => (like.test(line) ? last.shift()! : line));
}

function shuffled<T>(list: readonly T[], draw: Draw): readonly T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** All that is told and why the rest is not, whatever the order in which Trusts and columns are named. */
function safeIn({ released, decisions }: Evaluation): unknown {
  const { results, groups, relations, levels } = released;
  return [results, groups, relations, levels, decisions].map((list) => listed(list));
}

/** Lists of words sorted, Trusts in an id and in words too; entries sorted by their text. */
function listed(entries: unknown): readonly string[] {
  const text = JSON.stringify(entries, (key, value: unknown) => {
    if (key === "label") return undefined;
    const isWords = Array.isArray(value) && value.every((one) => typeof one === "string");
    return isWords ? [...(value as string[])].map(inOrder).sort() : value;
  });
  return (JSON.parse(inOrder(text)) as unknown[]).map((one) => JSON.stringify(one)).sort();
}

function inOrder(text: string): string {
  return text.replace(/(?<=trusts-)[a-z]+(\+[a-z]+)+/g, (codes) => codes.split("+").sort().join("+"));
}

/** No limits are as wide as can be. */
function limitsOf(result: Result): { readonly low: number; readonly high: number } {
  const interval = result.kind === "estimate" ? result.interval : null;
  return interval ?? { low: -Infinity, high: Infinity };
}
