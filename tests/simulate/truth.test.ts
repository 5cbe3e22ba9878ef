import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/study/answer.js";
import { drawReplies } from "../../src/simulate/draw-replies.js";
import type { Reply } from "../../src/simulate/reply.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { expectedTrustChange, trustEffects } from "../../src/simulate/expected.js";
import { drawPeople } from "../../src/simulate/people.js";
import type { Truth } from "../../src/simulate/truth.js";

const count = 700;
const d = exampleTruth.trusts[3]!;
const big = { ...d, recruited: count, eligible: count, invited: count, inducted: count };
const truth: Truth = { ...exampleTruth, response: 1, linked: 1, trusts: [big] };

const settling: readonly (readonly [string, boolean])[] = [
  ["settle_home", false],
  ["settle_welcome", false],
  ["settle_isolated", true],
  ["settle_whom", false],
  ["settle_doubt", true],
  ["settle_daily", false],
];

/** The mean of the items answered, turned round where reverse-keyed, on 0-100: by hand, not by our scoring. */
function score(answers: ReadonlyMap<string, Answer>): number {
  const values = settling.flatMap(([name, reverse]) => {
    const answer = answers.get(name);
    if (answer?.kind !== "number") return [];
    return [((reverse ? 6 - answer.value : answer.value) - 1) * 25];
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanAndError(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe("with hundreds of doctors the answers come back to the declared truth", () => {
  let arrival: readonly Reply[] = [];
  let month3: readonly Reply[] = [];
  beforeAll(() => {
    const people = drawPeople(truth, 5, big);
    const finished = (wave: "arrival" | "month3") =>
      drawReplies(truth, 5, big, people, wave).rows.filter((reply) => reply.status === "finished");
    arrival = finished("arrival");
    month3 = finished("month3");
  });
  const share = (of: (answers: Reply["answers"]) => boolean | null) => {
    const given = month3.map((reply) => of(reply.answers)).filter((one) => one !== null);
    return { mean: given.filter(Boolean).length / given.length, error: Math.sqrt(0.25 / given.length) };
  };
  const valueOf = (answers: Reply["answers"], name: string) => {
    const answer = answers.get(name);
    return answer?.kind === "number" ? answer.value : null;
  };

  it("mean scores at both waves", () => {
    const effect = trustEffects(truth, 5, "settling")[0]!;
    const expected = expectedTrustChange(truth, "settling", big, effect);
    for (const [replies, value] of [
      [arrival, expected.arrival],
      [month3, expected.month3],
    ] as const) {
      const { mean, error } = meanAndError(replies.map((reply) => score(reply.answers)));
      expect(Math.abs(mean - value)).toBeLessThan(4 * error);
    }
  });

  it.each(["PRO-01", "COM-03", "ENB-01"])("share who received %s in full", (component) => {
    const name = `received_${component.toLowerCase().replace("-", "_")}`;
    const { mean, error } = share((answers) => {
      const value = valueOf(answers, name);
      return value === null ? null : value === 2;
    });
    expect(Math.abs(mean - big.received[component]!)).toBeLessThan(4 * error);
  });

  it("share who rate shadowing very or extremely useful, of those who had it", () => {
    const { mean, error } = share((answers) => {
      const value = valueOf(answers, "useful_pro_03");
      return value === null ? null : value >= 4;
    });
    expect(Math.abs(mean - truth.useful["PRO-03"]!)).toBeLessThan(4 * error);
  });

  it("share with log-ins on the first day, which goes with having received them", () => {
    const { mean, error } = share((answers) => {
      const answer = answers.get("days_login");
      if (answer?.kind === "missing") return null;
      return answer?.kind === "number" && answer.value === 0;
    });
    expect(Math.abs(mean - big.received["IT-01"]!)).toBeLessThan(4 * error);
  });

  it("half of the others have log-ins by the declared median day", () => {
    const { mean, error } = share((answers) => {
      const answer = answers.get("days_login");
      if (answer?.kind !== "number" || answer.value === 0) return null;
      return answer.value <= big.medianDays.login;
    });
    // Days are whole: the share at or below the median is the chance of a lognormal value below 3.5 instead of 3.
    expect(mean - 0.587).toBeLessThan(4 * error);
    expect(0.587 - mean).toBeLessThan(4 * error);
  });

  it("nobody says how useful a part was that they did not receive", () => {
    for (const { answers } of month3) {
      if (valueOf(answers, "received_enb_02") === 0)
        expect(answers.get("useful_enb_02")).toEqual({ kind: "missing", reason: "not received" });
    }
  });
});
