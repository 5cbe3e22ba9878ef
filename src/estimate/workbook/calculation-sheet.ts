import { columnLetters } from "../../core/table.js";
import { levels, type Level } from "../../costs/estimate/assumptions.js";
import { estimateLimits } from "../../costs/estimate/check-value.js";
import type { PricedItem } from "../../costs/estimate/price-items.js";
import type { Workbook } from "../../ingest/workbook.js";
import { alert } from "../../template/validation.js";
import { columnOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inPounds, live, type SheetValue } from "./live-cell.js";
import { isImgTime, type WorkbookPlan } from "./workbook-plan.js";

const sheet = "Calculation";
const columns = [
  ["Item", 34],
  ["Part", 13],
  ["Spent on", 20],
  ["How often", 13],
  ["Group holds", 9],
  ["Paid by", 12],
  ["New money", 9],
  ["Pay point", 26],
  ["Own pounds an hour", 11],
  ["Low amount", 11],
  ["Central amount", 11],
  ["High amount", 11],
  ["Amount is in", 10],
  ["Check", 16],
  ["Counted", 10],
  ["Times", 9],
  ["Pounds an hour", 11],
  ["Low price", 13],
  ["Central price", 13],
  ["High price", 13],
  ["Low in a year", 13],
  ["Central in a year", 13],
  ["High in a year", 13],
  ["Moves the year by", 13],
  ["Why this amount", 46],
  ["Source", 40],
] as const;
type Heading = (typeof columns)[number][0];
const order = columns.map(([heading]) => heading);
const firstNumber = order.indexOf("Own pounds an hour");
const isNumber = (heading: Heading) => {
  const position = order.indexOf(heading);
  const words: readonly Heading[] = ["Amount is in", "Check", "Why this amount", "Source", "Counted"];
  return (position >= firstNumber && !words.includes(heading)) || heading === "Group holds";
};
const titles: Readonly<Record<Level, string>> = { low: "Low", central: "Central", high: "High" };

/** Letter of a column of the sheet. */
function letter(heading: Heading): string {
  return columnLetters(order.indexOf(heading));
}

/**
 * Every item of the assumptions on one line: amounts that may be changed, times, price and what it adds to the year, with
 * the reason and source of each amount. The price of a line is rounded to the penny before lines are added.
 */
export async function drawCalculation(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { items, names, banner } = plan;
  const range = (heading: Heading) => columnOf(sheet, order.indexOf(heading), items.length);
  for (const level of levels) {
    names.give(`amount_${level}`, range(`${titles[level]} amount` as Heading));
    names.give(`price_${level}`, range(`${titles[level]} price` as Heading));
    names.give(`year_${level}`, range(`${titles[level]} in a year` as Heading));
  }
  names.give("item_part", range("Part"));
  names.give("item_counted", range("Counted"));
  names.give("item_check", range("Check"));
  const openHere: readonly Heading[] = [
    "Pay point",
    "Own pounds an hour",
    "Low amount",
    "Central amount",
    "High amount",
  ];
  await drawEstimateSheet(workbook, {
    name: sheet,
    title: "Calculation, one line an item",
    hint: "Yellow cells may be changed: the Trust's own hours, pounds and pay points. Amounts are for one time; Times says how often in a year.",
    banner,
    columns: columns.map(([heading, width]) => ({
      heading,
      width,
      ...(isNumber(heading) ? { number: true } : {}),
      ...(heading === "Group holds" || heading === "Times" ? { format: "#,##0.0#" } : {}),
      ...(isNumber(heading) && heading !== "Group holds" && heading !== "Times"
        ? { format: "#,##0.00" }
        : {}),
      open: (row: number) => openHere.includes(heading) && isOpen(items[row]!, heading),
      check: (row: number) =>
        !openHere.includes(heading) || !isOpen(items[row]!, heading) || heading === "Pay point"
          ? null
          : {
              type: "decimal" as const,
              operator: "between" as const,
              formulae: [0, mostOf(items[row]!, heading)],
              allowBlank: heading === "Own pounds an hour",
              ...alert(`a number from 0 to ${mostOf(items[row]!, heading)}`),
            },
    })),
    rows: items.map((item, index) => rowOf(plan, item, firstRow + index)),
    fixedColumns: 1,
    pagesAcross: 3,
  });
}

function rowOf(plan: WorkbookPlan, item: PricedItem, row: number): readonly SheetValue[] {
  const { inputs, data } = plan;
  const cell = (heading: Heading) => `${letter(heading)}${row}`;
  const assumed = data.assumptions.items.find(({ id }) => id === item.id)!;
  const override = inputs.overrides[item.id];
  const isTime = item.payPoint !== null;
  const counted = plan.isProvided(item) && plan.isCounted(item);
  const flag = row - firstRow;
  const rate = item.paidHours ? "paid" : "";
  const rateName = (full: string) => ["rate_hour", full, rate].filter(Boolean).join("_");
  const lookUp = (name: string) => `INDEX(${name},MATCH(${cell("Pay point")},rate_keys,0))`;
  const flagOf = (name: string) => `INDEX(${name},${flag + 1})`;
  const amount = (level: Level): SheetValue =>
    isImgTime(item) && item.eachShadowingWeek && override?.amount === undefined
      ? live(`${assumed.amount[level]}/${assumed.amount.high}*week_hours`, item.amount[level])
      : item.amount[level];
  const price = (level: Level): SheetValue =>
    live(
      `ROUND(${cell("Times")}*${cell(`${titles[level]} amount` as Heading)}${isTime ? `*${cell("Pounds an hour")}` : ""}*${flagOf("f_whose")},2)`,
      inPounds(plan.lineOf(item, level)?.pence ?? 0),
    );
  const year = (level: Level): SheetValue => {
    const whole = cell(`${titles[level]} price` as Heading);
    return live(
      item.basis === "once" ? `ROUND(${whole}/IF(step_whose=1,1,step_factor),2)` : whole,
      inPounds(plan.lineOf(item, level)?.yearPence ?? 0),
    );
  };
  const moves = (plan.lineOf(item, "high")?.yearPence ?? 0) - (plan.lineOf(item, "low")?.yearPence ?? 0);
  const least = `MIN(${cell("Low amount")}:${cell("High amount")})`;
  const most = `MAX(${cell("Low amount")}:${cell("High amount")})`;
  const limit = isTime ? estimateLimits.hours : estimateLimits.pounds;
  const amountsFit = `AND(COUNT(${cell("Low amount")}:${cell("High amount")})=3,${least}>=0,${most}<=${limit})`;
  return [
    item.label,
    item.component,
    item.category,
    `${item.basis}${item.eachShadowingWeek ? ", each week of shadowing" : ""}`,
    item.groupSize,
    item.paidBy,
    item.extra ? "yes" : "no",
    !isTime
      ? null
      : isImgTime(item) && override?.payPoint === undefined
        ? live(`IF(grade="","${assumed.payPoint!}",grade)`, item.payPoint)
        : item.payPoint,
    override?.poundsAnHour ?? null,
    amount("low"),
    amount("central"),
    amount("high"),
    isTime ? "hours" : "pounds",
    live(
      isTime
        ? `IF(NOT(${amountsFit}),"mend the amounts",IF(${cell("Own pounds an hour")}<>"",IF(ISNUMBER(${cell("Own pounds an hour")}),"OK","mend the rate"),IF(COUNTIF(rate_keys,${cell("Pay point")})<>1,"unknown pay point",IF(${lookUp("rate_priced")}=0,"no pay that year","OK"))))`
        : `IF(${amountsFit},"OK","mend the amounts")`,
      "OK",
    ),
    live(
      `IF(${flagOf("f_provided")}*IF(${flagOf("f_time")}=1,step_imgs_pay,1)*${flagOf("f_whose")}=1,"yes","no")`,
      counted ? "yes" : "no",
    ),
    live(timesFor(item), plan.timesOf(item)),
    isTime
      ? live(
          `IF(${cell("Check")}<>"OK",0,IF(${cell("Own pounds an hour")}<>"",${cell("Own pounds an hour")},IF(step_whose=3,${lookUp(rateName("full"))},${lookUp(rateName(""))})))`,
          item.hourly ?? 0,
        )
      : null,
    price("low"),
    price("central"),
    price("high"),
    year("low"),
    year("central"),
    year("high"),
    live(`${cell("High in a year")}-${cell("Low in a year")}`, inPounds(moves)),
    sentence(item.reason),
    item.source,
  ];
}

/** How often one item is spent, in the plain form that its line needs. */
function timesFor(item: PricedItem): string {
  const weeks = item.eachShadowingWeek ? "*weeks" : "";
  if (item.basis === "each IMG") return `imgs${weeks}`;
  const groups = (size: string) =>
    item.groupSize === null ? `MIN(${size},1)` : `ROUNDUP((${size})/${item.groupSize},0)`;
  if (item.basis !== "each intake") return `${groups("imgs")}${weeks}`;
  return (
    `(MOD(imgs,intakes)*${groups("INT(imgs/intakes)+1")}` +
    `+(intakes-MOD(imgs,intakes))*${groups("INT(imgs/intakes)")})${weeks}`
  );
}

function isOpen(item: PricedItem, heading: Heading): boolean {
  return item.payPoint !== null || (heading !== "Pay point" && heading !== "Own pounds an hour");
}

function mostOf(item: PricedItem, heading: Heading): number {
  if (heading === "Own pounds an hour") return estimateLimits.poundsAnHour;
  return item.payPoint === null ? estimateLimits.pounds : estimateLimits.hours;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * The same items as numbers, for the sheets on cohort size and scenarios, which add all lines up in one cell.
 */
export async function drawWorkings(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { items, names, banner, inputs } = plan;
  const is = (answer: boolean) => (answer ? 1 : 0);
  const whoseFlags = ["f_cash", "f_economic", "f_nhs"];
  const hour = (item: PricedItem, row: number, full: boolean): SheetValue => {
    if (item.payPoint === null) return 1;
    const own = `${sheet}!${letter("Own pounds an hour")}${row}`;
    const point = `${sheet}!${letter("Pay point")}${row}`;
    const name = `rate_hour${full ? "_full" : ""}${item.paidHours ? "_paid" : ""}`;
    const card =
      plan.cards[full ? (item.paidHours ? "fullPaid" : "full") : item.paidHours ? "chosenPaid" : "chosen"];
    return live(
      `IF(${sheet}!${letter("Check")}${row}<>"OK",0,IF(${own}<>"",${own},INDEX(${name},MATCH(${point},rate_keys,0))))`,
      inputs.overrides[item.id]?.poundsAnHour ?? card.rates[item.payPoint]!.hourly,
    );
  };
  const flags: readonly (readonly [name: string, of: (item: PricedItem, row: number) => SheetValue])[] = [
    ["f_provided", (item) => live(providedFormula(plan, item), is(isThere(plan, item)))],
    ["f_time", (item) => is(isImgTime(item))],
    ["f_buddy", (item) => is(item.component === "ENB-01")],
    ["f_each", (item) => is(item.basis === "each IMG")],
    ["f_intake", (item) => is(item.basis === "each intake")],
    ["f_whole", (item) => is(item.basis === "once" || item.basis === "each year")],
    ["f_once", (item) => is(item.basis === "once")],
    ["f_group", (item) => item.groupSize ?? 1_000_000],
    ["f_week", (item) => is(item.eachShadowingWeek)],
    ["f_cash", (item) => is(item.extra && item.paidBy === "Trust")],
    ["f_economic", (item) => is(item.paidBy === "Trust")],
    ["f_nhs", (item) => is(item.paidBy !== "IMG")],
    [
      "f_whose",
      (item, row) => {
        const cells = whoseFlags.map(
          (name) => `${columnLetters(flags.findIndex(([one]) => one === name) + 1)}${row}`,
        );
        return live(`CHOOSE(step_whose,${cells.join(",")})`, is(plan.isCounted(item)));
      },
    ],
    ["f_rate", (item, row) => hour(item, row, false)],
    ["f_rate_full", (item, row) => hour(item, row, true)],
  ];
  flags.forEach(([name], index) => names.give(name, columnOf("Workings", index + 1, items.length)));
  await drawEstimateSheet(workbook, {
    name: "Workings",
    title: "Items as numbers",
    hint: "For the sheets Cohort size and Scenarios: 1 is yes, 0 is no. Nothing is changed here. A group of 1,000,000 has no limit.",
    banner,
    columns: [
      { heading: "Item", width: 34 },
      ...flags.map(([name]) => ({
        heading: name.slice(2).replace("_", " "),
        width: 10,
        number: true,
        format: name.startsWith("f_rate") ? "#,##0.00" : "0",
      })),
    ],
    rows: items.map((item, index) => [item.label, ...flags.map(([, of]) => of(item, firstRow + index))]),
    fixedColumns: 1,
  });
}

/** Whether the part that an item belongs to is provided; IMGs' own time goes with shadowing. */
function isThere({ inputs }: WorkbookPlan, item: PricedItem): boolean {
  return inputs.components.includes(partOf(item));
}

function providedFormula({ data }: WorkbookPlan, item: PricedItem): string {
  const ids = [...data.components.map(({ id }) => id), "PROGRAMME"];
  return `IF(Components!$D$${firstRow + ids.indexOf(partOf(item))}="yes",1,0)`;
}

function partOf(item: PricedItem): string {
  return isImgTime(item) ? "PRO-03" : item.component;
}
