import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts of a workbook with one sheet, by name, from rows of texts and numbers; texts shared, in the cell, or as a formula's. */
export function partsOf(rows, random) {
  const shared = [];
  const cells = rows.map((row, index) => {
    const inside = row.map((value, column) =>
      cellXml(value, `${letters(column)}${index + 1}`, shared, random),
    );
    return `<row r="${index + 1}">${inside.join("")}</row>`;
  });
  return {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/s.xml": `<worksheet xmlns="${main}"><sheetData>${cells.join("")}</sheetData></worksheet>`,
    "xl/strings.xml": `<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
  };
}

/** Parts as the bytes of a workbook. */
export function zipped(parts) {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 0,
  });
}

function cellXml(value, address, shared, random) {
  if (value === null) return random.chance(0.5) ? `<c r="${address}"/>` : "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = escape(value);
  const way = random.below(3);
  if (way === 0) return `<c r="${address}" t="s"><v>${shared.push(text) - 1}</v></c>`;
  if (way === 1)
    return `<c r="${address}" t="inlineStr"><is><r><t xml:space="preserve">${text}</t></r></is></c>`;
  return `<c r="${address}" t="str"><f>A1</f><v>${text}</v></c>`;
}

function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replace(
      /[\u0000-\u001f\uD800-\uDFFF]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );
}

function letters(column) {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
}
