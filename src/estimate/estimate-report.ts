import type { TrustEstimate } from "../costs/estimate/estimate.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";

/** An estimate with what it was made from: all that an output needs. */
export interface EstimateReport {
  readonly estimate: TrustEstimate;
  readonly data: EstimateData;
  /** Version of this tool. */
  readonly version: string;
}
