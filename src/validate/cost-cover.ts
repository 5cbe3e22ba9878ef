import { readDay, writeDay } from "../core/day.js";
import { coverQuestions, headings, TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";
import type { Study } from "../study/study.js";
import { plainWords } from "../study/wording.js";
import { quote } from "./cost-cell-words.js";
import type { CostRow } from "./cost-row.js";
import { costLimits, daysFrom } from "./cost-limits.js";
import { trustOf } from "../study/place-names.js";
import {
  highCostAreas,
  readCounts,
  readHighCost,
  type CoverCounts,
  type HighCost,
} from "./cost-cover-answers.js";

/** What the Cover says, once it can be read. */
export interface Cover {
  /** Year-month-day; null when it is not there or is no date. */
  readonly from: string | null;
  readonly to: string | null;
  readonly version: string;
  readonly imgs: CoverCounts;
  readonly highCost: HighCost | null;
  readonly corporateLeftOut: boolean;
  /** Financial year of the prices of its amounts. */
  readonly priceYear: string;
}

/**
 * Read the Cover against the study: the Trust that study.yaml gives the file, days within the study's period (wholly
 * outside is an error, partly or for less than half of it a warning), and the study's price year. Of another template
 * version, whose Cover may ask other things, only what it does ask is read.
 */
export function readCover(study: Study, rows: readonly CostRow[], declared: string): Cover {
  const { question, answer } = headings.Cover;
  const rowOf = (text: string) =>
    rows.find((row) => plainWords(String(row.value(question) ?? "")) === plainWords(text));
  const first = rows[0];
  const version = String(rowOf(coverQuestions.version)?.value(answer) ?? "");
  const ask = (text: string, expected: string): CostRow | null => {
    const row = rowOf(text);
    if (row && row.value(answer) !== null) return row;
    if (!row && version !== TEMPLATE_VERSION) return null;
    (row ?? first)?.complain(answer, {
      code: "cost-blank",
      message: `${text.toLowerCase()}: expected ${expected}, got nothing`,
      expected,
      found: "nothing",
      fix: row ? "fill in the cell" : `put the line "${text}" back on the Cover`,
    });
    return null;
  };

  const trust = ask(coverQuestions.trust, `the code ${declared}`);
  if (trust) checkTrust(study, trust, declared);
  const from = readCoverDay(ask(coverQuestions.from, "a date"));
  const to = readCoverDay(ask(coverQuestions.to, "a date"));
  if (from && to) checkPeriod(study, from, to);
  const priceYear = ask(coverQuestions.priceYear, study.costing.price_year);
  const corporate = ask(coverQuestions.corporate, "yes or no")?.choice(answer, ["yes", "no"] as const);
  return {
    imgs: readCounts(rowOf),
    highCost: readHighCost(rowOf, ask(coverQuestions.highCost, highCostAreas.join(", "))),
    corporateLeftOut: corporate !== "no",
    from: from?.day ?? null,
    to: to?.day ?? null,
    version,
    priceYear: (priceYear && readPriceYear(study, priceYear)) ?? study.costing.price_year,
  };
}

function checkTrust(study: Study, row: CostRow, declared: string): void {
  const answer = headings.Cover.answer;
  const found = trustOf(study, String(row.value(answer)));
  if (found === declared) return;
  row.complain(answer, {
    code: "cost-trust",
    message:
      found === null
        ? `trust: expected ${declared}, got a name that the study does not know`
        : `trust: expected ${declared}, got ${found}`,
    expected: declared,
    ...(found === null ? {} : { found }),
    fix: "put the right code on the Cover, or the right Trust beside this file under sources in study.yaml",
  });
}

interface CoverDay {
  readonly row: CostRow;
  /** Year-month-day. */
  readonly day: string;
}

function readCoverDay(row: CostRow | null): CoverDay | null {
  if (!row) return null;
  const answer = headings.Cover.answer;
  const value = row.value(answer);
  const day = typeof value === "string" ? readDay(value, "dmy") : null;
  if (day !== null) return { row, day: writeDay(day) };
  const expected = "a date such as 01/04/2026 (day/month/year)";
  const question = plainWords(String(row.value(headings.Cover.question)));
  return row.complain(answer, {
    code: "cost-date",
    message: `${question}: expected ${expected}, got ${quote(value)}`,
    expected,
    found: quote(value),
    fix: "type the date again, or set the cell's format to a date",
  });
}

function checkPeriod(study: Study, from: CoverDay, to: CoverDay): void {
  const answer = headings.Cover.answer;
  const { period } = study;
  const expected = `within ${period.from} to ${period.to}`;
  if (from.day > to.day) {
    to.row.complain(answer, {
      code: "cost-period",
      message: `last day covered: ${to.day} is before the first, ${from.day}`,
      expected: `a day from ${from.day} on`,
      found: to.day,
      fix: "correct the first or the last day",
    });
    return;
  }
  const apart = to.day < period.from || from.day > period.to;
  if (!apart) checkCovered(study, from, to);
  const outside = [from, to].find(({ day }) => day < period.from || day > period.to);
  if (!outside) return;
  outside.row.complain(answer, {
    code: "cost-period",
    severity: apart ? "error" : "warning",
    message: apart
      ? `period covered: ${from.day} to ${to.day} lies outside the study's ${period.from} to ${period.to}`
      : `period covered: ${from.day} to ${to.day} reaches beyond the study's ${period.from} to ${period.to}`,
    expected,
    found: `${from.day} to ${to.day}`,
    fix: "correct the days, or the period in study.yaml",
  });
}

/** A return of part of the study's period is priced for that part: nothing is scaled up. */
function checkCovered({ period }: Study, from: CoverDay, to: CoverDay): void {
  const first = from.day > period.from ? from.day : period.from;
  const last = to.day < period.to ? to.day : period.to;
  const covered = daysFrom(first, last);
  const whole = daysFrom(period.from, period.to);
  if (covered >= whole * costLimits.coveredShare) return;
  to.row.complain(headings.Cover.answer, {
    code: "cost-period-short",
    severity: "warning",
    message: `period covered: ${from.day} to ${to.day} is ${covered} of the ${whole} days of the study, ${period.from} to ${period.to}`,
    expected: `at least half of ${period.from} to ${period.to}`,
    found: `${covered} of ${whole} days`,
    fix: "correct the days; if the return does leave part of the period out, say so in the report: nothing is scaled up",
  });
}

/** The price year of the amounts: the study's, or another where the study has a price index to bring them to its own. */
function readPriceYear(study: Study, row: CostRow): string | null {
  const answer = headings.Cover.answer;
  const expected = study.costing.price_year;
  const found = String(row.value(answer));
  const [, first = "", second = ""] = /^(\d{4})\s*[/-]\s*(?:\d{2})?(\d{2})$/.exec(found) ?? [];
  const year = `${first}/${second}`;
  const isYear = first !== "" && (Number(first) + 1) % 100 === Number(second);
  if (year === expected || (isYear && study.costing.price_index)) return year;
  return row.complain(answer, {
    code: "cost-price-year",
    message: `price year: expected ${expected}, got ${quote(found)}`,
    expected,
    found: quote(found),
    fix: `give the amounts in pounds at the prices of ${expected}; staff time is priced by the program`,
  });
}
