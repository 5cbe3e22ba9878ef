import { describe, expect, it } from "vitest";
import type { Estimate, Result } from "../../src/core/result.js";
import { forEarlierRelease } from "../../src/disclosure/primary.js";
import type { Inline } from "../../src/report/document.js";
import {
  directionOf,
  extremeOf,
  isRounded,
  printLevel,
  supportOf,
  tell,
  tellChange,
  tellNoneShown,
  valueOf,
} from "../../src/report/narrative.js";
import { joinSentences, say, under } from "../../src/report/say.js";
import { composeInput } from "./compose-fixture.js";

describe("tell", () => {
  const sentence = (results: readonly Result[]) =>
    plain(
      tell(released(results), "change/one/pooled", "The change", (result) => say`It is ${valueOf(result)}.`),
    );

  it("writes the sentence when there is a number", () => {
    expect(sentence([change({})])).toBe("It is 12.3.");
  });

  it("says that a number held back is not shown, and holds no digit", () => {
    expect(sentence([{ ...bare(), kind: "suppressed", reason: "fewer than 10" }])).toBe(
      "The change is not shown, to protect people.",
    );
  });

  it("gives the reason why a number is not available", () => {
    expect(sentence([{ ...bare(), kind: "unavailable", reason: "nobody answered" }])).toBe(
      "The change is not available: nobody answered.",
    );
  });

  it("says nothing when the release has no such result", () => {
    expect(sentence([])).toBe("");
  });
});

describe("a number in a sentence", () => {
  it("carries the id of its result and prints it as everywhere else", () => {
    expect(valueOf(change({}))).toEqual({ kind: "value", result: "change/one/pooled", text: "12.3" });
  });

  it("is followed by its interval and its people", () => {
    expect(plain(supportOf(change({})))).toBe("(95% CI 8.1 to 16.5; n = 98)");
  });

  it("keeps the sign of a negative limit", () => {
    const result = change({ interval: interval(-2.25, 4) });
    expect(plain(supportOf(result))).toBe("(95% CI −2.3 to 4.0; n = 98)");
  });

  it("is followed by its people alone when the method gives no interval", () => {
    const result = change({ interval: null, noInterval: "whole costs" });
    expect(plain(supportOf(result))).toBe("(n = 98)");
  });

  it("says about how many people where the gate rounded them", () => {
    const rounded = change({ nPrecision: 5 });
    expect(plain(supportOf(rounded))).toContain("n about 98");
    expect(isRounded(rounded)).toBe(true);
    expect(isRounded(change({}))).toBe(false);
  });

  it("names the confidence level, with a decimal where it has one", () => {
    expect(printLevel({ level: 0.95 })).toBe("95%");
    expect(printLevel({ level: 0.975 })).toBe("97.5%");
    expect(printLevel({ level: 0.9 })).toBe("90%");
  });
});

describe("tellChange", () => {
  const sentence = (low: number, high: number) =>
    plain(
      tellChange(
        released([change({ estimate: (low + high) / 2, interval: interval(low, high) })]),
        "change/one/pooled",
        "Settling in",
        "arrival",
        "month 3",
      ),
    );

  it("says higher only when the whole interval is above zero", () => {
    expect(sentence(2, 6)).toBe(
      "In doctors linked at both surveys, the score for settling in was higher at month 3 than at arrival: mean change 4.0 points (95% CI 2.0 to 6.0; n = 98).",
    );
  });

  it("says lower only when the whole interval is below zero", () => {
    expect(sentence(-6, -2)).toContain("was lower at month 3 than at arrival: mean change −4.0 points");
  });

  it("says neither when the interval holds zero, or touches it, and says so", () => {
    for (const [low, high] of [
      [-1, 5],
      [0, 5],
      [-5, 0],
    ] as const) {
      expect(sentence(low, high)).toMatch(
        /changed from arrival to month 3 by a mean of .* The interval includes no change\.$/,
      );
      expect(sentence(low, high)).not.toMatch(/higher|lower/);
    }
  });

  it("says neither when there is no interval", () => {
    expect(directionOf(change({ interval: null, noInterval: "one person only" }))).toBe("unclear");
  });
});

describe("extremeOf", () => {
  const shares = [0.4, 0.7, 0.9].map((estimate, index) => change({ id: `share/${index}`, estimate }));
  const ids = shares.map((share) => share.id);

  it("finds the lowest and the highest of the numbers shown", () => {
    expect(extremeOf(released(shares), ids, "lowest")?.id).toBe("share/0");
    expect(extremeOf(released(shares), ids, "highest")?.id).toBe("share/2");
  });

  it("names none of two that are equal", () => {
    const equal = [...shares, change({ id: "share/3", estimate: 0.4 })];
    expect(extremeOf(released(equal), [...ids, "share/3"], "lowest")).toBeNull();
  });

  it("names the next when one is held back, and none when none is shown", () => {
    const held: Result = { ...bare(), id: "share/0", kind: "suppressed", reason: "few" };
    expect(extremeOf(released([held, ...shares.slice(1)]), ids, "lowest")?.id).toBe("share/1");
    expect(extremeOf(released([]), ids, "lowest")).toBeNull();
  });

  it("names none where one alone is shown: it would be both the highest and the lowest", () => {
    const held = shares
      .slice(1)
      .map(({ id }): Result => ({ ...bare(), id, kind: "suppressed", reason: "few" }));
    for (const which of ["lowest", "highest"] as const)
      expect(extremeOf(released([shares[0]!, ...held]), ids, which)).toBeNull();
  });
});

describe("tellNoneShown", () => {
  const held = (id: string, reason: string): Result => ({ ...bare(), id, kind: "suppressed", reason });
  const told = (...results: readonly Result[]) => {
    const said = tellNoneShown(
      released(results),
      results.map(({ id }) => id),
      "Both numbers",
    );
    return said && plain(said);
  };

  it("says once of several numbers why none is shown, where the reason is the same", () => {
    expect(told(held("a", "few"), held("b", "alike"))).toBe("Both numbers are not shown, to protect people.");
    expect(told(held("a", forEarlierRelease), held("b", forEarlierRelease))).toBe(
      `Both numbers are not shown: ${forEarlierRelease}.`,
    );
  });

  it("leaves each to its own sentence where one is shown, or the reasons differ, or there is but one", () => {
    expect(told(held("a", "few"), change({ id: "b" }))).toBeNull();
    expect(told(held("a", "few"), held("b", forEarlierRelease))).toBeNull();
    expect(told(held("a", "few"))).toBeNull();
  });
});

describe("sentences", () => {
  it("join with one space, and those that say nothing leave no gap", () => {
    expect(joinSentences(say`One.`, [], say`Two.`)).toEqual([{ kind: "text", text: "One. Two." }]);
  });

  it("have no heading when nothing follows it", () => {
    expect(under("here", "Heading", [])).toEqual([]);
  });
});

function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => inline.text)
    .join("")
    .replaceAll("\u00a0", " ");
}

function released(results: readonly Result[]) {
  return composeInput({ released: { results, groups: [] } });
}

function bare() {
  return {
    id: "change/one/pooled",
    label: "change",
    subject: { measure: "change", trusts: ["A", "B", "C"], sensitivity: "opinion" as const },
    unit: "points 0-100",
    method: "made up",
    reference: "nobody",
  };
}

function interval(low: number, high: number) {
  return { low, high, level: 0.95, method: "made up", kind: "confidence" as const };
}

function change(about: Partial<Estimate>): Estimate {
  return {
    ...bare(),
    kind: "estimate",
    estimate: 12.3,
    interval: interval(8.1, 16.5),
    n: 98,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    precision: 0.1,
    ...about,
  };
}
