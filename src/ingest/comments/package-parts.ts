import { strFromU8, strToU8 } from "fflate";

/** The parts of a workbook's package by path, without a leading slash. */
export type Parts = Map<string, Uint8Array>;

/** One link from a part to another. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Path of the part it leads to; null for what stands outside the package. */
  readonly path: string | null;
}

/**
 * A part as text.
 *
 * @throws a plain Error when it is missing, or is written in another encoding than UTF-8
 */
export function readPart(parts: Parts, path: string): string {
  const bytes = parts.get(path);
  if (!bytes) throw new Error(`the workbook has no part ${path}`);
  const text = strFromU8(bytes);
  const encoding = /^\s*<\?xml[^>]*\sencoding=["']([^"']+)["']/.exec(text)?.[1] ?? "utf-8";
  if (!/^(utf-8|us-ascii)$/i.test(encoding)) throw new Error(`the part ${path} is written in ${encoding}`);
  return text;
}

export function writePart(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

/** Path of the part that lists what a part links to. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** What a part links to; nothing when no part says. */
export function relationshipsOf(parts: Parts, path: string): readonly Relationship[] {
  const list = relationshipsPath(path);
  if (!parts.has(list)) return [];
  return [...readPart(parts, list).matchAll(/<(?:[\w.-]+:)?Relationship\s([^>]*)>/g)].map(([, inside]) => {
    const { Id = "", Type = "", Target = "", TargetMode } = attributesOf(inside!);
    return { id: Id, type: Type, path: TargetMode === "External" ? null : resolve(path, Target) };
  });
}

/**
 * Link a part to another, which stands in the same package.
 *
 * @returns the link's id, one that the part does not have yet
 */
export function addRelationship(parts: Parts, from: string, type: string, to: string): string {
  const list = relationshipsPath(from);
  const known = new Set(relationshipsOf(parts, from).map((one) => one.id));
  let number = known.size + 1;
  while (known.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const link = `Relationship Id="${id}" Type="${type}" Target="${relative(from, to)}"/>`;
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  writePart(parts, list, appendTo(parts.has(list) ? readPart(parts, list) : empty, "Relationships", link));
  return id;
}

/** Say of a part, or of an ending, what type of content it is, unless it is said already. */
export function addContentType(
  parts: Parts,
  of: { readonly path: string } | { readonly ending: string },
  type: string,
): void {
  const list = "[Content_Types].xml";
  const text = readPart(parts, list);
  const attribute = "path" in of ? `PartName="/${of.path}"` : `Extension="${of.ending}"`;
  if (text.toLowerCase().includes(attribute.toLowerCase())) return;
  const element = "path" in of ? "Override" : "Default";
  writePart(parts, list, appendTo(text, "Types", `${element} ${attribute} ContentType="${type}"/>`));
}

/** The first path of a pattern, such as `xl/comments#.xml`, at which there is no part. */
export function freePath(parts: Parts, pattern: string): string {
  let number = 1;
  while (parts.has(pattern.replace("#", String(number)))) number++;
  return pattern.replace("#", String(number));
}

/**
 * Put an element last in the outermost one, under the prefix that this one has; everything else stays as it is.
 *
 * @example appendTo("<p:A><p:b/></p:A>", "A", "c/>") // => "<p:A><p:b/><p:c/></p:A>"
 */
export function appendTo(xml: string, outer: string, element: string): string {
  const end = new RegExp(`</([\\w.-]+:)?${outer}\\s*>\\s*$`).exec(xml);
  if (end) return `${xml.slice(0, end.index)}<${end[1] ?? ""}${element}${xml.slice(end.index)}`;
  const empty = new RegExp(`<([\\w.-]+:)?${outer}\\b([^>]*)/>\\s*$`).exec(xml);
  if (!empty) throw new Error(`the workbook has a part whose <${outer}> does not end`);
  const prefix = empty[1] ?? "";
  return `${xml.slice(0, empty.index)}<${prefix}${outer}${empty[2]}><${prefix}${element}</${prefix}${outer}>`;
}

/**
 * Attributes of a tag by name, as text.
 *
 * @example attributesOf('name="R&amp;D" r:id="rId1"') // => { name: "R&D", "r:id": "rId1" }
 */
export function attributesOf(inside: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...inside.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [
      match[1]!,
      decodeXml(match[2] ?? match[3] ?? ""),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    return String.fromCodePoint(decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal));
  });
}

/** Text as it stands in XML; control characters, which XML does not allow, are dropped. */
export function encodeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** A part's path as seen from another's folder. Some programs do not follow a path from the top. */
function relative(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const steps = to.split("/");
  let shared = 0;
  while (shared < base.length && base[shared] === steps[shared]) shared++;
  return [...base.slice(shared).map(() => ".."), ...steps.slice(shared)].join("/");
}

function resolve(from: string, target: string): string {
  const base = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "." && step !== "") base.push(step);
  }
  return base.join("/");
}
