import {
  imgTimeComponent,
  overLevels,
  programmeComponent,
  shadowingComponent,
  type LeftOut,
  type Range,
} from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";
import { linesFor } from "./lines.js";
import type { EstimateData } from "./estimate-data.js";
import { priceItems } from "./price-items.js";
import { totalRange, totalsOf } from "./totals.js";

/** Something that an estimate does not count, with what it would come to where that can be worked out. Whole pence. */
export interface NotCounted extends LeftOut {
  readonly pence: Range | null;
}

/** What an estimate leaves out: by nature, by the components not included, by the perspective and by choice. */
export function leftOutOf(inputs: EstimateInputs, data: EstimateData): readonly NotCounted[] {
  const notCounted: NotCounted[] = [];
  const missing = data.components.filter(({ id }) => !inputs.components.includes(id));
  if (missing.length > 0)
    notCounted.push({
      what: notIncluded(
        missing.map(({ label }) => label),
        data.components.length,
      ),
      why: "the estimate is for what is included",
      pence: null,
    });
  if (!inputs.components.includes(programmeComponent))
    notCounted.push({
      what: "running the programme as a whole",
      why: "it is not included",
      pence: null,
    });
  if (!inputs.countSupernumerary && inputs.components.includes(shadowingComponent))
    notCounted.push({
      what: "IMGs' own pay while they shadow",
      why: "left out by choice",
      pence: imgTimePence(inputs, data),
    });
  if (inputs.perspective === "trust-cash") {
    const all = totalRange(
      {
        ...inputs,
        setUp: { ...inputs.setUp, treatment: "written-off" },
        perspective: "trust-economic",
        overheads: null,
      },
      data,
    );
    const cash = totalRange(inputs, data);
    notCounted.push({
      what: "time of staff who are paid anyway",
      why: "only new money is counted",
      pence: overLevels((level) => all[level] - cash[level]),
    });
  }
  const own = imgsOwnPence(inputs, data);
  if (own.high > 0)
    notCounted.push({
      what: "what IMGs pay themselves",
      why: "it is the IMGs' money, not the Trust's",
      pence: own,
    });
  if (inputs.overheads === null)
    notCounted.push({ what: "overheads", why: "no percentage is declared", pence: null });
  else if (inputs.overheads > 0 && inputs.perspective === "trust-cash")
    notCounted.push({
      what: `overheads of ${Number((inputs.overheads * 100).toPrecision(12))}%`,
      why: "only new money is counted, and overheads are a share of what is spent anyway",
      pence: null,
    });
  return [...notCounted, ...data.assumptions.leftOut.map((one) => ({ ...one, pence: null }))];
}

/** A few are named; many are counted, since a page has to hold them. */
function notIncluded(labels: readonly string[], of: number): string {
  const named = labels.length <= 2 ? `: ${labels.join("; ")}` : "";
  return `${labels.length} of ${of} parts of the induction, which are not included${named}`;
}

/** What IMGs pay themselves in a year, apart from every perspective. Whole pence. */
export function imgsOwnPence(inputs: EstimateInputs, data: EstimateData): Range {
  const items = priceItems(inputs, data)
    .filter((item) => item.paidBy === "IMG")
    .map((item) => ({ ...item, paidBy: "Trust" as const, extra: true }));
  return totalRange({ ...inputs, overheads: null }, data, items);
}

function imgTimePence(inputs: EstimateInputs, data: EstimateData): Range {
  const items = priceItems({ ...inputs, countSupernumerary: true }, data).filter(
    (item) => item.component === imgTimeComponent,
  );
  return overLevels(
    (level) =>
      totalsOf(
        linesFor(items, data.components, inputs, inputs.imgs, () => level),
        inputs.imgs,
      ).totalPence,
  );
}
