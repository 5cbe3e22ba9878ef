import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { swapIn } from "../../src/cli/write-folder.js";
import { writeLedger } from "../../src/cli/write-ledger.js";
import { openFolder } from "../../src/ingest/folder.js";
import { readLedger } from "../../src/run/ledger-file.js";
import { withdrawRelease } from "../../src/run/register.js";
import { runCli } from "../cli/run-cli.js";
import { copyOfExample, readAll, temporaryFolder } from "../temporary.js";

let study: string;
let out: string;
let first: ReadonlyMap<string, Buffer>;
const survey = "survey/trust-c-month3.csv";
const ledger = () => join(study, "ledger.json");
const final = (...flags: readonly string[]) => runCli("run", study, "--out", out, "--final", ...flags);

beforeAll(async () => {
  study = copyOfExample();
  out = join(temporaryFolder(), "report");
  const { exitCode, out: printed } = await final();
  expect(exitCode).toBe(0);
  expect(printed).toContain("Registered as release 1");
  first = readAll(out);
});

/** Do something to a file of the study, and put it back. */
async function withFile(file: string, change: (text: string) => string, work: () => Promise<void>) {
  const path = join(study, file);
  const before = readFileSync(path);
  writeFileSync(path, change(before.toString()));
  try {
    await work();
  } finally {
    writeFileSync(path, before);
  }
}

const withoutLast = (text: string) => `${text.trimEnd().split(/\r?\n/).slice(0, -1).join("\r\n")}\r\n`;

describe("run --final", () => {
  it("registers a release once; the same bytes again are the same release", async () => {
    const before = readFileSync(ledger());
    expect(before.toString()).toContain("NOT FOR RELEASE");
    const { exitCode, out: printed } = await final();
    expect(exitCode).toBe(0);
    expect(printed).toContain("The same release as number 1");
    expect(readFileSync(ledger()).equals(before)).toBe(true);
    for (const [name, bytes] of readAll(out)) expect(bytes.equals(first.get(name)!), name).toBe(true);
    expect((await runCli("check", study)).talk).not.toContain("ledger.json");
  });

  it("refuses one respondent less, names the pair, and leaves everything as it was", async () => {
    const before = readFileSync(ledger());
    await withFile(survey, withoutLast, async () => {
      const { exitCode, talk, out: printed } = await final();
      expect(exitCode).toBe(1);
      expect(printed).toBe("");
      expect(talk).toMatch(/Beside release 1 of \d{4}-\d\d-\d\d, this one would set few people apart\./);
      expect(talk).toMatch(/response, Month 3, Trust C: was \d+% .*, now \d+% /);
      expect(talk).toContain("at most 9 people");
      expect(talk).toContain("--withhold-changed");
      expect(talk).not.toContain("Held back as [c]");
      expect(talk).toContain(`pilot-eval ledger withdraw ${study} 1 --reason`);
    });
    expect(readFileSync(ledger()).equals(before)).toBe(true);
    for (const [name, bytes] of readAll(out)) expect(bytes.equals(first.get(name)!), name).toBe(true);
  });

  it("beside a cohort of one more, names nothing that the earlier release did not", async () => {
    const more = (text: string) =>
      text.replace(
        /^F,(\d+),(\d+),(\d+),/m,
        (_, ...of: string[]) =>
          `F,${of
            .slice(0, 3)
            .map((one) => Number(one) + 1)
            .join()},`,
      );
    const other = join(temporaryFolder(), "more");
    const idsOf = (text: string) =>
      (JSON.parse(text) as { results: { id: string }[] }).results.map(({ id }) => id);
    const before = new Set(idsOf(first.get("release/results.json")!.toString()));
    await withFile("cohort.csv", more, async () => {
      const found = await runCli("check", study);
      expect(found.out + found.talk).toContain("on the Cover");
      const { exitCode } = await runCli("run", study, "--out", other, "--withhold-changed");
      expect(exitCode).toBe(0);
    });
    const after = idsOf(readFileSync(join(other, "release/results.json"), "utf8"));
    expect(after.filter((id) => !before.has(id))).toEqual([]);
    expect(after.filter((id) => id.startsWith("checks/"))).toEqual([]);
  });

  it("with what changed withheld, the two releases give nothing away together", async () => {
    const other = join(temporaryFolder(), "withheld");
    await withFile(survey, withoutLast, async () => {
      const { exitCode } = await runCli("run", study, "--out", other, "--withhold-changed");
      expect(exitCode).toBe(0);
    });
    const { exitCode, out: printed } = await runCli("audit", join(out, "release"), join(other, "release"));
    expect(printed).toContain("Held back for the sake of an earlier release");
    expect(printed).not.toContain("Held back in one release and shown in another");
    expect(exitCode).toBe(0);
  });

  it("without --final warns, and writes", async () => {
    await withFile(survey, withoutLast, async () => {
      const draft = join(temporaryFolder(), "draft");
      const { exitCode, talk, out: printed } = await runCli("run", study, "--out", draft);
      expect(exitCode).toBe(0);
      expect(talk).toContain("With --final this release would be refused");
      expect(printed).toContain("Not to send as it is, see the warning below:");
      expect(printed).not.toContain("To send:");
      expect(existsSync(join(draft, "release", "report.html"))).toBe(true);
    });
  });
});

describe("a ledger that cannot be trusted", () => {
  it.each([
    [
      "edited",
      (text: string) => text.replace('"profile":"pilot"', '"profile":"other"'),
      /entry 1 \(release 1 of .*\) was edited/,
    ],
    [
      "of another study",
      (text: string) => text.replace('"study": "synthetic-pilot"', '"study": "other"'),
      /another study/,
    ],
    ["no JSON", () => "release 1: sent", /cannot be read as a ledger/],
    [
      "an entry short",
      (text: string) => `${text.slice(0, text.indexOf('"entries"'))}"entries": []\n}\n`,
      /taken from its end/,
    ],
  ])("%s: is refused", async (_, change, message) => {
    await withFile("ledger.json", change, async () => {
      const { exitCode, talk } = await runCli("ledger", study);
      expect(exitCode).toBe(2);
      expect(talk).toMatch(message);
      expect((await runCli("ledger", "withdraw", study, "1", "--reason", "never sent")).exitCode).toBe(2);
    });
  });
});

describe("pilot-eval ledger", () => {
  it("lists the releases", async () => {
    const { exitCode, out: printed } = await runCli("ledger", study, "--json");
    expect(exitCode).toBe(0);
    const { releases } = JSON.parse(printed) as { readonly releases: readonly { readonly number: number }[] };
    expect(releases.map(({ number }) => number)).toEqual([1]);
    expect((await runCli("ledger", study)).out).toMatch(/^Releases of synthetic-pilot:\n {2}1 {2}\d{4}-/);
  });

  it("says what to put right", async () => {
    const without = await runCli("ledger", "withdraw", study, "1");
    expect([without.exitCode, without.talk]).toEqual([2, expect.stringContaining("needs its reason")]);
    const unknown = await runCli("ledger", "withdraw", study, "7", "--reason", "never sent");
    expect([unknown.exitCode, unknown.talk]).toEqual([2, expect.stringContaining("expected one of 1")]);
  });

  it("takes a ledger that another program converted, and writes it as its own", async () => {
    const kept = readFileSync(ledger());
    writeFileSync(ledger(), `\uFEFF${kept.toString().replaceAll("\n", "\r\n")}`);
    expect((await runCli("ledger", "withdraw", study, "1", "--reason", "not sent")).exitCode).toBe(0);
    expect(readFileSync(ledger()).toString()).not.toContain("\r");
    expect((await runCli("ledger", study)).out).toContain("not sent");
    writeFileSync(ledger(), kept);
  });

  it("a withdrawn release is kept with its reason, and is not compared with", async () => {
    const kept = readFileSync(ledger());
    const { exitCode } = await runCli("ledger", "withdraw", study, "1", "--reason", "a draft, not sent");
    expect(exitCode).toBe(0);
    expect((await runCli("ledger", study)).out).toMatch(/withdrawn on \d{4}-\d\d-\d\d: a draft, not sent/);
    const again = await runCli("ledger", "withdraw", study, "1", "--reason", "again");
    expect([again.exitCode, again.talk]).toEqual([2, expect.stringContaining("1 is already withdrawn")]);
    writeFileSync(ledger(), kept);
  });
});

describe("a study folder that cannot be written to", () => {
  it("a release is not half registered: neither ledger nor folders change", async () => {
    const folder = copyOfExample();
    mkdirSync(join(folder, "ledger.json.new"));
    const target = temporaryFolder();
    const released = (text: string) => new Map([["release/report.html", new TextEncoder().encode(text)]]);
    await swapIn(target, released("earlier"));
    const none = { study: "synthetic-pilot", entries: [], asRead: null };
    const writing = swapIn(target, released("new"), () => writeLedger(folder, none, none));
    await expect(writing).rejects.toThrow("Nothing was written or registered");
    expect(readFileSync(join(target, "release", "report.html"), "utf8")).toBe("earlier");
    expect(existsSync(join(folder, "ledger.json"))).toBe(false);
  });

  it("nor where the new folders cannot take their places: the ledger is put back", async () => {
    const target = temporaryFolder();
    symlinkSync(join(target, "nowhere"), join(target, "release"));
    const released = new Map([["release/report.html", new Uint8Array()]]);
    const now = readFileSync(ledger());
    const before = await readLedger(openFolder(study), "synthetic-pilot");
    const seen: Buffer[] = [];
    const writing = swapIn(target, released, async () => {
      const undo = await writeLedger(study, before, withdrawRelease(before, 1, "not sent", "2026-11-28"));
      seen.push(readFileSync(ledger()));
      return undo;
    });
    await expect(writing).rejects.toThrow();
    expect(seen[0]!.toString()).toContain("not sent");
    expect(readFileSync(ledger()).equals(now)).toBe(true);
  });

  it("nor where another run has registered a release meanwhile", async () => {
    const now = readFileSync(ledger());
    const none = { study: "synthetic-pilot", entries: [], asRead: null };
    await expect(writeLedger(study, none, none)).rejects.toThrow("changed while this command ran");
    expect(readFileSync(ledger()).equals(now)).toBe(true);
  });
});
