import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { copyOfExample, temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

describe("the command line", () => {
  it("teaches by example in --help, of the whole and of each command", async () => {
    for (const args of [[], ["run"], ["check"], ["new"], ["template"], ["simulate"], ["list"]]) {
      const { exitCode, out } = await runCli(...args, "--help");
      expect(exitCode, args.join()).toBe(0);
      expect(out, args.join()).toMatch(/Examples?:\n {2}\$ pilot-eval/);
    }
  });

  it("prints the version of its package.json", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(await runCli("--version")).toMatchObject({ exitCode: 0, out: `${version}\n` });
  });

  it("says what is wrong with its words, and exits 2", async () => {
    const cases = [
      ["runn"],
      ["run"],
      ["run", "data/example"],
      ["list", "everything"],
      ["simulate", "x", "--seed", "one"],
    ];
    for (const args of cases) {
      const { exitCode, talk } = await runCli(...args);
      expect(exitCode, args.join(" ")).toBe(2);
      expect(talk, args.join(" ")).toMatch(/error: /);
    }
  });

  it("run on a folder that is no study says so, exits 2 and writes nothing", async () => {
    const folder = temporaryFolder();
    const { exitCode, talk } = await runCli("run", folder, "--out", join(folder, "out"));
    expect(exitCode).toBe(2);
    expect(talk).toContain("study.yaml: expected in the study folder");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("check says that the Trusts' files were not read when study.yaml has errors", async () => {
    const folder = copyOfExample();
    writeFileSync(join(folder, "study.yaml"), "format: 2\n");
    const { exitCode, talk } = await runCli("check", folder);
    expect(exitCode).toBe(2);
    expect(talk).toContain("the Trusts' files were not read yet");
  });

  it("check on the example finds no error, and tells each warning with its fix", async () => {
    const { exitCode, out, talk } = await runCli("check", "data/example");
    expect(exitCode).toBe(0);
    expect(talk).toMatch(/data\/example: \d+ warnings?, \d+ notes?/);
    expect(out).toContain("to mend it:");
  });

  it("check --explain-detection tells how each survey file was read, and --json tells the same", async () => {
    const { exitCode, out } = await runCli("check", "data/example", "--explain-detection");
    expect(exitCode).toBe(0);
    expect(out).toContain(
      "survey/trust-b-arrival.xlsx\n  read as         Microsoft Forms (score 0.95): row 1 has",
    );
    expect(out).toContain("survey/trust-d-arrival.csv");
    expect(out).toMatch(/rows left out +2 survey preview: rows 4 to 5\n +3 unfinished: rows \d+/);
    const json = await runCli("check", "data/example", "--explain-detection", "--json");
    const files = JSON.parse(json.out) as { file: string; format: string }[];
    expect(files).toHaveLength(12);
    for (const { file } of files) expect(out).toContain(`${file}\n`);
  });

  it("new writes a folder that loads, and never into one that holds something", async () => {
    const folder = join(temporaryFolder(), "study");
    expect((await runCli("new", folder)).exitCode).toBe(0);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toMatch(/internal\//);
    const again = await runCli("new", folder);
    expect(again.exitCode).toBe(2);
    expect(again.talk).toContain("expected a new or empty folder");
    const { out } = await runCli("check", folder, "--json");
    const codes = (JSON.parse(out) as { code: string }[]).map((one) => one.code);
    expect(codes).not.toContain("yaml");
    expect(codes).not.toContain("codebook");
  });

  it("template writes the workbook once and does not overwrite one that may be filled in", async () => {
    const folder = temporaryFolder();
    const first = await runCli("template", "cost-return", "--trust", "B", "--out", folder);
    expect(first).toMatchObject({ exitCode: 0, out: `${join(folder, "cost-return-b.xlsx")}\n` });
    expect((await runCli("template", "cost-return", "--trust", "B", "--out", folder)).exitCode).toBe(2);
    const year = await runCli("template", "cost-return", "--year", "1999/00", "--out", folder);
    expect(year.talk).toContain("2026/27");
  });

  it("template writes one workbook for each Trust of a study, with its days and price year", async () => {
    const folder = temporaryFolder();
    const { out } = await runCli("template", "cost-return", "--study", "data/example", "--out", folder);
    expect(out.trim().split("\n")).toEqual(
      ["a", "b", "c", "d", "e", "f"].map((trust) => join(folder, `cost-return-${trust}.xlsx`)),
    );
    const [cover] = await readWorkbook(new Uint8Array(readFileSync(join(folder, "cost-return-c.xlsx"))));
    const answers = cover!.rows.slice(4, 8).map(({ cells }) => cells[1]!.value);
    expect(answers).toEqual(["C", "2026-04-01", "2026-12-31", "2026/27"]);
    const strange = await runCli(
      "template",
      "cost-return",
      "--study",
      "data/example",
      "--trust",
      "B",
      "Z",
      "--out",
      folder,
    );
    expect(strange).toMatchObject({ exitCode: 2 });
    expect(strange.talk).toContain("--trust Z: not a Trust of the study");
  });

  it("each command prints JSON for a program when asked", async () => {
    const folder = temporaryFolder();
    const runs = [
      ["new", join(folder, "a")],
      ["template", "cost-return", "--out", join(folder, "b")],
      ["simulate", join(folder, "c")],
      ["run", "data/example", "--out", join(folder, "d")],
    ];
    for (const args of runs) {
      const { out } = await runCli(...args, "--json");
      const { files } = JSON.parse(out) as { files: string[] };
      expect(files.length, args[0]).toBeGreaterThan(0);
      expect(
        files.filter((file) => !existsSync(file)),
        args[0],
      ).toEqual([]);
    }
  });

  it("simulate writes the same study for the same seed as the committed example", async () => {
    const folder = join(temporaryFolder(), "study");
    expect((await runCli("simulate", folder)).exitCode).toBe(0);
    for (const name of [
      "study.yaml",
      "codebook.csv",
      "truth.yaml",
      "survey/trust-e-month3.csv",
      "costs/trust-f.xlsx",
    ]) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join("data/example", name))), name).toBe(
        true,
      );
    }
  });

  it.each(["metrics", "charts", "formats", "rules", "components", "pay", "benchmarks"])(
    "list %s prints an id and a label for each",
    async (what) => {
      const { exitCode, out } = await runCli("list", what, "--json");
      expect(exitCode).toBe(0);
      const entries = JSON.parse(out) as { id: string; label: string }[];
      expect(entries.length).toBeGreaterThan(3);
      expect(entries.every((one) => one.id.length > 1 && one.label.length > 3)).toBe(true);
    },
  );
});
