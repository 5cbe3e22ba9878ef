import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbook, writeWorkbook, type Sheet, type Workbook } from "../../src/ingest/workbook.js";
import { requireTool } from "../tools.js";

function fill(workbook: Workbook): void {
  const sheet = workbook.addWorksheet("Staff");
  sheet.getCell("A1").value = "Role";
  sheet.getCell("C3").value = new Date("2026-04-05T00:00:00Z");
  sheet.getCell("D3").value = new Date("2026-04-05T10:22:00Z");
  sheet.getCell("E3").value = { formula: "1+1", result: 2 };
  sheet.getCell("F3").value = { richText: [{ text: "bold" }, { text: " and plain" }] };
  sheet.getCell("G3").value = { text: "a link", hyperlink: "https://www.gmc-uk.org" };
  sheet.getCell("H3").value = { error: "#REF!" };
  sheet.getCell("I3").value = true;
  sheet.getCell("J3").value = 12.5;
  sheet.getCell("K3").value = 1.25;
  sheet.getCell("K3").numFmt = "[h]:mm";
  sheet.getCell("L3").value = 0.4375;
  sheet.getCell("L3").numFmt = "hh:mm";
  sheet.mergeCells("A5:C5");
  sheet.getCell("A5").value = "merged";
  workbook.addWorksheet("Empty");
}

const filled = [
  { column: 2, value: "2026-04-05" },
  { column: 3, value: "2026-04-05T10:22:00" },
  { column: 4, value: 2 },
  { column: 5, value: "bold and plain" },
  { column: 6, value: "a link" },
  { column: 7, value: "#REF!" },
  { column: 8, value: true },
  { column: 9, value: 12.5 },
  { column: 10, value: "30:00:00" },
  { column: 11, value: "10:30:00" },
];

/** Change the parts of a workbook, as another program would have written them. */
function rewrite(
  bytes: Uint8Array,
  change: (name: string, text: string) => readonly [string, string],
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => change(name, strFromU8(part)));
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])));
}

/** One sheet with the given cells in row 1, in the bare form that small programs write. */
function bare(cells: string, after = ""): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1">${cells}</row></sheetData>${after}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function firstRow(sheets: readonly Sheet[]): readonly unknown[] {
  return sheets[0]!.rows[0]?.cells.map((cell) => cell.value) ?? [];
}

describe("a workbook", () => {
  it("reads back each kind of value with its row and column", async () => {
    const sheets = await readWorkbook(await writeWorkbook(fill, { title: "A test" }));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Staff", "Empty"]);
    expect(sheets[1]!.rows).toEqual([]);
    expect(sheets[0]!.rows.map((row) => row.row)).toEqual([1, 3, 5]);
    expect(sheets[0]!.rows[1]!.cells).toEqual(filled);
    expect(sheets[0]!.rows[2]!.cells).toEqual([{ column: 0, value: "merged" }]);
  });

  it("gives the same bytes twice, in any time zone", async () => {
    const zone = process.env["TZ"];
    try {
      const written: Buffer[] = [];
      for (const name of ["Europe/London", "Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env["TZ"] = name;
        written.push(Buffer.from(await writeWorkbook(fill, { title: "A test" })));
      }
      expect(written.every((bytes) => bytes.equals(written[0]!))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("holds its title, a fixed date and no other author", async () => {
    const parts = unzipSync(await writeWorkbook(fill, { title: "A test", subject: "About it" }));
    const core = strFromU8(parts["docProps/core.xml"]!);
    expect(core).toContain("<dc:title>A test</dc:title>");
    expect(core).toContain("<dc:creator>pilot-eval</dc:creator>");
    expect(core.match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2000-01-01T", "2000-01-01T"]);
  });

  it("written with a prefix before each name and sheets of other names reads the same", async () => {
    const bytes = rewrite(await writeWorkbook(fill, { title: "A test" }), (name, text) => {
      const prefixed = /^xl\/(workbook|styles|sharedStrings|worksheets\/sheet1)\.xml$/.test(name)
        ? text
            .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:")
            .replace(/xmlns="([^"]*spreadsheetml\/2006\/main)"/, 'xmlns:x="$1"')
        : text.replaceAll("worksheets/sheet1.xml", "worksheets/Data.xml");
      return [name.replace("worksheets/sheet1.xml", "worksheets/Data.xml"), prefixed];
    });
    const sheets = await readWorkbook(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Staff", "Empty"]);
    expect(sheets[0]!.rows[1]!.cells).toEqual(filled);
  });

  it("with a chart, a comment and a drop-down for a whole column reads its values", async () => {
    const after =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>' +
      '<drawing r:id="rId9"/><legacyDrawing r:id="rId10"/>';
    const sheets = await readWorkbook(bare('<c r="A1"><v>5</v></c>', after));
    expect(firstRow(sheets)).toEqual([5]);
  });

  it("gives a formula its stored result, and its own text when none was stored", async () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="B1"><f>A1*2</f><v></v></c>',
      '<c r="C1"><f>A1*3</f></c>',
      '<c r="D1" t="str"><f>IF(1,"","x")</f><v></v></c>',
      '<c r="E1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
      '<c r="F1"><f t="shared" si="0"/><v>7</v></c>',
    ];
    const sheets = await readWorkbook(bare(cells.join("")));
    expect(sheets[0]!.rows[0]!.cells).toEqual([
      { column: 0, value: 2 },
      { column: 1, value: "=A1*2" },
      { column: 2, value: "=A1*3" },
      { column: 4, value: "ab" },
      { column: 5, value: 7 },
    ]);
  });

  it("with text written in its cells keeps white space, line breaks and signs", async () => {
    const cell = (address: string, text: string) =>
      `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    const sheets = await readWorkbook(
      bare(cell("A1", " a &amp; b ") + cell("B1", "one\ntwo") + cell("C1", "£1,2OO")),
    );
    expect(firstRow(sheets)).toEqual([" a & b ", "one\ntwo", "£1,2OO"]);
  });

  it("saved again by LibreOffice reads the same", async (context) => {
    const soffice = requireTool("soffice", context);
    const folder = mkdtempSync(join(tmpdir(), "pilot-eval-"));
    try {
      writeFileSync(join(folder, "a.xlsx"), await writeWorkbook(fill, { title: "A test" }));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
      execFileSync(soffice, ["--headless", profile, ...to, join(folder, "a.xlsx")], { stdio: "ignore" });
      const sheets = await readWorkbook(new Uint8Array(readFileSync(join(folder, "out", "a.xlsx"))));
      expect(sheets.map((sheet) => sheet.name)).toEqual(["Staff", "Empty"]);
      expect(sheets[0]!.rows[1]!.cells).toEqual(filled);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("what is no workbook", () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

  it.each([
    ["text", new TextEncoder().encode("Trust,Role\n"), "not an .xlsx workbook"],
    ["nothing", new Uint8Array(), "not an .xlsx workbook"],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "save it as .xlsx without a password"],
    ["a damaged zip", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "damaged"],
    ["another zip", zip({ "word/document.xml": "<w/>" }), "a zip file, but not an .xlsx workbook"],
    ["a workbook that is no XML", zip({ "xl/workbook.xml": "\u0000<<<" }), "damaged"],
  ])("%s is refused in words", async (_what, bytes, reason) => {
    await expect(readWorkbook(bytes)).rejects.toThrow(reason);
  });
});
