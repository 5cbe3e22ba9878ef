import { expect, it } from "vitest";
import { toPence } from "../../src/core/pence.js";
import { priceReturns } from "../../src/costs/trust-costs.js";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { openFolder } from "../../src/ingest/folder.js";
import { reconciliationFiles } from "../../src/run/reconciliation.js";
import { readShipped } from "../../src/run/shipped.js";
import { recalculate } from "../template/recalculate.js";
import { requireTool } from "../tools.js";

const checked = await checkStudy(openFolder("data/example"), await readShipped());
const { study, computed } = evaluate(checked);
const priced = priceReturns(study, checked.returns, checked.cohorts, checked.figures);
const files = await reconciliationFiles(study, priced, checked.tables, computed.results);
const workbook = files.get("reconciliation.xlsx")!;
const estimates = new Map(
  computed.results.flatMap((one) => (one.kind === "estimate" ? [[one.id, one.estimate] as const] : [])),
);

const rowsOf = (text: string) => {
  const [header = [], ...rows] = text
    .trim()
    .split("\r\n")
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index]!, cell])));
};
const lines = rowsOf(new TextDecoder().decode(files.get("reconciliation.csv")));

it("has every line of every return once, with its cell and what stands there", () => {
  const ledger = priced.trusts.flatMap((trust) => trust.ledger);
  expect(lines.map((line) => line["Line"])).toEqual(ledger.map(({ id }) => id));
  const design = lines.find((line) => line["Line"] === "D/staff/3")!;
  expect(design["Sheet"]).toBe("Staff");
  expect(design["What stands in the row"]).toContain("Role: Designing the programme");
  expect(design["What stands in the row"]).toContain("Useful life in years: 5");
  expect(design["How set-up is spread"]).toContain("over 5 years (by the return) at 0.035, in arrears");
});

it("its amounts add up to every total to the penny, in whole pence", () => {
  const sum = (rows: typeof lines, heading: string) =>
    rows.reduce((total, row) => total + toPence(Number(row[heading] || 0)), 0);
  const pooled = (id: string) => toPence(estimates.get(`cost/${id}/pooled`)!);
  const extra = lines.filter((line) => line["Extra"] === "yes");
  const others = (rows: typeof lines) => rows.filter((line) => line["IMG time"] === "no");
  const economic = "What the Trust pays and time given";
  expect(sum(lines, economic)).toBe(pooled("total/with-supernumerary"));
  expect(sum(others(lines), economic)).toBe(pooled("total/without-supernumerary"));
  expect(sum(extra, economic)).toBe(
    pooled("perspective/trust-economic/incremental/total/with-supernumerary"),
  );
  expect(sum(lines, "New money of the Trust")).toBe(
    pooled("perspective/trust-cash/full/total/with-supernumerary"),
  );
  expect(sum(others(extra), "What the NHS pays and time given")).toBe(
    pooled("perspective/nhs/incremental/total/without-supernumerary"),
  );
  expect(sum(lines, "What charities pay")).toBe(pooled("perspective/charity/full/total/with-supernumerary"));
});

it("its live sums, worked out anew by LibreOffice, equal our totals", async (context) => {
  const [again] = recalculate(requireTool("soffice", context), [workbook]);
  const totals = (await readWorkbook(again!)).find(({ name }) => name === "Totals")!;
  const rows = totals.rows.filter(({ row }) => row > 4).map(({ cells }) => cells.map(({ value }) => value));
  expect(rows.length).toBe(11 + 12);
  for (const [, , , , ours, sum, difference, id] of rows) {
    expect(sum, String(id)).toBe(ours);
    expect(difference, String(id)).toBe(0);
    expect(toPence(Number(ours)), String(id)).toBe(toPence(estimates.get(String(id))!));
  }
});

it("the sums are formulas over the lines, not numbers", async () => {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  await book.xlsx.load(workbook.slice().buffer);
  const cell = book.getWorksheet("Totals")!.getCell("F5");
  expect(cell.formula).toMatch(/^ROUND\(SUMIFS\(Lines!/);
});

it("prints so that it can be read: rows as high as their words, some pages wide, with the line's name on each", async () => {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  await book.xlsx.load(workbook.slice().buffer);
  const sheet = book.getWorksheet("Lines")!;
  expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 3, fitToHeight: 0 });
  expect(sheet.pageSetup.printTitlesColumn).toBe("A:B");
  expect(sheet.getRow(4).height).toBeGreaterThan(30);
  expect(sheet.getRow(5).height).toBeGreaterThan(50);
});
