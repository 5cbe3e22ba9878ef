import type { Content, Live } from "./live.js";

type Cells = Live<readonly Content[]>;

/** Whether any of the cells holds an error value. What the template itself writes holds none. */
export function anyError({ formula }: Cells): Live<boolean> {
  return { formula: `SUMPRODUCT(--ISERROR(${formula}))>0`, value: false };
}

/** Whether all of the cells are empty. */
export function allEmpty({ formula, value }: Cells): Live<boolean> {
  return {
    formula: `SUMPRODUCT(--(LEN(${formula})>0))=0`,
    value: value.every((one) => one === null || one === ""),
  };
}

/** How many cells hold something. */
export function countFilled({ formula, value }: Cells): Live<number> {
  return {
    formula: `SUMPRODUCT(--(LEN(${formula})>0))`,
    value: value.filter((one) => one !== null && one !== "").length,
  };
}

/** How many cells hold this text, in any case. */
export function countOf({ formula, value }: Cells, text: string): Live<number> {
  return {
    formula: `SUMPRODUCT(--(${formula}="${text}"))`,
    value: value.filter((one) => same(one, text)).length,
  };
}

/** How many cells begin with this text. */
export function countBeginning({ formula, value }: Cells, text: string): Live<number> {
  return {
    formula: `SUMPRODUCT(--(LEFT(${formula},${text.length})="${text}"))`,
    value: value.filter((one) => same(String(one ?? "").slice(0, text.length), text)).length,
  };
}

/** Whether a cell holds one of a list, in any case. */
export function isListed(cell: Live<Content>, list: Live<readonly string[]>): Live<boolean> {
  return {
    formula: `COUNTIF(${list.formula},TRIM(${cell.formula}))>0`,
    value: list.value.some((one) => same(cell.value, one)),
  };
}

/** Whether a cell holds the code that one of a list begins with, or all of it. */
export function isCoded(cell: Live<Content>, list: Live<readonly string[]>): Live<boolean> {
  const code = (text: string) => text.trim().split(" ")[0]!;
  return {
    formula: `COUNTIF(${list.formula},LEFT(TRIM(${cell.formula}),FIND(" ",TRIM(${cell.formula})&" ")-1)&" *")>0`,
    value: list.value.some((one) => same(code(String(cell.value ?? "")), code(one))),
  };
}

/**
 * The sum over lines of the product of columns, for the lines in which other columns say what they should. Words count
 * as nought.
 */
export function sumWhere(
  conditions: readonly (readonly [column: Cells, text: string])[],
  factors: readonly Cells[],
): Live<number> {
  const tests = conditions.map(([column, text]) => `(${column.formula}="${text}")`);
  const arrays = [
    ...(tests.length > 0 ? [`1*${tests.join("*")}`] : []),
    ...factors.map(({ formula }) => formula),
  ];
  let sum = 0;
  factors[0]!.value.forEach((_, line) => {
    if (!conditions.every(([column, text]) => same(column.value[line] ?? null, text))) return;
    sum += factors.reduce((product, { value }) => product * numberOf(value[line] ?? null), 1);
  });
  return { formula: `SUMPRODUCT(${arrays.join(",")})`, value: sum };
}

/** Number of the first line whose check wants mending, counted from `first`; 0 when there is none. */
export function firstToMend(
  { formula, value }: Cells,
  first: number,
  settled: readonly string[],
): Live<number> {
  const mend = [
    `(LEN(${formula})>0)`,
    ...settled.map((text) => `(LEFT(${formula},${text.length})<>"${text}")`),
  ];
  const lowest = `SUMPRODUCT(MIN(ROW(${formula})+${beyond}*(1-${mend.join("*")})))`;
  const at = value.findIndex(
    (one) =>
      one !== null && one !== "" && !settled.some((text) => same(String(one).slice(0, text.length), text)),
  );
  return { formula: `MOD(${lowest},${beyond})*(${lowest}<${beyond})`, value: at < 0 ? 0 : first + at };
}

/** More than the last row of any sheet. */
const beyond = 10_000_000;

function same(content: Content, text: string): boolean {
  return typeof content === "string" && content.trim().toLowerCase() === text.toLowerCase();
}

function numberOf(content: Content): number {
  return typeof content === "number" ? content : 0;
}
