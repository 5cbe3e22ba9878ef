/** What a cell holds, as a formula sees it: a day is a number. */
export type Content = string | number | null;

/** A formula and its result, made together so that the workbook shows the right words before any program computes it. */
export interface Live<Value> {
  readonly formula: string;
  readonly value: Value;
}

/** A fixed text. */
export function words(text: string): Live<string> {
  return { formula: `"${text.replaceAll('"', '""')}"`, value: text };
}

/** A fixed number. */
export function figure(value: number): Live<number> {
  return { formula: String(value), value };
}

/**
 * Whether a cell holds nothing a person would see.
 *
 * @example isBlank({ formula: "A5", value: " " }) // => { formula: "LEN(TRIM(A5))=0", value: true }
 */
export function isBlank({ formula, value }: Live<Content>): Live<boolean> {
  return { formula: `LEN(TRIM(${formula}))=0`, value: value === null || String(value).trim() === "" };
}

export function isNumber({ formula, value }: Live<Content>): Live<boolean> {
  return { formula: `ISNUMBER(${formula})`, value: typeof value === "number" };
}

/** Whether a cell that holds a number holds a whole one. */
export function isWhole({ formula, value }: Live<Content>): Live<boolean> {
  return { formula: `${formula}=INT(${formula})`, value: Number.isInteger(value) };
}

/** Whether a cell says this, in any case. */
export function says({ formula, value }: Live<Content>, text: string): Live<boolean> {
  return {
    formula: `${formula}=${words(text).formula}`,
    value: typeof value === "string" && value.toLowerCase() === text.toLowerCase(),
  };
}

/** Compare two numbers; a formula must have seen before that they are numbers. */
export function compare(
  left: Live<Content>,
  sign: "<" | "<=" | ">" | ">=" | "<>",
  right: Live<Content>,
): Live<boolean> {
  const [a, b] = [Number(left.value), Number(right.value)];
  const holds = { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "<>": a !== b };
  return { formula: `${left.formula}${sign}${right.formula}`, value: holds[sign] };
}

/** Whether all hold. A spreadsheet works out every one of them, so none may fail on what another looks for. */
export function all(...tests: readonly Live<boolean>[]): Live<boolean> {
  return { formula: call("AND", tests), value: tests.every(({ value }) => value) };
}

export function any(...tests: readonly Live<boolean>[]): Live<boolean> {
  return { formula: call("OR", tests), value: tests.some(({ value }) => value) };
}

export function not(test: Live<boolean>): Live<boolean> {
  return { formula: call("NOT", [test]), value: !test.value };
}

/** One of two, by a test; only the one that is taken is worked out. */
export function when<Value>(test: Live<boolean>, then: Live<Value>, otherwise: Live<Value>): Live<Value> {
  return { formula: call("IF", [test, then, otherwise]), value: (test.value ? then : otherwise).value };
}

/** Texts and whole numbers one after the other. */
export function join(...parts: readonly Live<string | number>[]): Live<string> {
  return {
    formula: parts.map(({ formula }) => formula).join("&"),
    value: parts.map(({ value }) => String(value)).join(""),
  };
}

/** How many of the tests hold. */
export function count(tests: readonly Live<boolean>[]): Live<number> {
  return {
    formula: `(${tests.map(({ formula }) => `(${formula})`).join("+")})`,
    value: tests.filter(({ value }) => value).length,
  };
}

/** Arithmetic on two numbers; a formula must have seen before that they are numbers. */
export function work(left: Live<Content>, sign: "+" | "-" | "*", right: Live<Content>): Live<number> {
  const [a, b] = [Number(left.value), Number(right.value)];
  const result = { "+": a + b, "-": a - b, "*": a * b };
  return { formula: `(${left.formula}${sign}${right.formula})`, value: result[sign] };
}

/** How far a number is from nought. */
export function size({ formula, value }: Live<number>): Live<number> {
  return { formula: `ABS(${formula})`, value: Math.abs(value) };
}

/**
 * What the first test that holds says; else the last words.
 *
 * @example firstOf([[{ formula: "A1>0", value: false }, { formula: '"up"', value: "up" }]], { formula: '"down"', value: "down" }).value // => "down"
 */
export function firstOf<Value>(
  steps: readonly (readonly [test: Live<boolean>, say: Live<Value>])[],
  otherwise: Live<Value>,
): Live<Value> {
  return steps.reduceRight((rest, [test, say]) => when(test, say, rest), otherwise);
}

function call(name: string, parts: readonly Live<unknown>[]): string {
  return `${name}(${parts.map(({ formula }) => formula).join(",")})`;
}
