import { describe, expect, it } from "vitest";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { loadStudy } from "../../src/study/load-study.js";
import type { StudyFolder } from "../../src/study/load-study.js";
import { openFolder } from "../../src/ingest/folder.js";
import { readShipped } from "../../src/run/shipped.js";

const example = openFolder("data/example");

async function loadWith(
  edit: (text: string) => string,
  codebookEdit: (text: string) => string = (text) => text,
) {
  const folder: StudyFolder = {
    list: () => example.list(),
    async read(file) {
      const bytes = await example.read(file);
      if (bytes === null) return null;
      const text = () => new TextDecoder().decode(bytes);
      if (file === "study.yaml") return new TextEncoder().encode(edit(text()));
      if (file === "codebook.csv") return new TextEncoder().encode(codebookEdit(text()));
      return bytes;
    },
  };
  return loadStudy(folder, await readShipped(), readCsvBytes);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("loadStudy(folder)", () => {
  it("reads the example without an issue", async () => {
    const { study, issues } = await loadWith((text) => text);
    expect(issues).toEqual([]);
    expect(study?.trusts.map((trust) => trust.code)).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(study?.confidence_level).toBe(0.95);
  });

  it("tells every mistake at once, each with its line, what was expected, what was found and a fix", async () => {
    let written = "";
    const { study, issues } = await loadWith((text) => {
      written = text
        .replace("design: pre-post-linked", "design: before-and-after")
        .replace("seed: 20260401", "seed: lots")
        .replace("pension: paid-by-trust", "pension: half")
        .replace("duplicates: latest-complete", "duplicate: first");
      return written;
    });
    expect(study).toBeNull();
    const told = issues.map((issue) => ({ line: issue.at.line, message: issue.message }));
    expect(told).toEqual(
      expect.arrayContaining([
        {
          line: lineOf(written, "before-and-after"),
          message:
            'design: expected one of post-only, retrospective-pre, pre-post-linked, pre-post-unlinked, before-after-cohorts, found "before-and-after"',
        },
        { line: lineOf(written, "seed: lots"), message: 'study.seed: expected a number, found "lots"' },
        {
          line: lineOf(written, "pension: half"),
          message: 'costing.pension: expected one of paid-by-trust, full, found "half"',
        },
        { line: lineOf(written, "duplicate: first"), message: "duplicate: not a setting of study.yaml" },
      ]),
    );
    expect(told).toHaveLength(4);
    expect(issues.every((issue) => issue.fix !== "")).toBe(true);
  });

  it("names what a reference points at when it points at nothing, with the nearest name", async () => {
    const { issues } = await loadWith((text) =>
      text
        .replace(
          "{ file: survey/trust-b-arrival.xlsx, kind: survey, trust: B",
          "{ file: survey/trust-b-arrival.xlsx, kind: survey, trust: G",
        )
        .replace("subgroups: [first_post, grade]", "subgroups: [first_pots, grade]"),
    );
    expect(issues.map((issue) => [issue.code, issue.found, issue.fix])).toEqual([
      ["unknown-Trust", "G", "declare the Trust, or correct the name"],
      ["unknown-variable", "first_pots", 'did you mean "first_post"?'],
    ]);
  });

  it("wants a survey's Trust and wave, or the question that tells it, and not both", async () => {
    const line = "{ file: survey/trust-b-arrival.xlsx, kind: survey, trust: B, wave: arrival";
    const at = "sources[3]";
    const said = "or trust_question: with the variable whose answers tell it";
    const told = async (instead: string) =>
      (await loadWith((text) => text.replace(line, instead))).issues.map(({ message, fix }) => [
        message,
        fix,
      ]);
    expect(await told("{ file: survey/trust-b-arrival.xlsx, kind: survey, wave: arrival")).toEqual([
      [
        `${at}.trust: expected either trust: A for every answer of the file, ${said}, found nothing`,
        "write trust: A, or for a file of several, trust_question: with a variable of role trust",
      ],
    ]);
    expect(await told(`${line}, trust_question: grade`)).toEqual([
      [
        `${at}.trust_question: expected either trust: A for every answer of the file, ${said}, found "grade"`,
        "keep trust if all answers are of one Trust, else keep trust_question; remove the other",
      ],
    ]);
  });

  it("reads the earlier files that a file replaces, one or several", async () => {
    const { study, issues } = await loadWith((text) =>
      text
        .replace("kind: cohort }", "kind: cohort, replaces: cohort-may.csv }")
        .replace("kind: hr,", "kind: hr, replaces: [hr-1.csv, hr-2.csv],"),
    );
    expect(issues).toEqual([]);
    const replaces = study!.sources.map((source) => [source.file, source.replaces]);
    expect(replaces).toContainEqual(["cohort.csv", ["cohort-may.csv"]]);
    expect(replaces).toContainEqual(["hr.csv", ["hr-1.csv", "hr-2.csv"]]);
    expect(replaces).toContainEqual(["costs/trust-a.xlsx", undefined]);
  });

  it("refuses to replace a file that is in use, or twice, with the line and what to do", async () => {
    const edit = (text: string) =>
      text
        .replace("kind: cohort }", "kind: cohort, replaces: cohort.csv }")
        .replace(
          "kind: cost-return, trust: A }",
          "kind: cost-return, trust: A, replaces: costs/trust-b.xlsx }",
        )
        .replace("kind: cost-return, trust: C }", "kind: cost-return, trust: C, replaces: costs/old.xlsx }")
        .replace(
          "kind: cost-return, trust: D }",
          "kind: cost-return, trust: D, replaces: [costs/older.xlsx, costs/old.xlsx] }",
        );
    const { study, issues } = await loadWith(edit);
    expect(study).toBeNull();
    const written = edit(new TextDecoder().decode((await example.read("study.yaml"))!));
    expect(issues.map(({ at, message, fix }) => ({ line: at.line, message, fix }))).toEqual([
      {
        line: lineOf(written, "replaces: costs/trust-b.xlsx"),
        message:
          "sources[13].replaces: costs/trust-b.xlsx is listed under sources as well, and would count twice",
        fix: "remove the entry of costs/trust-b.xlsx under sources (the file itself stays in the folder), or remove it here if both count",
      },
      {
        line: lineOf(written, "replaces: [costs/older.xlsx"),
        message: "sources[16].replaces[2]: costs/old.xlsx is replaced already, by costs/trust-c.xlsx",
        fix: "name it only under the file that was sent in its place",
      },
      {
        line: lineOf(written, "replaces: cohort.csv"),
        message: "sources[19].replaces: cohort.csv cannot replace itself",
        fix: "keep the earlier file under another name and write that name here, or remove the setting",
      },
    ]);
  });

  it("says what replaces may be", async () => {
    const told = async (value: string) =>
      (await loadWith((text) => text.replace("kind: cohort }", `kind: cohort, replaces: ${value} }`))).issues;
    expect((await told("7")).map(({ message }) => message)).toEqual([
      "sources[19].replaces: expected a file such as survey/trust-a.csv, or a list of files, oldest first, found 7",
    ]);
    expect((await told("[]")).map(({ message }) => message)).toEqual([
      "sources[19].replaces: expected at least one file, found an empty list",
    ]);
  });

  it("wants a question that can tell the Trust, and options that name one", async () => {
    const line = "{ file: survey/trust-b-arrival.xlsx, kind: survey, trust: B, wave: arrival";
    const central = (question: string) => (text: string) =>
      text.replace(line, line.replace("trust: B", `trust_question: ${question}`));
    const asked = (type: string, waves: string, codes: string, labels: string) => (text: string) =>
      `${text}trust_asked,Trust,Where do you work?,,trust,${type},${waves},,no,,${codes},${labels},,,,,,,service,no\n`;
    const told = async (...edits: Parameters<typeof loadWith>) =>
      (await loadWith(...edits)).issues.map(({ message, fix }) => [message, fix]);
    expect(await told(central("grade"))).toEqual([
      [
        "sources[3].trust_question: expected a variable of role trust, found grade, of role group",
        "name the question that asks for it, and give it role trust in codebook.csv",
      ],
    ]);
    expect(await told(central("trust_asked"), asked("text", "arrival", "", ""))).toEqual([]);
    expect(await told(central("trust_asked"), asked("text", "month3", "", ""))).toEqual([
      [
        "sources[3].trust_question: expected a variable asked at arrival, found trust_asked, asked at month3",
        "add arrival to waves of trust_asked in codebook.csv",
      ],
    ]);
    expect(await told((text) => text, asked("single", "arrival", "1|2", "Trust A|Trst B"))).toEqual([
      ['labels: "Trst B" of trust_asked names no Trust of study.yaml', 'did you mean "Trust B"?'],
    ]);
    expect(await told((text) => text, asked("number", "arrival", "", ""))).toEqual([
      [
        'type: expected single or text for role trust, found "number"',
        "single for a list of options, text for words",
      ],
    ]);
  });

  it("refuses a design that the waves, the comparisons or the codebook contradict", async () => {
    const post = await loadWith((text) => text.replace("design: pre-post-linked", "design: post-only"));
    expect(post.issues.map((issue) => [issue.code, issue.at.line !== undefined, issue.expected])).toEqual([
      ["design", true, "one wave"],
      ["design", true, "no comparisons, or design pre-post-linked"],
    ]);
    const unlinked = await loadWith(
      (text) => text,
      (text) => text.replace(",link,code,", ",text,code,"),
    );
    expect(unlinked.issues.map((issue) => issue.message)).toEqual([
      "design: pre-post-linked needs a link code, and codebook.csv has no row of role link",
    ]);
  });

  it("refuses a weighting that names no variable, leaves out a category or does not add up", async () => {
    const { issues } = await loadWith((text) =>
      text.replace(
        "hr: { months: 6 }",
        `weighting:
  basis: the register
  margins:
    - { variable: first_pots, people: { 0: 50, 1: 50 } }
    - { variable: first_post, people: { 0: 50 } }
    - { variable: first_post, people: { 0: 60, 1: 40 } }
hr: { months: 6 }`,
      ),
    );
    expect(issues.map((issue) => issue.message).sort()).toEqual([
      "weighting.margins: expected the same total for each variable: everyone invited, found 100, 50, 100",
      'weighting.margins[1].variable: expected a variable of this study, found "first_pots"',
      "weighting.margins[2].people: expected a number for each category of first_post: 0, 1, found 0",
      'weighting.margins[3]: variable "first_post" is declared twice',
    ]);
    expect(issues.every((issue) => issue.at.line !== undefined && issue.fix !== "")).toBe(true);
  });

  it("refuses who is eligible by a variable, a type or a code that is not there", async () => {
    let written = "";
    const { issues } = await loadWith((text) => {
      written = text.replace(
        "hr: { months: 6 }",
        `eligibility:
  answers:
    - { variable: first_pots, codes: [1] }
    - { variable: shadow_days, codes: [1] }
    - { variable: first_post, codes: [1, 2] }
hr: { months: 6 }`,
      );
      return written;
    });
    const told = issues.map(({ at, message, fix }) => ({ line: at.line, message, fix }));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        {
          line: lineOf(written, "variable: first_pots"),
          message: 'eligibility.answers[1].variable: expected a variable of this study, found "first_pots"',
          fix: 'did you mean "first_post"?',
        },
        {
          line: lineOf(written, "variable: shadow_days, codes"),
          message:
            "eligibility.answers[2].variable: expected a variable with one answer of several, found shadow_days, of type number",
          fix: "name a variable of type single, such as one of role group",
        },
        {
          line: lineOf(written, "codes: [1, 2]"),
          message: "eligibility.answers[3].codes[2]: expected a code of first_post: 0 (No), 1 (Yes), found 2",
          fix: "write the code of the answer as codebook.csv has it",
        },
      ]),
    );
  });

  it("refuses what is there but cannot be used, and lists that name a thing twice", async () => {
    const { issues } = await loadWith((text) =>
      text
        .replace("subgroups: [first_post, grade]", "subgroups: [first_post, first_post, shadow_days]")
        .replace("milestone_days: [1, 3, 7", "milestone_days: [1, 1, 7")
        .replace("    at_least: 10\n", "")
        .replace("variable: days_login\n    at_most: 0", "variable: days_login\n    at_least: 0")
        .replace("from: arrival, to: month3, primary: true", "from: month3, to: month3, primary: true"),
    );
    expect(issues.map((issue) => issue.message).sort()).toEqual([
      "comparisons[1]: expected from an earlier wave to a later one, found from month3 to month3",
      'milestone_days[2]: day "1" is declared twice',
      "standards[1]: expected at_least or at_most, found neither",
      "standards[3].at_least: expected at_most, because a milestone is met early, found at_least",
      'subgroups[2]: subgroup "first_post" is declared twice',
      "subgroups[3]: expected a variable with one answer of several, found shadow_days, of type number",
    ]);
  });

  it("places a codebook's mistake at its row and column", async () => {
    const { issues } = await loadWith(
      (text) => text,
      (text) => text.replace(",outcome,single,", ",outcomes,single,"),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ at: { file: "codebook.csv", column: "role" }, found: "outcomes" });
    expect(issues[0]?.at.row).toBeGreaterThan(1);
  });

  it("reads what people wrote, list items and headings apart, and other lines joined", async () => {
    const text = "# Why\nFirst line\nsecond line\n\n- one\n- two\nstill two\n\nLast";
    const folder: StudyFolder = {
      list: async () => [...(await example.list()), "narrative/discussion.md"],
      read: async (file) =>
        file === "narrative/discussion.md" ? new TextEncoder().encode(text) : example.read(file),
    };
    const { study } = await loadStudy(folder, await readShipped(), readCsvBytes);
    expect(study?.narrative["discussion"]).toEqual([
      "# Why",
      "First line second line",
      "- one",
      "- two still two",
      "Last",
    ]);
  });

  it("tells an undeclared name of the codebook once, with the number of rows", async () => {
    const { issues } = await loadWith((text) =>
      text
        .replace("{ id: settling, label", "{ id: settle, label")
        .replaceAll("scale: settling", "scale: settle")
        .replaceAll("[settling, confidence]", "[settle, confidence]"),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      at: { file: "codebook.csv", column: "scale" },
      message: 'scale: expected one of settle, confidence, found "settling"; so do 5 more rows',
    });
  });

  it("does not tell a reference to a row that has a mistake of its own as a second mistake", async () => {
    const { issues } = await loadWith(
      (text) => text,
      (text) =>
        text.replace(
          "first_post,First NHS post,Is this your first post in the NHS?,Q3,group,single",
          "first_post,First NHS post,Is this your first post in the NHS?,Q3,group,singel",
        ),
    );
    expect(issues.map((issue) => issue.found)).toEqual(["singel"]);
  });

  it("says so when the folder is no study folder", async () => {
    const empty: StudyFolder = { list: async () => [], read: async () => null };
    const { study, issues } = await loadStudy(empty, await readShipped(), readCsvBytes);
    expect(study).toBeNull();
    expect(issues.map((issue) => issue.at.file)).toEqual(["study.yaml", "codebook.csv"]);
  });

  it("explains YAML that cannot be read, with its line", async () => {
    const { issues } = await loadWith((text) => text.replace("trusts:\n", "trusts: [\n"));
    expect(issues[0]).toMatchObject({ code: "yaml", at: { file: "study.yaml" } });
    expect(issues[0]?.at.line).toBeGreaterThan(1);
  });

  it("tells a rule under checks that is unknown, declared twice, or always an error", async () => {
    const { issues } = await loadWith(
      (text) =>
        text +
        [
          "",
          "checks:",
          "  - { rule: near-mis-link, warning: { count: 3 } }",
          "  - { rule: near-miss-link, warning: { count: 3 } }",
          "  - { rule: near-miss-link, error: { share: 0.3 } }",
          "  - { rule: number-unreadable, warning: { share: 0.1 } }",
          "  - { rule: answer-outside-list, error: { count: 1 } }",
          "",
        ].join("\n"),
    );
    expect(issues.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        "unknown-rule",
        'checks[1].rule: expected a rule of the data check, found "near-mis-link"',
        'did you mean "near-miss-link"?',
      ],
      ["repeated", 'checks[3].rule: "near-miss-link" is declared twice', "remove one of the two"],
      [
        "protected-rule",
        "checks[4].rule: what number-unreadable finds would make numbers wrong, and is always an error",
        "remove the entry, and mend what number-unreadable finds",
      ],
    ]);
    expect(issues.every((issue) => issue.at.line !== undefined)).toBe(true);
  });
});
