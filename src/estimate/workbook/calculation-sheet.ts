import { columnLetters } from "../../core/table.js";
import { levels, type Level } from "../../costs/estimate/assumptions.js";
import { estimateLimits } from "../../costs/estimate/check-value.js";
import type { PricedItem } from "../../costs/estimate/price-items.js";
import type { Workbook } from "../../ingest/workbook.js";
import { alert } from "../../template/validation.js";
import { columnOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inPounds, live, type SheetValue } from "./live-cell.js";
import { isImgTime, type WorkbookPlan } from "./workbook-plan.js";

export const calculationSheet = "Calculation";
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
export function letter(heading: Heading): string {
  return columnLetters(order.indexOf(heading));
}

/**
 * Every item of the assumptions on one line: amounts that may be changed, times, price and what it adds to the year, with
 * the reason and source of each amount. The price of a line is rounded to the penny before lines are added.
 */
export async function drawCalculation(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { items, names, banner } = plan;
  const range = (heading: Heading) => columnOf(calculationSheet, order.indexOf(heading), items.length);
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
    name: calculationSheet,
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
