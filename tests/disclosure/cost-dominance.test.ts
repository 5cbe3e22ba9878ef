import { expect, it } from "vitest";
import { imgTime, other, staff } from "../costs/fixture.js";
import { codes, kindsOf, payroll, release } from "./four-trusts.js";

/** IMGs' time and rooms, much the same in all four Trusts; the last one is far above the others in something else. */
const alike = (index: number) => [imgTime({ imgs: 20, hoursEach: 400 + index })];
const rooms = (index: number) => other({ amountPence: 5_000_000 + 10_000 * index });
const catering = (component: string, amountPence: number, more = {}) =>
  other({ component, category: "catering", amountPence, ...more });
const isLast = (index: number) => index === 3;

const shownOf = (results: ReturnType<typeof release>, ids: readonly string[]) =>
  kindsOf(results, ids).filter((one) => one.endsWith(" estimate")).length;

it("two parts held back are not known as a sum that is nearly all one Trust's", () => {
  const results = release((index) => ({
    supernumerary: alike(index),
    staff: [staff({ hours: isLast(index) ? 20_000 : 20 })],
    other: [
      rooms(index),
      catering("PROGRAMME", 30_000_000 + index),
      ...(index === 0 ? [other({ component: "PROGRAMME", category: "overhead", amountPence: 50_000 })] : []),
    ],
  }));
  const categories = ["staff-time", "overhead", "catering", "premises", "img-supernumerary-time"];
  const ids = categories.map((category) => `cost/category/${category}/pooled`);
  expect(kindsOf(results, ids.slice(0, 2)).every((one) => one.endsWith("suppressed"))).toBe(true);
  expect(shownOf(results, ids)).toBe(2);
});

it("a cost function goes where one Trust spent nearly all that is fixed", () => {
  const curveOf = (hours: number) =>
    release((index) => ({
      supernumerary: alike(index),
      staff: [staff({ hours: isLast(index) ? hours : 20 }), staff({ basis: "each IMG", hours: 300 })],
      other: [other({ basis: "each IMG", amountPence: 500_000 + 100 * index }), catering("PRO-01", 10_000)],
    })).filter(({ id }) => id.startsWith("cost/curve/"));
  expect(curveOf(20_000).every(({ kind }) => kind === "suppressed")).toBe(true);
  expect(curveOf(30).every(({ kind }) => kind === "estimate")).toBe(true);
});

it("set-up that is nearly all one Trust's is not told by a category and what of it runs", () => {
  const idsShown = (amountPence: number) =>
    shownOf(
      release(
        (index) => ({
          from: "2026-04-01",
          to: "2027-03-31",
          supernumerary: alike(index),
          staff: [staff({ hours: 2000 })],
          other: [
            rooms(index),
            catering("PRO-01", 3_000_000 + index),
            catering("PRO-01", isLast(index) ? amountPence : 1_000_000, { recurrence: "one-off" }),
          ],
        }),
        { set_up: { treatment: "annuitised", years: 5, discount_rate: 0.035, timing: "in-arrears" } },
      ),
      ["cost/category/catering/pooled", "cost/quantity/pro-01/catering/each-year/pooled"],
    );
  expect(idsShown(2_000_000_000)).toBeLessThan(2);
  expect(idsShown(1_000_000)).toBe(2);
});

it("backfill that is nearly all one Trust's is not told by two scenarios", () => {
  const idsShown = (hours: number) =>
    shownOf(
      release((index) => ({
        supernumerary: alike(index),
        staff: [
          staff({ hours: 2000 }),
          staff({ component: "PRO-01", backfill: true, hours: isLast(index) ? hours : 10 }),
          staff({ component: "PRO-01", hours: 1000 + 20 * index, payPoint: "consultant.T2b.yr4-7" }),
        ],
        other: [rooms(index)],
      })),
      ["backfill-not-time", "neither-time-nor-backfill"].map((id) => `cost/scenario/${id}/difference`),
    );
  expect(idsShown(5000)).toBeLessThan(2);
  expect(idsShown(10)).toBe(2);
});

it("what one person is paid is not told by pay of pay points where the cost in all is held back", () => {
  const results = release((index) => ({
    supernumerary: [imgTime({ imgs: 20, hoursEach: 100 + index })],
    staff: [
      staff({ hours: 1500 + index }),
      ...(isLast(index) ? [staff({ hours: 1500, ownRate: payroll })] : []),
    ],
    other: [other({ component: "PROGRAMME", amountPence: index === 0 ? 500_000_000 : 500_000 })],
  }));
  const total = ["cost/total/with-supernumerary/pooled"];
  expect(kindsOf(results, total)).toEqual([`${total[0]} suppressed`]);
  const pay = ["staff-time", "img-supernumerary-time"].map((one) => `cost/category/${one}/pooled`);
  const scenarios = ["productive-hours", "pension-full"].map((one) => `cost/scenario/${one}/difference`);
  expect([shownOf(results, pay), shownOf(results, scenarios)]).toEqual([2, 0]);
});

it("what one person is paid at a local rate is not all pay less what the hours and the pension of others tell", () => {
  const ids = [
    "cost/scenario/productive-hours/difference",
    "cost/scenario/pension-full/difference",
    "cost/one-way/choice/hours",
    "cost/one-way/choice/pension",
    "cost/perspective/nhs/full/total/with-supernumerary/pooled",
  ];
  const idsShown = (paidSo: readonly number[]) =>
    shownOf(
      release(
        (index) => ({
          supernumerary: [imgTime({ imgs: 20, hoursEach: 100 + index })],
          staff: [
            staff({ hours: 1500 + index }),
            ...(paidSo.includes(index) ? [staff({ hours: 1500, ownRate: payroll })] : []),
          ],
          other: [other({ amountPence: 500_000 + 10_000 * index })],
        }),
        {},
        codes,
      ),
      ids,
    );
  expect(idsShown([3])).toBe(0);
  expect(idsShown([0, 1, 2])).toBe(ids.length);
});
