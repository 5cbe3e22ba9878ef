import { describe, expect, it } from "vitest";
import { replaceCodes } from "../../src/run/pseudonyms.js";
import type { PseudonymSource } from "../../src/run/pseudonyms.js";
import { smallStudy } from "../ingest/small-study.js";
import { checkFiles } from "../validate/check-files.js";

const key = (text: string): PseudonymSource => ({ kind: "key", key: new TextEncoder().encode(text) });
const inputs = (digest: string): PseudonymSource => ({ kind: "inputs", digest });

async function pseudonyms(codes: readonly string[], source: PseudonymSource, trust = "A") {
  const surveys = { [`${trust} arrival`]: [["link_code"], ...codes.map((code) => [code])] };
  const { surveys: read } = await checkFiles({ surveys });
  const { people, surveys: replaced } = replaceCodes(smallStudy([]), read, source);
  expect(JSON.stringify(replaced.map(({ table, answers }) => [table, [...answers]]))).not.toMatch(/AN14ON/i);
  return people.map(({ pseudonym }) => pseudonym);
}

describe("replaceCodes(study, surveys, source)", () => {
  it("gives equal codes one pseudonym, other codes others, and a blank none", async () => {
    for (const source of [key("a key of some length"), inputs("abc")]) {
      const [one, same, other, none] = await pseudonyms(["AN14ON", " an-14-on", "BO21LA", "-"], source);
      expect(one).toMatch(/^[0-9a-f]{20}$/);
      expect([same === one, other === one, none]).toEqual([true, false, null]);
    }
  });

  it("with a key gives a person the same pseudonym in another run, in any order", async () => {
    const [one, other] = await pseudonyms(["AN14ON", "BO21LA"], key("a key of some length"));
    expect(await pseudonyms(["BO21LA", "CC33CC", "an14on"], key("a key of some length"))).toEqual([
      other,
      expect.any(String),
      one,
    ]);
    expect(await pseudonyms(["AN14ON"], key("another key of length"))).not.toContain(one);
    expect(await pseudonyms(["AN14ON"], key("a key of some length"), "B")).not.toContain(one);
  });

  it("agrees with openssl: HMAC-SHA-256 of Trust, line feed and code, its first 20 digits", async () => {
    // printf 'A\nAN14ON' | openssl dgst -sha256 -hmac 'a key of some length'
    expect(await pseudonyms(["an14on"], key("a key of some length"))).toEqual(["b9ff08f96b327cea1ad0"]);
  });

  it("without a key says nothing of the code, and another run's cannot be matched", async () => {
    expect(await pseudonyms(["AN14ON", "BO21LA"], inputs("abc"))).toEqual(
      await pseudonyms(["ZZ99ZZ", "AA00AA"], inputs("abc")),
    );
    const [one] = await pseudonyms(["AN14ON"], inputs("abc"));
    expect(await pseudonyms(["AN14ON"], inputs("abd"))).not.toContain(one);
  });
});
