import { describe, expect, it } from "vitest";
import type { Check } from "../../src/study/schema.js";
import { rules } from "../../src/validate/rules/index.js";
import { findingsOf } from "./check-files.js";

/** Ten arrivals of Trust A with so many dates before the period, and ten of Trust B with one. */
function early(count: number) {
  const rows = (some: number) => [
    ["start_date"],
    ...Array.from({ length: 10 }, (_, i) => [i < some ? "2025-04-05" : "2026-04-05"]),
  ];
  return { surveys: { "A arrival": rows(count), "B arrival": rows(1) } };
}
const severities = async (count: number, check: Check) =>
  (await findingsOf("date-out-of-period", early(count), { checks: [check] })).map(
    ({ trust, severity }) => `${trust} ${severity}`,
  );
const rule = "date-out-of-period";

describe("checks in study.yaml", () => {
  it("make a rule's findings an error or a warning by their share in each file, and a note below both", async () => {
    const check = { rule, warning: { share: 0.2 }, error: { share: 0.3 } };
    expect(await severities(1, check)).toEqual(["A note", "B note"]);
    expect(await severities(2, check)).toEqual(["A warning", "A warning", "B note"]);
    expect(await severities(3, check)).toEqual(["A error", "A error", "A error", "B note"]);
  });

  it("or by their number", async () => {
    const check = { rule, error: { count: 2 } };
    expect(await severities(1, check)).toEqual(["A note", "B note"]);
    expect(await severities(2, check)).toEqual(["A error", "A error", "B note"]);
  });

  it("leave the rule's own severity where they do not name it", async () => {
    expect(await severities(1, { rule: "near-miss-link" })).toEqual(["A warning", "B warning"]);
  });

  it("count the people of a finding that tells of several", async () => {
    const surveys = { "A arrival": [["link_code"], ["-"], ["-"], ["AB12"]] };
    const found = (error: Check["error"]) =>
      findingsOf("link-missing", { surveys }, { checks: [{ rule: "link-missing", error }] });
    expect(await found({ count: 2 })).toMatchObject([{ severity: "error" }]);
    expect(await found({ count: 3 })).toMatchObject([{ severity: "note" }]);
    expect(await found({ share: 0.66 })).toMatchObject([{ severity: "error" }]);
    expect(await found({ share: 0.67 })).toMatchObject([{ severity: "note" }]);
  });

  it("do not count what is as declared", async () => {
    const surveys = { "A arrival": [["settle_1"], ["4"]] };
    const checks = [{ rule: "absent-variable", error: { count: 1 } }];
    const found = await findingsOf("absent-variable", { surveys }, { checks }, { not_asked: ["settle_2"] });
    const severityOf = (name: string) => found.find((each) => each.message.startsWith(name))?.severity;
    expect([severityOf("settle_2"), severityOf("start_date")]).toEqual(["note", "error"]);
  });

  it("cannot make less of errors that protect the numbers, even where they slip through", async () => {
    const surveys = { "A arrival": [["link_code"], ["AB12"], ["AB12"]] };
    const checks = [{ rule: "duplicate-respondent", error: { count: 9 } }];
    expect(
      await findingsOf("duplicate-respondent", { surveys }, { checks, duplicates: "refuse" }),
    ).toMatchObject([{ severity: "error" }]);
    expect(await findingsOf("duplicate-respondent", { surveys }, { checks })).toMatchObject([
      { severity: "note" },
    ]);
  });

  it("reach every rule: each says what its findings are a share of", () => {
    expect(rules.filter((each) => each.looksAt.what === "" || each.label === "")).toEqual([]);
    expect(rules.filter((each) => each.protects === "all" && each.severity !== "error")).toEqual([]);
  });
});
