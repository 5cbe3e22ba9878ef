import { limits } from "../core/limits.js";

/** What is told of an XML text as it is walked through. Names come without their prefix. */
export interface XmlVisitor {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** What is said of a workbook whose parts do not hold together. */
export function damaged(): Error {
  return new Error("the workbook is damaged or was cut short: ask for the file again, or export it again");
}

/**
 * Walk through an XML text from start to end, once. It must hold together: each element closed in its turn, one root,
 * nothing beside it, nested no deeper than the limit. A document type is refused, and so no entity is ever expanded but
 * the five of XML itself. Throws a plain Error otherwise.
 *
 * Source: Extensible Markup Language 1.0 (W3C), sections 2.1 to 3.1 and 4.1.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const open: string[] = [];
  let roots = 0;
  let at = xml.startsWith("\uFEFF") ? 1 : 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const upTo = tag < 0 ? xml.length : tag;
    if (upTo > at) {
      const text = xml.slice(at, upTo);
      if (open.length > 0) visitor.text(decode(text));
      else if (text.trim() !== "") throw damaged();
    }
    if (tag < 0) break;
    const next = xml.charCodeAt(tag + 1);
    if (next === questionMark) at = after(xml, "?>", tag + 2);
    else if (next === exclamationMark) at = passOver(xml, tag, open.length > 0, visitor);
    else if (next === slash) {
      at = after(xml, ">", tag + 2);
      const name = xml.slice(tag + 2, at - 1).trimEnd();
      if (open.pop() !== name) throw damaged();
      visitor.close(localName(name));
    } else {
      at = endOfTag(xml, tag + 1);
      const alone = xml.charCodeAt(at - 2) === slash;
      const inside = xml.slice(tag + 1, alone ? at - 2 : at - 1);
      const name = nameOf(inside);
      if (open.length === 0) roots += 1;
      if (open.length >= limits.xmlDepth || roots > 1) throw damaged();
      visitor.open(localName(name), inside.slice(name.length));
      if (alone) visitor.close(localName(name));
      else open.push(name);
    }
  }
  if (open.length > 0 || roots !== 1) throw damaged();
}

/**
 * The value of an attribute by its name without prefix; null when it is not there.
 *
 * @example attribute(' r="B2" t="s"', "t") // => "s"
 */
export function attribute(attributes: string, name: string): string | null {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf("=", at);
    if (equals < 0) return null;
    const open = skipSpace(attributes, equals + 1);
    const quote = attributes[open];
    if (quote !== '"' && quote !== "'") throw damaged();
    const close = attributes.indexOf(quote, open + 1);
    if (close < 0) throw damaged();
    if (localName(attributes.slice(at, equals).trim()) === name)
      return decode(attributes.slice(open + 1, close));
    at = close + 1;
  }
}

/** Bytes of an XML part as text: UTF-8, or UTF-16 by its mark. */
export function xmlText(bytes: Uint8Array): string {
  const mark = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

const questionMark = 0x3f;
const exclamationMark = 0x21;
const slash = 0x2f;

/** A comment is passed over, a CDATA section is text, a document type is refused. */
function passOver(xml: string, at: number, inside: boolean, visitor: XmlVisitor): number {
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (!xml.startsWith("<![CDATA[", at) || !inside) {
    throw new Error(
      "the workbook holds an XML document type, which no spreadsheet program writes: it is not read",
    );
  }
  const end = after(xml, "]]>", at + 9);
  visitor.text(xml.slice(at + 9, end - 3));
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw damaged();
  return found + mark.length;
}

/** Behind the `>` of a tag; one inside quotation marks does not end it. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at];
    if (character === ">") return at + 1;
    if (character === "<") throw damaged();
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at < 0) throw damaged();
    }
  }
  throw damaged();
}

function nameOf(inside: string): string {
  const name = /^[^\s/=<>"'&]+/.exec(inside)?.[0];
  if (name === undefined) throw damaged();
  return name;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Line ends as one line feed; the five entities of XML and characters by their number. */
function decode(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = whole.endsWith(";") ? (entities.get(name) ?? numbered(name)) : null;
    if (known === null) throw damaged();
    return known;
  });
}

function numbered(name: string): string | null {
  const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1];
  const decimal = /^#(\d{1,7})$/.exec(name)?.[1];
  const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal ?? 0);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || surrogate ? null : String.fromCodePoint(code);
}
