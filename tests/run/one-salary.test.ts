import { expect, it } from "vitest";
import { lineColumns } from "../../src/run/reconciliation-rows.js";
import type { LedgerLine } from "../../src/costs/ledger.js";

const line = {
  at: { file: "costs/a.xlsx", sheet: "Staff", cell: "A5" },
  hours: 12,
  hourlyRate: 61.37,
  working: "12 hours at 61.37",
  onePersonsPay: true,
} as unknown as LedgerLine;
const columns = lineColumns([]).filter(({ heading }) =>
  /^(What stands|Hours|Pounds|How it was)/.test(heading),
);

it("the reconciliation tells neither rate nor hours of one person's pay", () => {
  expect(columns.map(({ value }) => value(line))).toEqual(
    Array.from({ length: 4 }, () => "not shown: one person's pay"),
  );
});

it("of any other line it tells both", () => {
  const told = columns.map(({ value }) => value({ ...line, onePersonsPay: false }));
  expect(told).toEqual([undefined, 12, 61.37, "12 hours at 61.37"]);
});
