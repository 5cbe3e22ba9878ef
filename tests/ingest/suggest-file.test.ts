import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import { suggestFiles } from "../../src/ingest/suggest-file.js";
import type { DeclaredSource } from "../../src/study/schema.js";
import { memoryFolder, smallStudy, survey } from "./small-study.js";

const study = smallStudy([]);
const missing = survey("survey/trust-b-month3.csv", { trust: "B", wave: "month3" });

function suggest(source: DeclaredSource, ...strays: string[]) {
  return suggestFiles(study, source, strays);
}

describe("suggestFiles(study, source, strays)", () => {
  it("suggests the file spelt most like the missing one", () => {
    expect(suggest(missing, "survey/trust-b-mnth3.csv", "survey/other.csv")).toEqual([
      "survey/trust-b-mnth3.csv",
    ]);
  });

  it.each([
    "survey/Trust B month3 FINAL.csv",
    "survey/TrustB_Month 3 (2).xlsx",
    "b-month3-export-of-11-July.csv",
  ])("suggests %s by its Trust and wave", (stray) => {
    expect(suggest(missing, "survey/notes.txt", stray)).toEqual([stray]);
  });

  it("never suggests a file of another Trust, wave or kind, however alike the names", () => {
    expect(
      suggest(
        missing,
        "survey/trust-a-month3.csv",
        "survey/trust-b-arrival.csv",
        "costs/trust-b-month3.xlsx",
        "survey/st-elsewhere-month3.csv",
      ),
    ).toEqual([]);
  });

  it("suggests nothing when no file is like it, and no file that is no table", () => {
    expect(suggest(missing, "survey/summer.csv", "survey/trust-b-month3.docx", "codebook.csv")).toEqual([]);
  });

  it("knows a cost return by its Trust, cohort and HR by their kind", () => {
    const strays = ["costs/Trust B cost return v2.xlsx", "Cohort July.xlsx", "HR extract.csv"];
    expect(suggest({ file: "costs/trust-b.xlsx", kind: "cost-return", trust: "B" }, ...strays)).toEqual([
      strays[0],
    ]);
    expect(suggest({ file: "cohort.csv", kind: "cohort" }, ...strays)).toEqual([strays[1]]);
    expect(suggest({ file: "hr.csv", kind: "hr", extracted: "2026-12-01" }, ...strays)).toEqual([strays[2]]);
  });
});

describe("ingest, a source that is missing", () => {
  it("is told with a file that nobody listed, never with one that is listed", async () => {
    const listed = survey("survey/trust-b-month2.csv", { trust: "B" });
    const { issues } = await ingest(
      smallStudy([missing, listed]),
      memoryFolder({
        "survey/trust-b-month2.csv": "link_code\nAB12\n",
        "survey/Trust B month3 FINAL.csv": "link_code\nAB12\n",
      }),
    );
    expect(issues.map(({ code, at, fix }) => [code, at.file, fix])).toContainEqual([
      "missing-file",
      "survey/trust-b-month3.csv",
      'did you mean "survey/Trust B month3 FINAL.csv"? correct the name in study.yaml, or put the file there',
    ]);
    expect(issues.map(({ code, fix }) => [code, fix])).toContainEqual([
      "not-listed",
      "if it is the missing survey/trust-b-month3.csv, write this name in its place in study.yaml; else list it under sources, or move it out of the folder",
    ]);
    const alone = await ingest(
      smallStudy([missing, listed]),
      memoryFolder({ "survey/trust-b-month2.csv": "link_code\nAB12\n" }),
    );
    expect(alone.issues).toMatchObject([
      { code: "missing-file", fix: "put the file there, or take it out of sources in study.yaml" },
    ]);
  });
});
