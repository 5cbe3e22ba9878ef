/** A formula with the value that this program works out for it, so that a preview without recalculation shows it. */
export interface LiveCell {
  /** As a spreadsheet writes it, without the equals sign. */
  readonly formula: string;
  readonly result: number | string;
}

export type SheetValue = string | number | null | LiveCell;

export function live(formula: string, result: number | string): LiveCell {
  return { formula, result };
}

/** Pence as the pounds that a cell holds. */
export function inPounds(pence: number): number {
  return pence / 100;
}

/** Text as it stands in a formula. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
