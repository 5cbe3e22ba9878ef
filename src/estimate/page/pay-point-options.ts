import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import { payPointsOf } from "../../costs/figures.js";
import type { Option } from "./controls.js";

/** Pay points of the years that can be priced, each once. */
export function payPointOptions(data: EstimateData, none: string): readonly Option[] {
  const years = [...new Set(data.figures.map(({ year }) => year))].sort().reverse();
  const points = new Map(
    years.flatMap((year) => payPointsOf(data.figures, year)).map((one) => [one.key, one]),
  );
  return [
    { value: "", label: none },
    ...[...points.values()].map(({ key, label }) => ({ value: key, label: `${label} (${key})` })),
  ];
}
