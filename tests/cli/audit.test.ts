import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

/** A release of one opinion in one Trust: 2 of 10 people, shown to the nearest 1% or 20%. */
function release(
  precision: number,
  estimate: number,
  limits: readonly [number, number],
  own?: object,
): string {
  const folder = join(temporaryFolder(), "release");
  mkdirSync(folder);
  const opinion = {
    kind: "estimate",
    id: "item/welcome/arrival/top-two/trust-a",
    label: "Welcome: two most favourable answers, Trust A",
    subject: {
      measure: "item",
      item: "welcome",
      trusts: ["A"],
      wave: "arrival",
      level: "top-two",
      sensitivity: "opinion",
    },
    unit: "proportion",
    method: "share of those who answered",
    reference: "r",
    estimate,
    interval: { low: limits[0], high: limits[1], level: 0.95, method: "Wilson", kind: "confidence" },
    n: 10,
    nPrecision: 5,
    precision,
    missing: {},
    settings: {},
    source: { files: [], columns: ["welcome"] },
    cautions: [],
  };
  const results = {
    disclosure: { profile: own ? "own" : "pilot" },
    ...(own ? { study: { disclosure: { profile: "own", own } } } : {}),
    groups: [["A"], ["B"]],
    relations: [],
    results: [opinion],
  };
  writeFileSync(join(folder, "results.json"), JSON.stringify(results));
  return folder;
}
// 2 of 10 is 0.2; of 11 and 12, which are told as 10 too, no count is. To the nearest 20%, 2 of 11 and 3 of 11 are 0.2 both.
const fine = () => release(0.01, 0.2, [0.06, 0.51]);
const coarse = () => release(0.2, 0.2, [0, 0.6]);

it("tells a number that is given away, its bounds, what the policy asks and the result that tells it; exits 1", async () => {
  const { exitCode, out } = await runCli("audit", fine());
  expect(exitCode).toBe(1);
  expect(out).toContain("2 attacked, 2 given away");
  expect(out).toMatch(/people counted in Welcome: two most favourable answers, Trust A .*: exactly 2\. /);
  expect(out).toMatch(/people not counted in Welcome: .*: exactly 8\. /);
  expect(out).toContain("The policy asks that lowest and highest lie at least 1 apart.");
  expect(out).toContain("This result alone gives it away");
});

it("says how near an attacker comes where nothing is given away; exits 0", async () => {
  const { exitCode, out } = await runCli("audit", "--numbers", coarse());
  expect(exitCode).toBe(0);
  expect(out).toContain("2 attacked, 0 given away");
  expect(out).toMatch(/Nearest: people counted in Welcome.*: between \d and \d/);
});

it("does not pass a folder of results.json alone as a whole release, and says what is missing; exits 1", async () => {
  const { exitCode, out } = await runCli("audit", coarse());
  expect(exitCode).toBe(1);
  expect(out).toContain(
    "Only results.json is here; missing: report.html, report.docx, tables.xlsx, manifest.json.",
  );
  expect(out).toContain("--numbers");
});

interface AuditedJson {
  readonly folder: string;
  readonly numbers: { readonly givenAway: readonly object[] };
}

/** What is said of each release by itself; an entry on several together stands after them. */
const alone = (out: string): readonly AuditedJson[] =>
  (JSON.parse(out) as readonly (AuditedJson | { readonly together: object | null })[]).filter(
    (entry): entry is AuditedJson => "folder" in entry,
  );

it("--json gives the same for a program, one entry a release", async () => {
  const folders = [fine(), coarse()];
  const { exitCode, out } = await runCli("audit", "--json", "--numbers", ...folders);
  expect(exitCode).toBe(1);
  const audited = alone(out);
  expect(audited.map(({ folder }) => folder)).toEqual(folders);
  expect(audited.map(({ numbers }) => numbers.givenAway.length)).toEqual([2, 0]);
  expect(audited[0]!.numbers.givenAway[0]).toEqual({
    id: "item/welcome/arrival/top-two/trust-a",
    what: "counted",
    low: 2,
    high: 2,
    asked: 1,
    proven: true,
    from: ["item/welcome/arrival/top-two/trust-a"],
  });
});

it("goes by a study's own numbers, which stand in the release", async () => {
  // Three people at least are on either side of a share: to the nearest 20%, 3 of 11 or 12 are 0.2, and 4 of none.
  const own = {
    based_on: "pilot",
    source: "Information governance",
    shares: { opinion: { fewest_by_trust: 3 } },
  };
  const { out } = await runCli("audit", "--json", coarse(), release(0.2, 0.2, [0, 0.6], own));
  const audited = alone(out);
  expect(audited.map(({ numbers }) => numbers.givenAway)).toMatchObject([[], [{ low: 3, high: 3 }]]);
  const { exitCode, talk } = await runCli("audit", release(0.2, 0.2, [0, 0.6], { based_on: "nobody" }));
  expect(exitCode).toBe(2);
  expect(talk).toContain("does not say by which disclosure policy");
});

it("tells numbers that cannot all be true, as of a file that was changed; exits 1", async () => {
  const { exitCode, out } = await runCli("audit", release(0.01, 0.02, [0.3, 0.4]));
  expect(exitCode).toBe(1);
  expect(out).toContain("These numbers cannot all be true");
  expect(out).toContain("item/welcome/arrival/top-two/trust-a");
});

it("refuses what is no release, all at once, with what to name instead; exits 2", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "release"));
  writeFileSync(join(folder, "release", "results.json"), "{}");
  mkdirSync(join(folder, "internal"));
  writeFileSync(join(folder, "internal", "NOT-FOR-RELEASE.txt"), "");
  writeFileSync(join(folder, "internal", "results.json"), "{}");
  mkdirSync(join(folder, "empty"));
  const named = ["release", "none", "internal", "empty"].map((name) => join(folder, name));
  const { exitCode, talk } = await runCli("audit", folder, ...named);
  expect(exitCode).toBe(2);
  expect(talk).toContain(`${folder}: expected a release folder, found the folder that holds one`);
  expect(talk).toContain("results.json is not one that this version writes");
  expect(talk).toContain(`${join(folder, "none")}: no such folder`);
  expect(talk).toContain(`${join(folder, "internal")}: this is internal/`);
  expect(talk).toContain(
    `${join(folder, "empty")}: expected a release folder with results.json in it, found none`,
  );
});
