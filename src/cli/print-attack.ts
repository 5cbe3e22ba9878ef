import { formatNumber } from "../core/format.js";
import type { Bounded } from "../disclosure/attack/audit-results.js";
import type { Bounds, Breach, Protected } from "../disclosure/attack/system.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";

/** Numbers given away that are told in full unless all are asked for. */
const first = 10;

/** What an attack on the numbers of a release found, in words: each number given away, and by which results. */
export function printAttack(
  released: Released,
  attacked: number,
  breaches: readonly Breach[],
  nearest: Bounded | null,
  all: boolean,
): string {
  const label = labelIn(released);
  const shown = all ? breaches : breaches.slice(0, first);
  const lines = [
    `  Numbers that must not be told: ${attacked} attacked, ${breaches.length} given away.`,
    ...(nearest ? [`  Nearest: ${describeAttacked(nearest.protected, nearest.bounds, label)}`] : []),
    ...shown.flatMap(({ protected: number, bounds, isProven, from }, index) => [
      `  ${index + 1}. ${describeAttacked(number, bounds, label)}`,
      ...(isProven
        ? []
        : ["     Not proven: its lowest and highest could not be worked out, so it counts as given away."]),
      ...(from.length === 0
        ? ["     Anybody knows this without the release."]
        : [
            `     ${from.length === 1 ? "This result alone gives it away" : "These results give it away together"}:`,
          ]),
      ...from.map((id) => `       ${label(id)}`),
    ]),
    ...(shown.length < breaches.length
      ? [`  And ${breaches.length - shown.length} more; --all shows them.`]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** That the attack came to no end. */
export function printUnproven(): string {
  return "  Not proven: this attack could not be finished. Do not send this release; please report it.\n";
}

/** That no true numbers of people give what is released. */
export function printContradiction(released: Released, from: readonly string[]): string {
  const lines = [
    "  These numbers cannot all be true. Either results.json was changed after `run` wrote it, or another version made it:",
    ...from.map((id) => `       ${labelIn(released)(id)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function labelIn(released: Released): (id: string) => string {
  return (id) => `${findResult(released, id)?.label ?? "a result"} [${id}]`;
}

const words: Readonly<Record<Protected["what"], string>> = {
  counted: "people counted in",
  "not counted": "people not counted in",
  people: "people behind",
};

/** Which number, what can be said of it, and what the policy asks. */
export function describeAttacked(
  { id, what, width }: Protected,
  bounds: Bounds,
  label: (id: string) => string,
): string {
  return `${words[what]} ${label(id)}: ${range(bounds)}. The policy asks that lowest and highest lie at least ${formatNumber(width)} apart.`;
}

function range({ low, high }: Bounds): string {
  if (low === null && high === null) return "could be any number";
  if (high === null) return `${formatNumber(low!)} or more`;
  if (low === null) return `${formatNumber(high)} or fewer`;
  return low === high
    ? `exactly ${formatNumber(low)}`
    : `between ${formatNumber(low)} and ${formatNumber(high)}`;
}
