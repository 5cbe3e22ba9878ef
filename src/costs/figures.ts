import { invariant } from "../core/invariant.js";

/** How well a figure is attested: A read at a publisher, B read in a copy, C worked out or assumed. */
export type Confidence = "A" | "B" | "C";

/** One figure of `data/pay/`: a pay point, an on-cost or a working-time figure of one financial year, or a dated rate. */
export interface Figure {
  readonly table: string;
  readonly key: string;
  /** The figure in words. */
  readonly label: string;
  /** Financial year, `2026/27`; the year of issue of a figure that is not of one financial year, `2026`. */
  readonly year: string;
  readonly value: number;
  readonly unit: string;
  /** First and last day in force, year-month-day; empty when not known or still in force. */
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string;
  /** Whose working hours it is priced over; only of a row of a unit cost table. */
  readonly staff?: PayPoint["staff"];
}

/** A pay point that a cost return may name. */
export interface PayPoint {
  readonly key: string;
  readonly label: string;
  /** Which working week its pay is for. */
  readonly staff: "afc" | "medical";
}

const columns = [
  "table",
  "key",
  "label",
  "year",
  "value",
  "unit",
  "from",
  "to",
  "source",
  "confidence",
  "note",
] as const;

/**
 * Figures from the rows of `data/pay/pay-and-on-costs.csv`, header row first.
 * The file ships with the tool, so a row that does not fit is a bug and stops the work.
 *
 * @example readFigures([["table", "key", "label", "year", "value", "unit", "from", "to", "source", "confidence", "note"], ["employer_ni", "rate", "Rate", "2026/27", "0.15", "fraction", "", "", "gov.uk", "B", ""]])[0].value // => 0.15
 */
export function readFigures(rows: readonly (readonly string[])[]): readonly Figure[] {
  const [header = [], ...body] = rows;
  const positions = columns.map((column) => header.indexOf(column));
  const missing = columns.filter((_, index) => positions[index] === -1);
  invariant(missing.length === 0, `pay figures: no column ${missing.join(", ")}`);
  return body.map((row, index) => {
    const cell = (column: (typeof columns)[number]) => row[positions[columns.indexOf(column)]!] ?? "";
    const place = `pay figures, row ${index + 2}`;
    const text = cell("value");
    const value = Number(text);
    invariant(text !== "" && Number.isFinite(value) && value >= 0, `${place}: value is "${text}"`);
    const confidence = cell("confidence");
    invariant(confidence === "A" || confidence === "B" || confidence === "C", `${place}: confidence`);
    invariant(cell("source") !== "", `${place}: a price without a source`);
    return {
      table: cell("table"),
      key: cell("key"),
      label: cell("label"),
      year: cell("year"),
      value,
      unit: cell("unit"),
      from: cell("from"),
      to: cell("to"),
      source: cell("source"),
      confidence,
      note: cell("note"),
    };
  });
}

/** The table of pay points of each kind of staff. */
export const payTables = {
  afc: "afc_pay_england",
  medical: "medical_pay_england",
} as const satisfies Readonly<Record<PayPoint["staff"], string>>;

const staffOfTable: Readonly<Record<string, PayPoint["staff"]>> = {
  [payTables.afc]: "afc",
  [payTables.medical]: "medical",
};

/** Pay points that have a figure in a financial year, each once, in the order of the figures. */
export function payPointsOf(figures: readonly Figure[], year: string): readonly PayPoint[] {
  const points = new Map<string, PayPoint>();
  for (const { table, key, label, year: ofYear } of figures) {
    const staff = staffOfTable[table];
    if (staff !== undefined && ofYear === year && !points.has(key)) points.set(key, { key, label, staff });
  }
  return [...points.values()];
}

/** Hours of a full-time week by pay point: those of Agenda for Change, or of doctors. */
export function fullWeeks(figures: readonly Figure[], year: string): ReadonlyMap<string, number> {
  const hours = (staff: PayPoint["staff"]) =>
    figures.find((figure) => figure.key === `weekly_hours.${staff}` && figure.year === year)?.value;
  return new Map(
    payPointsOf(figures, year).flatMap(({ key, staff }) => {
      const week = hours(staff);
      return week === undefined ? [] : [[key, week] as const];
    }),
  );
}
