import { decodeText } from "../encoding.js";
import { fromWindows1252 } from "../single-byte.js";
import { SpssRefusal } from "./refusal.js";

/** Turns bytes of the file into text, without the blanks and NUL bytes that fill it up. */
export type TextReader = (bytes: Uint8Array) => string;

/** Character codes of the machine record that say no more than "some 8-bit text". */
const unsaid = [0, 2, 3];
const ebcdic = 1;
const named: ReadonlyMap<number, string> = new Map([
  [819, "iso-8859-1"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [9066, "windows-874"],
  [20127, "windows-1252"],
  [25592, "iso-8859-2"],
  [28591, "iso-8859-1"],
  [28592, "iso-8859-2"],
  [28605, "iso-8859-15"],
  [51949, "euc-kr"],
  [65001, "utf-8"],
]);

/**
 * How a file writes its text: by the name it gives, else by the code of the machine that wrote it, else as UTF-8 where
 * the bytes are that and Windows-1252 where they are not.
 *
 * @throws SpssRefusal for an encoding that is not known
 */
export function textReader(
  name: string | null,
  code: number | null,
): { readonly read: TextReader; readonly encoding: string } {
  if (name === null && code === ebcdic)
    throw new SpssRefusal("text of a mainframe (EBCDIC): save it as .sav from SPSS on a desktop");
  const label = name === null ? labelOfCode(code) : plainLabel(name);
  if (label === null) {
    return {
      read: (bytes) => decodeText(trimmed(bytes)).text.trimEnd(),
      encoding: "UTF-8 or Windows-1252, text by text",
    };
  }
  const decoder = decoderFor(label);
  return { read: (bytes) => decoder.decode(trimmed(bytes)).trimEnd(), encoding: label };
}

function labelOfCode(code: number | null): string | null {
  if (code === null || unsaid.includes(code)) return null;
  return named.get(code) ?? `windows-${code}`;
}

/** `cp1252` and the ASCII of old programs, which put Windows-1252 into it, under names that decoders know. */
function plainLabel(name: string): string | null {
  const label = name.trim().toLowerCase();
  if (label === "" || label === "ascii" || label === "us-ascii" || label.startsWith("ansi_x3.4")) return null;
  const page = /^cp-?(\d+)$/.exec(label)?.[1];
  return page === undefined ? label : (named.get(Number(page)) ?? `windows-${page}`);
}

function decoderFor(label: string): { decode(bytes: Uint8Array): string } {
  // Node versions differ in how they read this one; ours has the curly quotes.
  if (["windows-1252", "iso-8859-1", "latin1"].includes(label))
    return { decode: (bytes) => Array.from(bytes, fromWindows1252).join("") };
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    throw new SpssRefusal(
      `text in the encoding "${label.slice(0, 40)}", which is not known: save it from SPSS as Unicode (UTF-8)`,
    );
  }
}

/** Without the blanks and NUL bytes at its end; in every encoding read here these bytes mean nothing else there. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}
