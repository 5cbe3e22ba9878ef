import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { digest } from "../../src/run/digest.js";
import { copyOfExample, readAll, temporaryFolder } from "../temporary.js";
import { runCli } from "../cli/run-cli.js";

let out: string;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  out = join(temporaryFolder(), "report");
  const { exitCode } = await runCli("run", "data/example", "--out", out);
  expect(exitCode).toBe(0);
  files = readAll(out);
});

interface ReleasedJson {
  readonly groups: readonly (readonly string[])[];
  readonly results: readonly Result[];
}
const released = () => JSON.parse(files.get("release/results.json")!.toString()) as ReleasedJson;

describe("run on the example", () => {
  it("writes the report in three forms, eight charts twice, results and manifest", () => {
    const names = [...files.keys()].filter((name) => name.startsWith("release/"));
    for (const name of ["report.html", "report.docx", "tables.xlsx", "results.json", "manifest.json"]) {
      expect(names).toContain(`release/${name}`);
    }
    const charts = names.filter((name) => name.startsWith("release/charts/"));
    expect(charts.filter((name) => name.endsWith(".svg")).length).toBeGreaterThanOrEqual(8);
    expect(charts.filter((name) => name.endsWith(".png")).length).toBe(charts.length / 2);
  });

  it("says that the data are synthetic in every file a person opens", () => {
    const notice = /synthetic data/i;
    expect(files.get("release/report.html")!.toString()).toMatch(notice);
    expect(files.get("release/results.json")!.toString()).toMatch(notice);
    const docx = unzipSync(files.get("release/report.docx")!);
    const headers = Object.entries(docx).filter(([name]) => /word\/header\d*\.xml/.test(name));
    expect(headers.length).toBeGreaterThan(0);
    expect(headers.some(([, bytes]) => notice.test(strFromU8(bytes)))).toBe(true);
    const xlsx = unzipSync(files.get("release/tables.xlsx")!);
    const strings = strFromU8(xlsx["xl/sharedStrings.xml"]!);
    const sheets = Object.keys(xlsx).filter((name) => name.startsWith("xl/worksheets/sheet"));
    const index = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].findIndex((one) => notice.test(one[1]!));
    for (const sheet of sheets) expect(strFromU8(xlsx[sheet]!), sheet).toContain(`<v>${index}</v>`);
    for (const [name, bytes] of files) {
      if (name.endsWith(".svg")) expect(bytes.toString(), name).toMatch(notice);
    }
  });

  it("shows at least 80% of the service numbers by Trust, in five groups", () => {
    const { groups, results } = released();
    expect(groups).toEqual([["A", "B"], ["C"], ["D"], ["E"], ["F"]]);
    const cells = results.filter(
      (one) =>
        one.subject.sensitivity === "service" &&
        one.subject.trusts.length > 0 &&
        one.subject.trusts.length < 6 &&
        one.subject.measure !== "cost",
    );
    const shown = cells.filter((one) => one.kind === "estimate");
    expect(cells.length).toBeGreaterThan(200);
    expect(shown.length / cells.length).toBeGreaterThanOrEqual(0.8);
  });

  it("shows something and holds something back", () => {
    const kinds = new Set(released().results.map((one) => one.kind));
    expect(kinds.has("estimate") && kinds.has("suppressed")).toBe(true);
  });

  it("lets no free text, link code or unreleased result into release/", () => {
    const all = [...files]
      .filter(([name]) => name.startsWith("release/"))
      .map(([name, bytes]) => textOf(name, bytes));
    const survey = readAll("data/example/survey");
    const codes = new Set<string>();
    for (const [name, bytes] of survey) {
      if (name.endsWith(".csv"))
        for (const match of bytes.toString("latin1").matchAll(/\b[A-Z]{2}\d{2}[A-Z]{2}\b/g))
          codes.add(match[0]);
    }
    codes.delete("AN14ON");
    expect(codes.size).toBeGreaterThan(100);
    for (const text of all) for (const code of codes) expect(text.includes(code)).toBe(false);
    for (const text of all) expect(text).not.toMatch(/trust-a"|"trusts":\["A"\]/);
  });

  it("shows HR records over all Trusts only, and names no input file in a result", () => {
    const { results } = released();
    const hr = results.filter((one) => ["retention", "appraisal"].includes(one.subject.measure));
    expect(hr.map((one) => one.subject.trusts.length)).toEqual([6, 6]);
    expect(results.filter((one) => one.kind === "estimate" && one.source.files.length > 0)).toEqual([]);
  });

  it("gives a digest of every released file, and none of any input", () => {
    const manifest = JSON.parse(files.get("release/manifest.json")!.toString()) as {
      outputs: Record<string, string>;
    };
    for (const [name, value] of Object.entries(manifest.outputs)) {
      expect(digest(files.get(`release/${name}`)!), name).toBe(value);
    }
    const text = files.get("release/manifest.json")!.toString();
    for (const bytes of readAll("data/example").values()) expect(text).not.toContain(digest(bytes));
  });

  it("keeps internal/ apart and says that it is not for release", () => {
    expect(files.get("internal/NOT-FOR-RELEASE.txt")!.toString()).toContain("NOT FOR RELEASE");
    expect(files.get("internal/findings.csv")!.toString()).toMatch(/^severity,rule,trust/);
  });

  it("every number of the report stands in results.json: each printed value names its result", () => {
    const ids = new Set(released().results.map((one) => one.id));
    const html = files.get("release/report.html")!.toString();
    const used = [...html.matchAll(/data-result="([^"]+)"/g)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("same inputs, same bytes", () => {
  it("in another folder, time zone and locale", () => {
    const elsewhere = join(temporaryFolder(), "a folder with spaces");
    mkdirSync(elsewhere);
    cpSync("data/example", join(elsewhere, "study"), { recursive: true });
    const run = spawnSync(
      process.execPath,
      ["bin/pilot-eval.js", "run", join(elsewhere, "study"), "--out", join(elsewhere, "out")],
      {
        encoding: "utf8",
        env: { ...process.env, TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
      },
    );
    expect(run.status, run.stderr).toBe(0);
    const other = readAll(join(elsewhere, "out", "release"));
    const mine = [...files].filter(([name]) => name.startsWith("release/"));
    expect([...other.keys()]).toEqual(mine.map(([name]) => name.slice("release/".length)));
    for (const [name, bytes] of mine) {
      expect(digest(other.get(name.slice("release/".length))!), name).toBe(digest(bytes));
    }
  });
});

describe("writing", () => {
  it("does not overwrite a released file that someone edited, unless told to", async () => {
    const study = copyOfExample();
    const target = join(study, "..", "out");
    cpSync(out, target, { recursive: true });
    writeFileSync(join(target, "release/report.html"), "edited by hand");
    const refused = await runCli("run", study, "--out", target);
    expect(refused.exitCode).toBe(2);
    expect(refused.talk).toContain("report.html");
    expect(readFileSync(join(target, "release/report.html"), "utf8")).toBe("edited by hand");
    const replaced = await runCli("run", study, "--out", target, "--replace");
    expect(replaced.exitCode).toBe(0);
    expect(readFileSync(join(target, "release/report.html"), "utf8")).toContain("<html");
  });

  it("does not lose a file that someone put into release/ or internal/", async () => {
    const target = join(temporaryFolder(), "out");
    cpSync(out, target, { recursive: true });
    writeFileSync(join(target, "release/charts/notes.txt"), "mine");
    writeFileSync(join(target, "internal/mine.txt"), "mine");
    const { exitCode, talk } = await runCli("run", "data/example", "--out", target);
    expect(exitCode).toBe(2);
    expect(talk).toContain(join("release", "charts/notes.txt"));
    expect(talk).toContain(join("internal", "mine.txt"));
    expect(existsSync(join(target, "release/charts/notes.txt"))).toBe(true);
  });

  it("refuses a target that is a file or the study, and a study that is a file or nothing", async () => {
    const cases = [
      ["run", "data/example", "--out", "README.md"],
      ["run", "data/example", "--out", "data/../data/example"],
      ["run", "data/example/study.yaml", "--out", "reports/x"],
      ["check", "data/nothing"],
    ];
    for (const args of cases) {
      const { exitCode, talk } = await runCli(...args);
      expect(exitCode, args.join(" ")).toBe(2);
      expect(talk, args.join(" ")).toMatch(/expected|is the study folder/);
    }
  });

  it("keeps other files of the target folder and leaves nothing beside it", async () => {
    const folder = temporaryFolder();
    const target = join(folder, "out");
    mkdirSync(target);
    writeFileSync(join(target, "notes.txt"), "mine");
    await runCli("run", "data/example", "--out", target);
    expect(existsSync(join(target, "notes.txt"))).toBe(true);
    expect([...readAll(folder).keys()].filter((name) => !name.startsWith("out/"))).toEqual([]);
  });
});

function textOf(name: string, bytes: Buffer): string {
  if (!/\.(docx|xlsx)$/.test(name)) return bytes.toString("latin1");
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part, true))
    .join("\n");
}
