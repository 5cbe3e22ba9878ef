import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { digest } from "../../src/run/digest.js";
import { temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

it("calls no release clean that says another version wrote it: whoever edits one can write that too", async () => {
  const folder = join(temporaryFolder(), "release");
  cpSync("reports/example/release", folder, { recursive: true });
  expect((await runCli("audit", folder)).exitCode).toBe(0);
  const results = readFileSync(join(folder, "results.json"), "utf8").replace(/"0\.1\.0"/, '"0.0.9"');
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    version: string;
    outputs: Record<string, string>;
  };
  manifest.version = "0.0.9";
  manifest.outputs["results.json"] = digest(new TextEncoder().encode(results));
  writeFileSync(join(folder, "results.json"), results);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  const { exitCode, out } = await runCli("audit", folder);
  expect(exitCode).toBe(1);
  expect(out).toContain("Not audited in full: it says that version 0.0.9 wrote it");
});
