import type { Table } from "../core/table.js";
import { supernumeraryCategory, type LedgerLine } from "../costs/ledger.js";
import { apart, isCounted, penceIn, perspectives } from "../costs/perspective.js";
import type { PricedReturns } from "../costs/trust-costs.js";

/** Who may be asked for the money of a line: the perspectives and, apart, IMGs and charities. */
export const countedBy = [...perspectives, ...apart] as const;

export type ReconciliationCell = string | number | undefined;

/** One column of the lines: its heading, its width in characters, and what stands in it. */
export interface LineColumn {
  readonly heading: string;
  readonly width: number;
  /** Pounds and pence, pounds an hour, or as it is. */
  readonly format?: "pounds" | "rate";
  readonly value: (line: LedgerLine) => ReconciliationCell;
}

/** Headings of the columns that the sums of the workbook look in. */
export const summed = {
  trust: "Trust",
  extra: "Extra",
  imgTime: "IMG time",
  amounts: {
    "trust-cash": "New money of the Trust",
    "trust-economic": "What the Trust pays and time given",
    nhs: "What the NHS pays and time given",
    img: "What IMGs pay",
    charity: "What charities pay",
  },
} as const;

/**
 * What finance is told of each line, in order: the cell of the return and what stands in its row, how it was priced and
 * multiplied, and the amount at which each perspective counts it (blank where it does not). Of one person's pay neither the
 * rate nor the hours are told, which would give the salary: they stand in the cell of the return.
 *
 * @param tables as they were read, for the words and numbers of the return itself
 */
export function lineColumns(tables: readonly Table[]): readonly LineColumn[] {
  const words = wordsOf(tables);
  const yes = (is: boolean) => (is ? "yes" : "no");
  return [
    { heading: "Line", width: 14, value: ({ id }) => id },
    { heading: summed.trust, width: 8, value: ({ trust }) => trust },
    { heading: "File of the return", width: 22, value: ({ at }) => at.file },
    { heading: "Sheet", width: 12, value: ({ at }) => at.sheet },
    { heading: "Cell", width: 7, value: ({ at }) => at.cell },
    {
      heading: "What stands in the row",
      width: 60,
      value: unlessPay(({ at }) => words(at.file, at.sheet, at.cell)),
    },
    { heading: "Their reference", width: 16, value: ({ reference }) => reference ?? undefined },
    { heading: "Part of the induction", width: 14, value: ({ component }) => component },
    { heading: "Category", width: 18, value: ({ category }) => category },
    { heading: "What it is", width: 26, value: ({ resource }) => resource },
    { heading: "Paid by", width: 12, value: ({ paidBy }) => paidBy },
    { heading: summed.extra, width: 7, value: ({ extra }) => yes(extra) },
    { heading: "In paid time", width: 8, value: ({ paidTime }) => yes(paidTime) },
    { heading: "Stands in for someone", width: 10, value: ({ backfill }) => yes(backfill) },
    { heading: summed.imgTime, width: 8, value: ({ category }) => yes(category === supernumeraryCategory) },
    { heading: "Set-up or running", width: 10, value: ({ phase }) => phase },
    { heading: "Grows with", width: 10, value: ({ behaviour }) => behaviour },
    { heading: "Evidence", width: 11, value: ({ evidence }) => evidence },
    { heading: "Times", width: 8, value: ({ times }) => times },
    { heading: "Share that counts", width: 9, value: ({ share }) => share },
    { heading: "Hours that count", width: 10, value: unlessPay(({ hours }) => hours ?? undefined) },
    {
      heading: "Pounds an hour",
      width: 12,
      format: "rate",
      value: unlessPay(({ hourlyRate }) => hourlyRate ?? undefined),
    },
    { heading: "Pay point", width: 20, value: ({ payPoint }) => payPoint ?? undefined },
    { heading: "Priced by", width: 12, value: ({ price }) => price?.kind },
    { heading: "How it was worked out", width: 70, value: unlessPay(({ working }) => working) },
    { heading: "How set-up is spread", width: 32, value: spreadInWords },
    {
      heading: "In full, at the study's pension",
      width: 14,
      format: "pounds",
      value: ({ amountPence }) => amountPence / 100,
    },
    {
      heading: "In full, at the full pension",
      width: 14,
      format: "pounds",
      value: ({ fullPensionPence }) => fullPensionPence / 100,
    },
    ...countedBy.map((perspective): LineColumn => ({
      heading: summed.amounts[perspective],
      width: 14,
      format: "pounds",
      value: (line) => (isCounted(line, perspective) ? penceIn(line, perspective) / 100 : undefined),
    })),
  ];
}

/** What a line says, but for what would tell a salary. */
function unlessPay(value: LineColumn["value"]): LineColumn["value"] {
  return (line) => (line.onePersonsPay ? "not shown: one person's pay" : value(line));
}

/** Parts of each rate of the published card that a Trust's lines used, a row each. */
export function rateRows({ trusts }: PricedReturns): readonly (readonly ReconciliationCell[])[] {
  return trusts.flatMap(({ trust, ledger, cards }) => {
    const used = new Set(
      ledger.flatMap(({ price, payPoint }) => (price?.kind === "pay point" ? [payPoint!] : [])),
    );
    return [...used].sort().flatMap((payPoint) => {
      const rate = cards.study.rates[payPoint];
      const full = cards.fullPension.rates[payPoint];
      if (!rate || !full) return [];
      const { pay, nationalInsurance, pension, levy, hours } = rate.parts;
      return [
        [
          trust,
          payPoint,
          pay.value,
          nationalInsurance.value,
          pension.value,
          full.parts.pension.value,
          levy.value,
          hours.value,
          rate.hourly,
          full.hourly,
          [pay, nationalInsurance, pension, levy, hours].map(({ working }) => working).join("; "),
        ],
      ];
    });
  });
}

function spreadInWords({ spread }: LedgerLine): string | undefined {
  if (spread === null) return undefined;
  const { annuity, shareOfYear, life } = spread;
  return `over ${annuity.years} years (${life === "line" ? "by the return" : "by the study"}) at ${annuity.rate}, ${annuity.timing}; x ${shareOfYear.toFixed(6)} of a year; not where new money is counted`;
}

/** The headings and contents of a row of a return, as they were read. */
function wordsOf(
  tables: readonly Table[],
): (file: string, sheet?: string, cell?: string) => string | undefined {
  const found = new Map(tables.map((table) => [`${table.source.file} ${table.source.sheet ?? ""}`, table]));
  return (file, sheet, cell) => {
    const table = found.get(`${file} ${sheet ?? ""}`);
    const at = table?.rows.indexOf(Number(/\d+$/.exec(cell ?? "")?.[0])) ?? -1;
    if (!table || at === -1) return undefined;
    return table.columns
      .flatMap(({ name, values }) => {
        const value = values[at];
        return value === null || value === undefined || value === "" ? [] : [`${name}: ${String(value)}`];
      })
      .join("; ");
  };
}
