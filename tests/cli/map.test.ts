import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";

async function run(...args: readonly string[]) {
  let [out, talk] = ["", ""];
  const effects = { out: (text: string) => void (out += text), talk: (text: string) => void (talk += text) };
  return { code: await main(args, { ...effects, terminal: false }), out, talk };
}
const example = "data/example/survey/trust-d-arrival.csv";

describe("pilot-eval map", () => {
  it("prints the proposal, writes it to a new file and never over one", async () => {
    const out = join(mkdtempSync(join(tmpdir(), "map-")), "proposal.csv");
    const first = await run("map", example, "--wave", "arrival", "--out", out);
    expect(first.code).toBe(0);
    expect(first.out).toContain("1 Strongly disagree, 2 Disagree");
    expect(first.talk).toContain("16 rows to confirm");
    expect(readFileSync(out, "utf8")).toMatch(/^variable,label,question,.*,confirm\n/);
    const second = await run("map", example, "--out", out);
    expect(second.code).toBe(2);
    expect(second.talk).toContain("is there already");
  });

  it("with a study, says what its codebook holds already", async () => {
    const { code, out } = await run("map", example, "--study", "data/example", "--json");
    const proposal = JSON.parse(out) as { rows: unknown[]; matched: unknown[]; readAs: string };
    expect([code, proposal.readAs, proposal.rows.length, proposal.matched.length]).toEqual([
      0,
      "Qualtrics",
      0,
      16,
    ]);
  });

  it("refuses what is no export, with what to do", async () => {
    expect((await run("map", "nowhere.csv")).talk).toContain("found nothing of that name");
    expect((await run("map", "data/example")).talk).toContain("Name one file");
    const wrong = await run("map", example, "--study", "data/example", "--wave", "spring");
    expect([wrong.code, wrong.talk]).toEqual([2, expect.stringContaining("Name one of arrival, month3")]);
  });
});
