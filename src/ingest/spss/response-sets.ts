import type { TextReader } from "./text.js";

/** A question that SPSS keeps in several variables. */
export interface MultipleResponseSet {
  /** Without the leading `$`. */
  readonly name: string;
  readonly label: string;
  /** `ticks`: a variable for each option; `choices`: a variable for the first choice, the second and so on. */
  readonly kind: "ticks" | "choices";
  /** What a ticked option holds; null for choices. */
  readonly counted: string | null;
  /** Names of the variables as people see them. */
  readonly variables: readonly string[];
}

/**
 * Read the records of subtypes 7 and 19. They are a convenience in the file, not its data: a set that cannot be read, or
 * has fewer than two variables that are there, is passed over.
 *
 * @param nameOf the variable's name by its short name in capitals
 */
export function readResponseSets(
  records: readonly Uint8Array[],
  read: TextReader,
  nameOf: ReadonlyMap<string, string>,
): readonly MultipleResponseSet[] {
  return records
    .flatMap(linesOf)
    .map((line) => readSet(line, read, nameOf))
    .filter((set) => set !== null);
}

const lineFeed = 0x0a;
const space = 0x20;

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(lineFeed, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

/** `$pets=D1 1 10 Your pets? q3_1 q3_2`: lengths count bytes, so the line is read as bytes. */
function readSet(
  line: Uint8Array,
  read: TextReader,
  nameOf: ReadonlyMap<string, string>,
): MultipleResponseSet | null {
  const equals = line.indexOf("=".charCodeAt(0));
  const letter = String.fromCharCode(line[equals + 1] ?? 0);
  if (equals < 1 || !["C", "D", "E"].includes(letter)) return null;
  let at = equals + 2;
  const word = (): string => {
    const end = line.indexOf(space, at);
    const from = at;
    at = end < 0 ? line.length : end + 1;
    return read(line.subarray(from, end < 0 ? line.length : end));
  };
  const counted = (): string | null => {
    const text = word();
    const length = Number(text);
    if (!/^\d+$/.test(text) || length > line.length - at) return null;
    const from = at;
    at = Math.min(line.length, at + length + 1);
    return read(line.subarray(from, from + length)).trim();
  };
  if (letter !== "D") word();
  if (letter === "E") word();
  const value = letter === "C" ? null : counted();
  const label = counted();
  if (label === null || (letter !== "C" && value === null)) return null;
  const variables = read(line.subarray(at))
    .split(" ")
    .flatMap((name) => nameOf.get(name.trim().toUpperCase()) ?? []);
  if (variables.length < 2) return null;
  const name = read(line.subarray(0, equals)).replace(/^\$/, "");
  return { name, label, kind: letter === "C" ? "choices" : "ticks", counted: value, variables };
}
