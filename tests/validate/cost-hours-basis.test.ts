import { describe, expect, it } from "vitest";
import type { StaffLine } from "../../src/validate/cost-return.js";
import { costHoursBasis } from "../../src/validate/rules/cost-hours-basis.js";
import { cohort, costReturn, imgTime, staff } from "../costs/fixture.js";
import { check } from "./check-returns.js";

const tutor = (line: Partial<StaffLine>) => staff({ component: "COM-01", role: "Tutor", ...line });
/** Trusts B and C teach each of 12 IMGs for 4 and 5 hours; Trust A, with intakes of 12, says this. */
function told(line: Partial<StaffLine>, others: readonly Partial<StaffLine>[] = usual) {
  const returns = [
    costReturn("A", { staff: [tutor(line)] }),
    ...others.map((other, index) => costReturn(["B", "C", "D"][index]!, { staff: [tutor(other)] })),
  ];
  const cohorts = ["A", "B", "C", "D"].map((trust) =>
    cohort(trust, { recruited: 26, inducted: 24, intakes: 2 }),
  );
  return check(costHoursBasis, returns, { cohorts }).map(({ trust, message }) => `${trust}: ${message}`);
}
const usual = [
  { hours: 4, basis: "each IMG" },
  { hours: 5, basis: "each IMG" },
] as const;

describe("hours for each IMG", () => {
  it("that are several times the others', by about the size of an intake, are asked about", () => {
    expect(told({ hours: 48, basis: "each IMG" })).toEqual([
      "A: hours of each person: 48 for each IMG is far more than other Trusts give for COM-01, by about the size of an intake (48 is 4 for each of 12); are they the hours for a whole cohort?",
    ]);
  });

  it("are not asked about when others give about as many, however many they are", () => {
    expect(told({ hours: 12, basis: "each IMG" })).toEqual([]);
    const many = { hours: 60, basis: "each IMG" } as const;
    expect(told(many, [many, many])).toEqual([]);
  });

  it("that would not be near the others' when taken for a cohort are left alone", () => {
    expect(told({ hours: 14, basis: "each IMG" })).toEqual([]); // 1.2 an IMG when shared
  });

  it("without others to compare with are asked about when one person has not so many", () => {
    expect(told({ hours: 55, basis: "each IMG" }, [usual[0]])).toEqual([
      "A: hours of each person: 55 for each IMG is 1320 for 24 IMGs, more than one person has in the 26 weeks; are they the hours for a whole cohort?",
    ]);
    expect(told({ hours: 50, basis: "each IMG" }, [])).toEqual([]);
  });

  it("without others are asked about when far above the return's own lines and shared evenly by an intake", () => {
    const lines = [1, 2, 3].map((hours) => staff({ component: "PAS-01", hours, basis: "each IMG" }));
    const of = (hours: number) =>
      check(costHoursBasis, [costReturn("A", { staff: [...lines, tutor({ hours, basis: "each IMG" })] })], {
        cohorts: [cohort("A", { inducted: 24, intakes: 2 })],
      }).map(({ found }) => found);
    expect(of(24)).toEqual(["24 for each IMG"]);
    expect(of(25)).toEqual([]);
    expect(of(12)).toEqual([]);
  });

  it("are never set beside another Trust's hours in words", () => {
    const findings = told({ hours: 48, basis: "each IMG" }, [
      { hours: 4.25, basis: "each IMG" },
      { hours: 4.75, basis: "each IMG" },
    ]);
    expect(findings).toHaveLength(1);
    expect(findings.join()).not.toMatch(/4\.25|4\.75|4\.5/);
  });

  it("in intakes of one or two tell nothing", () => {
    const returns = [tutor({ hours: 8, basis: "each IMG" })];
    const cohorts = [cohort("A", { inducted: 2, intakes: 1 })];
    expect(check(costHoursBasis, [costReturn("A", { staff: returns })], { cohorts })).toEqual([]);
  });
});

describe("hours for each cohort", () => {
  it.each([
    ["each cohort", 2],
    ["whole period", 4],
  ] as const)("or once, that others give for each IMG, are asked about: %s", (basis, hours) => {
    expect(told({ hours, basis })).toEqual([
      `A: hours of each person: ${hours} for ${basis} is far less than other Trusts give for COM-01, most of them for each IMG; are they the hours for each IMG?`,
    ]);
  });

  it("that others give for each cohort too are left alone", () => {
    const each = { hours: 100, basis: "each cohort" } as const;
    expect(told({ hours: 8, basis: "each cohort" }, [each, each])).toEqual([]);
  });

  it("of about the others' size when shared are left alone", () => {
    expect(told({ hours: 48, basis: "each cohort" })).toEqual([]);
  });
});

describe("supernumerary hours of each IMG", () => {
  const of = (hoursEach: number) =>
    check(
      costHoursBasis,
      [
        costReturn("A", { supernumerary: [imgTime({ imgs: 6, hoursEach })] }),
        costReturn("B", { supernumerary: [imgTime({ hoursEach: 80 })] }),
        costReturn("C", { supernumerary: [imgTime({ hoursEach: 120 })] }),
      ],
      { cohorts: ["A", "B", "C"].map((trust) => cohort(trust, { intakes: 1 })) },
    ).map(({ message }) => message);

  it("that are those of all IMGs together are asked about", () => {
    expect(of(480)).toEqual([
      "supernumerary hours of each IMG: 480 for each IMG is far more than other Trusts give, by about the number of IMGs (480 is 80 for each of 6); are they the hours of all IMGs together?",
    ]);
    expect(of(200)).toEqual([]);
  });
});
