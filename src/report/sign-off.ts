import { writeDate } from "../charts/wording.js";
import { formatNumber } from "../core/format.js";
import type { Inline } from "./document.js";
import type { RateNote } from "./report-input.js";
import { say, strong } from "./say.js";

/** Whether the costing rests on figures that were not read at any source, and whether somebody agreed to rely on them. */
export function saySignOff(rates: readonly RateNote[]): readonly (readonly Inline[])[] {
  const weak = rates.filter(({ weak: about }) => about !== undefined);
  const unsigned = weak.filter(({ weak: about }) => about?.signed === null);
  if (weak.length === 0) return [];
  if (unsigned.length === 0)
    return [
      say`${figures(weak.length)} behind these costs ${weak.length === 1 ? "was" : "were"} not read at any source, but signed off by name: see the appendix on unit costs.`,
    ];
  return [
    say`${strong("The costing is provisional.")} ${figures(unsigned.length)} behind it ${unsigned.length === 1 ? "was" : "were"} not read at any source, and nobody has signed ${unsigned.length === 1 ? "it" : "them"} off.`,
  ];
}

/** Each figure of the lowest confidence, with who signed it off. */
export function listSignOffs(rates: readonly RateNote[]): readonly (readonly Inline[])[] {
  return rates.flatMap(({ label, year, weak }): readonly (readonly Inline[])[] => {
    if (weak === undefined) return [];
    const { signed } = weak;
    if (signed === null) return [say`${label}, ${year}: not signed off.`];
    return [
      say`${label}, ${year}: signed off by ${signed.by} on ${writeDate(signed.on)} (${signed.reason}).`,
    ];
  });
}

function figures(count: number): string {
  return count === 1 ? "One figure" : `${formatNumber(count)} figures`;
}
