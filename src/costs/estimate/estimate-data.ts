import type { Figure } from "../figures.js";
import type { PlanningAssumptions } from "./assumptions.js";

/** An induction component as an estimate names it. */
export interface EstimateComponent {
  readonly id: string;
  readonly strand: string;
  readonly label: string;
}

/** All that an estimate is worked out from besides the Trust's inputs. */
export interface EstimateData {
  readonly assumptions: PlanningAssumptions;
  readonly components: readonly EstimateComponent[];
  /** Pay, on-costs and working time. */
  readonly figures: readonly Figure[];
}
