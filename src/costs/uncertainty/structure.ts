import { toPence } from "../../core/pence.js";
import type { ScenarioId } from "../../study/schema-uncertainty.js";
import type { Study } from "../../study/study.js";
import { staffCategory, supernumeraryCategory, type LedgerLine } from "../ledger.js";

type Costing = Study["costing"];
type Lines = readonly LedgerLine[];

/** Another way to count than the study declares: other prices, other lines, or both. */
export interface Alternative {
  /** Part of a result id, and the name in `costing.structure_weights`. */
  readonly id: ScenarioId;
  /** How it differs, in words: "without overheads". */
  readonly label: string;
  readonly costing?: Partial<Costing>;
  readonly change?: (lines: Lines) => Lines;
}

/** A question about how to count on which people differ, with the answers other than the study's. */
export interface StructuralChoice {
  readonly id: string;
  readonly label: string;
  /** Why there is more than one answer. */
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
  /** The breakdown's part that it counts or leaves out, where it is one: with the cost as declared it tells that part. */
  readonly part?: readonly ["category" | "phase", string];
}

/** Id of what the study declares, among the scenarios. */
export const asDeclared: ScenarioId = "as-declared";

/**
 * The choices that make a difference to these lines, each with what else could have been declared.
 *
 * @param lines of all Trusts as the study counts them
 */
export function structuralChoices({ costing }: Study, lines: Lines): readonly StructuralChoice[] {
  return [
    supernumerary(lines),
    overhead(lines),
    backfill(lines),
    hours(costing, lines),
    pension(costing, lines),
    setUp(costing, lines),
  ].filter((choice) => choice.alternatives.length > 0);
}

function supernumerary(lines: Lines): StructuralChoice {
  return {
    id: "supernumerary",
    label: "IMGs' own supernumerary pay",
    part: ["category", supernumeraryCategory],
    reason: "some count the pay of weeks outside the rota as a cost of induction, some as a cost of the post",
    alternatives: whenSome(lines, isSupernumerary, {
      id: "without-supernumerary",
      label: "without IMGs' supernumerary pay",
      change: without(isSupernumerary),
    }),
  };
}

function overhead(lines: Lines): StructuralChoice {
  const isOverhead = ({ category }: LedgerLine) => category === "overhead";
  return {
    id: "overhead",
    label: "Overheads",
    part: ["category", "overhead"],
    reason: "overheads stay when an induction ends, so not everyone counts them",
    alternatives: whenSome(lines, isOverhead, {
      id: "without-overhead",
      label: "without overheads",
      change: without(isOverhead),
    }),
  };
}

/**
 * Returns are read as giving both: the time of those who taught, and the time of those who stood in for them. An hour of
 * backfill covers one hour at most: see `withoutCovered`.
 */
function backfill(lines: Lines): StructuralChoice {
  const isBackfill = (line: LedgerLine) => line.backfill;
  const covered = hoursByPlace(lines.filter(isBackfill));
  const isReleased = (line: LedgerLine) => isOwnTime(line) && (covered.get(placeOf(line)) ?? 0) > 0;
  return {
    id: "backfill",
    label: "Backfill",
    reason: "the cost of an hour given is the person's own pay, or that of whoever stood in, seldom both",
    alternatives: [
      ...whenSome(lines, isBackfill, {
        id: "time-not-backfill",
        label: "own time of staff, without those who stood in",
        change: without(isBackfill),
      }),
      ...whenSome(lines, isReleased, {
        id: "backfill-not-time",
        label: "those who stood in, without the time of staff whom they covered",
        change: withoutCovered,
      }),
      ...whenSome(lines, isReleased, {
        id: "neither-time-nor-backfill",
        label: "neither staff time that was covered nor those who stood in",
        change: (all) => without(isBackfill)(withoutCovered(all)),
      }),
    ],
  };
}

function hours(costing: Costing, lines: Lines): StructuralChoice {
  const other = costing.hours === "paid" ? "productive" : "paid";
  return {
    id: "hours",
    label: "Hours that pay is spread over",
    reason: "a year's pay is for leave and sickness too: over hours at work, an hour costs more",
    alternatives: whenSome(lines, isPriced, {
      id: `${other}-hours`,
      label: `pay spread over ${other === "paid" ? "the hours paid" : "the hours at work"}`,
      costing: { hours: other },
    }),
  };
}

/** The NHS perspective always counts the full rate. */
function pension(costing: Costing, lines: Lines): StructuralChoice {
  const other = costing.pension === "full" ? "paid-by-trust" : "full";
  return {
    id: "pension",
    label: "Employer's pension contribution",
    reason: "part of it is paid centrally, so that the Trust and the NHS as a whole pay different rates",
    alternatives:
      costing.perspective === "nhs"
        ? []
        : whenSome(lines, isPriced, {
            id: `pension-${other}`,
            label:
              other === "full"
                ? "with the full pension rate"
                : "with the pension rate that the Trust itself pays",
            costing: { pension: other },
          }),
  };
}

/** Set-up is spread over years only where these are declared, by the study or by the line. */
function setUp(costing: Costing, lines: Lines): StructuralChoice {
  const isSpread = (line: LedgerLine) => line.spread !== null;
  return {
    id: "set-up",
    label: "Set-up",
    part: ["phase", "set-up"],
    reason: "what sets an induction up serves later IMGs too",
    alternatives:
      costing.set_up.treatment === "annuitised" && costing.perspective !== "trust-cash"
        ? whenSome(lines, isSpread, {
            id: "set-up-written-off",
            label: "set-up counted in full in the period when it was spent",
            costing: { set_up: { treatment: "written-off" } },
          })
        : [],
  };
}

function whenSome(
  lines: Lines,
  which: (line: LedgerLine) => boolean,
  alternative: Alternative,
): readonly Alternative[] {
  return lines.some((line) => line.amountPence > 0 && which(line)) ? [alternative] : [];
}

function without(which: (line: LedgerLine) => boolean): (lines: Lines) => Lines {
  return (lines) => lines.filter((line) => !which(line));
}

function isSupernumerary({ category }: LedgerLine): boolean {
  return category === supernumeraryCategory;
}

function isPriced({ price }: LedgerLine): boolean {
  return price?.kind === "pay point";
}

/**
 * Lines less the time that backfill covered: of each Trust and component as many hours as stood in, spread over its own
 * staff's lines in proportion to their hours, and never more than these have.
 */
function withoutCovered(lines: Lines): Lines {
  const covered = hoursByPlace(lines.filter(({ backfill }) => backfill));
  const given = hoursByPlace(lines.filter(isOwnTime));
  return lines.map((line) => {
    const place = placeOf(line);
    if (!isOwnTime(line) || !covered.has(place)) return line;
    const left = 1 - Math.min(1, covered.get(place)! / given.get(place)!);
    return { ...line, hours: line.hours! * left, amountPence: toPence((line.amountPence * left) / 100) };
  });
}

function isOwnTime(line: LedgerLine): boolean {
  return line.category === staffCategory && !line.backfill && (line.hours ?? 0) > 0;
}

function hoursByPlace(lines: Lines): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  for (const line of lines) hours.set(placeOf(line), (hours.get(placeOf(line)) ?? 0) + (line.hours ?? 0));
  return hours;
}

/** Where backfill and the time it covers stand together. */
function placeOf({ trust, component }: LedgerLine): string {
  return `${trust}/${component}`;
}
