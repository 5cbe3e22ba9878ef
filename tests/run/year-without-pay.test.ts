import { expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { readShipped } from "../../src/run/shipped.js";

it("a price year without pay figures is told first, without what follows from it in the cost returns", async () => {
  const example = openFolder("data/example");
  const later = {
    ...example,
    read: async (file: string) => {
      const bytes = await example.read(file);
      if (file !== "study.yaml" || bytes === null) return bytes;
      const text = new TextDecoder().decode(bytes);
      expect(text).toContain("price_year: 2026/27");
      return new TextEncoder().encode(text.replace("price_year: 2026/27", "price_year: 2031/32"));
    },
  };
  const { findings, refused } = await checkStudy(later, await readShipped());
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(refused).toBe(true);
  expect(errors.map(({ message }) => message)).toEqual(["costing.price_year: no pay figures for 2031/32"]);
  expect(findings[0]).toBe(errors[0]);
});

it("the example's costs cover the days on which its IMGs began, and nothing in them reads like pay or standing in", async () => {
  const { findings } = await checkStudy(openFolder("data/example"), await readShipped());
  const codes = findings.map(({ code }) => code);
  expect(codes).not.toContain("cost-cohort-days");
  expect(codes).not.toContain("cost-on-costs-line");
  expect(codes).not.toContain("cost-backfill-unmarked");
});
