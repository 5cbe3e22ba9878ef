import { formatEstimate } from "../../core/format.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import { shownGroups, wholeStudy } from "../../charts/shown-slices.js";
import { joinedNotes, percentNotes } from "../../charts/rounding-notes.js";
import type { ShownSlice } from "../../charts/shown-slices.js";
import { inSentence } from "../../charts/wording.js";
import { neverAsked } from "../../metrics/why-nobody.js";
import type { TableBlock, TableCell, TableColumn } from "../document.js";
import type { ReportInput } from "../report-input.js";
import {
  cautionNotes,
  explainCost,
  isWorthATable,
  left,
  notApplicable,
  resultCell,
  right,
  supportCells,
  supportColumns,
  textCell,
} from "./cells.js";

/** One line of a table with a column for each group of Trusts. */
export interface TrustLine {
  readonly label: string;
  /** Text cells after the label, one for each of `headings` after the first. */
  readonly more?: readonly string[];
  /** Id of the result of a slice, by the slice's last part: `pooled`. */
  readonly id: (slice: string) => string;
  /** Id of another result of the same people: where it says that there was nobody to ask, so does this line. */
  readonly asked?: (slice: string) => string;
}

export interface TrustTable {
  readonly id: string;
  /** Without "by Trust", which is added when it is so. */
  readonly caption: string;
  readonly description: string;
  /** Heading of the first column, and of any text columns after it. */
  readonly headings: readonly string[];
  readonly lines: readonly TrustLine[];
  /** Wave whose number of people by Trust is told in a note. */
  readonly wave?: string;
  /** True when the numbers are counts or costs: no interval, no people behind them. */
  readonly alone?: boolean;
  /** False to show all Trusts only. */
  readonly groups?: boolean;
  readonly notes?: readonly string[];
  /** False when the cautions of its results are told elsewhere. */
  readonly cautions?: boolean;
}

/**
 * A table of one line a measure and one column a group of Trusts, with interval and people over all Trusts.
 * Columns and lines of which the release holds nothing are left out; no table when nothing is left, or nothing but
 * numbers that could not be worked out.
 */
export function trustTable(input: ReportInput, table: TrustTable): readonly TableBlock[] {
  const { study, released } = input;
  const all = wholeStudy(study);
  const find = (line: TrustLine, slice: ShownSlice) => findResult(released, line.id(slice.slug));
  const slices = [...(table.groups === false ? [] : shownGroups(released, study)), all];
  const lines = table.lines.filter((line) => slices.some((slice) => find(line, slice) !== undefined));
  const columns = slices.filter((slice) => lines.some((line) => find(line, slice) !== undefined));
  if (!isWorthATable(lines.flatMap((line) => slices.map((slice) => find(line, slice))))) return [];
  const cellOf = (line: TrustLine, slice: ShownSlice): TableCell => {
    const isOverAllOnly = slices.every((one) => one.slug === all.slug || find(line, one) === undefined);
    if (slice.slug !== all.slug && isOverAllOnly) return notApplicable("shown over all Trusts only");
    const asked = line.asked && findResult(released, line.asked(slice.slug));
    return resultCell(
      asked?.kind === "unavailable" && asked.reason === neverAsked ? asked : find(line, slice),
    );
  };
  const supported = table.alone !== true && columns.includes(all);
  const whose = columns.length > 1 ? `, ${all.name}` : "";
  return [
    {
      kind: "table",
      id: table.id,
      caption: columns.length > 1 ? `${table.caption}, by Trust` : table.caption,
      description: table.description,
      columns: [
        ...table.headings.map(left),
        ...columns.map((slice): TableColumn => right(slice.label)),
        ...(supported ? supportColumns(study, whose) : []),
      ],
      rows: lines.map((line): readonly TableCell[] => [
        textCell(line.label),
        ...(line.more ?? []).map(textCell),
        ...columns.flatMap((slice) => explainCost([cellOf(line, slice)], find(line, slice), study)),
        ...(supported ? supportCells(find(line, all)) : []),
      ]),
      notes: [
        ...(table.notes ?? []),
        ...joinedNotes(columns, study),
        ...percentNotes(
          lines.flatMap((line) => columns.map((slice) => find(line, slice))),
          study,
        ),
        ...(table.wave === undefined ? [] : peopleNote(input, table.wave, columns)),
        ...cautionNotes(
          (table.cautions === false ? [] : lines).map((line) => ({
            label: [line.label, ...(line.more ?? [])].join(", "),
            result: find(line, all),
          })),
        ),
      ],
    },
  ];
}

/** About how many people of each group answered a wave, where that is shown. */
function peopleNote(input: ReportInput, wave: string, slices: readonly ShownSlice[]): readonly string[] {
  const groups = slices.filter((slice) => slice.slug !== wholeStudy(input.study).slug);
  const told = groups.flatMap((slice) => {
    const answered = findEstimate(input.released, `flow/answered-${wave}/${slice.slug}`);
    return answered ? [`${slice.label} about ${formatEstimate(answered)}`] : [];
  });
  const label = input.study.waves.find((one) => one.id === wave)?.label ?? wave;
  return told.length === 0 ? [] : [`People who answered at ${inSentence(label)}: ${told.join("; ")}.`];
}
