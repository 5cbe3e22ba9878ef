import { peopleBehind } from "./differing.js";
import type { Differing } from "./differing.js";
import { familiesOf, wavesIn, withheldFamilies } from "./for-earlier.js";
import type { Held } from "./held.js";

/**
 * Numbers that two releases show differently while a third holds their family back for the sake of an earlier release: the third
 * says that few people changed, and one of the two may be of its people. Where a number of people over all Trusts grew
 * or shrank by enough, they are not; else nobody can say, and the first such number of the two is told.
 */
export function openChanges(differing: readonly Differing[], all: readonly Held[]): readonly Differing[] {
  const waves = wavesIn(all);
  const withheld = all.map(({ released }) => withheldFamilies(released.results, waves));
  const found = new Map<string, Differing>();
  for (const one of differing) {
    const places = one.shown.map(({ held }) => held);
    const families = familiesOf(one.shown[0].result.subject, waves);
    const isWithheld = withheld.some(
      (own, held) => !places.includes(held) && families.some((family) => own.has(family)),
    );
    const key = JSON.stringify([one.data, places]);
    if (!isWithheld || found.has(key)) continue;
    const ofPair = differing.filter(
      (other) => other.data === one.data && other.shown.every(({ held }, at) => held === places[at]),
    );
    if (!ofPair.some((other) => changedMany(other, all))) found.set(key, one);
  }
  return [...found.values()];
}

/** Whether, over all Trusts, as many people more or fewer stand behind a number as the stricter policy asks for. */
function changedMany({ shown: [one, other] }: Differing, all: readonly Held[]): boolean {
  const { trusts, group } = one.result.subject;
  if (group || trusts.length < all[one.held]!.released.groups.flat().length) return false;
  const [before, after] = [peopleBehind(one.result), peopleBehind(other.result)];
  const minimum = Math.max(...[one, other].map(({ held }) => all[held]!.policy.minimumPeople));
  return after.low - before.high >= minimum || before.low - after.high >= minimum;
}
