import { describe, expect, it } from "vitest";
import { readWorkbook, writeWorkbook, type Workbook } from "../../src/ingest/workbook.js";

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
  sheet.mergeCells("A5:C5");
  sheet.getCell("A5").value = "merged";
  workbook.addWorksheet("Empty");
}

describe("workbook", () => {
  it("reads back each kind of value with its row and column", async () => {
    const sheets = await readWorkbook(await writeWorkbook(fill, { title: "A test" }));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Staff", "Empty"]);
    expect(sheets[1]!.rows).toEqual([]);
    expect(sheets[0]!.rows.map((row) => row.row)).toEqual([1, 3, 5]);
    expect(sheets[0]!.rows[1]!.cells).toEqual([
      { column: 2, value: "2026-04-05" },
      { column: 3, value: "2026-04-05T10:22:00" },
      { column: 4, value: 2 },
      { column: 5, value: "bold and plain" },
      { column: 6, value: "a link" },
      { column: 7, value: "#REF!" },
      { column: 8, value: true },
      { column: 9, value: 12.5 },
    ]);
    expect(sheets[0]!.rows[2]!.cells).toEqual([{ column: 0, value: "merged" }]);
  });

  it("gives the same bytes twice", async () => {
    const first = await writeWorkbook(fill, { title: "A test" });
    const second = await writeWorkbook(fill, { title: "A test" });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("says so when the bytes are no workbook", async () => {
    await expect(readWorkbook(new TextEncoder().encode("Trust,Role\n"))).rejects.toThrow(
      "not an .xlsx workbook",
    );
    await expect(readWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow("save it as .xlsx");
  });
});
