import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { sentences } from "../../src/simulate/free-text.js";
import { runCli } from "../cli/run-cli.js";
import { copyOfExample, readAll } from "../temporary.js";

const approved = `
quotations:
  - file: survey/trust-c-month3.csv
    row: 4
    variable: text_best
    words: The group of international doctors [...]
    attribution: A doctor in their first NHS post
    approved_by: Chair of the steering group
    on: 2027-04-20
  - file: survey/trust-c-month3.csv
    row: 2
    variable: text_improve
    words: More time to shadow on nights and at weekends
    attribution: A doctor new to the NHS
    approved_by: Chair of the steering group
    on: 2027-04-20
`;

it("approved words stand in the report in its three forms, and no other free text does anywhere", async () => {
  const study = copyOfExample();
  appendFileSync(join(study, "study.yaml"), approved);
  const out = join(study, "..", "out");
  const { exitCode, talk } = await runCli("run", study, "--out", out);
  expect(exitCode, talk).toBe(0);
  const files = [...readAll(join(out, "release"))].map(
    ([name, bytes]) => [name, textOf(name, bytes)] as const,
  );
  for (const words of [
    "The group of international doctors [...]",
    "More time to shadow on nights and at weekends",
  ]) {
    const holding = files.filter(([, text]) => text.includes(words)).map(([name]) => name);
    expect(holding, words).toEqual(["report.docx", "report.html", "results.json", "tables.xlsx"]);
  }
  const others = Object.values(sentences)
    .flat()
    .flatMap((sentence) => sentence.split(/[\n"–é]/))
    .filter((part) => part.length > 12 && part !== "More time to shadow on nights and at weekends");
  expect(others.length).toBeGreaterThan(15);
  for (const [name, text] of files) {
    for (const words of [...others, "Chair of the steering group", "text_improve"]) {
      expect(text.includes(words), `${name}: ${words}`).toBe(false);
    }
  }
});

it("a quotation that does not hold stops the run, and is told with the row that does", async () => {
  const study = copyOfExample();
  appendFileSync(join(study, "study.yaml"), approved.replace("row: 2\n", "row: 3\n"));
  const { exitCode, out, talk } = await runCli("check", study);
  expect(exitCode).toBe(1);
  const told = `${out} ${talk}`.replace(/\s+/g, " ");
  expect(told).toMatch(/quotations\[1\]\.words: the words do not stand in row 3 under text_improve/);
  expect(told).toContain("study.yaml");
  expect(told).toMatch(/the words stand in (row 2|rows 2)\b/);
  expect(told).not.toContain("Name the mentor");
});

function textOf(name: string, bytes: Buffer): string {
  if (!/\.(docx|xlsx)$/.test(name)) return bytes.toString("utf8");
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");
}
