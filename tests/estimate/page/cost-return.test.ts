import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import { fullWeeks, payPointsOf } from "../../../src/costs/figures.js";
import { readCostReturnTables } from "../../../src/ingest/formats/cost-return.js";
import { issueWords } from "../../../src/estimate/page/issue-words.js";
import { checkCover, outsidePayYear } from "../../../src/estimate/page/return/check-cover.js";
import { placeValues } from "../../../src/estimate/page/return/place-values.js";
import { plannedReturn } from "../../../src/estimate/page/return/planned-return.js";
import { findPlaces } from "../../../src/estimate/page/return/template-places.js";
import { checkInputs } from "../../../src/costs/estimate/check-inputs.js";
import { writeCostReturnTemplate } from "../../../src/template/cost-return.js";
import { typeIn } from "../../../src/template/type-in.js";
import { readCostReturn } from "../../../src/validate/cost-return.js";
import { costStudy } from "../../costs/fixture.js";
import { drawChoices } from "./draw-inputs.js";
import { closePages, data, inputs, openPage, shipped } from "./page.js";
import { idOf } from "../../../src/estimate/page/controls.js";
import { withRanges } from "../../../src/estimate/page/read-answers.js";

afterAll(closePages);

const study = { ...costStudy(["A"]), components: shipped.components };
const weeks = fullWeeks(data.figures, "2026/27");
const source = { file: "costs/a.xlsx", trust: "A" };
const template = await writeCostReturnTemplate({
  components: shipped.components,
  payPoints: payPointsOf(data.figures, "2026/27"),
});
const places = await findPlaces(template);

async function readBack(bytes: Uint8Array) {
  const { tables, issues } = await readCostReturnTables(source, bytes);
  const { value, findings } = readCostReturn(study, tables, weeks);
  const errors = [...issues, ...findings].filter(({ severity }) => severity === "error");
  return { value, errors: errors.map(({ message }) => message) };
}

describe("a cost return that the page saves", () => {
  it("is read by the tool without an error, and holds the estimate's quantities", async (context) => {
    const { page, complaints } = await openPage(context);
    await page.locator(`#${idOf("return.trust")}`).fill("A");
    await page.locator(`#${idOf("return.from")}`).fill("1/4/2026");
    await page.locator(`#${idOf("return.to")}`).fill("31/3/2027");
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a cost return" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("cost-return-a.xlsx");
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const { value, errors } = await readBack(bytes);
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ trust: "A", from: "2026-04-01", to: "2027-03-31", imgs: { inducted: 20 } });
    const { items } = estimate(inputs, data);
    const lead = value!.staff.find(({ role }) => role === items.find(({ id }) => id === "lead-time")!.label)!;
    expect(lead).toMatchObject({
      component: "ENB-06",
      people: 1,
      hours: 168,
      basis: "whole period",
      evidence: "guessed",
    });
    expect(value!.supernumerary).toMatchObject([{ imgs: 20, hoursEach: 160, clinicalShare: 0 }]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("tells beside the field what is missing, and saves nothing", async (context) => {
    const { page } = await openPage(context);
    await page.locator(`#${idOf("return.from")}`).fill("31/13/2026");
    await page.getByRole("button", { name: "Save a cost return" }).click();
    expect(await page.locator(`#${idOf("return.trust")}-error`).textContent()).toBe(
      "Trust: expected the code that the evaluators gave your Trust, found nothing. Put the code, such as A.",
    );
    expect(await page.locator(`#${idOf("return.from")}-error`).textContent()).toContain('found "31/13/2026"');
    expect(await page.evaluate("document.activeElement.id")).toBe(idOf("return.trust"));
    await page.close();
  });

  it.each([
    ["30 days", "1/4/2026", "30/4/2026", "found 30 days"],
    ["349 days", "1/4/2026", "15/3/2027", "found 349 days"],
    ["381 days", "1/4/2026", "16/4/2027", "found 381 days"],
    ["two years", "1/4/2026", "31/3/2028", "found 731 days"],
    ["a last day before the first", "1/4/2026", "31/3/2026", "expected a day on or after the first"],
  ])("is refused for %s: its quantities are those of a year", (_, from, to, reason) => {
    const { value, issues } = checkCover({ trust: "A", from, to }, estimate(inputs, data));
    expect(value).toBeNull();
    expect(issues.map(issueWords).join()).toContain(reason);
  });

  it.each([
    ["a year of pay", "1/4/2026", "31/3/2027", ""],
    ["a leap year", "1/4/2027", "31/3/2028", " 366 of its days lie outside 2026/27"],
    ["another year", "1/9/2026", "31/8/2027", " 153 of its days lie outside 2026/27"],
    ["a day more", "1/4/2026", "1/4/2027", " 1 of its days lies outside 2026/27"],
  ])("is taken for %s, and days outside the year of pay are told", (_, from, to, words) => {
    const { value } = checkCover({ trust: "A", from, to }, estimate(inputs, data));
    expect(value).not.toBeNull();
    const told = outsidePayYear(value!, "2026/27");
    if (words === "") expect(told).toBe("");
    else expect(told).toContain(words);
  });

  it("holds the hours and pounds of 40 random estimates", async () => {
    const drawn = drawChoices(80, "page/return")
      .map((choices) => ({ ...choices, inputs: { ...choices.inputs, year: "2026/27" } }))
      .filter(({ inputs: one, ranges }) => checkInputs(one, withRanges(data, ranges)).length === 0)
      .slice(0, 40);
    expect(drawn.length).toBe(40);
    for (const { inputs: one, ranges } of drawn) {
      const changed = withRanges(data, ranges);
      const made = estimate({ ...one, perspective: "nhs", overheads: null }, changed);
      const cover = { trust: "A", from: 20_544, to: 20_908 };
      const { value, errors } = await readBack(
        typeIn(template, placeValues(places, plannedReturn(made, changed, cover))),
      );
      const planned = made.totals.central.lines.reduce((sum, line) => sum + line.quantity * line.rate, 0);
      expect(errors, JSON.stringify(one)).toEqual(planned === 0 ? expect.anything() : []);
      if (!value) continue;
      const times = (basis: string) => (basis === "each IMG" ? one.imgs : 1);
      const hours = value.staff.reduce((sum, line) => sum + line.people * line.hours * times(line.basis), 0);
      const own = value.supernumerary.reduce((sum, line) => sum + line.imgs * line.hoursEach, 0);
      const lines = made.totals.central.lines.filter(({ payPoint }) => payPoint !== null);
      const expected = lines.reduce((sum, line) => sum + line.quantity, 0);
      expect(hours + own).toBeCloseTo(expected, 5);
      const byNhs = value.other.filter(({ paidBy }) => ["Trust", "NHS England"].includes(paidBy));
      const pounds = byNhs.reduce((sum, line) => sum + line.amountPence * times(line.basis), 0) / 100;
      const spent = made.totals.central.lines.filter(({ payPoint }) => payPoint === null);
      const plannedPounds = spent.reduce((sum, line) => sum + line.quantity * line.rate, 0);
      expect(Math.abs(pounds - plannedPounds)).toBeLessThanOrEqual(
        0.005 * one.imgs * Math.max(1, spent.length),
      );
    }
  });

  it("holds no result of the empty template, so that its sums and checks are worked out when it is opened", async () => {
    const planned = plannedReturn(estimate(inputs, data), data, { trust: "A", from: 20_544, to: 20_908 });
    const parts = unzipSync(typeIn(template, placeValues(places, planned)));
    const sheets = Object.keys(parts).filter((part) => part.startsWith("xl/worksheets/sheet"));
    const formulas = sheets.flatMap((part) => strFromU8(parts[part]!).match(/<c [^>]*><f.*?<\/c>/gs) ?? []);
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((cell) => cell.includes("<v>"))).toEqual([]);
    expect(strFromU8(parts["xl/workbook.xml"]!)).toContain('fullCalcOnLoad="1"');
  });

  it("gives the same bytes twice", () => {
    const values = plannedReturn(estimate(inputs, data), data, { trust: "A", from: 20_544, to: 20_908 });
    const fill = () => typeIn(template, placeValues(places, values));
    expect(Buffer.from(fill()).equals(Buffer.from(fill()))).toBe(true);
  });
});
