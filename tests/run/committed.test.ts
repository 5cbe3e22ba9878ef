import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { run } from "../../src/run/run.js";
import { readShipped, readVersion } from "../../src/run/shipped.js";

describe("reports/example, which README shows", () => {
  it("is what the run writes: report, charts and results (mend: npm start, look, commit)", async () => {
    const { files } = await run(openFolder("data/example"), await readShipped(), await readVersion());
    const text = [...files.keys()].filter((name) =>
      /^release\/.*\.(html|svg)$|^release\/results\.json$/.test(name),
    );
    expect(text.length).toBeGreaterThanOrEqual(10);
    for (const name of text) {
      const committed = readFileSync(join("reports/example", name));
      expect(committed.equals(files.get(name)!), name).toBe(true);
    }
  });

  it("has every picture that README shows", () => {
    const pictures = [...readFileSync("README.md", "utf8").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
      (match) => match[1]!,
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(existsSync(picture), picture).toBe(true);
  });
});
