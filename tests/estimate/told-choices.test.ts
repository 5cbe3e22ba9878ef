import { describe, expect, it } from "vitest";
import { programmeComponent } from "../../src/costs/estimate/assumptions.js";
import { estimate } from "../../src/costs/estimate/estimate.js";
import type { EstimateInputs, SelfAssessmentAnswer } from "../../src/costs/estimate/inputs.js";
import { boardPlain } from "../../src/estimate/board-text.js";
import { boardWords } from "../../src/estimate/board-words.js";
import type { EstimateReport } from "../../src/estimate/estimate-report.js";
import { plainAnswer } from "../../src/estimate/plain-answer.js";
import { data, inputsWith } from "../costs/estimate/data.js";

const reportOf = (changed: Partial<EstimateInputs>): EstimateReport => ({
  estimate: estimate(inputsWith(changed), data),
  data,
  version: "0.0.0",
});
const bothOf = (changed: Partial<EstimateInputs>): readonly string[] => {
  const report = reportOf(changed);
  return [boardPlain(report), plainAnswer(report, [])];
};

describe("what an estimate tells of its own choices", () => {
  it("names every input that changes the answer, and whose an own figure is", () => {
    const said = bothOf({
      highCost: { zone: "inner London", afc: 8466, medical: 2162 },
      overrides: { "lead-time": { amount: 126 } },
      hours: "productive",
      overheads: 0.1,
    });
    for (const text of said) {
      expect(text).toContain(
        "inner London supplement £8,466 a year (Agenda for Change) and £2,162 (doctors)",
      );
      expect(text).toMatch(/own figure: .*lead's time.* 126 hours/);
      expect(text).toContain("productive hours");
      expect(text).toContain("overheads of 10%");
      expect(text).toMatch(/own figures are the Trust's; all other quantities are planning assumptions/i);
    }
    for (const text of bothOf({})) expect(text).not.toMatch(/own figure|supplement|^With /m);
  });

  it("says how many parts are counted, and shows no scenario that cannot apply", () => {
    for (const text of bothOf({ components: ["PRE-01", "ENB-01", programmeComponent] })) {
      expect(text).toContain("2 of 34 parts of the induction");
      expect(text).not.toMatch(/weeks of shadowing|own pay|not ticked/);
    }
    expect(boardPlain(reportOf({ components: ["PRE-01"] }))).toContain(
      "33 of 34 parts of the induction, which are not included",
    );
    for (const text of bothOf({})) expect(text).not.toContain("of 34 parts");
  });

  it("puts closing the gaps first, each gap with its answer and cost, and the whole second", () => {
    const ids = [...data.components.map(({ id }) => id), programmeComponent];
    const answers: Record<string, SelfAssessmentAnswer> = Object.fromEntries(ids.map((id) => [id, "yes"]));
    answers["ENB-01"] = "partly";
    answers["ENB-02"] = "no";
    const report = reportOf({ selfAssessment: answers });
    const { title, answer, more } = boardWords(report);
    expect(title).toContain("closing the gaps");
    expect(answer).toMatch(/^Closing the gaps would take about £/);
    expect(more[0]).toMatch(/^The whole induction: about £/);
    for (const text of [boardPlain(report), plainAnswer(report, [])]) {
      expect(text).toMatch(/ENB-02 A mentor \(no\): £\d/);
      expect(text).toMatch(/ENB-01 A buddy \(partly\): £\d/);
      expect(text).not.toContain("(yes)");
      expect(text.search(/closing the gaps/i)).toBeLessThan(text.search(/the whole/i));
    }
    const closed = reportOf({ selfAssessment: Object.fromEntries(ids.map((id) => [id, "yes" as const])) });
    expect(boardWords(closed).answer).toMatch(/^No gaps are left/);
  });

  it("says that weeks of shadowing and counting IMGs' pay stand outside what moves it most", () => {
    for (const text of bothOf({}))
      expect(text).toContain(
        "besides weeks of shadowing (here 4) and whether IMGs' own pay is counted, which are your choice",
      );
  });

  it("says why IMGs' own pay is new money, with the figure without it, and that new money is never spread", () => {
    const report = reportOf({ perspective: "trust-cash" });
    const without = reportOf({ perspective: "trust-cash", countSupernumerary: false });
    const rest = Number((without.estimate.totals.central.totalPence / 100).toPrecision(3)).toLocaleString(
      "en-GB",
    );
    for (const text of [boardPlain(report), plainAnswer(report, [])]) {
      expect(text).toContain(
        "It counts as new money because those hours are paid without a place on the rota",
      );
      expect(text).toContain(`Without it: about £${rest} a year`);
    }
    expect(plainAnswer(report, [])).toContain("new money is never spread over years");
    expect(plainAnswer(without, [])).not.toContain("It counts as new money");
    expect(boardPlain(report)).not.toMatch(/No set-up[^]*set-up costs in full/i);
  });

  it("gives the cost for each IMG recruited and completed, where given", () => {
    const report = reportOf({ recruited: 25, completed: 16 });
    for (const text of [boardPlain(report), plainAnswer(report, [])])
      expect(text).toMatch(/recruited[^]*completed/);
    expect(plainAnswer(report, [])).toContain("Per IMG recruited (25)");
    expect(boardPlain(report)).toContain("For each of the 16 IMGs who completed it: about £");
  });
});
