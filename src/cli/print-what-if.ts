import { formatNumber } from "../core/format.js";
import type { Range, WhatIf, WhatIfCell } from "../run/what-if.js";
import { profiles } from "../study/schema-disclosure.js";
import type { Study } from "../study/study.js";

const heads = ["", "", "shown", "held back", "coarser", "not shown", "percentages to", "points to"] as const;

/** What each profile would show, as a table of counts for a terminal. */
export function printWhatIf(told: readonly WhatIf[], study: Study): string {
  return [
    ...told.flatMap((one) => [...printOne(one, study), ""]),
    ...(told.some(({ release }) => release === "written")
      ? [
          "coarser: shown with answers or Trusts joined. not shown: never shown of so few, or beside other numbers.",
          "Costs and numbers of IMGs are counted as service.",
        ]
      : []),
    "Nothing was written.",
    "",
  ].join("\n");
}

function printOne(one: WhatIf, { disclosure }: Study): readonly string[] {
  const { profile, source, release, keepsPromise, together, cells } = one;
  const purpose = profile === "own" ? "the study's own numbers" : profiles[profile];
  const rows =
    release === "refused" ? [] : [heads, ...cells.map((cell, index) => rowOf(cell, cells[index - 1]))];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return [
    `${profile}: ${purpose}`,
    `  After: ${source}.`,
    ...(release === "refused"
      ? [
          "  Every number is shown in internal/report, as it was worked out and not rounded. No release/ is written.",
        ]
      : []),
    ...(keepsPromise === false
      ? [
          `  Refused for this study: respondents were promised that groups under ${disclosure.promise} are never shown.`,
        ]
      : []),
    ...(together.length > 0 ? [`  Shown together: ${together.join("; ")}.`] : []),
    ...rows.map((row) =>
      `  ${row
        .map((text, column) => (column < 2 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!)))
        .join("  ")}`.trimEnd(),
    ),
  ];
}

function rowOf(cell: WhatIfCell, above: WhatIfCell | undefined): readonly string[] {
  const isFirst = above?.sensitivity !== cell.sensitivity;
  return [
    isFirst ? cell.sensitivity : "",
    cell.grain,
    ...[cell.shown, cell.heldBack, cell.coarser, cell.notShown].map((count) => formatNumber(count)),
    printRange(cell.percentages, (step) => `${Number((step * 100).toFixed(2))}%`),
    printRange(cell.scores, String),
  ];
}

function printRange(range: Range | null, print: (step: number) => string): string {
  if (range === null) return "none";
  const { finest, coarsest } = range;
  return finest === coarsest ? print(finest) : `${print(finest)} to ${print(coarsest)}`;
}
