import type { Gap, Gaps } from "../costs/estimate/gaps.js";
import { overLevels } from "../costs/estimate/assumptions.js";
import { aboutPounds } from "./money.js";

/** A gap in words: component, answer and what closing it costs. */
export function gapWords({ component, label, answer, pence }: Gap): string {
  return `${component} ${label} (${answer}): ${aboutPounds(pence.central)}`;
}

/** The gaps still open, the dearest first. */
export function openGaps({ gaps }: Gaps): readonly Gap[] {
  return gaps
    .filter(({ answer }) => answer !== "yes")
    .sort((a, b) => b.pence.central - a.pence.central || (a.component < b.component ? -1 : 1));
}

/** The dearest gaps, as many as a page has room for, and the rest in one line. */
export function gapsOnPage(gaps: Gaps, room: number): readonly string[] {
  const open = openGaps(gaps);
  if (open.length <= room) return open.map(gapWords);
  const rest = open.slice(room - 1);
  const together = overLevels((level) => rest.reduce((sum, { pence }) => sum + pence[level], 0));
  return [
    ...open.slice(0, room - 1).map(gapWords),
    `${rest.length} more: ${aboutPounds(together.central)} together, each named in board-summary.txt`,
  ];
}
