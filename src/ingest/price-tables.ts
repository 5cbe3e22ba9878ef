import { z } from "zod";
import type { Issue, Place } from "../core/issue.js";
import type { StudyFolder } from "../study/load-study.js";
import { priceYear } from "../study/schema-costing.js";
import { nearest } from "../study/nearest.js";
import { readCsvBytes } from "./csv.js";
import { outsideFolder } from "./file-issues.js";
import { staysInside } from "./path.js";

/** One row of a unit cost table that the study's owner has. */
export interface UnitCostRow {
  /** Its grade; a cost return names it as `unit-cost:` and this. */
  readonly grade: string;
  readonly label: string;
  /** Whose full-time week it is of. */
  readonly staff: "afc" | "medical";
  readonly poundsAnHour: number;
  /** The shipped pay point that it should cost more than; null when the table does not say. */
  readonly payPoint: string | null;
  readonly at: Place;
}

/** One row of a price index: the change of prices into a year, as a fraction. */
export interface PriceIndexRow {
  readonly year: string;
  readonly change: number;
  readonly at: Place;
}

/** A decimal number as people write one in a CSV file: no pound sign, no thousands separator. */
const decimal = (expected: string, least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);

const unitCostRow = z.object({
  grade: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, "expected letters, digits, full stops and hyphens"),
  label: z.string().min(1, "expected some words"),
  staff: z.enum(["afc", "medical"], "expected afc or medical"),
  pounds_an_hour: decimal("expected pounds an hour from 1 to 1000, such as 41.50", 1, 1000),
  pay_point: z.string(),
});

const indexRow = z.object({
  year: priceYear,
  percent: decimal("expected a change in per cent from -20 to 50, such as 4.31", -20, 50),
});

/** Read a unit cost table: `grade,label,staff,pounds_an_hour,pay_point`. Every cell that will not do is told. */
export async function readUnitCosts(
  folder: StudyFolder,
  file: string,
): Promise<{ readonly rows: readonly UnitCostRow[]; readonly issues: readonly Issue[] }> {
  const read = await readTable(folder, file, unitCostRow, "grade");
  const rows = read.rows.map(({ value, at }) => ({
    grade: value.grade,
    label: value.label,
    staff: value.staff,
    poundsAnHour: value.pounds_an_hour,
    payPoint: value.pay_point === "" ? null : value.pay_point,
    at: { ...at, column: "pounds_an_hour" },
  }));
  return { rows, issues: read.issues };
}

/** Read a price index: `year,percent`, the percentage being the change into the year. */
export async function readPriceIndex(
  folder: StudyFolder,
  file: string,
): Promise<{ readonly rows: readonly PriceIndexRow[]; readonly issues: readonly Issue[] }> {
  const read = await readTable(folder, file, indexRow, "year");
  const rows = read.rows.map(({ value, at }) => ({ year: value.year, change: value.percent / 100, at }));
  return { rows, issues: read.issues };
}

async function readTable<Row extends z.ZodObject>(
  folder: StudyFolder,
  file: string,
  schema: Row,
  key: string & keyof z.output<Row>,
): Promise<{
  readonly rows: readonly { readonly value: z.output<Row>; readonly at: Place }[];
  readonly issues: readonly Issue[];
}> {
  const none = (issue: Issue) => ({ rows: [], issues: [issue] });
  if (!staysInside(file)) return none(outsideFolder(file));
  const bytes = await folder.read(file);
  if (!bytes) return none(missingTable(file));
  const csv = readCsvBytes(bytes, file);
  const [header = [], ...body] = csv.rows;
  const names = header.map((name) => name.trim());
  const issues: Issue[] = [...csv.issues];
  for (const column of Object.keys(schema.shape))
    if (!names.includes(column)) issues.push(missingColumn(file, column, names));
  if (issues.some(({ severity }) => severity === "error")) return { rows: [], issues };

  const seen = new Map<unknown, number>();
  const rows = body.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const at = { file, row: index + 2 };
    const texts = Object.fromEntries(names.map((name, column) => [name, (cells[column] ?? "").trim()]));
    const parsed = schema.safeParse(texts);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        issues.push(wrongCell({ ...at, column: String(path[0]) }, message, texts[String(path[0])] ?? ""));
      return [];
    }
    const earlier = seen.get(parsed.data[key]);
    if (earlier !== undefined) {
      issues.push(repeated({ ...at, column: key }, String(parsed.data[key]), earlier));
      return [];
    }
    seen.set(parsed.data[key], at.row);
    return [{ value: parsed.data, at }];
  });
  return { rows, issues };
}

function missingTable(file: string): Issue {
  return {
    code: "price-table",
    severity: "error",
    at: { file },
    message: `${file}: named under costing in study.yaml, not in the study folder`,
    expected: `a file ${file}`,
    found: "no such file",
    fix: "put the file there; it does not come with this tool, because its licence is yours to hold",
  };
}

function missingColumn(file: string, column: string, names: readonly string[]): Issue {
  const near = nearest(column, names);
  return {
    code: "price-table",
    severity: "error",
    at: { file, row: 1 },
    message: `${file}: no column ${column}`,
    expected: `a column with the heading ${column}`,
    found: names.join(", ") || "no headings",
    fix: near ? `is it "${near}"? rename its heading` : "add the column; data/pay/README.md shows the format",
  };
}

function wrongCell(at: Place, message: string, found: string): Issue {
  return {
    code: "price-table",
    severity: "error",
    at,
    message: `${at.column}: ${message}, found "${found.slice(0, 40)}"`,
    expected: message.replace(/^expected /, ""),
    found: `"${found.slice(0, 40)}"`,
    fix: "compare the cell with the publication, and correct it",
  };
}

function repeated(at: Place, found: string, earlier: number): Issue {
  return {
    code: "price-table",
    severity: "error",
    at,
    message: `${at.column}: ${found} stands in row ${earlier} too`,
    expected: `each ${at.column} once`,
    found,
    fix: "remove one of the two rows",
  };
}
