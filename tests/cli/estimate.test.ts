import { readFileSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { runCli, type CliRun } from "./run-cli.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "estimate-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const enough = ["estimate", "--imgs", "20", "--pension", "paid-by-trust", "--all"] as const;

interface Answer {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly totals: { readonly central: { readonly totalPence: number; readonly perImg: number } };
  readonly gaps: { readonly totalPence: { readonly central: number } } | null;
}

const answerOf = async (...flags: readonly string[]): Promise<Answer> => {
  const { out, exitCode, talk } = await runCli(...flags, "--json");
  expect(talk).toBe("");
  expect(exitCode).toBe(0);
  return (JSON.parse(out) as { answer: Answer }).answer;
};

describe("pilot-eval estimate", () => {
  it("answers from flags, saying the pension choice and whose the assumptions are", async () => {
    const { out, exitCode } = await runCli(...enough);
    expect(exitCode).toBe(0);
    expect(out).toContain("Induction for 20 IMGs in 2 intakes a year, at 2026/27 pay");
    expect(out).toContain(
      "Pension: only the part of the employer's pension contribution that the Trust pays itself.",
    );
    expect(out).toContain("they are not findings of the pilot");
  });

  it("never chooses the pension, nor how many IMGs there are, nor what is provided; all missing things at once", async () => {
    const { out, talk, exitCode } = await runCli("estimate", "--yes");
    expect(exitCode).toBe(2);
    expect(out).toBe("");
    for (const flag of ["--imgs", "--pension", "--all"]) expect(talk).toContain(`${flag}`);
    expect(talk.match(/fix: /g)).toHaveLength(3);
  });

  it.each([
    [["--imgs", "0"], "--imgs: IMGs a year: expected a whole number from 1 to 1,000, found 0"],
    [["--imgs", "1.5"], "found 1.5"],
    [["--imgs", "many"], '--imgs: expected a number, found "many"'],
    [["--intakes", "21"], "--intakes: intakes a year: expected a whole number from 1 to 20, found 21"],
    [
      ["--shadowing-weeks", "-1"],
      "--shadowing-weeks: weeks of shadowing: expected a number from 0 to 52, found -1",
    ],
    [["--shadowing-hours", "400"], "expected a number from 0 to 48, found 400"],
    [["--year", "2031/32"], "--year: year of pay: expected a year with all rates: "],
    [
      ["--pension", "half"],
      '--pension: employer\'s pension contribution: expected a choice: paid-by-trust or full, found "half"',
    ],
    [
      ["--perspective", "mine"],
      '--perspective: perspective: expected one of: trust-cash, trust-economic, nhs, found "mine"',
    ],
    [
      ["--set", "lead-time=-3"],
      "named IMG lead's time in the job plan: hours: expected a number from 0 to 20,000, found -3",
    ],
    [["--set", "lead-time=90000"], "found 90,000"],
    [["--set", "lead-time=10@band99"], "expected one of: "],
    [["--set", "no-such=10"], "expected the id of an item of the assumptions"],
    [["--set", "lead-time"], "--set: expected item=figure, such as"],
    [["--high-cost-area", "inner London"], "found no amount"],
    [
      ["--high-cost-area", "London"],
      'expected one of: none, fringe, outer London, inner London, found "London"',
    ],
    [["--overheads", "250"], "--overheads: overheads: expected from 0% to 100%, found 250%"],
    [["--discount-rate", "0.035"], 'found "0.035", which may be a share of 1: write 3.5%, or 0.035% if'],
    [["--overheads", "0.5"], 'found "0.5", which may be a share of 1: write 50%, or 0.5% if'],
    [["--partly-share", "0.5"], "write 50%, or 0.5% if"],
    [["--recruited", "5"], "--recruited: IMGs recruited: expected a whole number from 20 to 1,000, found 5"],
    [
      ["--completed", "900"],
      "--completed: IMGs who completed: expected a whole number from 1 to 20, found 900",
    ],
    [["--have", "PRE-01=maybe,rest=no"], "expected one of"],
  ])("refuses %j with the place, what was expected and found, and a fix", async (flags, said) => {
    const { talk, out, exitCode } = await runCli(...enough, ...flags);
    expect(exitCode).toBe(2);
    expect(out).toBe("");
    expect(talk).toContain(said);
    expect(talk).not.toMatch(/NaN|Infinity|undefined|bug/);
  });

  it("takes any percentage with its sign, and one above 1 without", async () => {
    const { inputs } = await answerOf(
      ...enough,
      "--discount-rate",
      "0.4%",
      "--overheads",
      "15",
      "--partly-share",
      "50 %",
    );
    expect(inputs).toMatchObject({ setUp: { discountRate: 0.004 }, overheads: 0.15, partlyShare: 0.5 });
  });

  it("says in words when nothing is counted", async () => {
    const flags = ["--components", "PRE-01", "--perspective", "trust-cash", "--replacement-cost", "9000"];
    const { out } = await runCli("estimate", "--imgs", "20", "--pension", "full", ...flags);
    expect(out).toContain("What moves it most: nothing: no assumption that is counted has a range.");
    expect(out).toContain("there is no cost to set against");
    expect(out).not.toMatch(/replacing 0|: \.$/m);
  });

  it("prices a pay point that the year lacks by the Trust's own pounds an hour", async () => {
    const { items } = JSON.parse(readFileSync("data/planning/assumptions.json", "utf8")) as {
      items: readonly { id: string; payPoint: string | null }[];
    };
    const own = items.flatMap(({ id, payPoint }) => (payPoint === null ? [] : ["--set", `${id}=@£30`]));
    const out = join(folder, "own-pounds");
    const { exitCode, talk } = await runCli(...enough, "--year", "2022/23", ...own, "--out", out);
    expect(talk).not.toContain("bug");
    expect(exitCode).toBe(0);
    expect(await readdir(out)).toContain("estimate.json");
  });

  it("writes its files whole, and does not overwrite one that was edited unless told to", async () => {
    const out = join(folder, "kept");
    expect((await runCli(...enough, "--out", out)).exitCode).toBe(0);
    expect((await readdir(out)).filter((name) => !name.startsWith("estimate."))).toEqual([
      "board-summary.docx",
      "board-summary.html",
      "board-summary.txt",
      "manifest.json",
    ]);
    expect((await runCli(...enough, "--out", out)).exitCode).toBe(0);
    await writeFile(join(out, "board-summary.txt"), "mine");
    const refused = await runCli(...enough, "--out", out);
    expect(refused.exitCode).toBe(2);
    expect(refused.talk).toContain("board-summary.txt");
    expect(await readFile(join(out, "board-summary.txt"), "utf8")).toBe("mine");
    expect((await runCli(...enough, "--out", out, "--replace")).exitCode).toBe(0);
    expect(await readFile(join(out, "board-summary.txt"), "utf8")).toContain("What induction of 20 IMGs");
  });

  it("does not overwrite a file that it never wrote", async () => {
    const out = await mkdtemp(join(folder, "foreign-"));
    await writeFile(join(out, "estimate.json"), "{}");
    const refused = await runCli(...enough, "--out", out);
    expect(refused.exitCode).toBe(2);
    expect(refused.talk).toContain("estimate.json");
  });

  it("prices the gaps of a self-assessment, from a list or a file alike", async () => {
    const flags = ["estimate", "--imgs", "20", "--pension", "full"];
    const closed = await answerOf(...flags, "--have", "rest=yes");
    expect(closed.gaps!.totalPence.central).toBe(0);
    const listed = await answerOf(...flags, "--have", "ENB-01=no,ENB-02=partly,rest=yes");
    const { components } = closed.inputs as { components: readonly string[] };
    const rows = components.map(
      (id) => `${id},${id === "ENB-01" ? "No" : id === "ENB-02" ? "partly" : "yes"}`,
    );
    const file = join(folder, "gaps.csv");
    await writeFile(file, `Component,Answer\r\n${rows.join("\r\n")}\r\n`);
    const read = await answerOf(...flags, "--self-assessment", file);
    expect(read.gaps).toEqual(listed.gaps);
    expect(listed.gaps!.totalPence.central).toBeGreaterThan(0);
  });

  it("tells every row of a self-assessment that will not do, and every part without an answer", async () => {
    const file = join(folder, "bad.csv");
    await writeFile(file, "component,answer\nPRE-01,maybe\nXXX-01,no\nPRE-02,\n");
    const bad = await runCli("estimate", "--imgs", "5", "--pension", "full", "--self-assessment", file);
    expect(bad.exitCode).toBe(2);
    expect(bad.talk).toContain(`${file} row 2: PRE-01: expected yes, partly or no, found "maybe"`);
    expect(bad.talk).toContain(`${file} row 3: expected the id of a component, found "XXX-01"`);
    expect(bad.talk).toContain(`${file} row 4: PRE-02: expected yes, partly or no, found nothing`);
    await writeFile(file, "component,answer\nPRE-01,yes\n");
    const short = await runCli("estimate", "--imgs", "5", "--pension", "full", "--self-assessment", file);
    expect(short.exitCode).toBe(2);
    expect(short.talk).toContain("self-assessment of HR-02: expected yes, partly or no, found no answer");
  });
});

describe("pilot-eval estimate in a terminal", () => {
  const talkWith = async (lines: readonly string[], ...flags: readonly string[]): Promise<CliRun> => {
    let [out, talk] = ["", ""];
    const exitCode = await main(["estimate", ...flags], {
      out: (text) => (out += text),
      talk: (text) => (talk += text),
      terminal: true,
      input: Readable.from(lines.map((line) => `${line}\n`)),
    });
    return { exitCode, out, talk };
  };

  it("asks for what is missing, shows the defaults, and gives what the same flags give", async () => {
    const target = join(folder, "asked");
    const asked = await talkWith(["20", "", "", "1", "", "", "", "", "", "", target]);
    expect(asked.exitCode).toBe(0);
    expect(asked.talk).toContain("How many IMGs does your Trust induct in a year?");
    expect(asked.talk).toContain("There is no default.");
    expect(asked.talk).toContain("[4] > ");
    const flagged = await runCli(...enough);
    expect(asked.out.split("\n\nWritten:")[0]).toBe(flagged.out.trimEnd());
    expect(await readdir(target)).toContain("board-summary.docx");
  });

  it("refuses a flag that no answer can mend before it asks anything", async () => {
    const { talk, exitCode } = await talkWith([], "--overheads", "abc", "--perspective", "mine");
    expect(exitCode).toBe(2);
    expect(talk).toContain('--overheads: expected a percentage such as 3.5%, found "abc"');
    expect(talk).toContain("--perspective: ");
    expect(talk).not.toContain("How many IMGs");
  });

  it("offers as many intakes as one IMG can start in", async () => {
    const target = join(folder, "one");
    const { talk, exitCode } = await talkWith(["", "", "1", "", "", "", "", "", "", target], "--imgs", "1");
    expect(talk).toContain("[1] > ");
    expect(exitCode).toBe(0);
  });

  it("asks again when an answer will not do, and when Enter may not choose", async () => {
    const target = join(folder, "again");
    const answers = [
      "none",
      "0",
      "12",
      "13",
      "3",
      "",
      "",
      "maybe",
      "full",
      "2",
      "1",
      "",
      "",
      "",
      "",
      "",
      "",
      "9",
      "",
      "6",
      "nhs",
    ];
    const asked = await talkWith([...answers, "", "outer London", "a lot", "4000", "2000", "no", target]);
    expect(asked.exitCode).toBe(0);
    expect(asked.talk).toContain('expected a number, found "none"');
    expect(asked.talk).toContain("expected a whole number from 1 to 1,000, found 0");
    expect(asked.talk).toContain("expected a whole number from 1 to 12, found 13");
    expect(asked.talk).toContain("An answer is needed here.");
    const { answer } = JSON.parse(await readFile(join(target, "estimate.json"), "utf8")) as {
      answer: Answer;
    };
    expect(answer.inputs).toMatchObject({
      imgs: 12,
      intakes: 3,
      pension: "full",
      shadowingWeeks: 6,
      perspective: "nhs",
      countSupernumerary: false,
      highCost: { zone: "outer London", afc: 4000, medical: 2000 },
    });
    expect(answer.inputs["components"]).not.toContain("PRE-01");
    expect(answer.inputs["components"]).toContain("PRE-02");
  });

  it("asks nothing when the flags suffice or with --yes", async () => {
    expect((await talkWith([], ...enough.slice(1))).talk).toBe("");
    const { exitCode, talk } = await talkWith([], "--yes");
    expect(exitCode).toBe(2);
    expect(talk).not.toContain("How many");
  });

  it("stops without writing when the answers end early", async () => {
    const { exitCode, talk } = await talkWith(["20", ""]);
    expect(exitCode).toBe(2);
    expect(talk).toContain("Nothing was written");
  });
});
