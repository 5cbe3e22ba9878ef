import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A rate from the Trust's payroll on a line of one person: it tells what that person earns. The rate is never told on. */
export const costOneSalary: Rule = {
  id: "cost-one-salary",
  label: "a payroll rate that tells one person's salary",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read) =>
      read.staff
        .filter(({ ownRate, people }) => ownRate?.source === "local payroll" && people === 1)
        .map((line) =>
          costFinding(costOneSalary, read.trust, cellOf(tables, line.at, headings.Staff.ownRate), {
            message:
              "own rate in pounds an hour: from local payroll, for one person; it tells what that person earns, so it is not shown to anybody",
            expected: "no own rate on the line of one person",
            fix: "clear the own rate and the cells about it: the pay point is priced for you",
          }),
        ),
    ),
};
