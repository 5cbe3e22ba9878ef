import type { SurveyFile } from "../ingest/answers.js";
import type { Matching } from "../ingest/match.js";
import { matchColumns } from "../ingest/match.js";
import type { Study } from "../study/study.js";

/** A survey file that is much more like the export of another wave than of the one it is declared as. */
export interface Misplaced {
  readonly survey: SurveyFile;
  /** The wave it looks like. */
  readonly wave: string;
  /** Columns and variables without a partner, read as the declared wave and as the other. */
  readonly misfits: { readonly declared: number; readonly other: number };
}

/** Fewer misfits than this are told one by one: they may be anything. */
const fewestMisfits = 4;

/** Read as its own wave, a file has at most this share of the misfits that it has when read as another. */
const clearlyFewer = 0.25;

/**
 * Survey files declared as one wave whose columns are those of another: two exports swapped, say. A misfit is a column
 * that no variable of the wave claims, or a variable of the wave that no column holds (and that was not declared as not
 * asked). Waves that ask the same questions cannot be told apart like this.
 */
export function findMisplaced(study: Study, files: readonly SurveyFile[]): readonly Misplaced[] {
  return files.flatMap((survey): readonly Misplaced[] => {
    if (survey.wave === null) return [];
    const declared = countMisfits(survey, survey.matching);
    if (declared < fewestMisfits) return [];
    const { table } = survey;
    const others = study.waves
      .filter((wave) => wave.id !== survey.wave)
      .map((wave) => {
        const as = { ...table, source: { ...table.source, wave: wave.id } };
        return { wave: wave.id, other: countMisfits(survey, matchColumns(study, as)) };
      });
    const best = others.reduce<(typeof others)[number] | null>(
      (least, each) => (least === null || each.other < least.other ? each : least),
      null,
    );
    if (best === null || best.other > declared * clearlyFewer) return [];
    return [{ survey, wave: best.wave, misfits: { declared, other: best.other } }];
  });
}

function countMisfits({ declared }: SurveyFile, { unclaimed, absent, clashes }: Matching): number {
  const missed = absent.filter((variable) => !declared.not_asked.includes(variable.name));
  return unclaimed.length + missed.length + clashes.length;
}
