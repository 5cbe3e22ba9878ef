// node tests/bench/hostile.mjs [name]: files meant to harm, each in place of one file of the example study, each checked
// in a process of its own. Prints what was said of it, the seconds and the peak memory. Build first (npm run build).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";

const survey = "survey/trust-a-arrival.csv";
const workbook = "survey/trust-b-arrival.xlsx";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const cases = {
  "the study as it is": () => ({}),
  "100,000 columns": () => ({ [survey]: `${words(100_000)}\n${"1,".repeat(99_999)}1\n` }),
  "16,384 columns, no heading known": () => ({ [survey]: `${words(16_384)}\n${"1,".repeat(16_383)}1\n` }),
  "16,000 columns beside the true ones": () => ({ [survey]: widened(16_000) }),
  "100 MB without a line end": () => ({ [survey]: "x".repeat(100_000_000) }),
  "100 MB of commas": () => ({ [survey]: ",".repeat(100_000_000) }),
  "100 MB in an open quotation mark": () => ({ [survey]: `a,b\n"${"x\n".repeat(50_000_000)}` }),
  "100 MB of line ends": () => ({ [survey]: "\n".repeat(100_000_000) }),
  "100 MB of quotation marks": () => ({ [survey]: '"'.repeat(100_000_000) }),
  "2,000,001 rows": () => ({ [survey]: `${headerOf(survey)}\n${"1,2\n".repeat(2_000_001)}` }),
  "500,000 ragged rows": () => ({ [survey]: `${headerOf(survey)}\n${"1,2\n".repeat(500_000)}` }),
  "a heading of 1,000,000 characters": () => ({
    [survey]: `${"h".repeat(1_000_000)},${headerOf(survey)}\n1\n`,
  }),
  "random bytes, 50 MB": () => ({ [survey]: noise(50_000_000), [workbook]: noise(50_000_000) }),
  "CSV named .xlsx and the reverse": () => ({ [survey]: read(workbook), [workbook]: read(survey) }),
  "zip bomb, 10 GB declared": () => ({ [workbook]: lying(bomb(100_000_000), 0xfffffff0) }),
  "zip bomb, 1 GB unpacked, 100 bytes declared": () => ({ [workbook]: lying(bomb(1_000_000_000), 100) }),
  "sheet of 390 MB of spaces": () => ({ [workbook]: bomb(390_000_000) }),
  "sheet of 390 MB of cells": () => ({ [workbook]: sheets([cellsOf(9_000_000)]) }),
  "shared texts of 390 MB": () => ({
    [workbook]: sheets([""], `<si><t>${"x".repeat(30)}</t></si>`.repeat(8_000_000)),
  }),
  "100,000 parts": () => ({
    [workbook]: zipSync(Object.fromEntries(many(60_000, (i) => [`xl/p${i}`, strToU8("x")])), { level: 0 }),
  }),
  "10,000 sheets": () => ({ [workbook]: sheets(many(4_900, () => "")) }),
  "billion laughs": () => ({ [workbook]: sheets([""], "", laughs()) }),
  "10,000,000 deep": () => ({ [workbook]: sheets([`<row r="1">${"<a>".repeat(10_000_000)}`]) }),
  "one far cell (XFD1048576)": () => ({
    [workbook]: sheets([
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
    ]),
  }),
  "a far cell in each of 100,000 rows": () => ({
    [workbook]: sheets([
      many(100_000, (i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(""),
    ]),
  }),
  "a codebook of 100,000 rows": () => ({ "codebook.csv": grown("codebook.csv", 100_000) }),
  "study.yaml, an alias bomb": () => ({ "study.yaml": aliases() }),
  "study.yaml, 100,000 deep": () => ({ "study.yaml": "a: ".padEnd(100_000, "[") }),
  "study.yaml, 60,000 broken lines": () => ({ "study.yaml": "a b: c: d\n".repeat(60_000) }),
  "cost return, 390 MB of cells": () => ({ "costs/trust-a.xlsx": sheets([cellsOf(9_000_000)]) }),
};

const asked = process.argv[2];
if (process.argv[3] === "alone") await alone(asked);
else {
  console.log("case | seconds | peak MB | what was said of it");
  for (const name of Object.keys(cases).filter((each) => asked === undefined || each.includes(asked))) {
    const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, "alone"], {
      encoding: "utf8",
      timeout: 600_000,
    });
    console.log(
      ran.status === 0
        ? ran.stdout.trim()
        : `${name} | FAILED ${ran.signal ?? ran.status} | ${ran.stderr.trim().split("\n").slice(-12).join(" ")}`,
    );
  }
}

async function alone(name) {
  const changed = cases[name]();
  const { checkStudy, readShipped } = await import("../../dist/index.js");
  const shipped = await readShipped();
  const files = readdirSync("data/example", { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  const folder = {
    read: async (file) =>
      file in changed ? bytesOf(changed[file]) : files.includes(file) ? read(file) : null,
    list: async () => files.filter((file) => /\.[a-z]+$/.test(file)).sort(),
  };
  const began = performance.now();
  const before = process.resourceUsage().maxRSS / 1024;
  const { findings } = await checkStudy(folder, shipped);
  const seconds = (performance.now() - began) / 1000;
  const here = findings.filter(({ at, severity }) => at.file in changed && severity !== "note");
  const peak = process.resourceUsage().maxRSS / 1024;
  const said = here[0] ? `${here.length} said: ${here[0].message.slice(0, 110)}` : "nothing";
  console.log(`${name} | ${seconds.toFixed(1)} | ${peak.toFixed(0)} (${before.toFixed(0)} before) | ${said}`);
}

function read(file) {
  return new Uint8Array(readFileSync(`data/example/${file}`));
}

function bytesOf(content) {
  return typeof content === "string" ? strToU8(content) : content;
}

function many(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}

function words(count) {
  return many(count, (index) => `heading number ${index}`).join(",");
}

function headerOf(file) {
  return new TextDecoder().decode(read(file)).split(/\r?\n/)[0];
}

function widened(count) {
  return new TextDecoder()
    .decode(read(survey))
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line, row) => `${line},${row === 0 ? words(count) : many(count, () => "1").join(",")}`)
    .join("\n");
}

function grown(file, rows) {
  const lines = new TextDecoder().decode(read(file)).trimEnd().split("\n");
  return [...lines, ...many(rows, (index) => lines[1].replace(/^\w+/, `more_${index}`))].join("\n");
}

/** Bytes that look random, the same every time. */
function noise(length) {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

function sheets(data, strings = "", before = "") {
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${data.map((_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="r${i}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${data.map((_, i) => `<Relationship Id="r${i}" Type="${office}/worksheet" Target="worksheets/s${i}.xml"/>`).join("")}<Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
  };
  data.forEach((rows, i) => {
    parts[`xl/worksheets/s${i}.xml`] =
      `${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  });
}

function bomb(size) {
  return sheets([" ".repeat(Math.min(size, 390_000_000))]);
}

/** The list of the archive says another size of the sheet than it has. */
function lying(bytes, size) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name.startsWith("xl/worksheets/")) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

function cellsOf(count) {
  const across = 1_000;
  return many(
    count / across,
    (row) => `<row r="${row + 1}">${"<c><v>1234567</v></c>".padEnd(42).repeat(across)}</row>`,
  ).join("");
}

function laughs() {
  const entities = many(10, (i) => `<!ENTITY l${i} "${i === 0 ? "ha" : `&l${i - 1};`.repeat(10)}">`).join("");
  return `<!DOCTYPE x [${entities}]>`;
}

function aliases() {
  return [
    "a: &a0 [x, x, x, x, x, x, x, x, x]",
    ...many(9, (i) => `b${i}: &a${i + 1} [${many(9, () => `*a${i}`).join(", ")}]`),
  ].join("\n");
}
