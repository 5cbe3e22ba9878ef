import type { EstimateInputs, Override } from "../costs/estimate/inputs.js";
import type { EstimateReport } from "./estimate-report.js";
import { pounds } from "./money.js";
import { count } from "./wording.js";

/**
 * The inputs that change the answer, in one line, so that no page hides one: shadowing, prices, overheads and a Trust's
 * own figures. Null when there is none to tell.
 */
export function inputWords({ estimate: { inputs }, data }: EstimateReport): string | null {
  const own = Object.entries(inputs.overrides).map(([id, override]) => {
    const item = data.assumptions.items.find((one) => one.id === id)!;
    return `own figure: ${item.label} ${overrideWords(override, item.payPoint !== null, item.basis)}`;
  });
  const said = [...highCostWords(inputs), ...choiceWords(inputs), ...own];
  return said.length === 0 ? null : `With ${said.join("; ")}.`;
}

function highCostWords({ highCost: { zone, afc, medical } }: EstimateInputs): readonly string[] {
  if (zone === "none") return [];
  const [staff, doctors] = [afc, medical].map((amount) => pounds((amount ?? 0) * 100));
  return [`${zone} supplement ${staff} a year (Agenda for Change) and ${doctors} (doctors)`];
}

function choiceWords(inputs: EstimateInputs): readonly string[] {
  const { hours, levy, overheads, perspective, shadowingPayPoint } = inputs;
  return [
    ...(hours === "productive" ? ["an hour's price over productive hours, without leave and sickness"] : []),
    ...(levy ? [] : ["no apprenticeship levy"]),
    ...(overheads !== null && perspective !== "trust-cash"
      ? [`overheads of ${percent(overheads)} on staff and other costs`]
      : []),
    ...(shadowingPayPoint === null ? [] : [`shadowing IMGs paid at ${shadowingPayPoint}`]),
  ];
}

function overrideWords({ amount, payPoint, poundsAnHour }: Override, isTime: boolean, basis: string): string {
  const quantity =
    amount === undefined ? [] : [`${isTime ? count(amount, "hour") : pounds(amount * 100)} ${basis}`];
  const price =
    payPoint !== undefined
      ? [`at ${payPoint}`]
      : poundsAnHour !== undefined
        ? [`at £${poundsAnHour.toFixed(2)} an hour`]
        : [];
  return [...quantity, ...price].join(" ");
}

function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(1))}%`;
}
