import { boxAnchor } from "./box-anchor.js";
import type { SheetSizes } from "./box-anchor.js";

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const boxType = `<v:shapetype ${namespaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/**
 * A drawing part (VML) with a hidden yellow box for each more cell, in which spreadsheet programs show its comment.
 *
 * @param xml the part as it is; null for a new one
 * @param block number of the block of a thousand shape ids that a new part takes, from 1
 * @param cells words by address of the cell, for the size of each box
 */
export function withBoxes(
  xml: string | null,
  block: number,
  cells: ReadonlyMap<string, string>,
  sizes: SheetSizes,
): string {
  const text =
    xml ??
    `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
  const end = text.lastIndexOf("</xml>");
  if (end === -1) throw new Error("the workbook's drawing of comments does not end");
  const taken = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = taken.reduce((most, id) => Math.max(most, id), block * 1024) + 1;
  const type = /id=["']_x0000_t202["']/.test(text) ? "" : boxType;
  const boxes = [...cells].map(([cell, words], index) => boxOf(first + index, cell, words, sizes));
  return `${text.slice(0, end)}${type}${boxes.join("")}${text.slice(end)}`;
}

function boxOf(id: number, cell: string, words: string, sizes: SheetSizes): string {
  const { row, column, anchor } = boxAnchor(cell, words, sizes);
  return `<v:shape ${namespaces} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
