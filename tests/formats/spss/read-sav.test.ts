import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { looksLike } from "../../../src/ingest/bytes.js";
import { writeSpssTime } from "../../../src/ingest/spss/dates.js";
import type { SavFile } from "../../../src/ingest/spss/read-sav.js";
import { readSav } from "../../../src/ingest/spss/read-sav.js";
import { SpssRefusal } from "../../../src/ingest/spss/refusal.js";
import type { SavOptions, SavVariable } from "../write-sav.js";
import { writeSav } from "../write-sav.js";

const folder = new URL(".", import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

interface Expected {
  readonly name: string;
  readonly label: string | null;
  readonly labels: Readonly<Record<string, number | string>> | null;
  readonly missingValues: readonly (number | string)[];
  readonly missingRange: readonly [number, number] | null;
  readonly values: readonly (number | string | null)[];
}
/** What haven read from the same files; see make-fixtures.R. */
const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as {
  readonly people: readonly Expected[];
  readonly nobody: readonly Expected[];
};

function described(sav: SavFile): readonly Expected[] {
  return sav.variables.map(({ name, label, valueLabels, missing, print }, index) => ({
    name,
    label: label === "" ? null : label,
    labels:
      valueLabels.size === 0
        ? null
        : Object.fromEntries([...valueLabels].map(([value, words]) => [words, value])),
    missingValues: missing.values,
    missingRange: missing.range && [missing.range.low, missing.range.high],
    values: [...sav.values[index]!].map((value) => {
      if (typeof value === "string") return value;
      if (Number.isNaN(value)) return null;
      return [20, 22].includes(print.type) ? writeSpssTime(value, print.type) : value;
    }),
  }));
}

describe("readSav", () => {
  it("reads what haven wrote as haven reads it, in each of its three ways of packing", () => {
    for (const file of ["none.sav", "byte.sav", "zlib.zsav"]) {
      expect(described(readSav(bytesOf(file))), file).toEqual(expected.people);
    }
    expect(described(readSav(bytesOf("no-people.sav")))).toEqual(expected.nobody);
  });

  const variables: readonly SavVariable[] = [
    { name: "a_number", labels: [[1, "One"]], missing: [99], missingRange: [-9, -1] },
    { name: "a_string", width: 20, labels: [["x", "An x"]], missing: ["zz"], label: "Überschrift" },
    { name: "a_short_one", width: 3, labels: [["no", "Nay"]], missing: ["no"] },
  ];
  const rows = [
    [1.5, "x", "no"],
    [-9, "naïve café", "yes"],
    [null, "", ""],
  ];

  it("reads both byte orders and both ways to name an encoding", () => {
    const plain = described(readSav(writeSav(variables, rows)));
    expect(plain[0]).toMatchObject({ labels: { One: 1 }, missingValues: [99], missingRange: [-9, -1] });
    expect(plain[1]).toMatchObject({
      label: "Überschrift",
      labels: { "An x": "x" },
      missingValues: ["zz"],
      values: ["x", "naïve café", ""],
    });
    expect(plain[2]).toMatchObject({
      labels: { Nay: "no" },
      missingValues: ["no"],
      values: ["no", "yes", ""],
    });
    const options: readonly SavOptions[] = [
      { bigEndian: true },
      { compression: "none" },
      { compression: "none", bigEndian: true },
      { compression: "zlib" },
      { compression: "zlib", bigEndian: true },
      { encoding: { name: "windows-1252" } },
      { encoding: { code: 1252 } },
      { encoding: { code: 2 } },
    ];
    for (const each of options) {
      expect(described(readSav(writeSav(variables, rows, each))), JSON.stringify(each)).toEqual(plain);
    }
  });

  it("gives the sets of variables that are one question, and the weight", () => {
    const four = ["q3_1", "q3_2", "first", "second"].map((name) => ({ name }));
    const sets = "$pets=D1 1 10 Your pets? v1 v2\n\n$who=C 4 Who? v3 v4\n$lost=C 1 x v9\n";
    const sav = readSav(writeSav(four, [[1, 0, 1, 2]], { sets, weight: 2 }));
    expect(sav.weight).toBe("q3_2");
    expect(sav.sets).toEqual([
      { name: "pets", label: "Your pets?", kind: "ticks", counted: "1", variables: ["q3_1", "q3_2"] },
      { name: "who", label: "Who?", kind: "choices", counted: null, variables: ["first", "second"] },
    ]);
  });
});

describe("a file that cannot be read", () => {
  const reason = (bytes: Uint8Array): string => {
    try {
      readSav(bytes);
    } catch (error) {
      if (error instanceof SpssRefusal) return error.message;
      throw error;
    }
    return "";
  };
  const good = writeSav(
    [{ name: "a" }, { name: "b", width: 9 }],
    [
      [1, "long text"],
      [2, "more text"],
    ],
  );
  const changed = (at: number, ...bytes: number[]) => {
    const copy = good.slice();
    copy.set(bytes, at);
    return copy;
  };

  it("is refused with a reason", () => {
    expect(reason(good)).toBe("");
    expect(reason(good.subarray(0, 100))).toContain("the file ends in its first lines: it was cut short");
    expect(reason(good.subarray(0, 300))).toContain("the file ends in the description of its variables");
    expect(reason(good.subarray(0, good.length - 16))).toContain("ends");
    expect(reason(changed(0, 0x24, 0x46, 0x4c, 0x39))).toBe("not an SPSS .sav file");
    expect(reason(changed(64, 9))).toContain("not those of a .sav file");
    expect(reason(changed(72, 7))).toContain("an unknown way of packing the data (7)");
    expect(reason(changed(72, 2))).toContain("contradict each other");
    expect(reason(writeSav([{ name: "a" }], [[1]], { declaredCases: 3 }))).toContain("after 1 of 3 people");
    expect(reason(writeSav([{ name: "a" }], [[1], [2]], { declaredCases: 1 }))).toContain(
      "2 people where the file says 1",
    );
    expect(reason(writeSav([{ name: "a" }], [[1]], { encoding: { name: "klingon" } }))).toContain("klingon");
    expect(reason(writeSav([], []))).toContain("without variables");
  });

  it("is told apart from other SPSS files by its first bytes", () => {
    expect(looksLike(good)).toBe("spss");
    const locked = new TextEncoder().encode("\u001c\0\0\0\0\0\0\0ENCRYPTEDSAV\u0015");
    expect(looksLike(locked)).toBe("locked spss");
    const portable = `${"ASCII SPSS PORT FILE".padEnd(40).repeat(5)}${"0".repeat(256)}SPSSPORTA8`;
    expect(looksLike(new TextEncoder().encode(portable.replace(/.{80}/g, "$&\r\n")))).toBe("portable spss");
  });

  const files = ["none.sav", "byte.sav", "zlib.zsav"].map(bytesOf);

  it("cut at any byte is refused, never read in part", () => {
    for (const bytes of files) {
      const step = bytes.length > 4000 ? 7 : 1;
      for (let length = 0; length < bytes.length; length += step) {
        expect(reason(bytes.subarray(0, length)), `${length} bytes`).not.toBe("");
      }
    }
  });

  it("with bytes changed at random is read or refused, never a crash", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.constantFrom(...files, good), changes, (bytes, spots) => {
        const copy = bytes.slice();
        for (const [at, byte] of spots) copy[at % copy.length] = byte;
        reason(copy);
      }),
      { numRuns: 1500 },
    );
  });

  it("of packed data with one byte changed is never read as other answers", () => {
    const zlib = bytesOf("zlib.zsav");
    const whole = described(readSav(zlib));
    const start = zlib.length - 48 - 300;
    for (let at = start; at < zlib.length - 48; at += 1) {
      const copy = zlib.slice();
      copy[at] = copy[at]! ^ 0x10;
      if (reason(copy) === "") expect(described(readSav(copy))).toEqual(whole);
    }
  });
});

describe("writeSpssTime", () => {
  it("writes each print format as ISO text", () => {
    const seconds = 13_994_763_720; // 5 April 2026, 10:22:00
    for (const type of [20, 23, 24, 38, 39]) expect(writeSpssTime(seconds, type)).toBe("2026-04-05");
    for (const type of [22, 41]) expect(writeSpssTime(seconds, type)).toBe("2026-04-05T10:22:00");
    expect(writeSpssTime(13_994_726_400, 22)).toBe("2026-04-05");
    expect([28, 29, 30].map((type) => writeSpssTime(seconds, type))).toEqual([
      "2026-04",
      "2026 Q2",
      "2026 W14",
    ]);
    expect(writeSpssTime(108_000, 21)).toBe("30:00:00");
    expect(writeSpssTime(-5, 20)).toBeNull();
    expect(writeSpssTime(1e30, 22)).toBeNull();
  });
});
