import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Rooms from top to bottom; a file may import from its own room and from rooms below. */
const layers: readonly (readonly string[])[] = [
  ["cli"],
  ["run", "simulate", "template", "estimate"],
  ["report"],
  ["charts"],
  ["disclosure"],
  ["economics"],
  ["metrics", "costs"],
  ["dataset"],
  ["validate"],
  ["ingest"],
  ["study"],
  ["verify"],
  ["stats"],
  ["core"],
];
const beside = ["index.ts", "frames.ts", "notebook.ts"];

/** Packages that are heavy to load, and the one file that may load each. */
const homes: Readonly<Record<string, string>> = {
  exceljs: "ingest/workbook.ts",
  docx: "report/docx.ts",
  vega: "charts/render.ts",
  "vega-lite": "charts/render.ts",
  "@resvg/resvg-js": "charts/render.ts",
  "danfojs-node": "frames.ts",
  "csv-parse/sync": "ingest/csv.ts",
  "simple-statistics": "stats/means/summary.ts",
  highs: "disclosure/attack/highs.ts",
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replace(/\\/g, "/"))
  .filter((file) => file.endsWith(".ts"));
const imports = files.flatMap(importsOf);

describe("the house", () => {
  it("imports point down the layers", () => {
    const wrong = imports
      .filter(({ from, to }) => to.startsWith(".") && !beside.includes(from))
      .map(({ from, to }) => ({ from, to: normalize(join(dirname(from), to)) }))
      .filter(({ from, to }) => !isDown(room(from), room(to)))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it("charts and report see of a study what may be told, and no file makes a release but from results.json", () => {
    const whole = files
      .filter((file) => /^(charts|report)\//.test(file))
      .filter((file) => /^import[^;]*\bStudy\b/m.test(readFileSync(`src/${file}`, "utf8")));
    expect(whole).toEqual([]);
    const renderers = ["charts/draw-charts", "report/html", "report/docx"];
    const users = imports
      .filter(
        ({ from, to, typeOnly }) => from.startsWith("run/") && !typeOnly && isOneOf(renderers, from, to),
      )
      .map(({ from }) => from);
    expect([...new Set(users)]).toEqual(["run/release-files.ts"]);
  });

  it("core, stats and costs import no node: module", () => {
    const wrong = imports.filter(
      ({ from, to }) => /^(core|stats|costs)\//.test(from) && to.startsWith("node:"),
    );
    expect(wrong).toEqual([]);
  });

  it("each heavy package is loaded in one file", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && homes[to] !== undefined && homes[to] !== from,
    );
    expect(wrong.map(({ from, to }) => `${from} loads ${to}`)).toEqual([]);
  });

  it("a command's door loads nothing but commander and its neighbours", () => {
    const doors = [
      "main",
      "command",
      "run",
      "check",
      "ledger",
      "map",
      "new",
      "template",
      "estimate",
      "simulate",
      "list",
      "verify",
      "audit",
    ].map((name) => `cli/${name}.ts`);
    const wrong = imports.filter(
      ({ from, to, typeOnly, lazy }) =>
        doors.includes(from) && !typeOnly && !lazy && to !== "commander" && !/^\.\/[a-z]+\.js$/.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} loads ${to}`)).toEqual([]);
  });

  it("below cli there is no clock and no unseeded randomness", () => {
    const wrong = files
      .filter((file) => !file.startsWith("cli/"))
      .filter((file) =>
        /Math\.random|Date\.now|new Date\(\)|toLocale|Intl\.|randomUUID/.test(
          readFileSync(`src/${file}`, "utf8"),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it("names no machine, registry or private note", () => {
    const text = files.map((file) => readFileSync(`src/${file}`, "utf8")).join("\n");
    expect(text).not.toMatch(/\/work\/|\.\.\/shared|registry\.npmjs/);
  });
});

function isOneOf(rooms: readonly string[], from: string, to: string): boolean {
  return rooms.includes(normalize(join(dirname(from), to)).replace(/\.js$/, ""));
}

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(`src/${from}`, "utf8").replace(/^ *\*.*$/gm, "");
  const found: Import[] = [];
  for (const match of text.matchAll(/^(import|export)( type)?[^;"']*?from ["']([^"']+)["']/gm)) {
    found.push({ from, to: match[3]!, typeOnly: match[2] !== undefined, lazy: false });
  }
  for (const match of text.matchAll(/(typeof )?import\(["']([^"']+)["']\)/g)) {
    found.push({ from, to: match[2]!, typeOnly: match[1] !== undefined, lazy: true });
  }
  return found;
}

function room(file: string): string {
  return file.includes("/") ? file.split("/")[0]! : file;
}

function isDown(from: string, to: string): boolean {
  if (from === to) return true;
  const level = (name: string) => layers.findIndex((layer) => layer.includes(name));
  if (level(from) === level(to)) return layers[level(from)]?.includes("simulate") === true;
  return level(from) < level(to) && level(to) !== -1;
}
