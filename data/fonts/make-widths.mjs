// Writes widths.json, the advance widths of the characters our charts draw, from the two fonts beside it.
// Run `node data/fonts/make-widths.mjs` after changing a font or a range. Needs opentype.js 2 (a dev dependency).
import { readFileSync, writeFileSync } from "node:fs";
import opentype from "opentype.js";

const RANGES = [
  [0x0020, 0x007e], // basic Latin
  [0x00a0, 0x017f], // Latin-1 and Latin Extended-A: names, pound sign, superscripts
  [0x0391, 0x03c9], // Greek
  [0x2010, 0x2027], // dashes, quotes, bullet, ellipsis
  [0x2030, 0x2033], // per mille and primes
  [0x20ac, 0x20ac], // euro
  [0x2190, 0x2195], // arrows
  [0x2202, 0x2265], // minus, root, infinity, almost equal, less and more or equal
  [0x25a0, 0x25cf], // squares, triangles, circles
];

const here = (name) => new URL(name, import.meta.url);
const regular = read("DejaVuSans.ttf");
const bold = read("DejaVuSans-Bold.ttf");
const runs = RANGES.map(([from, to]) => ({
  from,
  regular: advances(regular, from, to),
  bold: advances(bold, from, to),
}));
// A character outside the ranges counts as one em, which is wider than nearly every glyph of either font.
const table = { font: "DejaVu Sans 2.37", unitsPerEm: regular.unitsPerEm, default: regular.unitsPerEm, runs };
writeFileSync(here("widths.json"), JSON.stringify(table).replaceAll('{"from"', '\n{"from"') + "\n");

function read(name) {
  const bytes = readFileSync(here(name));
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function advances(font, from, to) {
  return Array.from({ length: to - from + 1 }, (_, step) => {
    const glyph = font.charToGlyph(String.fromCodePoint(from + step));
    return glyph.index === 0 ? font.unitsPerEm : glyph.advanceWidth;
  });
}
