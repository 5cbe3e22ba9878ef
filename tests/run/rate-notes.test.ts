import { describe, expect, it } from "vitest";
import { notesOfRates } from "../../src/run/rate-notes.js";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { readShipped } from "../../src/run/shipped.js";
import type { Study } from "../../src/study/study.js";

describe("notesOfRates(study, figures, returns)", async () => {
  const shipped = await readShipped();
  const { study, returns } = await checkStudy(openFolder("data/example"), shipped);
  const notes = notesOfRates(study!, shipped.figures, returns);

  it("gives the hourly cost of each pay point used, with its weakest confidence (band 6 top by hand)", () => {
    // 48,117 + 0.15 x 43,117 + 14.38% x 48,117 + 0.5% x 48,117 = 61,744.36 over 1,955.4 paid hours = 31.58
    expect(notes.find((note) => note.key === "band6.top/hour")).toMatchObject({
      value: 31.58,
      unit: "GBP/hour",
      confidence: "B",
    });
  });

  it("names no pay point that no return used, and every figure once", () => {
    expect(notes.some((note) => note.key.startsWith("band9"))).toBe(false);
    expect(new Set(notes.map((note) => note.label)).size).toBe(notes.length);
  });

  it("is empty for a study without cost returns", () => {
    expect(notesOfRates(study!, shipped.figures, [])).toEqual([]);
  });
});

describe("notesOfRates of studies that price otherwise", async () => {
  const shipped = await readShipped();
  const { study, returns } = await checkStudy(openFolder("data/example"), shipped);
  const notesWith = (costing: Partial<Study["costing"]>, some = returns) =>
    notesOfRates({ ...study!, costing: { ...study!.costing, ...costing } }, shipped.figures, some);

  /** The returns with the pay points that every year has. */
  const bands = returns.map((one) => ({
    ...one,
    staff: one.staff.filter(({ payPoint }) => payPoint.startsWith("band")),
    supernumerary: [],
  }));

  it("tells from when each National Insurance rate of 2022/23 is in force", () => {
    const labels = notesWith({ price_year: "2022/23" }, bands).map(({ label }) => label);
    expect(labels).toContain("Employer National Insurance rate, from 6 April 2022");
    expect(labels).toContain("Employer National Insurance rate, from 6 November 2022");
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("gives an hour for each span of days when hours are priced as they were worked", () => {
    const spans = bands.map((one, at) => ({
      ...one,
      from: "2025-10-01",
      to: at ? "2026-09-30" : "2026-03-31",
    }));
    const hours = notesWith({ prices: "when-worked" }, spans).filter(({ key }) => key === "band6.top/hour");
    expect(hours.map(({ year, label }) => [year, label.split(", worked ")[1]])).toEqual([
      ["2025/26", "1 October 2025 to 31 March 2026"],
      ["2025/26 and 2026/27", "1 October 2025 to 30 September 2026"],
    ]);
    expect(hours[0]!.value).toBeLessThan(hours[1]!.value);
  });

  it("ties no pay point to the days of one Trust's return: a Trust that did not agree is not told by what it pays", () => {
    const withPayPoint = (payPoint: string, from: string, of: (typeof returns)[number]) => ({
      ...of,
      from,
      to: "2027-03-31",
      staff: [{ ...of.staff[0]!, payPoint, ownRate: null }],
      supernumerary: [],
    });
    const [first, second] = returns;
    const notes = (one: string, other: string) =>
      notesWith({ prices: "when-worked", own_rates: [] }, [
        withPayPoint(one, "2026-04-01", first!),
        withPayPoint(other, "2026-10-01", second!),
      ]);
    const told = notes("band6.top", "band8a.top");
    expect(
      told
        .filter(({ key }) => key.endsWith("/hour"))
        .map(({ key, label }) => [key, label.split(", worked ")[1]]),
    ).toEqual([
      ["band6.top/hour", "1 April 2026 to 31 March 2027"],
      ["band8a.top/hour", "1 April 2026 to 31 March 2027"],
      ["band6.top/hour", "1 October 2026 to 31 March 2027"],
      ["band8a.top/hour", "1 October 2026 to 31 March 2027"],
    ]);
    expect(notes("band8a.top", "band6.top")).toEqual(told);
  });

  it("names figures of lowest confidence, and who signed them off", () => {
    const id = "working_time study_leave 2026/27";
    const entry = { figure: id, by: "Finance lead", on: "2026-10-12", reason: "none is taken" };
    const weak = notesWith({ hours: "productive", sign_off: [entry] }).flatMap((note) => note.weak ?? []);
    expect(weak).toEqual([
      { id, signed: entry },
      { id: "working_time sickness_rate 2026/27", signed: null },
    ]);
  });

  const keys = (notes: readonly { readonly key: string }[]) => notes.map(({ key }) => key);

  it("gives hours at the pension of the headline, and every pension rate that a view counts", () => {
    const hour = (costing: Partial<Study["costing"]>) =>
      notesWith(costing).find(({ key }) => key === "band6.top/hour")!;
    const rates = (costing: Partial<Study["costing"]>) =>
      notesWith(costing)
        .filter(({ label }) => label.startsWith("NHS pension"))
        .map(({ value }) => value);
    const trust = { perspective: "trust-economic", pension: "paid-by-trust" } as const;
    const nhs = { perspective: "nhs", pension: "paid-by-trust" } as const;
    // 48,117 + 0.15 x 43,117 + 23.78% x 48,117 + 0.5% x 48,117 = 66,267.36 over 1,955.4 paid hours = 33.89
    expect(hour(nhs)).toMatchObject({
      value: 33.89,
      source: expect.stringMatching("pension rate in full") as string,
    });
    expect(hour(trust)).toMatchObject({
      value: 31.58,
      source: expect.stringMatching("that the Trust pays") as string,
    });
    expect(rates(nhs)).toEqual([0.1438, 0.2378]);
    expect(rates(trust)).toEqual([0.1438, 0.2378]);
    expect(rates({ ...nhs, pension: "full" })).toEqual([0.2378]);
  });

  it("leaves out a pay point of which every line has an own rate, and what only its price rests on", () => {
    const own = {
      pencePerHour: 3000,
      source: "local payroll" as const,
      includesOnCosts: true,
      includesOverheads: false,
    };
    const [one] = returns;
    const line = one!.staff[0]!;
    const of = (...ownRates: readonly (typeof own | null)[]) =>
      keys(
        notesWith({ own_rates: [] }, [
          {
            ...one!,
            staff: ownRates.map((ownRate) => ({ ...line, payPoint: "band6.top", ownRate })),
            supernumerary: [],
          },
        ]),
      );
    expect(of(own, null)).toContain("band6.top/hour");
    expect(of(own)).toEqual([]);
    const withoutOnCosts = of({ ...own, includesOnCosts: false });
    expect(withoutOnCosts).not.toContain("band6.top/hour");
    expect(withoutOnCosts.length).toBeGreaterThan(0);
  });
});
