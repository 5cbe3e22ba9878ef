import { sayAllOf, startDraft, sumOf } from "../draft.js";
import type { Draft } from "../draft.js";
import { shareCells } from "../share-cells.js";
import { systemOf } from "../system-of.js";
import type { System } from "../system.js";
import { editionOf, nameInAll } from "./editions.js";
import type { Editions } from "./editions.js";
import { heldId } from "./held.js";
import type { Held, HeldProtected } from "./held.js";
import { heldCell, tieCells } from "./held-cells.js";
import type { HeldCell } from "./held-cells.js";
import { heldBackAndShown } from "./shown-beside.js";
import { stepsBetween } from "./steps-between.js";

/**
 * What somebody who holds several releases of one study can write down of the numbers behind them: what each says by itself, of
 * numbers that are the same where both rest on the same data; and what none of them may give away, as closely as the strictest
 * of those that protect it asks. What a constraint is from has the place of the release before the id: see `heldId`.
 *
 * A number that one release holds back and another shows is not among the protected: it is given away, whatever else they say.
 */
export function systemOfAll(
  all: readonly Held[],
  editions: Editions,
): { system: System; protected: readonly HeldProtected[]; cells: readonly HeldCell[] } {
  const draft = startDraft();
  const numbers = new Map<string, HeldProtected>();
  const protect = (one: HeldProtected) => {
    const key = JSON.stringify(one.terms);
    const known = numbers.get(key);
    if (!known || known.width < one.width) numbers.set(key, one);
    else if (known.width === one.width)
      numbers.set(key, { ...known, askedBy: [...known.askedBy, ...one.askedBy] });
  };
  const cells: HeldCell[] = [];
  const beside = new Set(
    heldBackAndShown(all, editions).map(({ heldBack: { held, id } }) => heldId(held, id)),
  );
  for (const [held, one] of all.entries()) {
    const { system, protected: own } = systemOf(one.released, one.policy);
    const byId = new Map(one.released.results.map((result) => [result.id, result]));
    const placeOf = (name: string, whole = true) =>
      (whole ? draft.people : draft.amount)(
        nameInAll(
          name,
          editions,
          (id) => {
            const result = byId.get(id);
            return result && { held, of: one, result };
          },
          (id) => heldId(held, id),
        ),
      );
    const place = system.unknowns.map(({ name, whole }) => placeOf(name, whole));
    const moved = sayAllOf(system, place, (id) => heldId(held, id), draft);
    for (const number of own) {
      if (beside.has(heldId(held, number.id))) continue;
      protect({ ...number, terms: moved(number.terms), askedBy: [held], part: null });
    }
    const scratch = startDraft();
    for (const cell of shareCells(one.released, scratch)) {
      const at = (own: number) => placeOf(scratch.system().unknowns[own]!.name);
      cells.push(heldCell(cell, held, editionOf(cell.result, held, editions), one, at));
    }
  }
  sayOnePeople(cells, draft);
  const strictest = (of: (one: Held) => number) => Math.max(...all.map(of));
  const people = strictest(({ policy }) => policy.protection.people);
  const behind = strictest(({ policy }) => policy.steps.n - 1);
  for (const { members, counted, people: ofPart, within } of tieCells(cells, all, draft)) {
    const base = { id: within.result.id, askedBy: [within.held], part: members };
    protect({ ...base, what: "counted", terms: sumOf([counted]), width: people });
    protect({ ...base, what: "not counted", terms: sumOf([ofPart], [counted]), width: people });
    if (ofPart !== within.people) protect({ ...base, what: "people", terms: sumOf([ofPart]), width: behind });
  }
  for (const step of stepsBetween(all, editions, draft)) protect(step);
  return { system: draft.system(), protected: [...numbers.values()], cells };
}

/** The people behind one share are the same in all releases, by whichever of their shares each release names them. */
function sayOnePeople(cells: readonly HeldCell[], draft: Draft): void {
  const first = new Map<number, number>();
  for (const { counted, people } of cells) {
    const known = first.get(counted) ?? people;
    first.set(counted, known);
    if (known !== people) draft.say(sumOf([known], [people]), 0, 0, []);
  }
}
