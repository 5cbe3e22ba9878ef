import { readFile, readdir } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { payPointsOf } from "../../src/costs/figures.js";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { readShipped } from "../../src/run/shipped.js";
import { exampleSeed, exampleTruth } from "../../src/simulate/example-truth.js";
import { simulate } from "../../src/simulate/simulate.js";

type Files = ReadonlyMap<string, Uint8Array>;

const example = new URL("../../data/example/", import.meta.url);
let files: Files = new Map();
let again: Files = new Map();
let other: Files = new Map();

beforeAll(async () => {
  const { components, figures } = await readShipped();
  const lists = { components, payPoints: payPointsOf(figures, exampleTruth.priceYear) };
  files = await simulate(exampleTruth, exampleSeed, lists);
  again = await simulate(exampleTruth, exampleSeed, lists);
  other = await simulate(exampleTruth, exampleSeed + 1, lists);
});

const latin = (path: string) => new TextDecoder("iso-8859-1").decode(files.get(path));
const text = (path: string) => Buffer.from(files.get(path)!).toString("utf8");
const rows = (path: string, from = text(path)) => parse(from, { bom: true }) as string[][];
const column = (table: readonly (readonly string[])[], heading: string | RegExp) => {
  const at = table[0]!.findIndex((name) =>
    typeof heading === "string" ? name === heading : heading.test(name),
  );
  expect(at, String(heading)).toBeGreaterThanOrEqual(0);
  return table.slice(1).map((row) => row[at]!);
};

describe("the same truth and seed", () => {
  it("give the same bytes", () => {
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) expect(again.get(path), path).toEqual(bytes);
  });

  it("give the committed example, file for file", async () => {
    const committed = (await readdir(example, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("//", "/").split("/data/example/")[1]!);
    expect(committed.sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of files) {
      const there = await readFile(new URL(path, example));
      expect(there.equals(bytes), `${path}: write data/example again with pilot-eval simulate`).toBe(true);
    }
  });
});

it("another seed gives other answers under the same declaration", () => {
  for (const [path, bytes] of files) {
    const same = Buffer.from(other.get(path)!).equals(bytes);
    expect(same, path).toBe(path.startsWith("costs/") || ["codebook.csv", "cohort.csv"].includes(path));
  }
});

describe("each export has the shape and the mess that the read-me claims", () => {
  it("Google Forms: UTF-8 without a mark, ticked answers joined by a comma and a space", () => {
    const path = "survey/trust-a-month3.csv";
    expect(files.get(path)![0]).not.toBe(0xef);
    const table = rows(path);
    expect(table[0]![0]).toBe("Timestamp");
    for (const time of column(table, "Timestamp"))
      expect(time).toMatch(/^\d\d\/0[6-9]\/2026 \d\d:\d\d:\d\d$/);
    expect(table[0]!.some((heading) => heading.includes("[I feel settled where I live]"))).toBe(true);
    expect(column(table, /^Who helped/).some((cell) => cell.includes(", "))).toBe(true);
  });

  it("Microsoft Forms as a workbook: real dates, an anonymous e-mail column, semicolons", async () => {
    const [sheet] = await readWorkbook(files.get("survey/trust-b-month3.xlsx")!);
    expect(sheet!.name).toBe("Form1");
    const [header, ...body] = sheet!.rows;
    const cells = (row: (typeof body)[number]) => new Map(row.cells.map((cell) => [cell.column, cell.value]));
    expect([...cells(header!).values()].slice(0, 5)).toEqual([
      "ID",
      "Start time",
      "Completion time",
      "Email",
      "Name",
    ]);
    for (const row of body) {
      expect(cells(row).get(1)).toMatch(/^2026-\d\d-\d\dT/);
      expect(cells(row).get(3)).toBe("anonymous");
      expect(cells(row).has(4)).toBe(false);
    }
    const values = body.flatMap((row) => row.cells.map((cell) => cell.value));
    expect(values.some((value) => typeof value === "string" && value.endsWith(";"))).toBe(true);
  });

  it("Jisc: a mark, numbers for answers, a column of 0 and 1 for each tick, one item left out", () => {
    for (const path of ["survey/trust-c-arrival.csv", "survey/trust-c-month3.csv"]) {
      expect([...files.get(path)!.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(rows(path)[0]).toContain("Q5_4");
      expect(rows(path)[0]).not.toContain("Q5_5");
      for (const value of column(rows(path), "Q5_1")) expect(value).toMatch(/^(?:[1-5]|97|)$/);
    }
    expect(rows("survey/trust-c-arrival.csv")[0]![0]).toBe("Unique Response Number");
    const month3 = rows("survey/trust-c-month3.csv");
    expect(month3[0]![0]).toBe("URN");
    for (let option = 1; option <= 7; option++)
      expect([...new Set(column(month3, `Q16_${option}`))].every((tick) => ["0", "1"].includes(tick))).toBe(
        true,
      );
  });

  it.each([
    ["survey/trust-d-arrival.csv", "Survey Preview", "False"],
    ["survey/trust-d-month3.csv", "Survey Preview", "False"],
    ["survey/trust-f-arrival.csv", "1", "0"],
    ["survey/trust-f-month3.csv", "1", "0"],
  ])("Qualtrics in %s: a mark, three header rows, 2 previews, 3 unfinished", (path, preview, unfinished) => {
    expect([...files.get(path)!.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = rows(path);
    expect(table[0]!.slice(0, 3)).toEqual(["StartDate", "EndDate", "Status"]);
    expect(table[1]!.some((cell) => cell.includes("\n"))).toBe(true);
    expect(table[2]!.every((cell) => cell.startsWith('{"ImportId":'))).toBe(true);
    const body = [table[0]!, ...table.slice(3)];
    expect(column(body, "Status").filter((cell) => cell === preview)).toHaveLength(2);
    expect(column(body, "Finished").filter((cell) => cell === unfinished)).toHaveLength(3);
  });

  it("Microsoft Forms from Excel: Windows-1252, CR LF, line breaks in headings, US dates", () => {
    const path = "survey/trust-e-month3.csv";
    const bytes = [...files.get(path)!];
    expect(bytes.includes(0x96)).toBe(true);
    expect(bytes.includes(0x92)).toBe(true);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(files.get(path))).toThrow();
    expect(text(path).split("\r\n").length).toBeGreaterThan(30);
    const table = rows(path, latin(path));
    expect(table[0]!.some((heading) => heading.includes("\n"))).toBe(true);
    for (const time of column(table, "Start time"))
      expect(time).toMatch(/^[6-9]\/\d{1,2}\/26 [1-9]\d?:\d\d:\d\d$/);
    for (const day of column(table, /^On what date/)) expect(day).toMatch(/^[456]\/\d{1,2}\/26$/);
    for (const cell of column(table, /^Who helped/)) expect(cell).toMatch(/^$|;$/);
  });

  it("a person answered twice, with the code written differently, in four files", async () => {
    const normal = (code: string) => code.toUpperCase().replaceAll(" ", "");
    const sheet = (await readWorkbook(files.get("survey/trust-b-month3.xlsx")!))[0]!;
    const inWorkbook = sheet.rows
      .slice(1)
      .map((row) => String(row.cells.find((cell) => cell.column === 6)!.value));
    const e = "survey/trust-e-month3.csv";
    const f = rows("survey/trust-f-arrival.csv");
    const finished = [f[0]!, ...f.slice(3).filter((row) => row[6] === "1" && row[2] === "0")];
    for (const codes of [
      inWorkbook,
      column(rows("survey/trust-c-arrival.csv"), /^Your link code/),
      column(rows(e, latin(e)), /^Your link code/),
      column(finished, "Q1"),
    ]) {
      expect(new Set(codes).size).toBe(codes.length);
      expect(new Set(codes.map(normal)).size).toBe(codes.length - 1);
    }
  });

  it("the form that has the scales the other way round shows low numbers where people agree", () => {
    const mean = (values: readonly string[]) => {
      const numbers = values.map(Number).filter((value) => value >= 1 && value <= 5);
      return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    };
    const f = rows("survey/trust-f-month3.csv");
    const body = [f[0]!, ...f.slice(3).filter((row) => row[6] === "1" && row[2] === "0")];
    expect(mean(column(body, "Q5_2"))).toBeLessThan(2.9);
    expect(mean(column(rows("survey/trust-c-month3.csv"), "Q5_2"))).toBeGreaterThan(3.1);
    expect(mean(column(body, "Q14"))).toBeGreaterThan(3.1);
  });

  it("blank, don't know, not applicable and prefer not to say are kept apart", () => {
    const month3 = text("survey/trust-d-month3.csv");
    for (const words of ["Don't know", "Not applicable", "Prefer not to say", "Not yet"])
      expect(month3).toContain(words);
    const numbers = rows("survey/trust-f-month3.csv").slice(3).flat();
    for (const figure of ["97", "98", "99", ""]) expect(numbers).toContain(figure);
  });
});

describe("nobody can be found in the files", () => {
  const all = async () => {
    const parts: string[] = [];
    for (const [path, bytes] of files) {
      if (!path.endsWith(".xlsx")) parts.push(latin(path));
      else
        for (const sheet of await readWorkbook(bytes))
          parts.push(...sheet.rows.flatMap((row) => row.cells.map((cell) => String(cell.value))));
    }
    return parts.join("\n");
  };

  it("no e-mail address, no telephone number", async () => {
    const everything = await all();
    expect(everything).not.toMatch(/[\w.]+@[\w.]+/);
    expect(everything).not.toMatch(/\b(?:\+44|0\d{4})[\s\d]{6,}\b/);
  });

  it("network addresses are of the range for documentation, names and e-mail columns are empty", () => {
    for (const path of ["survey/trust-d-arrival.csv", "survey/trust-f-month3.csv"]) {
      const table = rows(path);
      const body = [table[0]!, ...table.slice(3)];
      for (const address of column(body, "IPAddress")) expect(address).toMatch(/^(?:192\.0\.2\.\d{1,3})?$/);
      for (const heading of ["RecipientLastName", "RecipientFirstName", "RecipientEmail"])
        expect(new Set(column(body, heading))).toEqual(new Set([""]));
    }
  });

  it("Trusts are called by letters only", async () => {
    expect(await all()).not.toMatch(/NHS (?:Foundation )?Trust\b|Hospitals?\b/);
  });

  it("the read-me, the declaration, the truth and every cost return say that it is synthetic", async () => {
    for (const path of ["README.md", "study.yaml", "truth.yaml"])
      expect(text(path).toLowerCase()).toContain("synthetic");
    for (const trust of ["a", "b", "c", "d", "e", "f"]) {
      const sheets = await readWorkbook(files.get(`costs/trust-${trust}.xlsx`)!);
      const cover = sheets[0]!.rows.flatMap((row) => row.cells.map((cell) => String(cell.value)));
      expect(cover.join(" ")).toContain("Synthetic");
    }
  });
});
