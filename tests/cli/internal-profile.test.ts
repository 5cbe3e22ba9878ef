import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unzipSync } from "fflate";
import { readCsv } from "../../src/ingest/csv.js";
import { csvOf } from "../ingest/small-study.js";
import { temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

const banner = "NOT FOR RELEASE. Nothing was held back to protect people.";

it("profile internal writes its report inside internal/ alone, marked throughout, and says so", async () => {
  const folder = temporaryFolder();
  const [study, out] = [join(folder, "study"), join(folder, "out")];
  cpSync("data/example", study, { recursive: true });
  const text = readFileSync(join(study, "study.yaml"), "utf8");
  const edited = text.replace("profile: pilot", "profile: internal").replace(/.*promise:.*\n/, "");
  writeFileSync(join(study, "study.yaml"), edited);
  // A release of an earlier run, which this run must leave as it is.
  cpSync("reports/example/release", join(out, "release"), { recursive: true });
  const before = readFileSync(join(out, "release", "report.html"));

  const run = await runCli("run", study, "--out", out);
  expect(run.talk).not.toMatch(/error/i);
  expect(run.exitCode).toBe(0);
  expect(run.out).toContain("No release was written: profile internal holds nothing back.");
  expect(run.out).toContain("held back to protect people: 0.");
  expect(run.out).not.toContain("To send:");

  expect(readFileSync(join(out, "release", "report.html")).equals(before)).toBe(true);
  const report = join(out, "internal", "report");
  expect(readdirSync(report).sort()).toEqual([
    "charts",
    "manifest.json",
    "report.docx",
    "report.html",
    "results.json",
    "tables.xlsx",
  ]);
  expect(readFileSync(join(report, "report.html"), "utf8")).toContain(banner);
  const charts = readdirSync(join(report, "charts")).filter((name) => name.endsWith(".svg"));
  expect(charts.length).toBeGreaterThan(5);
  for (const name of charts)
    expect(readFileSync(join(report, "charts", name), "utf8")).toContain(`>${banner}</text>`);
  const parts = unzipSync(readFileSync(join(report, "report.docx")));
  const headers = Object.keys(parts).filter((name) => /word\/header\d+\.xml/.test(name));
  expect(headers.length).toBeGreaterThan(0);
  for (const name of headers) expect(new TextDecoder().decode(parts[name])).toContain(banner);
  const results = JSON.parse(readFileSync(join(report, "results.json"), "utf8")) as {
    results: { kind: string }[];
  };
  expect(results.results.filter(({ kind }) => kind === "suppressed")).toEqual([]);

  // A second run takes what the first one wrote for its own.
  const again = await runCli("run", study, "--out", out);
  expect([again.exitCode, again.talk]).toEqual([0, ""]);
  expect(existsSync(join(out, "release", "manifest.json"))).toBe(true);
});

it("writes its report where fewer than half had reached a milestone, without how many people that is of", async () => {
  const folder = temporaryFolder();
  const [study, out] = [join(folder, "study"), join(folder, "out")];
  cpSync("data/example", study, { recursive: true });
  const settings = join(study, "study.yaml");
  const text = readFileSync(settings, "utf8");
  writeFileSync(settings, text.replace("profile: pilot", "profile: internal").replace(/.*promise:.*\n/, ""));
  const survey = join(study, "survey", "trust-a-month3.csv");
  const [head, ...people] = readCsv(readFileSync(survey, "utf8"), survey).rows as [string[], ...string[][]];
  const login = head.findIndex((heading) => heading.includes("all the IT log-ins"));
  const notYet = people.map((cells) => cells.with(login, "Not yet"));
  writeFileSync(survey, csvOf([head, ...notYet]));

  const run = await runCli("run", study, "--out", out);
  expect([run.exitCode, run.talk]).toEqual([0, ""]);
  const { results } = JSON.parse(readFileSync(join(out, "internal", "report", "results.json"), "utf8")) as {
    results: { id: string }[];
  };
  const median = results.find(({ id }) => id === "milestone/days-login/median/trust-a");
  expect(median).toMatchObject({
    kind: "unavailable",
    reason: "fewer than half had reached it when they answered",
  });
  expect(median).not.toHaveProperty("people");
});
