/** An input that will not do: which one, what was expected, what was found and how to mend it. */
export interface InputIssue {
  /** Name of the input in `EstimateInputs`: `imgs`, `setUp.years`, `overrides.lead-time`. */
  readonly field: string;
  /** The input in words. */
  readonly label: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** Bounds of what is believed. Beyond them an input is taken for a slip and refused. */
export const estimateLimits = {
  /** Most IMGs that one Trust inducts in a year. */
  imgs: 1000,
  /** One intake a week. */
  intakes: 52,
  shadowingWeeks: 52,
  /** Longest working week of a doctor's contract, on average. */
  hoursAWeek: 48,
  setUpYears: 50,
  discountRate: 0.25,
  overheads: 1,
  /** GBP a year for a full-time person. */
  supplement: 20_000,
  /** Hours of one kind of staff, each time. */
  hours: 20_000,
  /** GBP of one item, each time. */
  pounds: 1_000_000,
  poundsAnHour: 500,
  /** GBP to replace one doctor. */
  replacementCost: 1_000_000,
} as const;

/** An input that must be a number within bounds; text, an infinity and a missing number are told too. */
export function number(
  field: string,
  label: string,
  value: number,
  low: number,
  high: number,
  fix: string,
): readonly InputIssue[] {
  if (Number.isFinite(value) && value >= low && value <= high) return [];
  return [
    { field, label, expected: `a number from ${print(low)} to ${print(high)}`, found: print(value), fix },
  ];
}

/** A fraction that people give as a percentage: it is told as one. */
export function share(
  field: string,
  label: string,
  value: number,
  high: number,
  fix: string,
): readonly InputIssue[] {
  if (Number.isFinite(value) && value >= 0 && value <= high) return [];
  const percent = (fraction: number) =>
    Number.isFinite(fraction) ? `${Number((fraction * 100).toPrecision(12))}%` : print(fraction);
  return [{ field, label, expected: `from 0% to ${percent(high)}`, found: percent(value), fix }];
}

/** An input that must be one of some words. */
export function choice(
  field: string,
  label: string,
  value: string,
  allowed: readonly string[],
): readonly InputIssue[] {
  if (allowed.includes(value)) return [];
  return [
    {
      field,
      label,
      expected: `one of: ${allowed.join(", ")}`,
      found: `"${value}"`,
      fix: "choose one of them",
    },
  ];
}

/** An input that must be a whole number within bounds. */
export function whole(
  field: string,
  label: string,
  value: number,
  low: number,
  high: number,
  fix: string,
): readonly InputIssue[] {
  if (Number.isInteger(value) && value >= low && value <= high) return [];
  return [
    {
      field,
      label,
      expected: `a whole number from ${print(low)} to ${print(high)}`,
      found: print(value),
      fix,
    },
  ];
}

/** Check an input that may be left out. */
export function maybe(
  value: number | null,
  check: (value: number) => readonly InputIssue[],
): readonly InputIssue[] {
  return value === null ? [] : check(value);
}

function print(value: unknown): string {
  if (typeof value !== "number")
    return value === null || value === undefined ? "nothing" : JSON.stringify(value);
  return Number.isNaN(value) ? "not a number" : String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}
