import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Column, Table } from "../../src/core/table.js";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { matchColumns } from "../../src/ingest/match.js";
import { proposeRows } from "../../src/ingest/propose/propose.js";
import { readExport } from "../../src/ingest/propose/read-export.js";
import { proposalCsv } from "../../src/run/proposal-csv.js";
import { readCodebook } from "../../src/study/codebook.js";
import { plainWords } from "../../src/study/wording.js";
import { smallStudy } from "./small-study.js";

const folder = "data/example/survey";
const readAll = (path: string) => new Uint8Array(readFileSync(path));
const codebook = readCodebook(
  "codebook.csv",
  readCsvBytes(readAll("data/example/codebook.csv"), "codebook.csv").rows,
).variables;

/**
 * Where an export cannot tell what the codebook says. `grade` and `who_helped` are lists of this study's own, told from
 * answers alone: without those nobody gave, in the order they first appear, and with few people as text. Microsoft Forms
 * does not say which statements are one grid, so that "Partly" is not known where nobody chose it.
 */
const cannotTell: Readonly<Record<string, readonly string[]>> = {
  "trust-a-arrival.csv": ["grade"],
  "trust-a-month3.csv": ["grade", "who_helped"],
  "trust-b-arrival.xlsx": ["grade"],
  "trust-b-month3.xlsx": ["grade", "received_pro_02", "received_enb_01", "who_helped"],
  "trust-d-month3.csv": ["who_helped"],
  "trust-f-month3.csv": ["who_helped"],
};

describe("the proposal for each survey file of the example", () => {
  it.each(readdirSync(folder).sort())(
    "%s: loads once confirmed, with the codebook's types and codes",
    async (file) => {
      const { table } = await readExport(file, readAll(`${folder}/${file}`));
      const { rows } = proposeRows(table!, null, ["arrival", "month3"]);
      const settled = proposalCsv(rows.map((row) => ({ ...row, confirm: [] })));
      const loaded = readCodebook("p.csv", readCsvBytes(new TextEncoder().encode(settled), "p.csv").rows);
      expect(loaded.issues).toEqual([]);
      expect(loaded.variables).toHaveLength(rows.length);

      const truth = matchColumns(smallStudy([], { variables: codebook }), table!).matched;
      const proposed = matchColumns(smallStudy([], { variables: loaded.variables }), table!);
      expect(proposed.unclaimed).toEqual([]);
      const columnOf = (matched: typeof truth, name: string) => {
        const columns = matched.get(name);
        return columns?.kind === "one" ? columns.column : columns?.parts[0]?.column;
      };
      const differ: string[] = [];
      for (const name of truth.keys()) {
        const wanted = codebook.find((each) => each.name === name)!;
        const column = columnOf(truth, name);
        const found = loaded.variables.find((each) => columnOf(proposed.matched, each.name) === column);
        const codes = (categories: typeof wanted.categories) => categories.map(({ code }) => code).join();
        if (found?.type !== wanted.type || codes(found.categories) !== codes(wanted.categories))
          differ.push(name);
      }
      expect(differ).toEqual(cannotTell[file] ?? []);
    },
  );

  it("shows no free text, no code and no answer of one person", async () => {
    for (const file of readdirSync(folder)) {
      const { table } = await readExport(file, readAll(`${folder}/${file}`));
      const csv = plainWords(proposalCsv(proposeRows(table!, null, ["arrival"]).rows));
      const held = matchColumns(smallStudy([], { variables: codebook }), table!).matched;
      for (const name of ["link_code", "text_best", "text_improve"]) {
        const columns = held.get(name);
        for (const value of columns?.kind === "one" ? columns.column.values : []) {
          if (typeof value === "string" && value.length > 5) expect(csv).not.toContain(plainWords(value));
        }
      }
    }
  });
});

function tableOf(columns: Readonly<Record<string, Column["values"]>>): Table {
  const made = Object.entries(columns).map(([name, values], position): Column => ({
    name,
    aliases: [],
    position,
    values,
  }));
  const source = { file: "a.csv", kind: "survey", format: "plain", reasons: [] } as const;
  return { source, columns: made, rows: made[0]!.values.map((_, row) => row + 2), leftOut: [] };
}

describe("proposeRows", () => {
  it("does not propose columns that say who people are, and tells their kind", () => {
    const table = tableOf({
      "Your email": ["a@example.org", "b@example.org", "c@example.org"],
      Contact: ["d@example.org", "e@example.org", "f@example.org"],
      "How well settled are you?": ["Not at all settled", "Mostly settled", "Prefer not to say"],
    });
    const { rows, identifiers } = proposeRows(table, null, ["arrival"]);
    expect(identifiers.map(({ column, kind }) => `${column}: ${kind}`)).toEqual([
      "Your email: e-mail addresses",
      "Contact: e-mail addresses",
    ]);
    expect(rows.map(({ variable }) => [variable.type, variable.missing])).toEqual([
      ["single", { "prefer not to say": ["Prefer not to say"] }],
    ]);
    expect(JSON.stringify({ rows, identifiers })).not.toContain("@");
  });

  it("makes one question of columns of ticks, and keeps the statements of a grid apart", () => {
    const table = tableOf({
      "Who helped? - Buddy": [1, 0, 1],
      "Who helped? - Mentor": [0, 1, 1],
      "I have [a bank account]": ["Yes", "No", "Yes"],
      "I have [a doctor]": ["Yes", "Yes", "Not applicable"],
    });
    const { rows } = proposeRows(table, null, ["arrival"]);
    expect(rows.map(({ variable }) => [variable.name, variable.type, variable.categories.length])).toEqual([
      ["helped", "multiple", 2],
      ["bank_account", "single", 2],
      ["doctor", "single", 2],
    ]);
  });

  it("says what the study has already, and a near miss without taking it", () => {
    const table = tableOf({ "I feel at home": ["Agree"], "I often fel alone": ["Agree"] });
    const { rows, matched } = proposeRows(table, smallStudy([]), ["arrival"]);
    expect(matched).toEqual([{ column: "I feel at home", variable: "settle_1" }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.confirm[0]).toContain("did you mean settle_2");
  });

  it("is refused as a codebook until it is confirmed", () => {
    const { rows } = proposeRows(tableOf({ "Are you well?": ["Yes", "No"] }), null, ["arrival"]);
    const csv = new TextEncoder().encode(proposalCsv(rows));
    const { variables, issues } = readCodebook("codebook.csv", readCsvBytes(csv, "codebook.csv").rows);
    expect(variables).toEqual([]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: "error", at: { row: 2, column: "confirm" } });
    expect(issues[0]!.message).toContain("proposed and not confirmed yet: role (group is a guess)");
  });
});
