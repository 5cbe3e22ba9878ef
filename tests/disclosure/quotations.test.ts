import { expect, it } from "vitest";
import { releaseQuotations } from "../../src/disclosure/quotations.js";
import { composeStudy } from "../report/compose-fixture.js";

const quotation = (words: string, attribution = "A doctor new to the NHS") => ({
  file: "survey/trust-c.csv",
  row: 12,
  variable: "best",
  words,
  attribution,
  approved_by: "C. Chair",
  on: "2027-04-20",
});

it("quotations leave with their words and attribution alone, not in the order of their Trusts", () => {
  const quotations = [quotation("Zebra crossings"), quotation("A mentor"), quotation("Maps")];
  expect(releaseQuotations(composeStudy({ quotations }))).toEqual([
    { words: "A mentor", attribution: "A doctor new to the NHS" },
    { words: "Maps", attribution: "A doctor new to the NHS" },
    { words: "Zebra crossings", attribution: "A doctor new to the NHS" },
  ]);
});

it("one that names a Trust does not pass, whatever was checked before", () => {
  for (const one of [quotation("Trust B was kind"), quotation("Kind people", "A doctor at B")]) {
    expect(() => releaseQuotations(composeStudy({ quotations: [one] }))).toThrow(/names a Trust/);
  }
});
