import { describe, expect, it } from "vitest";
import { policyOf } from "../../src/disclosure/policy.js";
import type { profiles } from "../../src/study/schema-disclosure.js";
import { profileNames } from "../../src/study/schema-disclosure.js";
import { disclosureSchema } from "../../src/study/schema-disclosure.js";

const policyNamed = (profile: keyof typeof profiles) => policyOf({ profile });
const own = (numbers: object) =>
  policyOf(
    disclosureSchema.parse({ profile: "own", own: { based_on: "pilot", source: "The board", ...numbers } }),
  );

describe("the named profiles", () => {
  // METHODS 4.1: NHS England's rule for HES and ECDS: 1 to 7 held back, others to the nearest 5, means of 8 or more.
  it("hes: 8 on either side, everyone may be shown, numbers to the nearest 5", () => {
    const hes = policyNamed("hes");
    expect(hes.minimumPeople).toBe(8);
    for (const share of Object.values(hes.shares))
      expect(share).toMatchObject({ fewest: { byTrust: 8, pooled: 8 }, everyone: "shown" });
    expect([hes.steps.n, hes.steps.count, hes.steps.flow]).toEqual([5, 5, { byTrust: 5, pooled: 5 }]);
  });

  // ACRO's default.yaml: safe_threshold 10, safe_round_base 5, zeros_are_disclosive true.
  it("strict: 10 on either side, none and all held back, numbers to the nearest 5, all alike", () => {
    const strict = policyNamed("strict");
    expect(strict.minimumPeople).toBe(10);
    for (const share of Object.values(strict.shares))
      expect(share).toMatchObject({ fewest: { byTrust: 10, pooled: 10 }, everyone: "held back" });
    expect([strict.steps.n, strict.steps.flow]).toEqual([5, { byTrust: 5, pooled: 5 }]);
  });

  it("partner: 5 people; internal: nothing held back, so nothing released", () => {
    expect(policyNamed("partner").minimumPeople).toBe(5);
    expect(profileNames.filter((name) => policyNamed(name).release === "refused")).toEqual(["internal"]);
  });
});

describe("the rules in words", () => {
  const all = [
    ...profileNames.map(policyNamed),
    own({ minimum_people: 14, shares: { opinion: { fewest_pooled: 6 } } }),
  ];

  it("tell that means near an end of the scale go, unless nothing goes", () => {
    const told = (profile: "pilot" | "internal") =>
      policyOf({ profile }).rules.filter((rule) => /mean score .* end of its scale/.test(rule));
    expect(told("pilot")).toHaveLength(1);
    expect(told("internal")).toEqual([]);
  });

  it("have at most 25 words a sentence", () => {
    const long = all.flatMap(({ profile, rules }) =>
      rules
        .flatMap((rule) => rule.split(/(?<=\.) /))
        .filter((sentence) => sentence.split(/\s+/).length > 25)
        .map((sentence) => `${profile}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it.each([
    ["minimum of people", { minimum_people: 14 }, "fewer than 14."],
    ["minimum of Trusts", { minimum_trusts: 4 }, "fewer than 4 did not consent"],
    [
      "fewest by Trust",
      { shares: { opinion: { fewest_by_trust: 4 } } },
      "On opinions by Trust, a percentage is held back when fewer than 4",
    ],
    [
      "fewest over all",
      { shares: { personal: { fewest_pooled: 7 } } },
      "On facts about persons over all Trusts, a percentage is held back when fewer than 7",
    ],
    [
      "service",
      { shares: { service: { fewest_by_trust: 3, fewest_pooled: 3 } } },
      "On what a Trust did, a percentage is held back when fewer than 3",
    ],
    [
      "all of one answer",
      { shares: { service: { everyone: "held back" } } },
      "On what a Trust did, nothing is shown when all gave",
    ],
    [
      "grain",
      { shares: { opinion: { by_trust: "nothing" } } },
      "What people think (opinion) is shown over all Trusts only.",
    ],
    ["base of people", { rounding: { people: 10 } }, "Numbers of people are rounded to the nearest 10"],
    ["points", { rounding: { points_by_trust: 2 } }, "Scores are rounded to the nearest 2 points by Trust"],
    ["cost", { rounding: { cost_per_img: 50 } }, "rounded to £50"],
    ["events", { events_between: 8 }, "at least 8 people got there"],
  ])("say each number that is declared: %s", (_, numbers, words) => {
    expect(own({}).rules.join(" ")).not.toContain(words);
    expect(own(numbers).rules.join(" ")).toContain(words);
  });

  it("do not tell how wide an attacker's bounds must stay", () => {
    expect(own({ protection: { people: 7, money: 0.35 } }).rules).toEqual(own({}).rules);
  });

  it("differ between any two profiles", () => {
    const words = profileNames.map((name) => policyNamed(name).rules.join(" "));
    expect(new Set(words).size).toBe(words.length);
  });
});

it("own numbers change what they name and nothing else", () => {
  const { steps, shares, ...rest } = own({ minimum_people: 12, rounding: { people: 10 } });
  const pilot = policyNamed("pilot");
  expect(rest.minimumPeople).toBe(12);
  expect(shares).toEqual(pilot.shares);
  expect(steps).toEqual({ ...pilot.steps, n: 10, count: 10 });
  expect(rest.source).toContain("from profile pilot: The board");
});
