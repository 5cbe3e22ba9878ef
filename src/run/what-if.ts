import type { Result, Sensitivity } from "../core/result.js";
import { isPooled } from "../disclosure/grain.js";
import { policyOf } from "../disclosure/policy.js";
import type { Policy } from "../disclosure/policy.js";
import { registerOf } from "../disclosure/register.js";
import type { Registered } from "../disclosure/register.js";
import type { DeclaredDisclosure } from "../study/schema-disclosure.js";
import { trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Checked } from "./check.js";
import { evaluate } from "./evaluate.js";
import type { Evaluation } from "./evaluate.js";

/** What a policy would show of a study: counts of numbers, and no number. */
export interface WhatIf {
  readonly profile: DeclaredDisclosure["profile"];
  readonly source: string;
  readonly release: Policy["release"];
  /** Whether it keeps what respondents were promised; null when nothing was promised. */
  readonly keepsPromise: boolean | null;
  /** Groups of Trusts that would be shown together. */
  readonly together: readonly string[];
  readonly cells: readonly WhatIfCell[];
}

export interface WhatIfCell {
  readonly sensitivity: Sensitivity;
  readonly grain: (typeof grains)[number];
  readonly shown: number;
  readonly heldBack: number;
  /** Shown coarser instead: answers or Trusts joined. */
  readonly coarser: number;
  readonly notShown: number;
  /** Finest and coarsest step of the percentages that are shown, as proportions; null when there are none. */
  readonly percentages: Range | null;
  /** The same of scores, in points. */
  readonly scores: Range | null;
}

export interface Range {
  readonly finest: number;
  readonly coarsest: number;
}

export const grains = ["all Trusts", "by Trust", "subgroups"] as const;
const sensitivities = ["service", "opinion", "personal"] as const;

/** What a study would show and hide under another policy. Files are checked once; each policy then chooses its own Trusts. */
export function whatIf(checked: Checked, study: Study, profile: DeclaredDisclosure["profile"]): WhatIf {
  const disclosure = { ...study.disclosure, profile };
  const { promise } = disclosure;
  const policy = policyOf(disclosure);
  const evaluation = evaluate({ ...checked, study: { ...study, disclosure } });
  return {
    profile,
    source: policy.source,
    release: policy.release,
    keepsPromise: promise === undefined ? null : policy.minimumPeople >= promise,
    together: evaluation.summary.joined,
    cells: cellsOf(evaluation),
  };
}

function cellsOf(evaluation: Evaluation): readonly WhatIfCell[] {
  const all = trustCodes(evaluation.study);
  const register = new Map(registerOf(evaluation.computed, evaluation).map((row) => [row.id, row]));
  const released = new Map(evaluation.released.results.map((result) => [result.id, result]));
  return sensitivities.flatMap((sensitivity) =>
    grains.flatMap((grain): readonly WhatIfCell[] => {
      const results = evaluation.computed.results.filter(
        (result) => result.subject.sensitivity === sensitivity && grainOf(result, all) === grain,
      );
      const rows = results.map(({ id }) => register.get(id)!);
      const count = (...decisions: readonly Registered["decision"][]) =>
        rows.filter(({ decision }) => decisions.includes(decision)).length;
      const shown = results.flatMap(({ id }) => released.get(id) ?? []);
      return rows.length === 0
        ? []
        : [
            {
              sensitivity,
              grain,
              shown: count("shown", "rounded"),
              heldBack: count("held back"),
              coarser: count("coarser shown instead"),
              notShown: count("not shown at this grain"),
              percentages: steps(shown, (unit) => unit === "proportion"),
              scores: steps(shown, (unit) => unit.startsWith("points")),
            },
          ];
    }),
  );
}

function grainOf(result: Result, allTrusts: readonly string[]): (typeof grains)[number] {
  if (result.subject.group !== undefined) return "subgroups";
  return isPooled(result, allTrusts) ? "all Trusts" : "by Trust";
}

function steps(results: readonly Result[], isUnit: (unit: string) => boolean): Range | null {
  const found = results.flatMap((one) =>
    one.kind === "estimate" && isUnit(one.unit) && one.precision !== undefined ? [one.precision] : [],
  );
  if (found.length === 0) return null;
  return {
    finest: found.reduce((least, step) => Math.min(least, step)),
    coarsest: found.reduce((most, step) => Math.max(most, step)),
  };
}
