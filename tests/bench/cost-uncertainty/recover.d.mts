/** What `recover` works with: functions of src or of dist. */
export interface Library {
  readonly stream: unknown;
  readonly gammaQuantile: unknown;
  readonly normalQuantile: unknown;
  readonly normalCdf: unknown;
  readonly costModel: unknown;
  readonly trustResults: unknown;
}

export interface Bias {
  /** As a share of the true variance. */
  readonly bias: number;
  /** Its standard error over the studies. */
  readonly error: number;
}

export function recover(
  library: Library,
  figures: readonly unknown[],
  options: {
    readonly studies: number;
    readonly draws: number;
    readonly correlation: number;
    readonly between?: number;
    readonly average?: number;
  },
): Readonly<Record<"between" | "input" | "total", Bias>>;
