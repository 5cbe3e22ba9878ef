import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKeyFile } from "../../src/cli/key-file.js";
import { temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

const key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

describe("--key-file", () => {
  it("is the bytes of the file, without a line end", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "pilot.key");
    writeFileSync(file, `${key}\r\n`);
    expect(new TextDecoder().decode(await readKeyFile(file, [join(folder, "study")]))).toBe(key);
  });

  it("is refused when it is missing, a folder, short or a few characters over and over, with a way to make one", async () => {
    const folder = temporaryFolder();
    const short = join(folder, "short.key");
    writeFileSync(short, `${key.slice(0, 15)}\n`);
    const same = join(folder, "same.key");
    writeFileSync(same, "abab".repeat(8));
    await expect(readKeyFile(join(folder, "none.key"), [])).rejects.toThrow("no such file");
    await expect(readKeyFile(folder, [])).rejects.toThrow("found a folder");
    await expect(readKeyFile(short, [])).rejects.toThrow("at least 16 bytes drawn at random, found 15");
    await expect(readKeyFile(same, [])).rejects.toThrow("openssl rand -hex 32");
  });

  it("is refused inside the study or the output folder, also by a link", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "study"));
    const inside = join(folder, "study", "pilot.key");
    writeFileSync(inside, key);
    const link = join(folder, "link.key");
    symlinkSync(inside, link);
    for (const path of [inside, link]) {
      await expect(readKeyFile(path, [join(folder, "out"), join(folder, "study")])).rejects.toThrow(
        "stands inside",
      );
    }
  });

  it("is looked at by check and run before anything is read", async () => {
    for (const args of [
      ["check", "data/example"],
      ["run", "data/example", "--out", join(temporaryFolder(), "o")],
    ]) {
      const { exitCode, talk } = await runCli(...args, "--key-file", "data/example/study.yaml");
      expect([exitCode, talk.includes("stands inside data/example")]).toEqual([2, true]);
    }
  });
});
