import type { Dictionary, SpssVariable } from "./dictionary.js";
import type { ElementVisitor } from "./elements.js";
import { cutShort, damaged, tooLarge } from "./refusal.js";

/** The answers to one variable, case by case: NaN for no number, text without blanks at its end. */
export type CaseValues = Float64Array | readonly string[];

/** Most values (people times variables) that are read. */
const mostValues = 40_000_000;

/**
 * Read the cases into one list of values for each variable.
 *
 * @param data the bytes that elements point into
 * @param visit calls the visitor for each element; called twice, to count and to read
 */
export function readCases(
  dictionary: Dictionary,
  data: Uint8Array,
  littleEndian: boolean,
  visit: (visitor: ElementVisitor) => void,
): { readonly cases: number; readonly values: readonly CaseValues[] } {
  const cases = countCases(dictionary, visit);
  if (cases * dictionary.variables.length > mostValues) {
    throw tooLarge(
      `the file holds ${cases} people and ${dictionary.variables.length} variables, more than are read`,
    );
  }
  const numbers = dictionary.variables.map(({ kind }) =>
    kind === "number" ? new Float64Array(cases) : null,
  );
  const texts = dictionary.variables.map((): string[] => []);
  const numberAt: (Float64Array | null)[] = new Array<Float64Array | null>(dictionary.elements).fill(null);
  dictionary.variables.forEach(({ segments }, index) => (numberAt[segments[0]!.element] = numbers[index]!));
  const strings = dictionary.variables.flatMap((variable, index) =>
    variable.kind === "text" ? [{ variable, into: texts[index]! }] : [],
  );

  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const bytes = new Uint8Array(dictionary.elements * 8);
  let element = 0;
  let row = 0;
  const next = () => {
    element += 1;
    if (element < dictionary.elements) return;
    for (const { variable, into } of strings) into.push(dictionary.readText(bytesOf(variable, bytes)));
    element = 0;
    row += 1;
  };
  const setNumber = (value: number) => {
    const into = numberAt[element];
    if (into) into[row] = value === dictionary.systemMissing ? NaN : value;
    else bytes.fill(0, element * 8, element * 8 + 8);
    next();
  };
  visit({
    small: setNumber,
    missing: () => setNumber(NaN),
    blanks() {
      if (numberAt[element]) throw damaged("text where a number belongs");
      bytes.fill(0x20, element * 8, element * 8 + 8);
      next();
    },
    raw(from) {
      if (numberAt[element]) setNumber(view.getFloat64(from, littleEndian));
      else {
        bytes.set(data.subarray(from, from + 8), element * 8);
        next();
      }
    },
  });
  return { cases, values: dictionary.variables.map((_, index) => numbers[index] ?? texts[index]!) };
}

/** Cases there are; refused when they are not as many as the file says, or the last one is not whole. */
function countCases(dictionary: Dictionary, visit: (visitor: ElementVisitor) => void): number {
  let elements = 0;
  const count = () => void (elements += 1);
  visit({ small: count, raw: count, blanks: count, missing: count });
  const cases = Math.floor(elements / dictionary.elements);
  const declared = dictionary.cases ?? cases;
  if (cases < declared || elements % dictionary.elements !== 0) {
    const of = dictionary.cases === null ? "" : ` of ${declared}`;
    throw cutShort(`after ${cases}${of} people`);
  }
  if (cases > declared) throw damaged(`${cases} people where the file says ${declared}`);
  return cases;
}

function bytesOf({ segments }: SpssVariable, bytes: Uint8Array): Uint8Array {
  const [only] = segments;
  if (segments.length === 1) return bytes.subarray(only!.element * 8, only!.element * 8 + only!.bytes);
  const whole = new Uint8Array(segments.reduce((sum, segment) => sum + segment.bytes, 0));
  let at = 0;
  for (const segment of segments) {
    whole.set(bytes.subarray(segment.element * 8, segment.element * 8 + segment.bytes), at);
    at += segment.bytes;
  }
  return whole;
}
