import type { Header } from "./header.js";
import { cutShort, damaged } from "./refusal.js";

/** What is done with each 8-byte element of the data, in order. */
export interface ElementVisitor {
  /** A number kept in one byte. */
  small(value: number): void;
  /** Eight bytes as they stand, from a place in the data. */
  raw(from: number): void;
  /** Eight blanks. */
  blanks(): void;
  /** The number that stands for no answer. */
  missing(): void;
}

/** Visit the elements of data stored as 8 bytes each. */
export function visitPlain(data: Uint8Array, visitor: ElementVisitor): void {
  if (data.length % 8 !== 0) throw cutShort("in the middle of an answer");
  for (let from = 0; from < data.length; from += 8) visitor.raw(from);
}

/**
 * Visit the elements of bytecode: eight codes, then eight bytes for each code that says so, and again. A code below 252
 * is a small number, 0 is filling, 252 the end, 253 stands for eight bytes, 254 for blanks, 255 for no answer.
 */
export function visitBytecode(data: Uint8Array, bias: Header["bias"], visitor: ElementVisitor): void {
  let at = 0;
  while (at < data.length) {
    const codes = at;
    const end = Math.min(data.length, codes + 8);
    at = end;
    for (let index = codes; index < end; index += 1) {
      const code = data[index]!;
      if (code === 0) continue;
      if (code === 252) {
        if (!onlyFilling(data, index + 1, end) || !onlyFilling(data, at, data.length))
          throw damaged("more data after the end of the data");
        return;
      }
      if (code === 253) {
        if (at + 8 > data.length) throw cutShort("in the middle of an answer");
        visitor.raw(at);
        at += 8;
      } else if (code === 254) visitor.blanks();
      else if (code === 255) visitor.missing();
      else visitor.small(code - bias);
    }
  }
}

function onlyFilling(data: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (data[at] !== 0) return false;
  return true;
}
