import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssuesError } from "../../src/core/issue.js";
import { openFolder } from "../../src/ingest/folder.js";

let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "pilot-eval-folder-"));
  await mkdir(join(root, "study/survey"), { recursive: true });
  await mkdir(join(root, "study/.git"));
  await writeFile(join(root, "study/survey/b.csv"), "b");
  await writeFile(join(root, "study/survey/a.csv"), "a");
  await writeFile(join(root, "study/.git/config"), "hidden");
  await writeFile(join(root, "secret.csv"), "secret");
  await symlink(join(root, "secret.csv"), join(root, "study/survey/link.csv"));
});
afterAll(async () => await rm(root, { recursive: true }));

describe("openFolder", () => {
  it("reads files, and gives null for what is not there or is a folder", async () => {
    const folder = openFolder(join(root, "study"));
    expect(new TextDecoder().decode((await folder.read("survey/a.csv"))!)).toBe("a");
    expect(await folder.read("survey/none.csv")).toBeNull();
    expect(await folder.read("survey")).toBeNull();
  });

  it("lists files in the order of their names, hidden folders left out", async () => {
    expect(await openFolder(join(root, "study")).list()).toEqual([
      "survey/a.csv",
      "survey/b.csv",
      "survey/link.csv",
    ]);
  });

  it("refuses paths and links that lead out of the folder", async () => {
    const folder = openFolder(join(root, "study"));
    for (const file of [
      "../secret.csv",
      "survey/../../secret.csv",
      "/etc/hosts",
      "C:\\x",
      "survey/link.csv",
    ]) {
      await expect(folder.read(file)).rejects.toThrow(IssuesError);
    }
  });

  it("is empty where there is no folder", async () => {
    const folder = openFolder(join(root, "none"));
    expect(await folder.list()).toEqual([]);
    expect(await folder.read("study.yaml")).toBeNull();
  });
});
