import { formatEstimate, formatNumber } from "../core/format.js";
import type { Estimate } from "../core/result.js";
import type { TogetherAudit } from "../disclosure/attack/together/audit-together.js";
import type { FewApart } from "../disclosure/attack/together/few-apart.js";
import { mostInEveryOrder } from "../disclosure/attack/together/orders.js";
import { fromHeldId } from "../disclosure/attack/together/held.js";
import { findResult } from "../disclosure/released.js";
import type { OfStudy } from "./audit-together.js";
import { describeAttacked } from "./print-attack.js";

/** Findings of a kind that are told in full unless all are asked for. */
const first = 10;

/** What an attack on several releases of one study found, in words: each finding, and the releases that it takes. */
export function printTogether(audit: TogetherAudit, releases: readonly OfStudy[], all: boolean): string {
  const folder = (held: number) => releases[held]!.folder;
  const label = (held: number, id: string) =>
    `${findResult(releases[held]!.released, id)?.label ?? "a result"} [${id}]`;
  const from = (text: string) => {
    const { held, id } = fromHeldId(text);
    return `       ${folder(held)}: ${label(held, id)}`;
  };
  const some = (found: readonly (readonly string[])[]) => [
    ...(all ? found : found.slice(0, first)).flatMap(([head, ...rest], place) => [
      `  ${place + 1}. ${head}`,
      ...rest,
    ]),
    ...(all || found.length <= first ? [] : [`  And ${found.length - first} more; --all shows them.`]),
  ];
  const { attacked, breaches, shown, apart, few, contradicting, changes, putBack, imgs, open } = audit;
  const lines = [
    ...differingWords(audit, releases),
    ...contradicting.flatMap((results) => [
      "  These results cannot all be true of the same people, so they are not put together:",
      ...results.map(from),
    ]),
    attacked === 0
      ? "  They rest on different data throughout: there is nothing to put together."
      : `  Numbers that must not be told: ${formatNumber(attacked)} attacked with all at once, ${breaches.length} given away.`,
    ...some(
      breaches.map(({ protected: { id, askedBy, part, ...number }, bounds, isProven, from: results }) => {
        const of = part === null ? "" : `the part ${part.join(" and ")} of `;
        return [
          describeAttacked({ id, ...number }, bounds, () => `${of}${label(askedBy[0]!, id)}`),
          isProven
            ? `     ${results.length === 1 ? "This result gives it away" : "These results give it away together"}:`
            : "     Not proven: its lowest and highest could not be worked out, so it counts as given away. Nearest to it:",
          ...results.map(from),
        ];
      }),
    ),
    ...(changes.attacked === 0
      ? []
      : [
          `  Held back for the sake of an earlier release: ${formatNumber(changes.attacked)} numbers, by which nobody may tell who changed since. ${changes.told.length} given away.`,
        ]),
    ...some(
      changes.told.map(({ protected: number, earlier, later, bounds, isProven, from: results }) => [
        describeAttacked(
          number,
          bounds,
          (id) => `${label(later, id)}, in ${folder(later)} less those in ${folder(earlier)}`,
        ),
        isProven
          ? "     These results give it away, if few people changed:"
          : "     Not proven: its lowest and highest could not be worked out, so it counts as given away. Nearest to it:",
        ...results.map(from),
      ]),
    ),
    ...(putBack.length === 0
      ? []
      : [
          `  Shown, while others like it are held back for the sake of an earlier release: ${putBack.length}.`,
        ]),
    ...some(
      putBack.map(({ shown: one, earlier }) => [
        `${label(one.held, one.id)}: ${folder(one.held)} shows it, and so does ${folder(earlier.held)}. That tells whether it changed.`,
      ]),
    ),
    ...(shown.length === 0 ? [] : [`  Held back in one release and shown in another: ${shown.length}.`]),
    ...some(
      shown.map(({ heldBack, shown: other }) => [
        `${label(other.held, other.id)}: ${folder(heldBack.held)} holds it back, ${folder(other.held)} shows it.`,
      ]),
    ),
    ...(apart.length === 0 ? [] : [`  Joined in one release and shown apart in another: ${apart.length}.`]),
    ...some(
      apart.map(({ joined, apart: other }) => [
        `${folder(joined.held)} joins ${joined.name}; ${folder(other.held)} shows ${other.name} alone.`,
      ]),
    ),
    ...(few.length === 0 ? [] : [`  Few people between two releases: ${few.length}.`]),
    ...some(few.map((one) => [fewWords(one, releases)])),
    ...(imgs.length === 0
      ? []
      : [
          `  Numbers of IMGs that follow, if Trusts whose counts and costs agree did not change: ${imgs.length}.`,
        ]),
    ...some(
      imgs.map(({ protected: number, held, bounds, isProven, from: results }) => [
        describeAttacked(number, bounds, (id) => `${label(held, id)}, in ${folder(held)}`),
        isProven
          ? "     These results give it away together:"
          : "     Not proven, so it counts as given away. Nearest to it:",
        ...results.map(from),
      ]),
    ),
    ...audit.imgsNotTried.map(
      ([earlier, later]) =>
        `  Numbers of IMGs not tried between ${folder(earlier)} and ${folder(later)}: Trusts whose counts and costs agree cannot all have stayed the same. So nobody can say that none follows.`,
    ),
    ...(open.length === 0
      ? []
      : ["  Different in two releases, while a third says that few people changed:"]),
    ...some(
      open.map(({ shown: [one, other] }) => [
        `${label(one.held, one.result.id)}: ${valueWords(one.result)} in ${folder(one.held)}, ${valueWords(other.result)} in ${folder(other.held)}. No number over all Trusts says that enough people joined or left.`,
      ]),
    ),
    ...(audit.isTooMany
      ? [
          `  Not clean: more than ${mostInEveryOrder} of these releases differ, so not every way of putting them together was tried.`,
          `  Name at most ${mostInEveryOrder} at a time.`,
        ]
      : []),
    ...([breaches, shown, apart, few, changes.told, putBack, imgs, open].some((found) => found.length > 0)
      ? [
          "  Let no reader have all of these, or make them again by one policy. `ledger withdraw` takes back one that was never sent.",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Which data changed between which releases, with an example each. */
function differingWords({ differing }: TogetherAudit, releases: readonly OfStudy[]): readonly string[] {
  const groups = new Map<string, TogetherAudit["differing"][number][]>();
  for (const one of differing) {
    const key = JSON.stringify([one.data, ...one.shown.map(({ held }) => held)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const lines = [...groups.values()].flatMap((own) => {
    const [{ data, shown }] = own as [(typeof own)[number]];
    const [one, other] = shown;
    const folder = (held: number) => releases[held]!.folder;
    const what = dataWords(data, releases[one.held]!);
    return [
      `  ${what}: ${own.length} ${own.length === 1 ? "number differs" : "numbers differ"} between ${folder(one.held)} and ${folder(other.held)}, such as`,
      `       ${one.result.label} [${one.result.id}]: ${valueWords(one.result)} and ${valueWords(other.result)}`,
    ];
  });
  return lines.length === 0
    ? []
    : [
        ...lines,
        "  People joined, left or were put right in between, so these data are not put together. Which people, no release",
        "  says: `run --final` compares their records, with the ledger. Nor are the pounds and means that differ attacked.",
      ];
}

function dataWords(data: string, { study: { waves } }: OfStudy): string {
  const names = data.split(" to ").map((id) => waves.find((wave) => wave.id === id)?.label);
  if (names.every((name) => name !== undefined))
    return names.length === 1 ? `Answers at ${names[0]}` : `Who answered at both ${names.join(" and ")}`;
  return `Numbers of kind "${data}"`;
}

function valueWords(result: Estimate): string {
  return `${formatEstimate(result)}, n ${formatNumber(result.n)}`;
}

function fewWords({ shown: [one, other], more, minimum }: FewApart, releases: readonly OfStudy[]): string {
  const [least, most] = more.low > 0 ? [more.low, more.high] : [-more.high, -more.low];
  const people = `${least === most ? `${least}` : `${least} to ${most}`} ${most === 1 ? "person" : "people"}`;
  const [a, b] = [one, other].map(({ held }) => releases[held]!.folder);
  return `${one.result.label} [${one.result.id}]: ${valueWords(one.result)} in ${a}, ${valueWords(other.result)} in ${b}. That is ${people} ${more.low > 0 ? "more" : "fewer"}; the policy asks for ${minimum}. What both show differs by their answers.`;
}
