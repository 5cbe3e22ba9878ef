import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { run } from "../../src/run/run.js";
import { readShipped } from "../../src/run/shipped.js";
import type { StudyFolder } from "../../src/study/load-study.js";
import { normaliseCode } from "../../src/study/link-code.js";

const example = openFolder("data/example");
const keyed = (text: string) => new TextEncoder().encode(text.repeat(4));

/** Every link code as it stands in the example's CSV files, by file. */
async function codesAsWritten(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { tables, surveys } = await checkStudy(example, await readShipped());
  const byFile = new Map<string, string[]>();
  for (const { matching, table } of surveys) {
    const matched = matching.matched.get("link_code");
    const column = tables
      .find((each) => each.source.file === table.source.file)
      ?.columns.find((each) => matched?.kind === "one" && each.position === matched.column.position);
    byFile.set(
      table.source.file,
      (column?.values ?? []).flatMap((value) => (value === null ? [] : [String(value)])),
    );
  }
  return byFile;
}

/** The example with every code of its CSV files in another spelling: one new code for each old one, whatever their likeness. */
async function respelt(): Promise<{ readonly folder: StudyFolder; readonly replaced: number }> {
  const written = await codesAsWritten();
  const spelling = new Map<string, string>();
  const newCode = (text: string) => {
    const code = normaliseCode(text) ?? "";
    if (!spelling.has(code)) spelling.set(code, `q${((spelling.size * 7919) % 10007).toString(36)}-Z`);
    return spelling.get(code)!;
  };
  const files = new Map<string, Uint8Array>();
  let replaced = 0;
  for (const [file, codes] of written) {
    if (!file.endsWith(".csv")) continue;
    let text = Buffer.from((await example.read(file))!).toString("latin1");
    for (const code of new Set(codes)) {
      text = text.replaceAll(code, () => {
        replaced += 1;
        return newCode(code);
      });
    }
    files.set(file, Buffer.from(text, "latin1"));
  }
  return {
    folder: { read: async (file) => files.get(file) ?? (await example.read(file)), list: example.list },
    replaced,
  };
}

async function filesOf(folder: StudyFolder, key: Uint8Array | null = null) {
  const { files } = await run(folder, await readShipped(), "0.0.0", undefined, key);
  const release = Object.fromEntries(
    [...files]
      .filter(([name]) => name.startsWith("release/"))
      .map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
  );
  const text = (name: string) => new TextDecoder().decode(files.get(`internal/${name}`));
  return {
    release,
    text,
    people: text("people.csv")
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")),
  };
}

describe("link codes in a run", () => {
  it("leave no trace in release/: not their spelling, nor a key, nor that there is none", async () => {
    const other = await respelt();
    expect(other.replaced).toBeGreaterThan(150);
    const plain = await filesOf(example);
    const spelt = await filesOf(other.folder);
    const withKey = await filesOf(example, keyed("one key of 8"));
    expect(Object.keys(plain.release).length).toBeGreaterThan(10);
    for (const name of Object.keys(plain.release)) {
      expect(spelt.release[name] === plain.release[name], `${name}, codes in another spelling`).toBe(true);
      expect(withKey.release[name] === plain.release[name], `${name}, with a key`).toBe(true);
    }

    const again = await filesOf(other.folder, keyed("another key "));
    const pseudonyms = (of: typeof plain) => of.people.map((row) => row[4]);
    expect(pseudonyms(plain).filter((each) => each !== "").length).toBeGreaterThan(200);
    expect(pseudonyms(spelt)).not.toEqual(pseudonyms(plain));
    expect(pseudonyms(again)).not.toEqual(pseudonyms(withKey));
    const alphabetical = [...new Set(pseudonyms(plain))].filter((each) => each !== "");
    expect(alphabetical).not.toEqual([...alphabetical].sort());

    const codes = [...(await codesAsWritten()).values()].flat();
    expect(codes.length).toBeGreaterThan(200);
    const internal = [
      "people.csv",
      "links-to-confirm.csv",
      "findings.json",
      "findings.csv",
      "results.json",
      "held-back.json",
      "manifest.json",
    ];
    const everything = internal.map(plain.text).join("\n").toUpperCase();
    for (const code of codes)
      expect(everything.includes(normaliseCode(code)!), "a code stands in internal/").toBe(false);
  });
});
