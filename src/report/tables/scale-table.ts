import { joinedNotes } from "../../charts/rounding-notes.js";
import { shownGroups, wholeStudy } from "../../charts/shown-slices.js";
import { inSentence } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import type { Scale, Wave } from "../../study/study.js";
import type { TableBlock, TableCell, TableColumn } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { sayFewTrusts } from "../study-scope.js";
import {
  cautionNotes,
  isWorthATable,
  left,
  peopleCell,
  resultCell,
  right,
  supportCells,
  supportColumns,
  textCell,
} from "./cells.js";

/** A change that the study declares and the release may show. */
export interface DeclaredChange {
  readonly from: Wave;
  readonly to: Wave;
  readonly primary: boolean;
  readonly id: (slice: string) => string;
}

/** Waves at which a scale has a score in this release, for any slice. */
export function scoredWaves(input: ReportInput, scale: Scale): readonly Wave[] {
  return input.study.waves.filter((wave) =>
    input.released.results.some((result) => result.id.startsWith(`scale/${scale.id}/${wave.id}/`)),
  );
}

/** Changes of a scale that this release holds. */
export function declaredChanges(input: ReportInput, scale: Scale): readonly DeclaredChange[] {
  const { study, released } = input;
  return study.comparisons
    .filter((comparison) => comparison.scale === scale.id)
    .flatMap((comparison) => {
      const from = study.waves.find((wave) => wave.id === comparison.from);
      const to = study.waves.find((wave) => wave.id === comparison.to);
      const stem = `change/${scale.id}/${comparison.from}-to-${comparison.to}/`;
      if (!from || !to || !released.results.some((result) => result.id.startsWith(stem))) return [];
      return [{ from, to, primary: comparison.primary, id: (slice: string) => `${stem}${slice}` }];
    });
}

/** Mean scores of one scale at each wave and their change, one line a group of Trusts; of one wave, with intervals. */
export function scaleTable(input: ReportInput, scale: Scale): readonly TableBlock[] {
  const { study, released } = input;
  const waves = scoredWaves(input, scale);
  const changes = declaredChanges(input, scale);
  const score = (wave: Wave, slice: string) => findResult(released, `scale/${scale.id}/${wave.id}/${slice}`);
  const changed = (change: DeclaredChange, slice: string) => findResult(released, change.id(slice));
  const slices = [...shownGroups(released, study), wholeStudy(study)];
  const pooled = wholeStudy(study).slug;
  const results = slices.flatMap(({ slug }) => [
    ...waves.map((wave) => score(wave, slug)),
    ...changes.map((change) => changed(change, slug)),
  ]);
  if (!isWorthATable(results)) return [];
  const scoreColumns = ({ label }: Wave): readonly TableColumn[] => [
    right(`${label}, mean`),
    ...(changes.length > 0 ? [right(`${label}, n`)] : supportColumns(study, `, ${inSentence(label)}`)),
  ];
  const scoreCells = (result: Result | undefined): readonly TableCell[] => [
    resultCell(result),
    ...(changes.length > 0 ? [peopleCell(result)] : supportCells(result)),
  ];
  const method = findEstimate(released, `scale/${scale.id}/${waves[0]!.id}/${pooled}`)?.method;
  return [
    {
      kind: "table",
      id: `${scale.id}-scores`,
      caption: `${scale.label}: mean score${changes.length > 0 ? " and change" : ""}${slices.length > 1 ? ", by Trust" : ""}`,
      description: "Points from 0 to 100; higher is more favourable.",
      columns: [
        left("Trusts"),
        ...waves.flatMap(scoreColumns),
        ...changes.flatMap(({ from, to }) => {
          const name = changes.length > 1 ? `Change, ${from.label} to ${to.label}` : "Change";
          return [right(`${name}, mean`), ...supportColumns(study, `, ${name.toLowerCase()}`)];
        }),
      ],
      rows: slices.map(({ slug, label }): readonly TableCell[] => [
        textCell(label),
        ...waves.flatMap((wave) => scoreCells(score(wave, slug))),
        ...changes.flatMap((change) => [
          resultCell(changed(change, slug)),
          ...supportCells(changed(change, slug)),
        ]),
      ]),
      notes: [
        ...joinedNotes(slices, study),
        ...(changes.length > 0
          ? [
              "Scores are of everyone who answered; the change is of doctors linked at both surveys. So the change need not be the difference of the two scores.",
            ]
          : []),
        ...(method !== undefined && study.trusts.length > 1 ? [`All Trusts: ${method}.`] : []),
        ...[sayFewTrusts(study)].filter((note) => note !== ""),
        ...cautionNotes(changes.map((change) => ({ label: "Change", result: changed(change, pooled) }))),
      ],
    },
  ];
}
