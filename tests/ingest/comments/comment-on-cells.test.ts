import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { commentOnCells } from "../../../src/ingest/comments/comment-on-cells.js";
import { readWorkbook } from "../../../src/ingest/workbook.js";

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

function words(workbook: ExcelJS.Workbook, sheet: string, cell: string): string {
  const { note } = workbook.getWorksheet(sheet)!.getCell(cell) as { note?: ExcelJS.Comment | string };
  return typeof note === "object" ? (note.texts ?? []).map((run) => run.text).join("") : String(note);
}

const costReturn = new Uint8Array(readFileSync("data/example/costs/trust-d.xlsx"));

describe("commentOnCells", () => {
  it("puts words on cells of several sheets, where exceljs finds them, and the values stay", async () => {
    const marked = commentOnCells(costReturn, [
      { sheet: "Staff", cell: "E5", text: 'hours: expected <a number> & got "3 weeks"' },
      { sheet: "Staff", cell: "AB12", text: "far away" },
      { sheet: "Other costs", cell: "D5", text: "pounds" },
      { sheet: "No such sheet", cell: "A1", text: "a sheet is missing" },
    ]);
    const workbook = await open(marked);
    expect(words(workbook, "Staff", "E5")).toBe('hours: expected <a number> & got "3 weeks"');
    const comments = Object.entries(unzipSync(marked)).filter(([name]) => /comments\d+\.xml$/.test(name));
    expect(comments.map(([, part]) => strFromU8(part)).join()).toMatch(/ref="AB12".*far away/);
    expect(words(workbook, "Other costs", "D5")).toBe("pounds");
    expect(words(workbook, workbook.worksheets[0]!.name, "A1")).toBe("a sheet is missing");
    expect(await readWorkbook(marked)).toEqual(await readWorkbook(costReturn));
  });

  it("changes no part but the marked sheets, their links and the list of types; in a sheet one mention", () => {
    const before = unzipSync(costReturn);
    const after = unzipSync(commentOnCells(costReturn, [{ sheet: "Staff", cell: "E5", text: "x" }]));
    const links = strFromU8(before["xl/_rels/workbook.xml.rels"]!);
    const id = /<sheet [^>]*name="Staff"[^>]*r:id="([^"]+)"/.exec(strFromU8(before["xl/workbook.xml"]!))![1]!;
    const target = new RegExp(`<Relationship (?=[^>]*Id="${id}")[^>]*Target="/?(?:xl/)?([^"]+)"`).exec(
      links,
    )![1]!;
    const sheet = `xl/${target}`;
    const allowed = ["[Content_Types].xml", sheet, sheet.replace(/([^/]+)$/, "_rels/$1.rels")];
    const changed = Object.keys(before).filter(
      (name) => !after[name] || !Buffer.from(before[name]!).equals(after[name]),
    );
    expect(changed.filter((name) => !allowed.includes(name))).toEqual([]);
    expect(strFromU8(after[sheet]!).replace(/<legacyDrawing [^>]*\/>/, "")).toBe(strFromU8(before[sheet]!));
    const added = Object.keys(after).filter((name) => !before[name]);
    expect(added.filter((name) => !/comments|vmlDrawing|\.rels$/.test(name))).toEqual([]);
  });

  it("keeps comments that are there, with the new words below, and boxes each cell once", async () => {
    const own = new ExcelJS.Workbook();
    const sheet = own.addWorksheet("R&D <1>");
    sheet.getCell("A1").value = "x";
    sheet.getCell("B2").value = "y";
    sheet.getCell("A1").note = "mine";
    const bytes = new Uint8Array(await own.xlsx.writeBuffer());
    const marked = commentOnCells(bytes, [
      { sheet: "R&D <1>", cell: "A1", text: "wrong" },
      { sheet: "R&D <1>", cell: "B2", text: "one" },
      { sheet: "R&D <1>", cell: "B2", text: "two" },
    ]);
    const workbook = await open(marked);
    expect(words(workbook, "R&D <1>", "A1")).toBe("mine\n\nwrong");
    expect(words(workbook, "R&D <1>", "B2")).toBe("one\n\ntwo");
    const parts = unzipSync(marked);
    expect(Object.keys(parts).filter((name) => /comments/.test(name))).toHaveLength(1);
    const boxes = Object.keys(parts).find((name) => name.endsWith(".vml"))!;
    expect(strFromU8(parts[boxes]!).match(/<x:Row>/g)).toHaveLength(2);
  });

  it("mentions the boxes after a drawing and before tables and extensions, under the sheet's own prefix", () => {
    const parts = unzipSync(costReturn);
    const name = Object.keys(parts).find((one) => /worksheets\/sheet1\.xml$/.test(one))!;
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    parts[name] = strToU8(
      `<x:worksheet ${main}><x:sheetData/><x:drawing/><x:tableParts/><x:extLst/></x:worksheet>`,
    );
    delete parts[name.replace(/([^/]+)$/, "_rels/$1.rels")];
    const marked = commentOnCells(zipSync(parts), [{ sheet: null, cell: "A1", text: "x" }]);
    expect(strFromU8(unzipSync(marked)[name]!)).toMatch(
      /<x:drawing\/><x:legacyDrawing xmlns:r="[^"]+\/relationships" r:id="rId2"\/><x:tableParts\/>/,
    );
  });

  it("is the same to the byte each time", () => {
    const once = commentOnCells(costReturn, [{ sheet: null, cell: "A1", text: "x" }]);
    expect(
      Buffer.from(commentOnCells(costReturn, [{ sheet: null, cell: "A1", text: "x" }])).equals(once),
    ).toBe(true);
  });

  it("says why bytes cannot be marked", () => {
    expect(() => commentOnCells(zipSync({ a: strToU8("b") }), [])).toThrow("xl/workbook.xml");
    expect(() => commentOnCells(strToU8("no zip"), [])).toThrow();
  });
});
