import { beforeAll, describe, expect, it } from "vitest";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { registerOf } from "../../src/disclosure/register.js";
import type { Registered } from "../../src/disclosure/register.js";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { disclosureCsv } from "../../src/run/disclosure-csv.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Evaluation } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";

let evaluation: Evaluation;
let register: readonly Registered[];

beforeAll(async () => {
  evaluation = evaluate(await checkStudy(openFolder("data/example"), await readShipped()));
  register = registerOf(evaluation.computed, evaluation);
});

describe("the register of the example", () => {
  it("has one row for each computed result, in their order", () => {
    expect(register.map(({ id }) => id)).toEqual(evaluation.computed.results.map(({ id }) => id));
  });

  it("agrees with the release: what is there is shown, rounded, held back or no number, and nothing else is", () => {
    const kinds = new Map(evaluation.released.results.map(({ id, kind }) => [id, kind]));
    const expected = {
      estimate: ["shown", "rounded"],
      suppressed: ["held back"],
      unavailable: ["no number"],
    };
    for (const { id, decision } of register) {
      const kind = kinds.get(id);
      const allowed = kind ? expected[kind] : ["coarser shown instead", "not shown at this grain"];
      expect(allowed, id).toContain(decision);
    }
  });

  it("names a rule and a reason for all that is not shown as it is", () => {
    const wordless = register.filter(
      ({ decision, rule, reason }) =>
        decision !== "shown" &&
        (reason === "" || (rule === "" && decision !== "no number") || rule === "other"),
    );
    expect(wordless).toEqual([]);
    expect(new Set(register.map(({ decision }) => decision)).size).toBe(6);
  });

  it("says the precision of what is rounded", () => {
    const of = (id: string) => register.find((row) => row.id === id)!;
    expect(of("flow/eligible/trust-c")).toMatchObject({ decision: "rounded", reason: "to the nearest 5" });
    expect(of("flow/eligible/trust-a")).toMatchObject({ rule: "Trusts joined" });
  });
});

it("is a table that no cell of which a spreadsheet runs", () => {
  const row: Registered = {
    id: "=1+1",
    decision: "held back",
    rule: "+cmd",
    reason: 'a "quoted", reason',
    beside: ["a/b", "c/d"],
  };
  const { rows } = readCsvBytes(new TextEncoder().encode(disclosureCsv([row])), "disclosure.csv");
  expect(rows).toEqual([
    ["result", "decision", "rule", "reason", "beside"],
    ["'=1+1", "held back", "'+cmd", 'a "quoted", reason', "a/b; c/d"],
  ]);
});
