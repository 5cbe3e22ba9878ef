import type * as FileSystem from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof FileSystem>();
  const readFile = ((file: unknown, ...rest: never[]) =>
    String(file).endsWith("estimate-page/app.js")
      ? Promise.reject(Object.assign(new Error("not there"), { code: "ENOENT" }))
      : (real.readFile as (...all: unknown[]) => unknown)(file, ...rest)) as typeof real.readFile;
  return { ...real, readFile };
});

const { mkdtemp, readdir, rm } = await import("node:fs/promises");
const { tmpdir } = await import("node:os");
const { join } = await import("node:path");
const { runCli } = await import("../cli/run-cli.js");

describe("an estimate where the bundle of its page is missing", () => {
  it("writes every other file, and says which is not there, why, and what to do", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pilot-eval-outputs-"));
    const out = join(folder, "estimate");
    const flags = ["estimate", "--imgs", "20", "--pension", "full", "--all", "--out", out];
    const { exitCode, talk, out: answer } = await runCli(...flags);
    expect(talk).toContain("estimate.html was not written: ");
    expect(talk).toContain("run `npm run build`");
    expect(exitCode).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      "board-summary.docx",
      "board-summary.html",
      "board-summary.txt",
      "estimate.json",
      "estimate.xlsx",
      "manifest.json",
    ]);
    expect(answer).toContain("estimate.xlsx");
    expect(answer).not.toContain("estimate.html");
    await rm(folder, { recursive: true, force: true });
  });
});
