import { toPence } from "../../core/pence.js";
import {
  imgTimeComponent,
  levels,
  overheadsComponent,
  overLevels,
  programmeComponent,
  shadowingComponent,
  type Range,
} from "./assumptions.js";
import type { EstimateInputs, SelfAssessmentAnswer } from "./inputs.js";
import { linesFor, ownStrands } from "./lines.js";
import type { EstimateData } from "./estimate-data.js";
import { priceItems } from "./price-items.js";

/** What closing one gap costs in a year. Whole pence. */
export interface Gap {
  readonly component: string;
  readonly label: string;
  readonly answer: SelfAssessmentAnswer;
  /** Share of the component's cost still to be paid: 1 for no, the declared share for partly, 0 for yes. */
  readonly share: number;
  readonly pence: Range;
}

export interface Gaps {
  readonly gaps: readonly Gap[];
  readonly totalPence: Range;
}

/**
 * The cost of closing the gaps of a self-assessment, by component; null when there is none. Every component is looked
 * at, whether ticked or not. IMGs' own pay while they shadow goes with shadowing. Each component is rounded to the penny;
 * overheads are shared out in proportion.
 */
export function gapsOf(inputs: EstimateInputs, data: EstimateData): Gaps | null {
  const { selfAssessment } = inputs;
  if (selfAssessment === null) return null;
  const known = [...data.components, { id: programmeComponent, label: ownStrands[programmeComponent]! }];
  const asked = known.filter(({ id }) => selfAssessment[id] !== undefined);
  const all = { ...inputs, components: asked.map(({ id }) => id) };
  const items = priceItems(all, data);
  const lines = Object.fromEntries(
    levels.map((level) => [level, linesFor(items, data.components, all, all.imgs, () => level)]),
  );
  const overheads = inputs.perspective === "trust-cash" ? 0 : (inputs.overheads ?? 0);
  const gaps = asked.map(({ id, label }): Gap => {
    const answer = selfAssessment[id]!;
    const share = answer === "yes" ? 0 : answer === "partly" ? inputs.partlyShare : 1;
    return {
      component: id,
      label,
      answer,
      share,
      pence: overLevels((level) => {
        const pence = lines[level]!.reduce((sum, line) => {
          if (line.component === overheadsComponent) return sum;
          if (line.component === id) return sum + line.yearPence * (1 + overheads);
          const isItsTime = id === shadowingComponent && line.component === imgTimeComponent;
          return isItsTime ? sum + line.yearPence : sum;
        }, 0);
        return toPence((pence / 100) * share);
      }),
    };
  });
  return {
    gaps,
    totalPence: overLevels((level) => gaps.reduce((sum, gap) => sum + gap.pence[level], 0)),
  };
}
