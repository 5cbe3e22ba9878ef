import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { columnLetters } from "../../src/core/table.js";
import { readCostReturnTables } from "../../src/ingest/formats/cost-return.js";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { coverLines } from "../../src/template/columns/cover.js";
import { writeCostReturnTemplate } from "../../src/template/cost-return.js";
import { exampleLines } from "../../src/template/example.js";
import { guidance } from "../../src/template/guidance.js";
import { answerColumn, answerSheets, coverCell } from "../../src/template/layout.js";
import { prompt } from "../../src/template/validation.js";
import { readCostReturn } from "../../src/validate/cost-return.js";
import { components, costStudy } from "../costs/fixture.js";
import { filled, options, payPoints, weeks } from "./fixture.js";
import { typeIn, type Typed } from "../../src/template/type-in.js";

const study = costStudy(["A", "B"]);
const { fill: _fill, banner: _banner, ...empty } = options;
const template = await writeCostReturnTemplate(empty);
const parts = unzipSync(template);
const names = (await readWorkbook(template)).map(({ name }) => name);
const xmlOf = (sheet: string) => strFromU8(parts[`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`]!);

async function readBack(bytes: Uint8Array) {
  const { tables, issues } = await readCostReturnTables({ file: "costs/b.xlsx", trust: "B" }, bytes);
  const { value, findings } = readCostReturn(study, tables, weeks);
  return { value, told: [...issues, ...findings] };
}

describe("a Trust fills the template in without help", () => {
  it("typed cell by cell it reads back without a finding", async () => {
    const rows: Readonly<Record<string, readonly (readonly [heading: string, answer: Typed])[]>> = {
      Staff: [
        ["Component", "PROGRAMME Running the whole programme"],
        ["Role", "Coordinator"],
        ["Pay point", "band5.top"],
        ["People", 1],
        ["Or full-time share of each person", 0.4],
        ["Hours are for", "each week"],
        ["One-off or recurrent", "recurrent"],
        ["Recorded, estimated or guessed", "recorded"],
        ["Extra because of the induction", "yes"],
        ["Paid by", "Trust"],
      ],
      "Other costs": [
        ["Component", "PAS-01"],
        ["Item", "Rooms"],
        ["Category", "premises"],
        ["Amount in pounds", { formula: "4*120.5", result: 482 }],
        ["Amount is for", "each cohort"],
        ["One-off or recurrent", "recurrent"],
        ["Recorded, estimated or guessed", "estimated"],
        ["Extra because of the induction", "no"],
        ["Paid by", "charity"],
        ["VAT", "no VAT"],
      ],
      "IMG time": [
        ["Grade", "Trust doctor"],
        ["Pay point", "LED.MT03"],
        ["IMGs", 12],
        ["Supernumerary hours of each IMG", 80],
        ["Recorded, estimated or guessed", "estimated"],
        ["Extra because of the induction", "yes"],
        ["Paid by", "Trust"],
      ],
    };
    const typed = Object.fromEntries(
      answerSheets.map(({ name }) => [
        name,
        Object.fromEntries(
          rows[name]!.map(([heading, answer]) => [`${answerColumn(name, heading)}5`, answer]),
        ),
      ]),
    );
    const answered = components.flatMap((_, line): readonly (readonly [string, Typed])[] => [
      [`D${5 + line}`, "yes"],
      [`E${5 + line}`, "partly"],
    ]);
    const { value, told } = await readBack(
      typeIn(template, {
        Cover: {
          [coverCell("from")]: 46_113,
          [coverCell("to")]: 46_295,
          [coverCell("highCost")]: "none",
          [coverCell("corporate")]: "yes",
        },
        ...typed,
        Components: Object.fromEntries(answered),
      }),
    );
    expect(told).toEqual([]);
    expect(value).toMatchObject({
      from: "2026-04-01",
      to: "2026-09-30",
      staff: [{ hours: 15, basis: "each week" }],
      other: [{ amountPence: 48_200, paidBy: "charity", extra: false }],
      supernumerary: [{ imgs: 12, hoursEach: 80 }],
    });
  });

  it("with the example's lines it reads back without a finding", async () => {
    const fill = { ...filled, highCost: null, ...exampleLines({ components, payPoints }) };
    const { value, told } = await readBack(await writeCostReturnTemplate({ ...options, fill }));
    expect(told).toEqual([]);
    expect(value!.staff).toHaveLength(3);
  });

  it("the sheet Example is not read, and says so", async () => {
    const { told } = await readBack(template);
    expect(told.map(({ code }) => code)).toContain("cost-empty");
    const example = (await readWorkbook(template)).find(({ name }) => name === "Example")!;
    expect(example.rows[1]!.cells[0]!.value).toContain("nothing on this sheet is read");
  });

  it("columns A to E of each sheet are where version 1 had them, and such a return is told what to copy", async () => {
    expect(answerSheets.map(({ columns }) => columns.slice(0, 5).map(({ heading }) => heading))).toEqual([
      ["Component", "Role", "Pay point", "People", "Hours of each person"],
      ["Component", "Item", "Category", "Amount in pounds", "Amount is for"],
      ["Grade", "Pay point", "IMGs", "Supernumerary hours of each IMG", "Recorded, estimated or guessed"],
    ]);
    const { told } = await readBack(typeIn(template, { Cover: { [coverCell("version")]: "1" } }));
    expect(told.find(({ code }) => code === "template-version")).toMatchObject({
      at: { sheet: "Cover", cell: coverCell("version") },
      found: "1",
      fix: expect.stringMatching(/Staff columns A to H, Other costs A to G, IMG time A to E/) as string,
    });
  });
});

describe("typeIn(template, answers)", () => {
  it("keeps no result of the empty template beside a formula, so that the next program works it out", async () => {
    const typed = await readWorkbook(typeIn(template, { Staff: { A5: "PROGRAMME & <more>" } }));
    const staff = typed.find(({ name }) => name === "Staff")!;
    expect(staff.rows.find(({ row }) => row === 5)!.cells[0]!.value).toBe("PROGRAMME & <more>");
    for (const { name, formulas, unsolved } of typed)
      expect(unsolved?.count ?? 0, name).toBe(formulas.length);
  });

  it("refuses sheets and cells that the template does not have", () => {
    expect(() => typeIn(template, { Sheet9: {} })).toThrow("Sheet9: no such sheet");
    expect(() => typeIn(template, { Staff: { A999: 1 } })).toThrow("Staff!A999: no such cell");
  });
});

describe("the template", () => {
  it("guides through every question and column in its order, each with an example and what a blank means", () => {
    const about = guidance.filter(([sheet]) => sheet !== "All sheets");
    expect(about.map(([sheet, heading]) => `${sheet}: ${heading}`)).toEqual([
      ...coverLines.map(({ question }) => `Cover: ${question}`),
      ...answerSheets.flatMap(({ name, columns }) => columns.map(({ heading }) => `${name}: ${heading}`)),
      "Components: Planned",
      "Components: Delivered",
      "Components: Note",
    ]);
    for (const [sheet, heading, advice, example, blank] of about) {
      expect(
        [advice, example, blank].every((text) => text.length > 0),
        `${sheet}: ${heading}`,
      ).toBe(true);
    }
  });

  it("speaks in sentences of at most 25 words, beside the cells too, where Excel shows 255 characters", () => {
    const sentences = guidance.flatMap(([, , advice]) => advice.split(/(?<=[.!?])\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 25)).toEqual([]);
    for (const { heading, words, blank } of answerSheets.flatMap(({ columns }) => columns)) {
      const shown = prompt(heading, words, blank);
      expect(shown.prompt!.length, heading).toBeLessThanOrEqual(255);
      expect(shown.promptTitle!.length, heading).toBeLessThanOrEqual(32);
    }
  });

  it("offers a list or a test, and words, on every cell to fill in", () => {
    for (const { name, columns, lines } of answerSheets) {
      const xml = xmlOf(name);
      const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>/g)].map(([all, range]) => ({
        range: range!,
        all,
      }));
      columns.forEach(({ heading, kind }, position) => {
        const letter = columnLetters(position);
        const own = ranges.find(({ range }) => range === `${letter}5:${letter}${4 + lines}`);
        expect(own, `${name}: ${heading}`).toBeDefined();
        expect(own!.all).toContain('showInputMessage="1"');
        expect(/type="list"/.test(own!.all), heading).toBe(typeof kind === "object");
      });
    }
  });

  it("locks everything but the cells to fill in, without a password", () => {
    const styles = strFromU8(parts["xl/styles.xml"]!);
    const formats = [
      ...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g),
    ].map(([xf]) => /<protection locked="0"\/>/.test(xf));
    const isOpen = (sheet: string, cell: string) =>
      formats[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xmlOf(sheet))![1])]!;
    for (const name of names) {
      expect(xmlOf(name), name).toMatch(/<sheetProtection sheet="1"/);
      expect(xmlOf(name), name).not.toMatch(/hashValue|password/);
    }
    for (const { name, columns } of answerSheets) {
      const letters = columns.map((_, position) => columnLetters(position));
      expect(letters.filter((letter) => !isOpen(name, `${letter}5`))).toEqual([]);
      expect(isOpen(name, `${columnLetters(columns.length)}5`), `${name}: Check`).toBe(false);
      expect(isOpen(name, "A4"), `${name}: headings`).toBe(false);
    }
    expect([isOpen("Cover", "A5"), isOpen("Cover", "B5"), isOpen("Cover", coverCell("version"))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(["A5", "D5", "E5", "G5"].map((cell) => isOpen("Components", cell))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("has on each sheet a title, one table, nothing merged or hidden, and the cursor on its first answer", () => {
    for (const name of names) {
      const xml = xmlOf(name);
      expect([...xml.matchAll(/<tablePart /g)], name).toHaveLength(1);
      expect(xml, name).not.toMatch(/<mergeCell|hidden="1"/);
    }
    const cursor = (sheet: string) => /activeCell="([A-Z]+\d+)"/.exec(xmlOf(sheet))![1];
    expect(["Cover", "Staff", "Other costs", "IMG time", "Components"].map(cursor)).toEqual([
      "B5",
      "A5",
      "A5",
      "A5",
      "D5",
    ]);
    const properties = strFromU8(parts["docProps/core.xml"]!);
    expect(properties).toContain("<dc:language>en-GB</dc:language>");
    expect(properties).toContain("<dc:title>Cost return, template version 2</dc:title>");
  });

  it("prints on landscape A4, wide sheets over two pages with their first columns again", () => {
    for (const name of names) {
      expect(xmlOf(name), name).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
      expect(xmlOf(name), name).toMatch(/Page &amp;P of &amp;N/);
    }
    expect(xmlOf("Staff")).toMatch(/fitToWidth="2"/);
    const workbook = strFromU8(parts["xl/workbook.xml"]!).replaceAll("&apos;", "'");
    expect(workbook).toContain("'Staff'!$A:$B,'Staff'!$4:$4");
    expect(workbook).toContain("'Staff'!$A$1:$Y$84");
  });
});
