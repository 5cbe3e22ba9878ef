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
  settings: { year: unit.startsWith("GBP") ? unit.split(" ")[1] : "2026/27", perspective: "trust-economic" },
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
  readonly groupSize: number | null;
  readonly extra: boolean;
  readonly paidHours: boolean;
  readonly paidBy: string;
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

  const answerFrom = async (results: readonly object[], ...more: readonly string[]) => {
    const { out, talk } = await runCli(...flags, "--from", await writeRelease(results), "--json", ...more);
    expect(talk).toBe("");
    const { answer } = JSON.parse(out) as {
      answer: {
        items: readonly Item[];
        cautions: readonly string[];
        inputs: { shadowingWeeks: number };
        oneMore: { fuller: readonly string[] };
      };
    };
    const notes = answer.cautions.join("\n");
    return {
      ...answer,
      notes,
      of: (component: string) => answer.items.filter((item) => item.component === component),
    };
  };
  const withheld = (id: string) => ({
    kind: "suppressed",
    id: `cost/quantity/${id}/pooled`,
    unit: "hours each intake",
  });

  it("keeps ours for a part of which the release holds something back, and says so", async () => {
    const { of, notes } = await answerFrom([...usual, withheld("pro-08/bands-5-6/each-intake")]);
    expect(of("PRO-08").map(({ id }) => id)).toContain("simulation-technician");
    expect(of("PRO-08").some(({ fromPilot }) => fromPilot)).toBe(false);
    expect(of("ENB-01").every(({ fromPilot }) => fromPilot)).toBe(true);
    expect(notes).toMatch(/holds back some of these.*stay our assumptions: .*[Ss]imulation/);
  });

  it("keeps the size of a group, so that one IMG too many needs a further one", async () => {
    const { of, notes } = await answerFrom(usual);
    expect(of("PRO-08").map(({ groupSize }) => groupSize)).toEqual([8, 8]);
    expect(notes).toContain("taken to be for one group, of the size that we assume");
    const full = await answerFrom(usual, "--imgs", "16");
    expect(full.oneMore.fuller.join()).toContain("consultants");
    const other = await answerFrom([quantity("enb-02/consultants/each-intake", "hours each intake", 3)]);
    expect(other.notes).toContain("no size of group is known");
  });

  it("takes hours for new money only where all of ours of the same staff and basis are", async () => {
    const { of, notes } = await answerFrom([
      ...usual,
      quantity("programme/bands-5-6/each-year", "hours each year", 700),
      quantity("enb-06/consultants/each-year", "hours each year", 160),
    ]);
    for (const item of of("PROGRAMME"))
      expect(item).toMatchObject({ fromPilot: true, extra: false, paidHours: false, paidBy: "Trust" });
    expect(of("ENB-06")).toMatchObject([{ fromPilot: true, extra: true, paidHours: false }]);
    expect(notes).toContain("new money may be more");
    expect(notes).toContain("all that its Trusts paid");
  });

  it("takes all of IMGs' own time as the weeks of shadowing, and says at what pay it is priced", async () => {
    const { of, notes, inputs } = await answerFrom([
      ...usual,
      quantity("img-time/specialty-doctors/each-img", "hours each IMG", 20),
    ]);
    expect(inputs.shadowingWeeks).toBe(3);
    expect(of("IMG-TIME").map(({ id }) => id)).toEqual(["shadowing-pay"]);
    expect(notes).toContain("priced at the pay point CT1-2/ST1-2.np3");
    const partly = await answerFrom([...usual, withheld("img-time/specialty-doctors/each-img")]);
    expect(partly.inputs.shadowingWeeks).toBe(4);
    expect(partly.of("IMG-TIME").map(({ id }) => id)).toEqual(["shadowing-pay", "taught-pay"]);
    expect(partly.notes).toContain("does not tell all of IMGs' own paid time");
  });

  it("tells the years of the pounds that it counts", async () => {
    const older = usual.map((one) => ({
      ...one,
      ...("unit" in one && one.unit.startsWith("GBP")
        ? { unit: one.unit.replace("2026/27", "2025/26") }
        : {}),
      ...("settings" in one ? { settings: { year: "2025/26", perspective: "trust-economic" } } : {}),
    }));
    const { notes } = await answerFrom(older);
    expect(notes).toContain("amounts in pounds stay at 2025/26 prices (the pilot's)");
    const hours = older.filter((one) => !("unit" in one && one.unit.startsWith("GBP")));
    expect((await answerFrom(hours)).notes).not.toContain("prices");
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
    [
      "one that holds back some of every part",
      () => writeRelease([usual[1]!, withheld("pro-08/bands-5-6/each-intake")]),
      "some of every part",
    ],
    [
      "one that counts another perspective's costs",
      () =>
        writeRelease([
          { ...usual[0]!, settings: { year: "2026/27", perspective: "trust-cash" } },
          ...usual.slice(1),
        ]),
      'expected quantities under costing perspective trust-economic, found "trust-cash"',
    ],
    [
      "one whose kinds of cost hold markup",
      () =>
        writeRelease([...usual, quantity("pro-08/<img src=x>/each-intake", "GBP 2026/27 each intake", 5)]),
      "in a form that this version does not know",
    ],
    [
      "one with an amount that nobody would believe",
      () => writeRelease([...usual, quantity("enb-03/consultants/each-img", "hours each IMG", 1e300)]),
      "enb-03/consultants/each-img/pooled: expected hours from 0 to 20,000",
    ],
    [
      "one with a range without end",
      () =>
        writeRelease([
          ...usual,
          quantity("enb-03/consultants/each-img", "hours each IMG", 4, {
            prediction: { low: 0, high: 1e200 },
          }),
        ]),
      "expected hours from 0 to 20,000",
    ],
    [
      "one with more of IMGs' own time than a year holds",
      () => writeRelease([quantity("img-time/resident-doctors/each-img", "hours each IMG", 9000)]),
      "IMGs' own time: expected at most 52 weeks of 40 hours for each IMG, found 9,000 hours",
    ],
    ["one that holds them back", () => writeRelease(usual.slice(-2)), "holds its quantities back"],
  ])("refuses %s, with the reason", async (_, release, reason) => {
    const { talk, out, exitCode } = await runCli(...flags, "--from", await release());
    expect(exitCode).toBe(2);
    expect(out).toBe("");
    expect(talk).toContain("--from ");
    expect(talk).toContain(reason);
  });
});
