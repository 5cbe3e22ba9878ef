import { formatValue } from "../core/format.js";
import type { Estimate, Result } from "../core/result.js";
import type { PublicStudy } from "../study/public-study.js";
import type { ShownSlice } from "./shown-slices.js";
import { listWords } from "./wording.js";

/**
 * What percentages of a table are rounded to, by the steps that the gate wrote in them: over all Trusts, and by Trust or by
 * subgroup; nothing for a table without a rounded percentage.
 */
export function percentNotes(
  results: readonly (Result | undefined)[],
  study: Pick<PublicStudy, "trusts">,
): readonly string[] {
  const rounded = results.flatMap((result) =>
    result?.kind === "estimate" && result.unit === "proportion" && result.precision !== undefined
      ? [result]
      : [],
  );
  const kinds = [
    { words: "by Trust", own: rounded.filter((one) => !isOfSubgroup(one) && !isOverAll(one, study)) },
    { words: "by subgroup", own: rounded.filter(isOfSubgroup) },
    {
      words: "over all Trusts",
      own: rounded.filter((one) => !isOfSubgroup(one) && isOverAll(one, study)),
    },
  ].filter(({ own }) => own.length > 0);
  if (kinds.length === 0) return [];
  const steps = kinds.map(({ own }) => stepsInWords(own));
  if (new Set(steps).size === 1) return [`Percentages are rounded to the nearest ${steps[0]!}.`];
  const parts = kinds.map(({ words }, index) => {
    const who = index === 0 ? `Percentages ${words} are rounded` : `those ${words}`;
    return `${who} to the nearest ${steps[index]!}`;
  });
  return [`${parts.join(", ")}.`];
}

/** Which Trusts a table shows as one; nothing where each stands alone. */
export function joinedNotes(
  slices: readonly ShownSlice[],
  study: Pick<PublicStudy, "trusts">,
): readonly string[] {
  const joined = slices.filter(({ trusts }) => trusts.length > 1 && trusts.length < study.trusts.length);
  if (joined.length === 0) return [];
  return [`Shown together to protect people: ${joined.map(({ name }) => name).join("; ")}.`];
}

function isOverAll({ subject }: Estimate, { trusts }: Pick<PublicStudy, "trusts">): boolean {
  return subject.trusts.length === trusts.length;
}

function isOfSubgroup({ subject }: Estimate): boolean {
  return subject.group !== undefined;
}

/** "1%", or "5%, 10% or 20%". */
function stepsInWords(results: readonly Estimate[]): string {
  const steps = [...new Set(results.map(({ precision }) => precision!))].sort((a, b) => a - b);
  const words = steps.map((step) => formatValue(step, "proportion", step));
  return listWords(words).replace(/ and (?=[^ ]*$)/, " or ");
}
