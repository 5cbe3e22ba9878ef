import type { Result } from "../../core/result.js";
import { shareMethods } from "../../metrics/proportion.js";
import type { Released } from "../released.js";
import { sliceOf, stemOf } from "../slices-of.js";
import type { Draft } from "./draft.js";

/** A released or held back share: so many (`counted`) of so many (`people`), as places among the unknowns. */
export interface ShareCell {
  readonly result: Result;
  /** Its id without the slice of people at the end. */
  readonly stem: string;
  /** The slice: `trust-b`, `pooled`, `pooled/grade-fy1`. */
  readonly slice: string;
  readonly counted: number;
  readonly people: number;
}

/** Measures whose item is a variable of the codebook: those who answered it are the same people in all of them. */
const ofVariable = ["item", "outcome", "coverage", "setup"];

/**
 * Every share of people in a release, shown, held back or of nobody, with the two numbers behind it. Shares of the same
 * people share the unknown number of people: answers of one question at one wave in one slice.
 */
export function shareCells(released: Released, draft: Draft): readonly ShareCell[] {
  const all = released.groups.flat();
  const shares = released.results.filter(isShare);
  const columns = columnsByStem(shares, all);
  const firstOf = new Map<string, string>();
  return shares.flatMap((result): readonly ShareCell[] => {
    const slice = sliceOf(result, all);
    const stem = stemOf(result, all);
    if (stem === null) return [];
    const question = `${questionOf(result, columns.get(stem) ?? null, stem)} ${slice}`;
    const first = firstOf.get(question) ?? result.id;
    firstOf.set(question, first);
    return [
      {
        result,
        stem,
        slice,
        counted: draft.people(`people counted, ${result.id}`),
        people: draft.people(`people, ${first}`),
      },
    ];
  });
}

/** Whether a result is a share of people who answered, from its method, which stays when the number goes. */
export function isShare({ unit, method }: Result): boolean {
  return unit === "proportion" && shareMethods.includes(method);
}

/**
 * The variable that a kind of share is about, told by any of them that is shown: by its name, or, for a component or a
 * standard, by its column. Standards of days leave out whom it is too early to tell of, and are of people of their own.
 */
function columnsByStem(shares: readonly Result[], all: readonly string[]): ReadonlyMap<string, string> {
  const asked = new Set(
    shares.flatMap(({ subject }) => (ofVariable.includes(subject.measure) ? [subject.item!] : [])),
  );
  const columns = new Map<string, string>();
  for (const result of shares) {
    const { item, measure } = result.subject;
    const stem = stemOf(result, all);
    if (stem === null) continue;
    if (ofVariable.includes(measure)) columns.set(stem, item!);
    const column = result.kind === "estimate" ? result.source.columns[0] : undefined;
    if (measure === "gap" && column !== undefined) columns.set(stem, column);
    if (measure === "standard" && column !== undefined && asked.has(column)) columns.set(stem, column);
  }
  return columns;
}

/** What the people of a share were asked: the same text means the same people of a slice. */
function questionOf(
  { subject: { measure, item, wave } }: Result,
  column: string | null,
  stem: string,
): string {
  if (column !== null) return `answered ${column} ${wave}`;
  return measure === "choice" ? `ticked ${item} ${wave}` : stem;
}
