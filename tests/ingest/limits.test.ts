import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/core/limits.js";
import { openFolder } from "../../src/ingest/folder.js";
import { ingest } from "../../src/ingest/ingest.js";
import { readCodebook } from "../../src/study/codebook.js";
import { readYaml } from "../../src/study/read-yaml.js";
import { memoryFolder, smallStudy, survey } from "./small-study.js";
import { temporaryFolder } from "../temporary.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook whose sheets hold the given XML between their sheetData tags. */
function workbook(sheets: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const list = sheets.map((_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="r${i}"/>`);
  const links = sheets.map(
    (_, i) => `<Relationship Id="r${i}" Type="${office}/worksheet" Target="worksheets/s${i}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((rows, i) => [
        `xl/worksheets/s${i}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** Positions of the list entries of a zip archive. */
function entriesOf(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length - 4 }, (_, at) => at).filter(
    (at) => view.getUint32(at, true) === 0x02014b50,
  );
}

/** The archive with a number of every list entry changed. */
function relisted(bytes: Uint8Array, field: number, change: (value: number) => number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const at of entriesOf(bytes))
    view.setUint32(at + field, change(view.getUint32(at + field, true)), true);
  return bytes;
}

/** What is said of one survey file, errors alone. */
async function said(file: string, content: Uint8Array | string): Promise<readonly string[]> {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const study = smallStudy([survey(file)]);
  const { issues } = await ingest(study, memoryFolder({ [file]: bytes }));
  return issues.filter((each) => each.severity === "error").map((each) => each.message);
}

const oneRow = '<row r="1"><c r="A1"><v>1</v></c></row>';
const damaged = /^survey\/a\.xlsx: the workbook is damaged/;

describe("a workbook meant to harm is refused in words", () => {
  it.each([
    [
      "an archive that says it unpacks to more than it does",
      relisted(workbook([oneRow]), 24, (n) => n + 1),
      damaged,
    ],
    ["an archive that says it unpacks to less", relisted(workbook([oneRow]), 24, (n) => n - 1), damaged],
    [
      "an archive that says it unpacks to 4 GB",
      relisted(workbook([oneRow]), 24, () => 0xfffffff0),
      /more than 400 MB|damaged/,
    ],
    ["another checksum", relisted(workbook([oneRow]), 16, (n) => n ^ 1), damaged],
    ["parts that share bytes", relisted(workbook([oneRow]), 42, () => 0), damaged],
    [
      "parts packed another way",
      relisted(workbook([oneRow]), 10, () => 12),
      /packed in a way that is not read/,
    ],
    [
      "entities of its own",
      workbook([oneRow], { "xl/worksheets/s0.xml": '<!DOCTYPE x [<!ENTITY a "&a;&a;">]><worksheet/>' }),
      /document type/,
    ],
    [
      "an entity that nothing declares",
      workbook(['<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>']),
      damaged,
    ],
    [
      "elements nested deeply",
      workbook([`<row r="1">${"<a>".repeat(200)}${"</a>".repeat(200)}</row>`]),
      damaged,
    ],
    ["elements that are not closed", workbook(['<row r="1">']), damaged],
    ["elements closed out of turn", workbook(['<row r="1"><c r="A1"></row></c>']), damaged],
    ["two roots", workbook([oneRow], { "xl/worksheets/s0.xml": "<worksheet/><worksheet/>" }), damaged],
    ["a cell beyond the last column", workbook(['<row r="1"><c r="XFE1"><v>1</v></c></row>']), damaged],
    ["a row beyond the last", workbook(['<row r="1048577"><c><v>1</v></c></row>']), damaged],
    ["one cell twice", workbook(['<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>']), damaged],
    ["rows out of order", workbook(['<row r="2"/><row r="1"/>']), damaged],
    [
      "a cell in another row than its address",
      workbook(['<row r="1"><c r="A2"><v>1</v></c></row>']),
      damaged,
    ],
    ["a shared text that is not there", workbook(['<row r="1"><c r="A1" t="s"><v>7</v></c></row>']), damaged],
    ["a number that is none", workbook(['<row r="1"><c r="A1"><v>0x10</v></c></row>']), damaged],
    ["a number without end", workbook(['<row r="1"><c r="A1"><v>1e999</v></c></row>']), damaged],
    ["too many sheets", workbook(Array<string>(limits.sheets + 1).fill("")), /more than 500 sheets/],
    [
      "a cell of a million characters and one",
      workbook([`<row r="1"><c r="A1" t="str"><v>${"x".repeat(1_000_001)}</v></c></row>`]),
      /cell A1 holds more than 1,000,000 characters/,
    ],
  ])("%s", async (_what, bytes, message) => {
    const messages = await said("survey/a.xlsx", bytes);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });

  it("a row with a far cell in each of many rows is refused with its size", async () => {
    const rows = Array.from(
      { length: 12_300 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    );
    const messages = await said("survey/a.xlsx", workbook([rows.join("")]));
    expect(messages).toEqual(["table: 12,300 rows and 16,384 columns; at most 200,000,000 cells are read"]);
  });

  it("one far cell is a column without a heading, no more", async () => {
    const header =
      '<row r="1"><c r="A1" t="str"><v>link_code</v></c><c r="B1" t="str"><v>settle_1</v></c></row>';
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>';
    const study = smallStudy([survey("survey/a.xlsx", { dialect: "plain" })]);
    const { tables } = await ingest(study, memoryFolder({ "survey/a.xlsx": workbook([header + far]) }));
    expect(tables[0]!.rows).toEqual([1_048_576]);
    expect(tables[0]!.columns.map((column) => column.name)).toContain("(no heading, column XFD)");
  });
});

describe("text meant to harm is refused in words", () => {
  it.each([
    [
      "100,000 columns",
      `${"a,".repeat(99_999)}a\n${"1,".repeat(99_999)}1\n`,
      "row: 100,000 cells; at most 16,384 are read",
    ],
    [
      "a line that does not end",
      "x".repeat(1_000_001),
      "row: longer than 1,000,000 characters, the most that is read",
    ],
    [
      "a quotation mark that is not closed for a million characters",
      `a,b\n"${"x\n".repeat(600_000)}`,
      "row: longer than 1,000,000 characters, the most that is read",
    ],
  ])("%s", async (_what, text, message) => {
    expect(await said("survey/a.csv", text)).toEqual([message]);
  });
});

describe("a study folder", () => {
  it.skipIf(process.platform === "win32")(
    "with a pipe or a folder in place of a file says so and does not wait",
    async () => {
      const root = temporaryFolder();
      mkdirSync(join(root, "survey/b.csv"), { recursive: true });
      execFileSync("mkfifo", [join(root, "survey/a.csv")]);
      const study = smallStudy([survey("survey/a.csv"), survey("survey/b.csv", { wave: "month3" })]);
      const { issues } = await ingest(study, openFolder(root));
      expect(issues.map((each) => [each.at.file, each.code])).toEqual([
        ["survey/a.csv", "not-a-file"],
        ["survey/b.csv", "missing-file"],
      ]);
    },
  );

  it("with a file past the limit of bytes says its size", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "a.csv"), "");
    truncateSync(join(root, "a.csv"), 600_000_000);
    await expect(openFolder(root).read("a.csv")).rejects.toThrow("a.csv: 600 MB; at most 500 MB are read");
  });
});

describe("study files meant to harm are refused in words", () => {
  const references = [
    "a: &a [x, x, x]",
    ...Array.from(
      { length: 9 },
      (_, i) => `${"bcdefghij"[i]}: &${"bcdefghij"[i]} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(", ")}]`,
    ),
  ];

  it.each([
    ["references to references", references.join("\n"), /too many references/],
    ["brackets in brackets", `a: ${"[".repeat(100_000)}`, /more than 50 deep/],
    ["lists in lists", `${"- ".repeat(100_000)}a`, /more than 50 deep/],
    [
      "groups in groups",
      Array.from({ length: 60 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      /more than 50 deep/,
    ],
    ["a file of millions of characters", `a: ${"x".repeat(2_000_000)}`, /larger than 1 MB/],
    ["many studies in one", "---\na: 1\n".repeat(1000), /multiple documents/],
    ["nothing but mistakes", "a b: c: d\n".repeat(5000), /more errors follow/],
  ])("%s", (_what, text, message) => {
    const { data, issues } = readYaml("study.yaml", text);
    expect(data).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]!.message).toMatch(message);
  });

  it("a codebook of 100,000 rows", () => {
    const header = ["variable", "label", "question", "role", "type", "waves", "sensitivity"];
    const { issues } = readCodebook("codebook.csv", [
      header,
      ...Array.from({ length: 100_000 }, () => ["a"]),
    ]);
    expect(issues.map((each) => each.message)).toEqual(["rows: 100,000; at most 10,000 are read"]);
  });
});
