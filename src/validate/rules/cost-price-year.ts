import { daysFrom } from "../cost-limits.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import type { OtherLine, StaffLine } from "../cost-line.js";
import { cellOf } from "../cost-place.js";
import type { PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";

/** A financial year in a text: `2024/25`, `2024-25`, `2024/2025`. */
const financialYear = /(?<![\d/-])(20\d{2})\s*[/-]\s*(?:20)?(\d{2})\b(?![/-])/g;

/** How near an own rate is to a pay point's price for it to be that price. */
const near = 0.005;

/**
 * Prices of another year than the study's: a line whose own words name one, an own rate that is the pay point's price of
 * another year, a published rate that does not say its year, and amounts for days that lie wholly before the price year.
 * Only the years are told, never the words.
 */
export const costPriceYear: Rule = {
  id: "cost-price-year",
  label: "prices that may be of another year",
  severity: "warning",
  looksAt: costLines,
  check: (context) =>
    context.returns.flatMap((read) => [
      ...read.staff.flatMap((line) => ofStaff(context, read, line)),
      ...read.other.flatMap((line) => ofOther(context, read, line)),
      ...beforeYear(read),
    ]),
};

function ofStaff(context: RuleContext, read: PartialReturn, line: StaffLine): readonly Finding[] {
  const { tables, study } = context;
  const { ownRate } = line;
  if (ownRate === null && line.statedPence === null) return [];
  const heading = headings.Staff;
  const named = yearNamed(study.costing.price_year, [line.reference, line.activity, line.role]);
  const at = cellOf(tables, line.at, ownRate === null ? heading.stated : heading.ownRate);
  if (named !== null) return [otherYear(read, at, named)];
  if (ownRate === null) return [];
  if (ownRate.source === "published unit cost" && !/\b20\d{2}\b/.test(`${line.reference} ${line.activity}`))
    return [
      costFinding(costPriceYear, read.trust, cellOf(tables, line.at, heading.reference), {
        severity: "note",
        message: `source of own rate: published unit cost, without the year of its prices; is it ${study.costing.price_year}?`,
        expected: "the year of the prices in Your reference",
        found: "no year",
        fix: `write the year of the table's prices under Your reference; rates of another year than ${study.costing.price_year} are best left out`,
      }),
    ];
  if (ownRate.source === "local payroll" && line.people === 1) return [];
  const year = yearOfRate(context, read, line, ownRate.pencePerHour / 100);
  return year === null
    ? []
    : [
        costFinding(costPriceYear, read.trust, at, {
          message: `own rate in pounds an hour: it is the price of ${line.payPoint} in ${year}, not in ${study.costing.price_year}; is it of that year?`,
          expected: `a rate of ${study.costing.price_year}`,
          found: `that of ${year}`,
          fix: `clear the own rate: the pay point is priced at ${study.costing.price_year} for you; if the rate is right, nothing to do`,
        }),
      ];
}

function ofOther(context: RuleContext, read: PartialReturn, line: OtherLine): readonly Finding[] {
  const named = yearNamed(read.priceYear, [line.item, line.reference]);
  const at = cellOf(context.tables, line.at, headings["Other costs"].amount);
  return named === null || line.amountPence === 0 ? [] : [otherYear(read, at, named)];
}

function otherYear(read: PartialReturn, at: Finding["at"], named: string): Finding {
  const { priceYear } = read;
  return costFinding(costPriceYear, read.trust, at, {
    message: `price year: the line names ${named}, the Cover says ${priceYear}; is the amount at prices of ${named}?`,
    expected: `an amount at prices of ${priceYear}`,
    found: named,
    fix: `give the amount at prices of ${priceYear}; if it is, nothing to do`,
  });
}

/** Amounts for days before the price year were paid at the prices of those days. */
function beforeYear({ trust, period, other, priceYear }: PartialReturn): readonly Finding[] {
  const [first] = other.filter((line) => line.amountPence > 0);
  const start = `${priceYear.slice(0, 4)}-04-01`;
  if (period === null || first === undefined || daysFrom(period.to, start) <= 1) return [];
  return [
    costFinding(
      costPriceYear,
      trust,
      { file: first.at.file, sheet: "Other costs" },
      {
        severity: "note",
        message: `price year: ${priceYear}, for days that end ${period.to}; were the amounts brought to prices of ${priceYear}?`,
        expected: `amounts at prices of ${priceYear}`,
        found: `days before ${start}`,
        fix: "nothing to do if they were; else give them at the prices of the price year",
      },
    ),
  ];
}

function yearNamed(priceYear: string, texts: readonly (string | null)[]): string | null {
  for (const text of texts)
    for (const [, first, second] of (text ?? "").matchAll(financialYear)) {
      const isYear = (Number(first) + 1) % 100 === Number(second);
      if (isYear && `${first}/${second}` !== priceYear) return `${first}/${second}`;
    }
  return null;
}

/** The other year whose price of the pay point an own rate is; null when it is none, or this year's. */
function yearOfRate(
  { pricesOf, otherYears }: RuleContext,
  read: PartialReturn,
  line: StaffLine,
  rate: number,
): string | null {
  const is = (price: number | null | undefined) => !!price && Math.abs(rate - price) <= near * price;
  if (is(pricesOf(read.period, read.highCost).hourly.get(line.payPoint))) return null;
  const found = [...otherYears].find(([, ofYear]) => is(ofYear.get(line.payPoint)));
  return found === undefined ? null : found[0];
}
