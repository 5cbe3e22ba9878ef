import { wholeStudy } from "../../charts/shown-slices.js";
import { inSentence } from "../../charts/wording.js";
import { formatInterval } from "../../core/format.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import type { Scale } from "../../study/study.js";
import type { Block, Inline } from "../document.js";
import { printLevel, supportOf, tell, tellChange, tellChangeBriefly, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { declaredChanges, scaleTable, scoredWaves } from "../tables/scale-table.js";
import type { DeclaredChange } from "../tables/scale-table.js";

/** Scores and changes of every scale of one aim: what they were, then by Trust. */
export function scaleResults(input: ReportInput, aim: Scale["aim"]): readonly Block[] {
  return input.study.scales
    .filter((scale) => scale.aim === aim)
    .flatMap((scale) => [
      ...paragraph(
        isPrimary(input, scale) ? say`Change on this scale is the declared primary outcome.` : [],
        tellScoresBriefly(input, scale),
        ...declaredChanges(input, scale).map((change) =>
          tellChangeBriefly(input, change.id(wholeStudy(input.study).slug)),
        ),
        ...declaredChanges(input, scale).map((change) => tellPrediction(input, change)),
      ),
      ...scaleTable(input, scale),
    ]);
}

function isPrimary(input: ReportInput, scale: Scale): boolean {
  return declaredChanges(input, scale).some((change) => change.primary);
}

/** The mean score over all Trusts at each wave; interval and people stand in the summary and in the table. */
function tellScoresBriefly(input: ReportInput, scale: Scale): readonly Inline[] {
  const shown = scoredWaves(input, scale).flatMap((wave) => {
    const id = `scale/${scale.id}/${wave.id}/${wholeStudy(input.study).slug}`;
    const score = findResult(input.released, id);
    return score === undefined ? [] : [{ score, at: inSentence(wave.label) }];
  });
  const words = shown.map(({ score, at }, index) => {
    const and = index === 0 ? "" : index === shown.length - 1 ? " and " : ", ";
    return say`${and}${score.kind === "estimate" ? valueOf(score) : score.kind === "suppressed" ? "not shown" : "not available"} at ${at}`;
  });
  return shown.every(({ score }) => score.kind !== "estimate")
    ? []
    : say`Mean score for ${inSentence(scale.label)}, of 100: ${words.flat()}.`;
}

/** The mean score over all Trusts at each wave. */
export function tellScores(input: ReportInput, scale: Scale): readonly (readonly Inline[])[] {
  const label = inSentence(scale.label);
  return scoredWaves(input, scale).map((wave, index) => {
    const at = inSentence(wave.label);
    const id = `scale/${scale.id}/${wave.id}/${wholeStudy(input.study).slug}`;
    return tell(input, id, `The mean score for ${label} at ${at}`, (result) =>
      index === 0
        ? say`The mean score for ${label} at ${at} was ${valueOf(result)} out of 100 ${supportOf(result)}.`
        : say`At ${at} it was ${valueOf(result)} ${supportOf(result)}.`,
    );
  });
}

/** The mean changes over all Trusts, in people seen at both waves. */
export function tellChanges(input: ReportInput, scale: Scale): readonly (readonly Inline[])[] {
  return declaredChanges(input, scale).map((change) =>
    tellChange(
      input,
      change.id(wholeStudy(input.study).slug),
      scale.label,
      inSentence(change.from.label),
      inSentence(change.to.label),
    ),
  );
}

function tellPrediction(input: ReportInput, change: DeclaredChange): readonly Inline[] {
  const result = findEstimate(input.released, change.id(wholeStudy(input.study).slug));
  if (!result?.prediction) return [];
  const { prediction } = result;
  const text = formatInterval(prediction, result.unit, result.precision);
  const range: Inline = { kind: "value", result: result.id, text };
  return say`In a further Trust of the same kind the mean change would be expected to lie from ${range} (${printLevel(prediction)} prediction interval).`;
}
