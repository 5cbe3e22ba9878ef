import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { drawCharts } from "../../src/charts/draw-charts.js";
import { stream } from "../../src/core/random.js";
import { heldBack, suppress } from "../../src/disclosure/primary.js";
import { openFolder } from "../../src/ingest/folder.js";
import { releaseJsonOf } from "../../src/report/release-json.js";
import type { ReleaseContents } from "../../src/report/report-input.js";
import { checkStudy } from "../../src/run/check.js";
import { checkClosedWorld, checkReleased } from "../../src/run/closed-world/check-closed-world.js";
import { numbersIn } from "../../src/run/closed-world/known-numbers.js";
import { digest } from "../../src/run/digest.js";
import { evaluate } from "../../src/run/evaluate.js";
import { toJsonByLine } from "../../src/run/json.js";
import { readContents, renderRelease } from "../../src/run/release-files.js";
import { readShipped } from "../../src/run/shipped.js";
import { publicStudyOf } from "../../src/study/public-study.js";
import { runCli } from "../cli/run-cli.js";
import { readAll, temporaryFolder } from "../temporary.js";

type Files = ReadonlyMap<string, Uint8Array>;

let files: Files;
let version: string;

beforeAll(async () => {
  const out = join(temporaryFolder(), "out");
  expect((await runCli("run", "data/example", "--out", out)).exitCode).toBe(0);
  files = new Map([...readAll(join(out, "release"))].map(([name, bytes]) => [name, new Uint8Array(bytes)]));
  version = (JSON.parse(textOf("manifest.json")) as { version: string }).version;
});

const textOf = (name: string, from: Files = files) => strFromU8(from.get(name)!);

/** The release with one file changed, and a manifest that knows it: a renderer that tells too much, not an edit. */
function leaking(name: string, bytes: Uint8Array): Files {
  const manifest = JSON.parse(textOf("manifest.json")) as { outputs: Record<string, string> };
  manifest.outputs[name] = digest(bytes);
  return new Map([...files, [name, bytes], ["manifest.json", strToU8(JSON.stringify(manifest))]]);
}

function inText(name: string, find: RegExp | string, put: string): Files {
  const text = textOf(name);
  const changed = text.replace(find, put);
  expect(changed, `${name} has ${String(find)}`).not.toBe(text);
  return leaking(name, strToU8(changed));
}

function inPart(name: string, part: string, find: RegExp | string, put: string): Files {
  const parts = unzipSync(files.get(name)!);
  const text = strFromU8(parts[part]!);
  const changed = text.replace(find, put);
  expect(changed, `${part} has ${String(find)}`).not.toBe(text);
  return leaking(name, zipSync({ ...parts, [part]: strToU8(changed) }));
}

function withPart(name: string, part: string): Files {
  return leaking(name, zipSync({ ...unzipSync(files.get(name)!), [part]: strToU8("<x/>") }));
}

/** A chunk of words before the end of a picture. */
function withWords(png: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + 6);
  new DataView(chunk.buffer).setUint32(0, 6);
  chunk.set(strToU8("tEXtn\0=9.5"), 4);
  return new Uint8Array([...png.subarray(0, -12), ...chunk, ...png.subarray(-12)]);
}

describe("a release as run writes it", () => {
  it("has nothing beyond its results.json, and is the same when made again", async () => {
    expect(await checkClosedWorld(files, version)).toEqual({ leaks: [], otherVersion: null });
  });

  it("is looked at without being made again when another version wrote it", async () => {
    expect(await checkClosedWorld(files, "99.0.0")).toEqual({ leaks: [], otherVersion: version });
  });
});

describe("a release in which half of all results are held back by hand", () => {
  it("tells of none of them in any file: nothing beyond its results.json, and [c] where they stood", async () => {
    const { contents } = readContents(files.get("results.json")!) as { contents: ReleaseContents };
    const draw = stream(6, "held back by hand");
    const results = contents.released.results.map((one) => (draw() < 0.5 ? suppress(one, heldBack) : one));
    const gone = results.flatMap(({ kind, id }) => (kind === "suppressed" ? [id] : []));
    expect(gone.length).toBeGreaterThan(400);
    const released = { ...contents.released, results };
    const made = await renderRelease(toJsonByLine(releaseJsonOf({ ...contents, released })));
    expect(checkReleased(made)).toEqual([]);
    const named = [...textOf("report.html", made).matchAll(/data-result="([^"]+)"/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(300);
    expect(named.filter((id) => gone.includes(id))).toEqual([]);
    const documents = [
      textOf("report.html", made),
      strFromU8(unzipSync(made.get("report.docx")!)["word/document.xml"]!),
      strFromU8(unzipSync(made.get("tables.xlsx")!)["xl/sharedStrings.xml"]!),
    ];
    for (const text of documents) expect(text).toContain("[c]");
    const charts = [...made.keys()].filter((name) => name.endsWith(".svg"));
    for (const name of charts) expect(textOf(name, made), name).toMatch(/\[c\]|Not shown:/);
  }, 60_000);
});

const image = "charts/coverage-heat-map.png";

const leaks: readonly (readonly [string, () => Files, string])[] = [
  ["a number of a sentence", () => inText("report.html", "</p>", " and 7.37 of them</p>"), "7.37"],
  ["pounds in a sentence", () => inText("report.html", "</p>", " for £8,437</p>"), "£8,437"],
  [
    "a marked number that is another result's",
    () => inText("report.html", /(<td[^>]*data-result="coverage[^>]*>)\d+%/, "$13%"),
    "does not have it",
  ],
  ["a comment in the page", () => inText("report.html", "</h1>", "</h1><!-- A -->"), "comment"],
  ["a script", () => inText("report.html", "</body>", "<script>1</script></body>"), "script"],
  ["a data attribute", () => inText("report.html", "<h1", '<h1 data-count="3"'), "data-count"],
  ["alternative text", () => inText("charts/response-flow.svg", "</desc>", " 12.25 of 14</desc>"), "12.25"],
  ["a label of a chart", () => inText("charts/cost-one-way.svg", "</text>", " £1,234</text>"), "£1,234"],
  ["metadata of a chart", () => inText("charts/cost-one-way.svg", "</svg>", "<metadata/></svg>"), "metadata"],
  ["words in a picture", () => leaking(image, withWords(files.get(image)!)), "tEXt"],
  [
    "bytes after a picture",
    () => leaking(image, new Uint8Array([...files.get(image)!, 1, 2])),
    "after the end",
  ],
  [
    "a sentence of the Word file",
    () => inPart("report.docx", "word/document.xml", "</w:t>", " 6.61</w:t>"),
    "6.61",
  ],
  [
    "a description of a figure in the Word file",
    () => inPart("report.docx", "word/document.xml", / descr="/, ' descr="5.05 '),
    "5.05",
  ],
  [
    "an author of the Word file",
    () => inPart("report.docx", "docProps/core.xml", ">pilot-eval<", ">A. Person<"),
    "an author",
  ],
  [
    "a time of the workbook",
    () => inPart("tables.xlsx", "docProps/core.xml", "2000-01-01T00:00:00Z", "2027-02-03T10:00:00Z"),
    "a time",
  ],
  [
    "a property of the Word file",
    () =>
      inPart("report.docx", "docProps/custom.xml", /\/>$/, '><property name="n">4</property></Properties>'),
    "a custom property",
  ],
  [
    "hidden text in the Word file",
    () => inPart("report.docx", "word/document.xml", "<w:rPr>", "<w:rPr><w:vanish/>"),
    "hidden text",
  ],
  ["comments of the Word file", () => withPart("report.docx", "word/comments.xml"), "word/comments.xml"],
  ["data of a chart in the Word file", () => withPart("report.docx", "word/embeddings/a.xlsx"), "embeddings"],
  ["cached data of the workbook", () => withPart("tables.xlsx", "xl/pivotCache/one.xml"), "pivotCache"],
  [
    "a hidden sheet",
    () => inPart("tables.xlsx", "xl/workbook.xml", 'state="visible"', 'state="hidden"'),
    "a hidden sheet",
  ],
  [
    "a hidden row",
    () => inPart("tables.xlsx", "xl/worksheets/sheet9.xml", '<row r="6"', '<row hidden="1" r="6"'),
    "a hidden row",
  ],
  [
    "a cell of the workbook, shown rounded",
    () => inPart("tables.xlsx", "xl/worksheets/sheet9.xml", /<v>0\.\d+<\/v>/, "<v>0.5217391304347826</v>"),
    "sheet9, cell",
  ],
  [
    "a defined name",
    () =>
      inPart(
        "tables.xlsx",
        "xl/workbook.xml",
        "<definedNames>",
        '<definedNames><definedName name="n">3</definedName>',
      ),
    "a defined name",
  ],
  [
    "a file of the Trusts",
    () => new Map([...files, ["returns/trust-a.xlsx", new Uint8Array()]]),
    "returns/trust-a.xlsx",
  ],
  [
    "a count beside a share",
    () =>
      leaking(
        "results.json",
        strToU8(textOf("results.json").replace('"kind":"estimate",', '"kind":"estimate","count":7,')),
      ),
    "count",
  ],
  [
    "a digest of an input",
    () => {
      const manifest = JSON.parse(textOf("manifest.json")) as object;
      return new Map([...files, ["manifest.json", strToU8(JSON.stringify({ ...manifest, inputs: "00" }))]]);
    },
    "inputs",
  ],
];

describe("what a release tells beyond its results", () => {
  it.each(leaks)("is found: %s", (_, make, told) => {
    const found = checkReleased(make());
    expect(found.map(({ file, what }) => `${file}: ${what}`).join("\n")).toContain(told);
  });

  it("is found when a file was edited, and when one is gone", () => {
    const edited = new Map([...files, ["report.html", strToU8(`${textOf("report.html")} `)]]);
    expect(checkReleased(edited)).toEqual([
      { file: "report.html", what: expect.stringContaining("its digest is not the manifest's") as string },
    ]);
    const gone = new Map([...files].filter(([name]) => name !== image));
    expect(checkReleased(gone)).toMatchObject([{ file: image }]);
  });

  it("is found by its place when the release is made again: a word, a coordinate, a part, a picture", async () => {
    const words = inText("report.html", "Methods", "Methodes");
    const moved = inText("charts/change-by-trust.svg", /(translate\()(\d)/, "$11$2");
    const part = inPart("report.docx", "word/settings.xml", "720", "721");
    const all = new Map([
      ...files,
      ...[words, moved, part].flatMap((one) =>
        [...one].filter(([name, bytes]) => name !== "manifest.json" && bytes !== files.get(name)),
      ),
    ]);
    const { leaks: found } = await checkClosedWorld(all, version);
    const told = (file: string) =>
      found
        .filter((one) => one.file === file)
        .map(({ what }) => what)
        .join();
    expect(told("report.html")).toContain("Methodes");
    expect(told("charts/change-by-trust.svg")).toContain("where results.json makes");
    expect(told("report.docx")).toContain("word/settings.xml");
  });

  it("is found by its place: a chart drawn from results that did not pass the gate", async () => {
    const checked = await checkStudy(openFolder("data/example"), await readShipped());
    const { computed, released, study } = evaluate(checked);
    const exact = new Map(computed.results.map((one) => [one.id, one]));
    const unsafe = { ...released, results: released.results.map(({ id }) => exact.get(id)!) };
    const drawn = await drawCharts(unsafe, publicStudyOf(study));
    const name = "coverage-heat-map";
    const { svg } = drawn.find(({ id }) => id === name)!;
    const { leaks: found } = await checkClosedWorld(leaking(`charts/${name}.svg`, strToU8(svg)), version);
    expect(found).toContainEqual({
      file: `charts/${name}.svg`,
      what: expect.stringMatching(/^found ".+", where results\.json makes ".+"$/) as string,
    });
  });

  it("is found by its place: a cell of a table of the Word file that has another result's number", async () => {
    const altered = inPart(
      "report.docx",
      "word/document.xml",
      /(<w:tc>(?:(?!<\/w:tc>).)*<w:t[^>]*>)(?!60%)\d+%/s,
      "$160%",
    );
    const { leaks: found } = await checkClosedWorld(altered, version);
    expect(found).toContainEqual({
      file: "report.docx",
      what: expect.stringMatching(
        /^in its part word\/document\.xml: found ".*60%.*", where results\.json makes ".+"$/,
      ) as string,
    });
  });
});

it("numbers of notes in the workbook tell nothing: there may be more of them than any result has", () => {
  expect(numbersIn("12 of 40 [note 43] [note 44]").map(({ value }) => value)).toEqual(["12", "40"]);
});
