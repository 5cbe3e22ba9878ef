import { buddyComponent, type PlanningItem, type Range } from "./assumptions.js";
import { perspectives, perspectiveWords, type EstimateInputs } from "./inputs.js";
import type { EstimateData } from "./estimate-data.js";
import { isCounted, priceItems } from "./price-items.js";
import { perImg, totalRange } from "./totals.js";

/** One way in which the induction or the counting could differ, everything else the same. */
export interface Scenario {
  readonly id: string;
  /** What the scenario is about, for grouping. */
  readonly question: "weeks of shadowing" | "buddies" | "supernumerary pay" | "perspective";
  readonly label: string;
  /** Whether it is what the Trust's inputs say. */
  readonly chosen: boolean;
  readonly totalPence: Range;
  readonly perImg: Range;
}

/** Staff time of buddies, which may be given free. */
export function isBuddyTime({ component, payPoint }: Pick<PlanningItem, "component" | "payPoint">): boolean {
  return component === buddyComponent && payPoint !== null;
}

/** Scenarios side by side: weeks of shadowing, buddies paid or not where their time is counted, with and without supernumerary pay, perspectives. */
export function scenariosOf(inputs: EstimateInputs, data: EstimateData): readonly Scenario[] {
  const weeks = [...new Set([2, 4, 6, inputs.shadowingWeeks])].sort((a, b) => a - b);
  const unpaidBuddies = Object.fromEntries(
    data.assumptions.items.filter(isBuddyTime).map(({ id }) => [id, { ...inputs.overrides[id], amount: 0 }]),
  );
  const make = (
    question: Scenario["question"],
    id: string,
    label: string,
    chosen: boolean,
    changed: Partial<EstimateInputs>,
  ): Scenario => {
    const totalPence = totalRange({ ...inputs, ...changed }, data);
    return { id, question, label, chosen, totalPence, perImg: perImg(totalPence, inputs.imgs) };
  };
  const buddiesCounted = priceItems(inputs, data).some(
    (item) => isBuddyTime(item) && isCounted(item, inputs.perspective),
  );
  const buddies = () => [
    make("buddies", "buddies-paid", "buddies' time counted", true, {}),
    make("buddies", "buddies-unpaid", "buddies' time given free", false, {
      overrides: { ...inputs.overrides, ...unpaidBuddies },
    }),
  ];
  return [
    ...weeks.map((count) =>
      make(
        "weeks of shadowing",
        `shadowing-${count}`,
        `${count} ${count === 1 ? "week" : "weeks"} of shadowing`,
        count === inputs.shadowingWeeks,
        { shadowingWeeks: count },
      ),
    ),
    ...(buddiesCounted ? buddies() : []),
    ...[true, false].map((counted) =>
      make(
        "supernumerary pay",
        counted ? "supernumerary-with" : "supernumerary-without",
        counted ? "with IMGs' pay while they shadow" : "without IMGs' pay while they shadow",
        counted === inputs.countSupernumerary,
        { countSupernumerary: counted },
      ),
    ),
    ...perspectives.map((perspective) =>
      make("perspective", perspective, perspectiveWords[perspective], perspective === inputs.perspective, {
        perspective,
      }),
    ),
  ];
}
