import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { verifyBeforeReport } from "../../src/run/verification.js";
import * as stats from "../../src/stats/index.js";
import { usedInReports } from "../../src/verify/used-in-reports.js";
import { referenceFiles } from "../stats/reference.js";

describe("what a run verifies before it writes a report", () => {
  it("is what metrics and costs import", () => {
    const imported = ["metrics", "costs"].flatMap((room) =>
      readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .flatMap((file) => statisticsOf(readFileSync(`src/${room}/${file}`, "utf8"))),
    );
    expect([...new Set(imported)].sort()).toEqual([...usedInReports].sort());
    expect(usedInReports.filter((name) => !(name in stats))).toEqual([]);
  });

  it("tells methods, cases and software by kind of method, and no error as found", () => {
    const note = verifyBeforeReport(referenceFiles);
    const pooling = note.families.find(({ label }) => label === "Pooling over Trusts");
    expect(pooling!.references).toEqual(expect.arrayContaining(["R 4.2.2", "metafor 3.8.1"]));
    expect(pooling!.cases).toBeGreaterThan(20);
    expect(note.allMethods).toBeGreaterThan(60);
    expect(JSON.stringify(note)).not.toMatch(/e-1[1-9]/);
  });

  it("stops a run when a statistic does not give its reference value here", () => {
    const off = referenceFiles.map((file) => {
      const method = file.methods["t-interval"];
      if (!method) return file;
      const cases = method.cases.map((one) => ({ ...one, expected: { estimate: 1e9 } }));
      return { ...file, methods: { ...file.methods, "t-interval": { ...method, cases } } };
    });
    expect(() => verifyBeforeReport(off)).toThrow(
      "do not give their reference values: Student t interval of a mean. Run pilot-eval verify",
    );
  });
});

/** Names imported as values from stats/; types are erased and need no reference, errors, random draws and plain arithmetic have none. */
function statisticsOf(text: string): readonly string[] {
  const imports = [
    ...text.matchAll(
      /^import (type )?\{([^}]*)\} from "(?:\.\.\/)+stats\/(?!draws\/|numeric\/|argument-error)[^"]+";/gm,
    ),
  ];
  return imports
    .filter(([, isType]) => isType === undefined)
    .flatMap(([, , names]) => names!.split(",").map((name) => name.trim()))
    .filter((name) => name !== "" && !name.startsWith("type "));
}
