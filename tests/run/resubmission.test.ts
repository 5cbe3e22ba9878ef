import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { openFolder } from "../../src/ingest/folder.js";
import { digest } from "../../src/run/digest.js";
import { run } from "../../src/run/run.js";
import { readShipped, readVersion } from "../../src/run/shipped.js";
import { runCli } from "../cli/run-cli.js";
import { csvOf } from "../ingest/small-study.js";
import { copyOfExample, readAll, temporaryFolder } from "../temporary.js";

const file = "survey/trust-c-month3-again.csv";
const first = "survey/trust-c-month3.csv";
const effect = "Trust C, Month 3: +2 respondents, 1 row changed, 0 removed";

/** The example, whose Trust C sent its Month 3 file twice: at first without the last two people, and one answer other. */
function sentAgain(): string {
  const study = copyOfExample();
  renameSync(join(study, first), join(study, file));
  const [head = [], person = [], ...others] = readCsvBytes(readFileSync(join(study, file)), file).rows;
  const grade = person.map((cell, position) => (position === 4 ? (cell === "1" ? "2" : "1") : cell));
  writeFileSync(join(study, first), csvOf([head, grade, ...others.slice(0, -2)]));
  const yaml = readFileSync(join(study, "study.yaml"), "utf8");
  const entry = `{ file: ${first}, `;
  expect(yaml).toContain(entry);
  writeFileSync(join(study, "study.yaml"), yaml.replace(entry, `{ file: ${file}, replaces: ${first}, `));
  return study;
}

describe("run on a study with a file that was sent again", () => {
  it("says what it changed, keeps both in internal/, and lets nothing of the earlier file into release/", async () => {
    const study = sentAgain();
    const out = join(temporaryFolder(), "report");
    const { exitCode, out: printed } = await runCli("run", study, "--out", out);
    expect(exitCode).toBe(0);
    expect(printed).toContain(`Sent again: ${effect}.\n`);
    const files = readAll(out);
    const manifest = JSON.parse(files.get("internal/manifest.json")!.toString()) as {
      readonly inputs: Readonly<Record<string, string>>;
      readonly replaced: Readonly<Record<string, readonly string[]>>;
    };
    for (const path of [file, first]) {
      expect(manifest.inputs[path]).toBe(digest(readFileSync(join(study, path))));
    }
    expect(manifest.replaced).toEqual({ [file]: [first] });
    expect(files.get("internal/findings.csv")!.toString()).toContain(effect);

    writeFileSync(join(study, first), "no table at all");
    const again = await run(openFolder(study), await readShipped(), await readVersion());
    expect(again.checked.findings.map(({ code }) => code)).toContain("resubmission-unread");
    const released = [...files].filter(([name]) => name.startsWith("release/"));
    expect(released.length).toBeGreaterThan(10);
    for (const [name, bytes] of released) {
      expect(Buffer.compare(bytes, Buffer.from(again.files.get(name)!)), name).toBe(0);
      expect(bytes.includes(first), name).toBe(false);
      expect(bytes.includes("resubmission"), name).toBe(false);
    }
  });
});
