import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readReleaseFolder } from "../../src/cli/read-release-folder.js";
import { temporaryFolder } from "../temporary.js";

let folder: string;
beforeAll(() => {
  folder = join(temporaryFolder(), "release");
  const put = (name: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), "secret");
  };
  ["results.json", ".git/people.csv", "node_modules/a/b.csv", ".DS_Store", "ledger.json"].forEach(put);
  symlinkSync(join(folder, "..", "people.csv"), join(folder, "~$report.docx"));
});

it("passes over no file, whatever its name or its folder's", async () => {
  const { files } = await readReleaseFolder(folder);
  const names = [".DS_Store", ".git/people.csv", "ledger.json", "node_modules/a/b.csv", "results.json"];
  expect([...files.keys()]).toEqual(names);
});

it("names a link and does not follow it", async () => {
  const { files, others } = await readReleaseFolder(folder);
  expect(files.has("~$report.docx")).toBe(false);
  expect(others).toEqual([
    { file: "~$report.docx", what: "a link or a device, not a file: take it out of the folder" },
  ]);
});
