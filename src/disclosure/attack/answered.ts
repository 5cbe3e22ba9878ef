import type { Estimate, Result } from "../../core/result.js";
import { trustSlug } from "../../core/result.js";
import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import { simplify } from "./simplify.js";
import { roundedFrom } from "./possible-pairs.js";
import { sliceOf } from "../slices-of.js";
import type { ShareCell } from "./share-cells.js";

/** Shares whose people are not those who answered a question. */
const ofOthers = ["response", "completion", "link-rate", "appraisal"];

/** Shares of everybody, whose missing answers are not told beside them. */
const ofEverybody = ["bounds", "heterogeneity"];

/**
 * The flow from eligible to linked, and what it says of every question: nobody answers a question who did not answer the
 * wave. The highest possible number of those who answered is worked out from the flow alone, so that questions are not
 * tied to one another.
 */
export function sayAnswered(
  released: Released,
  cells: readonly ShareCell[],
  { minimumPeople, steps }: Policy,
  draft: Draft,
): void {
  const all = released.groups.flat();
  const ofAll = trustSlug(all, all);
  const slices = released.groups.map((trusts) => trustSlug(trusts, all));
  const flow = released.results.filter(
    (one): one is Estimate => one.kind === "estimate" && one.subject.measure === "flow",
  );
  const stages = new Map<string, Map<string, Estimate>>();
  for (const one of flow) {
    const stage = one.subject.item ?? "";
    stages.set(stage, (stages.get(stage) ?? new Map<string, Estimate>()).set(sliceOf(one, all), one));
  }
  for (const bySlice of stages.values()) {
    for (const one of bySlice.values()) {
      const { low, high } = roundedFrom(one.estimate, one.precision ?? 1);
      draft.say(sumOf([placeOf(one, draft)]), Math.max(low, Math.min(minimumPeople, high)), high, [one.id]);
    }
    const whole = bySlice.get(ofAll);
    const parts = slices.flatMap((slice) => bySlice.get(slice) ?? []);
    if (whole && parts.length === slices.length && !slices.includes(ofAll))
      draft.say(
        sumOf(
          [placeOf(whole, draft)],
          parts.map((one) => placeOf(one, draft)),
        ),
        0,
        0,
        [],
      );
  }
  const bounds = simplify(draft.system()).unknowns;
  const byPlace = new Map(cells.map((cell) => [`${cell.stem} ${cell.slice}`, cell]));
  /** The groups of Trusts of which more answered than stand behind a share, by how many more at the least. */
  const leftOutByGroup = (cell: ShareCell) =>
    slices.flatMap((group) => {
      const own = byPlace.get(`${cell.stem} ${group}`)?.result;
      const answered = stages.get(`answered-${cell.result.subject.wave}`)?.get(group);
      if (own?.kind !== "estimate" || !answered) return [];
      const least = bounds[placeOf(answered, draft)]!.low;
      const fewer = Math.ceil(least) - Math.floor(roundedFrom(own.n, own.nPrecision ?? 1).high);
      return fewer > 0 ? [{ fewer, from: [answered.id, own.id] }] : [];
    });
  for (const cell of cells) {
    const { result, people, slice } = cell;
    const { wave, measure } = result.subject;
    if (ofOthers.includes(measure)) continue;
    const ofSlice = result.subject.group ? ofAll : slice;
    const answered = stages.get(`answered-${wave}`)?.get(ofSlice);
    const high = answered && bounds[placeOf(answered, draft)]!.high;
    if (answered && high !== null && high !== undefined) {
      draft.say(sumOf([people]), null, high, [answered.id]);
      const leftOut = fewestLeftOut(result, slice, steps.count);
      if (leftOut > 0) draft.say(sumOf([people]), null, high - leftOut, [answered.id, result.id]);
      const groups = slice === ofAll ? leftOutByGroup(cell) : [];
      const more = groups.reduce((sum, { fewer }) => sum + fewer, 0);
      const from = [answered.id, ...groups.flatMap((group) => group.from)];
      if (more > 0) draft.say(sumOf([people]), null, high - more, from);
    }
  }
}

/**
 * The fewest people whose answers are missing, by the numbers told beside a share over all Trusts. Those who answered the wave
 * and do not stand behind it are missing for one of the reasons. At most they may be many: reasons with few are not told.
 */
function fewestLeftOut(result: Result, slice: string, step: number): number {
  const { measure, group } = result.subject;
  if (result.kind !== "estimate" || slice !== "pooled" || group || ofEverybody.includes(measure)) return 0;
  return Object.values(result.missing).reduce((sum, told) => sum + Math.ceil(roundedFrom(told, step).low), 0);
}

function placeOf(flow: Estimate, draft: Draft): number {
  return draft.people(`people, ${flow.id}`);
}
