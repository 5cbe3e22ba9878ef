import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { runCli } from "../cli/run-cli.js";
import { copyOfExample, readAll, temporaryFolder } from "../temporary.js";
import { change, drawBelow, fullName, someSecrets } from "./planted-secrets.js";
import type { Rows } from "./planted-secrets.js";

const surveys = ["a-arrival.csv", "a-month3.csv", "b-month3.xlsx", "c-arrival.csv", "d-month3.csv"].map(
  (name) => `survey/trust-${name}`,
);
/** The last row of headings of the platform with the most. */
const headerRows = 3;

/** Put secrets into answers, link codes and free text of a file's rows, and into columns nobody asked for. */
function plant(rows: Rows, count: number, hidden: string[]): void {
  const last = rows.length - headerRows;
  const width = rows[0]!.length;
  const texts = rows[0]!.length - 2;
  for (const [index, { words, hidden: part }] of someSecrets(count).entries()) {
    const row = rows[headerRows + drawBelow(last)]!;
    const column = index % 2 === 0 ? texts + drawBelow(2) : 1 + drawBelow(width - 1);
    row[column] = `${index % 3 === 0 ? `${row[column]} ` : ""}${words}`;
    hidden.push(part);
  }
  const names = rows.map(() => fullName());
  rows.forEach((row, index) => row.push(index < headerRows ? "Full name" : names[index]!.words));
  hidden.push(...names.slice(headerRows).map((name) => name.hidden));
  rows[headerRows]![texts] = `Thanks to ${names.at(-1)!.hidden}, who showed me the ward`;
}

/** Every text of a file: of a Word or Excel file each part, else its bytes. */
function textsOf(name: string, bytes: Uint8Array): readonly string[] {
  const whole = Buffer.from(bytes).toString("latin1");
  if (!/\.(?:docx|xlsx)$/.test(name)) return [whole];
  const parts = Object.entries(unzipSync(bytes));
  // A Trust's own cells go back to it as it wrote them; our comments on them are ours.
  const ours = name.includes("returned/")
    ? parts.filter(([part]) => /comments|vmlDrawing/.test(part))
    : parts;
  return ours.map(([, part]) => Buffer.from(part).toString("latin1"));
}

function found(hidden: readonly string[], texts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...texts].flatMap(([name, parts]) =>
    hidden.filter((secret) => parts.some((part) => standsIn(part, secret))).map((one) => `${name}: ${one}`),
  );
}

/** A number within a longer one is another number. */
function standsIn(text: string, secret: string): boolean {
  for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1)) {
    const around = `${text[at - 1] ?? ""}${text[at + secret.length] ?? ""}`;
    if (!/^\d/.test(secret) || !/[\da-f]/.test(around)) return true;
  }
  return false;
}

/** Every file of a folder with its texts, its own name the first of them. */
function filesOf(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map([...readAll(folder)].map(([name, bytes]) => [name, [name, ...textsOf(name, bytes)]]));
}

/** An input whose name is a secret: some are called after the person who sent them. */
const named = "survey/from-q-rensbok.csv";
/** Numbers by which people are known where they work, and to the platform that asked them; a code; a word of an answer. */
const known = { doctor: "TQ-9944017", reply: "100200-100200-91827364", code: "QX77ZV", word: "Qwyxmoor" };

/** Tell somebody by each of these, and call a survey file after another. */
async function plantKnown(study: string): Promise<void> {
  await change(study, "hr.csv", (rows) => rows[5]!.splice(1, 1, known.doctor));
  await change(study, "survey/trust-c-month3.csv", (rows) => {
    rows[1]!.splice(0, 2, known.reply, known.code);
    rows[2]![rows[0]!.indexOf("Q17")] = `The ward and ${known.word}`;
  });
  renameSync(join(study, "survey/trust-e-month3.csv"), join(study, named));
  const yaml = readFileSync(join(study, "study.yaml"), "utf8");
  writeFileSync(join(study, "study.yaml"), yaml.replaceAll("survey/trust-e-month3.csv", named));
}

/** Numbers as they are before the gate, and as percentages, to five decimals: those that are not round. */
function exactNumbers(internal: string): ReadonlySet<string> {
  const { results } = JSON.parse(internal) as { results: readonly Result[] };
  const numbers = results.flatMap((one) =>
    one.kind === "estimate" ? [one.estimate, one.interval?.low ?? 0, one.interval?.high ?? 0] : [],
  );
  const fine = numbers.filter((value) => Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6);
  return new Set(fine.flatMap((value) => [value, value * 100].map((one) => Math.abs(one).toFixed(5))));
}

/** Those of some exact numbers that stand in texts, with as many decimals or more. */
function exactIn(
  exact: ReadonlySet<string>,
  texts: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...texts].flatMap(([name, parts]) =>
    parts
      .flatMap((part) => part.match(/\d+\.\d{5,}/g) ?? [])
      .filter((number) => exact.has(Number(number).toFixed(5)))
      .map((number) => `${name}: ${number}`),
  );
}

describe("secrets in answers, link codes, free text and columns nobody asked for", () => {
  const hidden: string[] = [];
  let study: string;
  beforeAll(async () => {
    study = copyOfExample();
    for (const file of surveys) await change(study, file, (rows) => plant(rows, 40, hidden));
    await plantKnown(study);
    const inputs = [...readAll(study)].flatMap(([name, bytes]) => textsOf(name, bytes));
    expect(hidden.length).toBeGreaterThan(200);
    expect(found(hidden, new Map([["input", inputs]])).length).toBeGreaterThan(180);
    expect(found(Object.values(known), new Map([["input", inputs]]))).toHaveLength(4);
  });

  it("stand in nothing that check prints or writes, nor in a run's two folders", async () => {
    const to = temporaryFolder();
    const shown = await runCli("check", study, "--json");
    expect(found(hidden, new Map([["check", [shown.out, shown.talk]]]))).toEqual([]);
    expect(shown.out.match(/"identifier(?:s-found|-as-link-code)"/g)!.length).toBeGreaterThan(50);

    const errors = (
      JSON.parse(shown.out) as { severity: string; at: { file: string; row: number } }[]
    ).filter(({ severity }) => severity === "error");
    // An answer with a name in it is an error that stops a run, as it should: the row's answers are put right.
    const wrong = new Set(errors.map(({ at }) => at.file));
    for (const file of wrong) writeFileSync(join(study, file), readFileSync(join("data/example", file)));
    expect(wrong.size).toBeLessThan(surveys.length + 1);
    for (const file of wrong) await change(study, file, (rows) => onlyText(rows, hidden));
    const ran = await runCli("run", study, "--out", to);
    expect(ran.exitCode, ran.talk).toBe(0);
    const files = filesOf(to);
    const printed = ["run", [ran.out, ran.talk]] as const;
    expect(found([...hidden, ...Object.values(known)], new Map([printed, ...files]))).toEqual([]);

    const inside = new Map([...files].filter(([name]) => name.startsWith("internal/")));
    const outside = new Map([printed, ...[...files].filter(([name]) => !inside.has(name))]);
    expect(outside.size).toBeGreaterThan(10);
    expect(found([named], inside).length).toBeGreaterThan(0);
    expect(found([named], outside)).toEqual([]);
    const exact = exactNumbers(inside.get("internal/results.json")!.at(-1)!);
    expect(exactIn(exact, inside).length).toBeGreaterThan(1000);
    expect(exactIn(exact, outside)).toEqual([]);
  });
});

/** Secrets in free text alone, which never stop a run. */
function onlyText(rows: Rows, hidden: string[]): void {
  const at = rows[0]!.findIndex((heading) => /(?:helped you most|Q17)/.test(heading));
  rows.forEach((row) => row.push(""));
  rows[0]![rows[0]!.length - 1] = "Email address";
  someSecrets(rows.length - headerRows).forEach(({ words, hidden: part }, index) => {
    const row = rows[headerRows + index]!;
    row[at === -1 ? row.length - 1 : at] = `The ward, ${words}, thanks`;
    hidden.push(part);
  });
}

describe("secrets in headings, and in cells of the cohort and HR tables", () => {
  const hidden: string[] = [];
  let study: string;
  const name = fullName();
  beforeAll(async () => {
    study = copyOfExample();
    const yaml = readFileSync(join(study, "study.yaml"), "utf8");
    const agreed = "answers_back_to_trusts: { agreed: true, basis: Told in the invitation }";
    writeFileSync(join(study, "study.yaml"), `${yaml}\n${agreed}\n`);
    for (const file of surveys) {
      await change(study, file, (rows) => {
        for (const { words, hidden: part } of someSecrets(12)) {
          const column = 1 + drawBelow(rows[0]!.length - 1);
          rows[0]![column] = `${rows[0]![column]} (ask ${words})`;
          hidden.push(part);
        }
        const start = rows[0]!.findIndex((heading) => /^(?:On what date|Q2$|Start date)/i.test(heading));
        if (start !== -1) rows.at(-1)![start] = "12/05/1984";
      });
    }
    await change(study, "survey/trust-c-month3.csv", (rows) => {
      rows.forEach((row, index) => row.push(index === 0 ? "Full name" : name.words));
    });
    await change(study, surveys[0]!, (rows) => {
      rows.forEach((row, index) => row.push(index === 0 ? `How helpful was ${name.hidden}?` : "very"));
    });
    hidden.push(name.hidden, "1984");
    for (const file of ["cohort.csv", "hr.csv"]) {
      await change(study, file, (rows) => {
        for (const { words, hidden: part } of someSecrets(48)) {
          rows[1 + drawBelow(rows.length - 1)]![drawBelow(rows[0]!.length)] = words;
          hidden.push(part);
        }
        const typed = fullName();
        rows.at(-1)![0] = typed.words;
        const [address, person] = someSecrets(12).filter(({ words }) => /@|^Dr/.test(words));
        rows.forEach((row, index) => row.push(index === 0 ? `For ${address!.words}, ${person!.words}` : "x"));
        hidden.push(typed.hidden, address!.hidden, person!.hidden);
      });
    }
  });

  it("stand in nothing that check prints or writes but a Trust's own cells", async () => {
    const to = join(temporaryFolder(), "to-mend");
    const outputs = new Map<string, readonly string[]>();
    for (const flags of [["--json"], ["--all"], ["--explain-detection"], ["--out", to]]) {
      const { out, talk } = await runCli("check", study, ...flags);
      outputs.set(flags[0]!, [out, talk]);
    }
    expect(outputs.get("--json")![0]).toContain(" removed]");
    const files = filesOf(to);
    expect([...files.keys()].filter((file) => file.startsWith("returned/")).length).toBeGreaterThan(0);
    expect(found(hidden, new Map([...outputs, ...files]))).toEqual([]);
  });
});
