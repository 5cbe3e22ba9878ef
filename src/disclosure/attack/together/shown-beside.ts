import { editionOf } from "./editions.js";
import type { Editions } from "./editions.js";
import { isForEarlier } from "./for-earlier.js";
import { byQuantity } from "./held.js";
import type { Held } from "./held.js";

/** A number that one release holds back and another shows. */
export interface ShownBeside {
  readonly heldBack: { readonly held: number; readonly id: string };
  readonly shown: { readonly held: number; readonly id: string };
}

/**
 * What one release holds back on its own account of data that another, which rests on the same, shows: given away to whoever
 * holds both.
 */
export function shownBeside(all: readonly Held[], editions: Editions): readonly ShownBeside[] {
  const results = all.map(({ released }) => new Map(released.results.map((one) => [one.id, one])));
  return heldBackAndShown(all, editions).filter(
    ({ heldBack: { held, id } }) => !isForEarlier(results[held]!.get(id)!),
  );
}

/** The same with what is held back for the sake of an earlier release, which may well show it. */
export function heldBackAndShown(all: readonly Held[], editions: Editions): readonly ShownBeside[] {
  const results = all.map(byQuantity);
  return all.flatMap((_, held) =>
    [...results[held]!].flatMap(([quantity, one]): readonly ShownBeside[] => {
      if (one.kind !== "suppressed") return [];
      const edition = editionOf(one, held, editions);
      const [shown] = results.flatMap((ofOther, other) => {
        const beside = ofOther.get(quantity);
        if (beside?.kind !== "estimate" || editionOf(beside, other, editions) !== edition) return [];
        return [{ held: other, id: beside.id }];
      });
      return shown ? [{ heldBack: { held, id: one.id }, shown }] : [];
    }),
  );
}
