import type { Wave } from "../study/study.js";

export { inSentence, listWords } from "../core/words.js";

/**
 * The first letter as a capital.
 *
 * @example capitalise("all Trusts") // => "All Trusts"
 */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * A number of things.
 *
 * @example countOf(1, "number") // => "1 number"
 */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/**
 * From the least to the most of some values, already printed; one of them when they are alike.
 *
 * @example spread([{ value: 2, text: "2%" }, { value: 1, text: "1%" }]) // => "1% to 2%"
 */
export function spread(values: readonly { readonly value: number; readonly text: string }[]): string {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0]?.text ?? "", sorted.at(-1)?.text ?? ""];
  return least === most ? least : `${least} to ${most}`;
}

/**
 * A unit of cost as a sentence has it.
 *
 * @example costUnit("GBP 2026/27 per IMG inducted") // => "pounds per IMG inducted, at 2026/27 prices"
 */
export function costUnit(unit: string): string {
  const [, year = "", per = ""] = /^GBP (\S+) ?(.*)$/.exec(unit) ?? [];
  return `pounds${per && ` ${per}`}${year && `, at ${year} prices`}`;
}

/**
 * The time in which a wave was asked.
 *
 * @example writeSpan({ from: "2026-04-01", to: "2026-06-30" }) // => "1 April to 30 June 2026"
 */
export function writeSpan({ from, to }: Pick<Wave, "from" | "to">): string {
  if (from === to) return writeDate(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? writeDate(from).slice(0, -5) : writeDate(from)} to ${writeDate(to)}`;
}

/**
 * A day in words.
 *
 * @example writeDate("2026-02-01") // => "1 February 2026"
 */
export function writeDate(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
