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

  it("tells a question that a Trust did not ask from one that nobody answered", () => {
    const row = register.find(({ id }) => id === "item/settle-doubt/arrival/top-two/trust-c");
    expect(row).toMatchObject({ decision: "no number", reason: "the question is in no survey file there" });
  });

  it("says the precision of what is rounded", () => {
    const of = (id: string) => register.find((row) => row.id === id)!;
    expect(of("flow/eligible/trust-c")).toMatchObject({ decision: "rounded", reason: "to the nearest 5" });
    expect(of("flow/eligible/trust-a")).toMatchObject({ rule: "Trusts joined" });
  });
});

describe("the register as a table", () => {
  const rowsOf = (register: readonly Registered[]) =>
    readCsvBytes(new TextEncoder().encode(disclosureCsv(register, evaluation.study)), "disclosure.csv").rows;

  it("names each number, its wave and whose it is, as a person would", () => {
    const [header, ...rows] = rowsOf(register);
    expect(header!.slice(0, 4)).toEqual(["result", "label", "wave", "whose"]);
    const of = (id: string) => rows.find((row) => row[0] === id)!.slice(1, 4);
    expect(of("scale/settling/arrival/trusts-a+b")).toEqual([
      "Settling in score, Arrival, Trusts A and B",
      "Arrival",
      "Trusts A and B",
    ]);
    expect(of("change/settling/arrival-to-month3/pooled")).toEqual([
      "change in settling in score, all Trusts",
      "Arrival to Month 3",
      "all Trusts",
    ]);
    expect(of("scale/settling/arrival/pooled/first-post-yes").at(-1)).toBe("all Trusts, First NHS post: Yes");
    expect(rows.every(([, label]) => label !== "")).toBe(true);
  });

  it("has no cell that a spreadsheet runs", () => {
    const row: Registered = {
      id: "=1+1",
      label: "@sum",
      subject: { measure: "scale", trusts: ["C"], wave: "arrival", sensitivity: "opinion" },
      decision: "held back",
      rule: "+cmd",
      reason: 'a "quoted", reason',
      beside: ["a/b", "c/d"],
    };
    expect(rowsOf([row])[1]).toEqual([
      "'=1+1",
      "'@sum",
      "Arrival",
      "Trust C",
      "held back",
      "'+cmd",
      'a "quoted", reason',
      "a/b; c/d",
    ]);
  });
});
