import { costCategories } from "../ingest/formats/cost-return-layout.js";
import type { Study } from "../study/study.js";
import { programmeComponent } from "../validate/cost-line.js";
import {
  programmeStrand,
  staffCategory,
  supernumeraryCategory,
  supernumeraryComponent,
  type LedgerLine,
} from "./ledger.js";
import type { PricedReturns } from "./trust-costs.js";

/** One way to divide costs, each line in exactly one part. */
export interface Breakdown {
  /** Second part of a result id. */
  readonly id: "category" | "strand" | "component" | "phase";
  readonly of: (line: LedgerLine) => string;
  /** Parts that occur at any Trust, in a fixed order. */
  readonly parts: readonly { readonly key: string; readonly label: string }[];
}

/** Costs by category, strand, component and phase: parts that no Trust spent anything on are left out. */
export function breakdowns(study: Study, priced: PricedReturns): readonly Breakdown[] {
  const lines = priced.trusts.flatMap((one) => one.lines);
  const strands = [...new Set(study.components.map((component) => component.strand))];
  const itself = (key: string) => ({ key, label: key });
  const all: readonly Breakdown[] = [
    {
      id: "category",
      of: (line) => line.category,
      parts: [staffCategory, ...costCategories, supernumeraryCategory].map(itself),
    },
    {
      id: "strand",
      of: (line) => line.strand,
      parts: [...strands, programmeStrand, supernumeraryCategory].map(itself),
    },
    {
      id: "component",
      of: (line) => line.component,
      parts: [
        ...study.components.map(({ id, label }) => ({ key: id, label })),
        { key: programmeComponent, label: programmeStrand },
        { key: supernumeraryComponent, label: supernumeraryCategory },
      ],
    },
    { id: "phase", of: (line) => line.phase, parts: ["set-up", "running"].map(itself) },
  ];
  return all.map((breakdown) => {
    const used = new Set(lines.map(breakdown.of));
    return { ...breakdown, parts: breakdown.parts.filter((part) => used.has(part.key)) };
  });
}
