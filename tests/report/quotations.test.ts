import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { composeReport } from "../../src/report/compose.js";
import { renderDocx } from "../../src/report/docx.js";
import { renderHtml } from "../../src/report/html.js";
import { approvalDays } from "../../src/disclosure/quotations.js";
import { renderXlsx } from "../../src/report/xlsx.js";
import { composeInput, composeStudy } from "./compose-fixture.js";

const section = (input = composeInput()) =>
  composeReport(input).sections.find((one) => one.id === "quotations");

describe("quotations in the report", () => {
  it("say that they were chosen, who may have said them, and when a person approved them", () => {
    const text = JSON.stringify(section());
    expect(text).toContain("A named person read and approved each for print, on 20 April 2027.");
    expect(text).toContain("They were chosen, and are not representative");
    expect(text).toContain("A doctor new to the NHS");
    for (const word of ["survey/a.csv", "C. Chair", "What helped", "Trust A"])
      expect(text).not.toContain(word);
  });

  it("tell the days of approval together", () => {
    const [one] = composeStudy().quotations;
    const quotations = [one!, { ...one!, words: "Maps", on: "2027-03-02" }];
    const quotationsApproved = approvalDays({ quotations })!;
    const { released } = composeInput();
    const text = JSON.stringify(section(composeInput({ released: { ...released, quotationsApproved } })));
    expect(text).toContain("in the time from 2 March to 20 April 2027.");
  });

  it("make no section where there are none, and the appendix says that free text is not reported", () => {
    const { results, groups } = composeInput().released;
    const input = composeInput({ released: { results, groups } });
    expect(section(input)).toBeUndefined();
    expect(JSON.stringify(composeReport(input))).toContain("Answers in free text are not reported.");
    expect(JSON.stringify(composeReport(composeInput()))).not.toContain(
      "Answers in free text are not reported.",
    );
  });

  it("stand in the web page, the Word file and the workbook, however many, and whatever characters they hold", async () => {
    const quotations = Array.from({ length: 40 }, (_, index) => ({
      words: `=SUM(1) <b>never</b> & no. ${index}!`,
      attribution: "A doctor",
    }));
    const input = composeInput();
    const document = composeReport({ ...input, released: { ...input.released, quotations } });
    const docx = strFromU8(unzipSync(await renderDocx(document))["word/document.xml"]!);
    const xlsx = strFromU8(unzipSync(await renderXlsx(document))["xl/sharedStrings.xml"]!);
    for (const text of [renderHtml(document), docx, xlsx]) {
      for (const index of [0, 39]) {
        expect(text).toMatch(
          new RegExp(`=SUM\\(1\\) &lt;b(?:>|&gt;)never&lt;/b(?:>|&gt;) &amp; no. ${index}!`),
        );
      }
    }
  });
});
