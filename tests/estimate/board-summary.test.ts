import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programmeComponent } from "../../src/costs/estimate/assumptions.js";
import { estimate } from "../../src/costs/estimate/estimate.js";
import type { EstimateData } from "../../src/costs/estimate/estimate-data.js";
import { withPilot } from "../../src/costs/estimate/from-pilot.js";
import type { EstimateInputs } from "../../src/costs/estimate/inputs.js";
import { boardDocx, boardHtml, boardSummary } from "../../src/estimate/board-summary.js";
import { boardText } from "../../src/estimate/board-text.js";
import { boardWords } from "../../src/estimate/board-words.js";
import type { EstimateReport } from "../../src/estimate/estimate-report.js";
import { checkDocument } from "../../src/report/check-document.js";
import { data, inputsWith } from "../costs/estimate/data.js";
import { requireTool } from "../tools.js";

function reportOf(changed: Partial<EstimateInputs> = {}, from: EstimateData = data): EstimateReport {
  return { estimate: estimate(inputsWith(changed), from), data: from, version: "0.0.0" };
}

const fromPilot: EstimateData = {
  ...data,
  assumptions: withPilot(
    data.assumptions,
    {
      study: "a-pilot-of-a-long-name-in-six-trusts",
      synthetic: true,
      priceYear: "2025/26",
      withheld: [],
      quantities: [
        {
          result: "a",
          component: "ENB-01",
          kind: "resident-doctors",
          basis: "each IMG",
          isTime: true,
          value: 9,
          range: null,
        },
        {
          result: "b",
          component: "PROGRAMME",
          kind: "consultants",
          basis: "each year",
          isTime: true,
          value: 200,
          range: { low: 90, high: 400 },
        },
        {
          result: "c",
          component: "IMG-TIME",
          kind: "resident-doctors",
          basis: "each IMG",
          isTime: true,
          value: 106,
          range: null,
        },
      ],
    },
    data.components,
  ),
};

/** All that can be on the page at once. */
const fullest = reportOf(
  {
    imgs: 16,
    intakes: 1,
    shadowingWeeks: 2.7,
    replacementCost: 20_000,
    overheads: 0.155,
    countSupernumerary: false,
    perspective: "trust-cash",
    components: [...data.components.slice(4).map(({ id }) => id), programmeComponent],
    selfAssessment: Object.fromEntries(
      [...data.components.map(({ id }) => id), programmeComponent].map((id) => [id, "partly" as const]),
    ),
  },
  fromPilot,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "board-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the board summary", () => {
  it("says the answer, its range, the pension choice, the price year, and whose the assumptions are, in all three forms", async () => {
    const report = reportOf();
    const { totalPence } = report.estimate.totals.central;
    const about = `About £${Number((totalPence / 100).toPrecision(3)).toLocaleString("en-GB")} a year`;
    const plain = new TextDecoder().decode(await boardText(report));
    const html = new TextDecoder().decode(await boardHtml(report));
    for (const text of [plain, html.replaceAll("&#39;", "'").replaceAll("&apos;", "'")]) {
      expect(text).toContain(about);
      expect(text).toContain("It could be £");
      expect(text).toContain(
        "Pension: only the part of the employer's pension contribution that the Trust pays itself",
      );
      expect(text).toContain("amounts in pounds at 2026/27 prices");
      expect(text).toContain("they are not findings of the pilot");
      expect(text).toContain("recruitment and agency fees");
    }
    expect(html).toContain("Not a finding of the pilot");
    checkDocument(await boardSummary(report));
  });

  it("says on every page when a pilot's data are synthetic", async () => {
    expect((await boardSummary(fullest)).banner).toContain("synthetic data");
    expect(new TextDecoder().decode(await boardText(fullest))).toContain("synthetic");
  });

  it("uses cautious words", () => {
    for (const report of [reportOf(), fullest]) {
      const { title, question, answer, more, movers, basis } = boardWords(report);
      const said = [title, question, answer, ...more, ...movers, ...basis].join("\n");
      expect(said).not.toMatch(/\b(will|must|proves?|saves?|guarantee\w*|causes?|worth)\b/i);
      expect(said).not.toMatch(/NaN|undefined|Infinity|null/);
    }
  });

  it("gives the same bytes again", async () => {
    const [one, other] = [await boardDocx(reportOf()), await boardDocx(reportOf())];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

describe("the board summary in LibreOffice", () => {
  it("is exactly one page of A4, as usual and as full as can be, with its banner", async (context) => {
    const soffice = requireTool("soffice", context);
    const pdftotext = requireTool("pdftotext", context);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const reports = { usual: reportOf(), fullest };
    const paths = Object.keys(reports).map((name) => join(folder, `${name}.docx`));
    for (const [name, report] of Object.entries(reports))
      await writeFile(join(folder, `${name}.docx`), await boardDocx(report));
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths];
    execFileSync(soffice, args, { stdio: "pipe", timeout: 150_000 });
    for (const path of paths) {
      const text = execFileSync(pdftotext, ["-layout", path.replace(/docx$/, "pdf"), "-"], {
        encoding: "utf8",
      });
      expect(text.split("\f").slice(0, -1).length, path).toBe(1);
      expect(text).toContain("Page 1 of 1");
      expect(text).toContain("Planning estimate");
    }
  }, 180_000);
});
