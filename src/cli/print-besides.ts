import type { ChangedValue, Comparison, ToldOtherwise } from "../disclosure/ledger/compare.js";
import type { Study } from "../study/study.js";
import { nameTrusts } from "../study/study.js";
import { isRefused } from "../run/evaluate-after.js";
import type { Besides } from "../run/evaluate-after.js";

const mostShown = 20;

/**
 * What a release would tell beside earlier ones, in words; empty when nothing. Of how many people it would set apart no more
 * is said than that they are fewer than the minimum.
 *
 * @param folder the study folder, as the person named it
 * @param final whether the release is refused for it, or only warned of; of one that is refused, nothing else is said
 */
export function printBesides(besides: Besides, study: Study, folder: string, final: boolean): string {
  const refused = isolatingWords(besides, study, folder, final);
  const withheld = final && refused.length > 0 ? [] : withheldWords(besides);
  return [...withheld, ...refused].map((line) => `${line}\n`).join("");
}

function withheldWords({ withheld }: Besides): readonly string[] {
  if (withheld.length === 0) return [];
  return [
    `Held back as [c] for the sake of an earlier release: ${withheld.length} ${withheld.length === 1 ? "number" : "numbers"}, changed or not, so that nobody can tell which changed.`,
    ...some(withheld.map((label) => `  ${label}`)),
  ];
}

function isolatingWords(besides: Besides, study: Study, folder: string, final: boolean): readonly string[] {
  const found = besides.comparisons.filter(isRefused);
  if (found.length === 0) return [];
  const numbers = found.map(({ number }) => number);
  const same = found.find(({ samePeople }) => samePeople);
  return [
    ...found.flatMap((one) => pairWords(one, study)),
    final
      ? "Nothing was written, and nothing registered. You can:"
      : "With --final this release would be refused. You can:",
    ...(same
      ? [
          `  - give study.yaml the disclosure settings of release ${same.number} again: profile ${same.profile};`,
          "  - make it coarser throughout: profile own, based on these settings, with a higher minimum_people alone, and --withhold-changed for numbers that do not round evenly;",
        ]
      : ["  - wait until more people differ: more answers, or more Trusts whose costs changed;"]),
    ...withholdingWords(found),
    `  - if release ${numbers.join(" or ")} was never sent: pilot-eval ledger withdraw ${folder} ${numbers[0]!} --reason "..."`,
  ];
}

/** What --withhold-changed would do; nothing where Trusts are joined otherwise, which it cannot mend. */
function withholdingWords(found: readonly Comparison[]): readonly string[] {
  if (found.some(({ joinedOtherwise }) => joinedOtherwise.length > 0)) return [];
  return [
    found.every(({ samePeople }) => samePeople)
      ? "  - hold back the numbers that are told more closely now than before: run again with --withhold-changed;"
      : "  - hold back all numbers about people of each wave at which few differ: run again with --withhold-changed;",
  ];
}

function pairWords(
  { number, day, isolating, joinedOtherwise, levelsJoinedOtherwise, samePeople, toldOtherwise }: Comparison,
  study: Study,
): readonly string[] {
  return [
    samePeople
      ? `Beside release ${number} of ${day}, this one tells the same people's numbers in another way.`
      : `Beside release ${number} of ${day}, this one would set few people apart.`,
    ...joinedOtherwise.map(
      ({ before, after }) =>
        `  ${nameTrusts(study, before)} in release ${number}, ${nameTrusts(study, after)} now: one taken from the other leaves a few Trusts' people.`,
    ),
    ...levelsJoinedOtherwise.map(
      ({ variable, before, after }) =>
        `  ${labelOf(study, variable)}: ${before} in release ${number}, ${after} now: one taken from the other leaves a few people.`,
    ),
    ...groupsOf(isolating).flatMap(([who, changed]) => [`  ${who}:`, ...changes(changed)]),
    ...(samePeople && toldOtherwise.length > 0
      ? [
          "  told more closely than before, while others are told less closely; together they tell more than either:",
          ...changes(toldOtherwise),
        ]
      : []),
  ];
}

function labelOf({ variables }: Study, name: string): string {
  return variables.find((one) => one.name === name)?.label ?? name;
}

function changes(changed: readonly ToldOtherwise[]): readonly string[] {
  return some(changed.map(({ label, before, after }) => `    ${label}: was ${before}, now ${after}`));
}

function groupsOf(changed: readonly ChangedValue[]): readonly (readonly [string, readonly ChangedValue[]])[] {
  const groups = new Map<string, ChangedValue[]>();
  for (const one of changed) {
    const { minimum, of } = one.apart;
    const who = `numbers that changed, while at most ${minimum - 1} ${of} behind them differ`;
    groups.set(who, [...(groups.get(who) ?? []), one]);
  }
  return [...groups];
}

function some(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostShown) return lines;
  return [...lines.slice(0, mostShown), `    and ${lines.length - mostShown} more`];
}
