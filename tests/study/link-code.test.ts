import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeDifference, normaliseCode } from "../../src/study/link-code.js";
import { editDistance } from "../../src/study/nearest.js";
import { readAnswer } from "../../src/study/answer.js";
import { variable } from "../ingest/small-study.js";
import "../property-seed.js";

describe("normaliseCode(code)", () => {
  it("ignores case, white space, punctuation and the width of characters", () => {
    for (const written of [" ma-12 ro ", "MA12RO", "ｍａ１２ｒｏ", "m.a.1.2.r.o", "ma\u00a012ro"]) {
      expect(normaliseCode(written)).toBe("MA12RO");
    }
    expect(normaliseCode("--")).toBeNull();
  });

  it("keeps letters of other alphabets, and O apart from 0", () => {
    expect(normaliseCode("жд-12")).toBe("ЖД12");
    expect(normaliseCode("o1")).not.toBe(normaliseCode("01"));
  });

  it("is the rule by which answers are read, and leaves its own result as it is", () => {
    const link = variable("link", { role: "link", type: "code" });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const code = normaliseCode(text);
        const read = readAnswer(link, text);
        expect(read.kind === "text" ? read.value : null).toBe(code);
        if (code !== null) expect(normaliseCode(code)).toBe(code);
      }),
    );
  });
});

describe("codeDifference(one, other)", () => {
  it("tells how two codes differ when a slip explains it", () => {
    expect(codeDifference("AN14ON", "AN140N")).toBe("look-alike");
    expect(codeDifference("ILO1", "1I0L")).toBe("look-alike");
    expect(codeDifference("AN14ON", "AN15ON")).toBe("replaced");
    expect(codeDifference("AN14ON", "NA14ON")).toBe("swapped");
    expect(codeDifference("AN14ON", "AN14O")).toBe("length");
    expect(codeDifference("AN14ON", "AN14ON")).toBeNull();
    expect(codeDifference("AN14ON", "NA41ON")).toBeNull();
  });

  it("is symmetric, and finds exactly the codes at one edit and those that look alike", () => {
    const code = fc.string({ unit: fc.constantFrom("A", "B", "O", "0", "1"), maxLength: 6 });
    fc.assert(
      fc.property(code, code, (one, other) => {
        const difference = codeDifference(one, other);
        expect(codeDifference(other, one)).toBe(difference);
        const alike = one.replaceAll("O", "0") === other.replaceAll("O", "0");
        expect(difference !== null).toBe(one !== other && (alike || editDistance(one, other) === 1));
      }),
      { numRuns: 2000 },
    );
  });
});
