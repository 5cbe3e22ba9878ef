/** How often an interval method held the truth in a simulation. */
export interface SimulatedInterval {
  readonly kind: string;
  readonly method: string;
  /** What was drawn. */
  readonly distribution: string;
  /** People in all. */
  readonly n: number;
  /** Trusts; 1 for a single group. */
  readonly clusters: number;
  /** Coverage, 0 to 1: worst and best of the true values tried; the same where only one was. */
  readonly low: number;
  readonly high: number;
}
