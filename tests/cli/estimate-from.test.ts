import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run-cli.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "estimate-from-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const flags = ["estimate", "--imgs", "20", "--intakes", "2", "--pension", "paid-by-trust", "--all"] as const;

const quantity = (id: string, unit: string, estimate: number, more: object = {}) => ({
  kind: "estimate",
  id: `cost/quantity/${id}/pooled`,
  unit,
  estimate,
  ...more,
});

/** A release as a run writes it, as far as an estimate reads it. */
async function writeRelease(results: readonly object[], manifest: object = {}): Promise<string> {
  const release = await mkdtemp(join(folder, "release-"));
  const text = JSON.stringify({ results });
  const digest = createHash("sha256").update(text).digest("hex");
  await writeFile(join(release, "results.json"), text);
  await writeFile(
    join(release, "manifest.json"),
    JSON.stringify({
      tool: "pilot-eval",
      study: "our-pilot",
      synthetic: false,
      outputs: { "results.json": digest },
      ...manifest,
    }),
  );
  return release;
}

const usual = [
  quantity("enb-01/resident-doctors/each-img", "hours each IMG", 12, { prediction: { low: 6, high: 30 } }),
  quantity("pro-08/consultants/each-intake", "hours each intake", 10),
  quantity("pro-08/premises/each-intake", "GBP 2026/27 each intake", 200),
  quantity("programme/consultants/each-year", "hours each year", 150),
  quantity("programme/overhead/each-year", "GBP 2026/27 each year", 900),
  quantity("img-time/resident-doctors/each-img", "hours each IMG", 100),
  { kind: "suppressed", id: "cost/quantity/enb-02/consultants/each-img/pooled", unit: "hours each IMG" },
  { kind: "estimate", id: "cost/per-img/inducted/with-supernumerary/pooled", unit: "GBP", estimate: 1 },
];

interface Item {
  readonly id: string;
  readonly component: string;
  readonly fromPilot?: boolean;
  readonly amount: object;
  readonly payPoint: string | null;
}

describe("estimate --from a pilot's release", () => {
  it("takes its quantities for the components it tells of, keeps ours for the rest, and says so", async () => {
    const { out, exitCode } = await runCli(...flags, "--from", await writeRelease(usual), "--json");
    expect(exitCode).toBe(0);
    const { answer } = JSON.parse(out) as {
      answer: { items: readonly Item[]; inputs: { shadowingWeeks: number }; cautions: readonly string[] };
    };
    const of = (component: string) => answer.items.filter((item) => item.component === component);
    expect(of("ENB-01")).toMatchObject([
      { fromPilot: true, payPoint: "CT1-2/ST1-2.np3", amount: { low: 6, central: 12, high: 30 } },
    ]);
    expect(of("PRO-08")).toMatchObject([
      { fromPilot: true, amount: { low: 5, central: 10, high: 20 } },
      { fromPilot: true, payPoint: null, amount: { low: 100, central: 200, high: 400 } },
    ]);
    expect(of("ENB-02").every((item) => item.fromPilot === undefined)).toBe(true);
    expect(of("ENB-02").length).toBeGreaterThan(0);
    expect(answer.inputs.shadowingWeeks).toBe(2.5);
    expect(answer.cautions.join("\n")).toMatch(/mean of the Trusts of the pilot "our-pilot"/);
  });

  it("does not count the lead twice when the pilot wrote the lead's hours under the programme", async () => {
    const { out } = await runCli(...flags, "--from", await writeRelease(usual), "--json");
    const { answer } = JSON.parse(out) as { answer: { items: readonly Item[]; cautions: readonly string[] } };
    expect(answer.items.filter(({ component }) => component === "ENB-06")).toEqual([]);
    expect(answer.cautions.join("\n")).toContain("the named lead is taken to be in the pilot's hours");
  });

  it("does not take over the pilot's overheads, which a Trust declares for itself", async () => {
    const { out } = await runCli(...flags, "--from", await writeRelease(usual), "--json");
    const { answer } = JSON.parse(out) as { answer: { items: readonly Item[]; cautions: readonly string[] } };
    expect(answer.items.some(({ id }) => id.includes("overhead"))).toBe(false);
    expect(answer.cautions.join("\n")).toContain("the pilot's overheads are not taken over");
  });

  it("says on every output when the pilot's data are made up", async () => {
    const release = await writeRelease(usual, { synthetic: true });
    const { out } = await runCli(...flags, "--from", release);
    expect(out).toContain("the pilot's data are synthetic: not real people or Trusts");
  });

  it.each([
    ["a folder that is not a release", async () => mkdtemp(join(folder, "none-")), "found no manifest.json"],
    ["another tool's", () => writeRelease(usual, { tool: "other" }), "not that of a run of this tool"],
    [
      "one that was edited",
      async () => {
        const release = await writeRelease(usual);
        await writeFile(join(release, "results.json"), JSON.stringify({ results: [] }));
        return release;
      },
      "results.json was edited after it was written",
    ],
    ["an older one", () => writeRelease(usual.slice(-1)), "the release holds no quantities"],
    ["one that holds them back", () => writeRelease(usual.slice(-2)), "holds its quantities back"],
  ])("refuses %s, with the reason", async (_, release, reason) => {
    const { talk, out, exitCode } = await runCli(...flags, "--from", await release());
    expect(exitCode).toBe(2);
    expect(out).toBe("");
    expect(talk).toContain("--from ");
    expect(talk).toContain(reason);
  });
});
