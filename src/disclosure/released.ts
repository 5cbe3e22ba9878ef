import type { Relation, ShownLevels } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import type { ApprovalDays, ReleasedQuotation } from "./quotations.js";

/** Results after the gate. Charts and sections see nothing else. */
export interface Released {
  readonly results: readonly Result[];
  /** The Trust groups shown in this release, in order: each alone, or joined where one was too small. */
  readonly groups: readonly (readonly string[])[];
  /** The levels of each subgroup variable that are shown; without it, every level by itself. */
  readonly levels?: readonly ShownLevels[];
  /** How the results hang together, as anybody can tell from what they are called; see `publicRelations`. */
  readonly relations?: readonly Relation[];
  /** Respondents' own words that were approved for print; left out when none were. */
  readonly quotations?: readonly ReleasedQuotation[];
  /** When they were approved; there when they are. */
  readonly quotationsApproved?: ApprovalDays;
}

/** The released result of an id; undefined when the study has no such result or the gate chose a coarser one. */
export function findResult(released: Released, id: string): Result | undefined {
  return index(released).get(id);
}

/** The released number of an id, when there is one to show. */
export function findEstimate(released: Released, id: string): Estimate | undefined {
  const result = findResult(released, id);
  return result?.kind === "estimate" ? result : undefined;
}

const indexes = new WeakMap<Released, ReadonlyMap<string, Result>>();

function index(released: Released): ReadonlyMap<string, Result> {
  const known = indexes.get(released);
  if (known) return known;
  const made = new Map(released.results.map((result) => [result.id, result]));
  indexes.set(released, made);
  return made;
}
