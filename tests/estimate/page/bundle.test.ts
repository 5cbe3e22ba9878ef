import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const script = new URL("../../../src/estimate/page/browser/build.mjs", import.meta.url);

describe("the bundle of the page", () => {
  it("is told to be missing, and stops no installation, where the bundler cannot run", () => {
    const folder = mkdtempSync(join(tmpdir(), "pilot-eval-bundle-"));
    const home = join(folder, "src/estimate/page/browser");
    const older = join(folder, "dist/estimate-page/app.js");
    mkdirSync(home, { recursive: true });
    mkdirSync(join(folder, "dist/estimate-page"), { recursive: true });
    copyFileSync(script, join(home, "build.mjs"));
    writeFileSync(older, "an older bundle");
    const { status, stderr } = spawnSync(process.execPath, [join(home, "build.mjs")], { encoding: "utf8" });
    expect(stderr).toContain("the page of an estimate (estimate.html) cannot be made here");
    expect(status).toBe(0);
    expect(existsSync(older)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });
});
