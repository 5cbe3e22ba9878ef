import type { EstimateData } from "../../../costs/estimate/estimate-data.js";
import { payPointOptions } from "../pay-point-options.js";

/** Give the list of pay points to every line of the assumptions: it is too long to be written out for each. */
export function fillPayPoints(form: HTMLFormElement, data: EstimateData): void {
  const options = payPointOptions(data, "");
  const labels = new Map(options.map(({ value, label }) => [value, label]));
  for (const select of form.querySelectorAll<HTMLSelectElement>("select[data-pay-point]")) {
    const assumed = select.dataset["payPoint"]!;
    select.replaceChildren(
      ...options.map(
        ({ value, label }) =>
          new Option(value === "" ? `As assumed: ${labels.get(assumed) ?? assumed}` : label, value),
      ),
    );
  }
}
