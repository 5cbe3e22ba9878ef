import { trustPartitions } from "../../src/core/relation.js";
import type { Computed } from "../../src/core/relation.js";
import type { Result } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import { costModel } from "../../src/costs/uncertainty/cost-model.js";
import { uncertaintyResults } from "../../src/costs/uncertainty/uncertainty-results.js";
import { passGate } from "../../src/disclosure/gate.js";
import type { Study } from "../../src/study/study.js";
import type { CostReturn } from "../../src/validate/cost-return.js";
import { shippedFigures } from "../costs/figures-file.js";
import { cohort, costReturn, costStudy } from "../costs/fixture.js";

export const codes = ["A", "B", "C", "D"];
const cohorts = codes.map((code) => cohort(code, { recruited: 20, inducted: 20, completed: 20, intakes: 2 }));
const partitions = trustPartitions(codes.map((code) => ({ code, size: 20 })));
const sizes = new Map(codes.map((code) => [code, 20]));

export type Lines = Partial<Pick<CostReturn, "staff" | "other" | "supernumerary" | "from" | "to">>;

/** The costs of four Trusts of 20 IMGs each, before the gate, and what it shows of them, in its order. */
export function costsOfFour(
  linesOf: (index: number) => Lines,
  costing: Partial<Study["costing"]> = {},
  consented: readonly string[] = [],
): { readonly computed: Computed; readonly released: readonly Result[] } {
  const study = {
    ...costStudy(codes, costing),
    disclosure: {
      profile: "pilot",
      trust_costs: consented.map((trust) => ({ trust, by: "x", on: "2026-10-01" })),
    },
    quotations: [],
  } as unknown as Study;
  const returns = codes.map((code, index) => costReturn(code, linesOf(index)));
  const model = costModel(study, returns, cohorts, shippedFigures)!;
  const parts = [
    costResults(study, returns, cohorts, shippedFigures, partitions),
    uncertaintyResults(model, partitions),
  ];
  const computed = {
    results: parts.flatMap((part) => part.results),
    relations: parts.flatMap((part) => part.relations),
    ladders: [],
  };
  return { computed, released: passGate(computed, partitions[0]!, study, sizes).released.results };
}

/** What the gate shows of four Trusts' returns, in its order. */
export function release(...about: Parameters<typeof costsOfFour>): readonly Result[] {
  return costsOfFour(...about).released;
}

export const kindsOf = (results: readonly Result[], ids: readonly string[]) =>
  ids.map((id) => `${id} ${results.find((one) => one.id === id)?.kind}`);
export const allAre = (kind: Result["kind"], ids: readonly string[]) => ids.map((id) => `${id} ${kind}`);

/** A rate that only payroll knows, on-costs within it. */
export const payroll = {
  pencePerHour: 6137,
  source: "local payroll",
  includesOnCosts: true,
  includesOverheads: false,
} as const;
