import type { Place } from "../core/issue.js";
import { columnLetters, type Table } from "../core/table.js";
import { faultyAnswer, headings } from "../ingest/formats/cost-return-layout.js";
import { nearest } from "../study/nearest.js";
import { readNumber, readPounds, suggestHours, suggestPounds } from "./cost-amount.js";
import { lowerFirst, orList, quote, sameCode, tidy } from "./cost-cell-words.js";
import type { Complaint, CostRow } from "./cost-row.js";
import type { Finding } from "./finding.js";

/**
 * Rows of a table in which at least one of the headings is filled; a row with only a note is left alone. Of an answer that
 * the reader of the workbook has refused nothing more is told; its row counts as refused.
 */
export function costRows(
  table: Table,
  filled: readonly string[],
  trust: string,
  findings: Finding[],
): readonly CostRow[] {
  const columnOf = (heading: string) =>
    table.columns.find((column) => column.name === heading || column.aliases.includes(heading));
  return table.rows.flatMap((row, index) => {
    const value = (heading: string) => tidy(columnOf(heading)?.values[index] ?? null);
    if (filled.every((heading) => value(heading) === null)) return [];
    const at = (heading?: string): Place => ({
      file: table.source.file,
      ...(table.source.sheet === undefined ? {} : { sheet: table.source.sheet }),
      cell: `${columnLetters((heading === undefined ? undefined : columnOf(heading)?.position) ?? 0)}${row}`,
    });
    const faulty = filled.some((heading) => value(heading) === faultyAnswer);
    return [costRow(row, at, value, trust, findings, faulty)];
  });
}

function costRow(
  row: number,
  at: CostRow["at"],
  value: CostRow["value"],
  trust: string,
  findings: Finding[],
  faulty: boolean,
): CostRow {
  let refused = faulty;
  const complain = (heading: string, complaint: Complaint): null => {
    if (value(heading) === faultyAnswer) return null;
    const { code, severity = "error", expected, found, fix } = complaint;
    if (severity === "error") refused = true;
    const asked = heading === headings.Cover.answer ? value(headings.Cover.question) : null;
    const thing = lowerFirst(asked === null ? heading : String(asked));
    const message = complaint.message ?? `${thing}: expected ${expected}, got ${found ?? "something else"}`;
    findings.push({
      rule: "cost-return",
      code,
      severity,
      at: at(heading),
      trust,
      message,
      expected,
      ...(found === undefined ? {} : { found }),
      fix,
    });
    return null;
  };
  const blank = (heading: string, expected: string) =>
    complain(heading, {
      code: "cost-blank",
      expected,
      found: "nothing",
      fix: "fill in the cell, or clear the whole row",
    });

  const within = (
    heading: string,
    expected: string,
    fits: (number: number) => boolean,
    fix: string,
  ): number | null => {
    const found = value(heading);
    if (found === null) return blank(heading, expected);
    const number = readNumber(found);
    if (number !== null && fits(number)) return number;
    const code = number !== null && number < 0 ? "cost-negative" : "cost-number";
    return complain(heading, { code, expected, found: quote(found), fix });
  };

  return {
    row,
    at,
    value,
    complain,
    isBlank: (heading) => value(heading) === null,
    isRefused: () => refused,
    text(heading) {
      const found = value(heading);
      return found === null ? null : String(found);
    },
    amount: (heading) =>
      within(
        heading,
        "a number above 0",
        (number) => number > 0,
        "give how many there were, or leave it blank",
      ),
    years: (heading) =>
      within(
        heading,
        "years, above 0 and at most 60",
        (number) => number > 0 && number <= 60,
        "give the years it is of use, or leave it blank",
      ),
    fraction: (heading) =>
      within(
        heading,
        "a share of full time, such as 0.5",
        (number) => number > 0 && number <= 1,
        "half of full time is 0.5; count more people under People",
      ),
    percent(heading) {
      const fix =
        "100 if all of it is for IMGs; for a share give the percent; leave out a line that is not for them";
      const number = within(
        heading,
        "a percent above 0 and at most 100",
        (one) => one > 0 && one <= 100,
        fix,
      );
      return number === null ? null : number / 100;
    },
    percentFromNought(heading) {
      const fix = "give the percent of these hours, or leave it blank for none";
      const number = within(heading, "a percent from 0 to 100", (one) => one >= 0 && one <= 100, fix);
      return number === null ? null : number / 100;
    },
    words(heading) {
      const found = value(heading);
      return found === null ? blank(heading, "a few words") : String(found);
    },
    choice(heading, options) {
      const found = value(heading);
      const expected = orList(options);
      if (found === null) return blank(heading, expected);
      const text = String(found).replace(/\s+/g, " ").toLowerCase();
      const option = options.find((one) => one.toLowerCase() === text);
      if (option !== undefined) return option;
      const near = nearest(text, options);
      return complain(heading, {
        code: "cost-choice",
        expected,
        found: quote(found),
        fix: near === null ? "choose from the drop-down" : `did you mean "${near}"?`,
      });
    },
    code(heading, known, fix) {
      const found = value(heading);
      if (found === null) return blank(heading, "a code from the drop-down");
      const text = String(found);
      const first = text.split(/\s/)[0]!;
      const match = known.find((one) => sameCode(one, first)) ?? known.find((one) => sameCode(one, text));
      if (match !== undefined) return match;
      const near = nearest(first, known) ?? nearest(text.replace(/\s/g, ""), known);
      return complain(heading, {
        code: "cost-unknown-code",
        expected: "a code from the drop-down",
        found: quote(found),
        fix: near === null ? fix : `did you mean ${near}? ${fix}`,
      });
    },
    count(heading) {
      const expected = "a whole number from 1";
      const found = value(heading);
      if (found === null) return blank(heading, expected);
      const number = readNumber(found);
      if (number !== null && Number.isInteger(number) && number >= 1) return number;
      return complain(heading, {
        code: number !== null && number < 0 ? "cost-negative" : "cost-number",
        expected,
        found: quote(found),
        fix: "count people as whole numbers; put part of somebody's time in the hours",
      });
    },
    countFromNought: (heading) =>
      within(
        heading,
        "a whole number, 0 or more",
        (number) => Number.isInteger(number) && number >= 0,
        "count people as whole numbers; leave it blank if it is not known yet",
      ),
    hours(heading) {
      const expected = "hours as a number, such as 112.5";
      const found = value(heading);
      if (found === null) return blank(heading, expected);
      const number = readNumber(found);
      if (number !== null && number >= 0) return number;
      if (number !== null)
        return complain(heading, {
          code: "cost-negative",
          expected,
          found: quote(found),
          fix: "hours cannot be below 0; leave out what was not done",
        });
      return complain(heading, {
        code: "cost-hours",
        expected,
        found: quote(found),
        fix: `write hours as a number${suggestHours(String(found))}`,
      });
    },
    pounds(heading, shown = "shown") {
      const expected = "pounds as a number, such as 1,200.50";
      const found = value(heading);
      if (found === null) return blank(heading, expected);
      const pence = readPounds(found);
      if (pence !== null && pence >= 0) return pence;
      const seen = shown === "shown" ? { found: quote(found) } : {};
      if (pence !== null)
        return complain(heading, {
          code: "cost-negative",
          expected,
          ...seen,
          fix: "an amount cannot be below 0; give what was spent, after any refund",
        });
      return complain(heading, {
        code: "cost-pounds",
        expected,
        ...seen,
        fix: suggestPounds(shown === "shown" ? String(found) : ""),
      });
    },
  };
}
