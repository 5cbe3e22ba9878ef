import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { WhatIf } from "../../src/run/what-if.js";
import { copyOfExample, readAll } from "../temporary.js";
import { runCli } from "./run-cli.js";

async function whatIf(profiles: string, study: string, json = false) {
  return runCli("audit", "--what-if", profiles, study, ...(json ? ["--json"] : []));
}

/** The example with its line of the profile, or of the promise, written otherwise. */
function exampleWith(edit: (text: string) => string): string {
  const study = copyOfExample();
  const file = join(study, "study.yaml");
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  return study;
}

describe("audit --what-if on the example", () => {
  it("tells counts alone, of each profile, and writes nothing", async () => {
    const study = copyOfExample();
    const before = [...readAll(study).keys()];
    const { exitCode, out, talk } = await whatIf("all", study, true);
    expect([exitCode, talk]).toEqual([0, ""]);
    expect([...readAll(study).keys()]).toEqual(before);
    const told = JSON.parse(out) as WhatIf[];
    expect(told.map(({ profile }) => profile)).toEqual(["pilot", "hes", "strict", "partner", "internal"]);

    const of = (profile: string) => told.find((one) => one.profile === profile)!;
    const sum = (profile: string, key: "shown" | "heldBack" | "notShown") =>
      of(profile).cells.reduce((total, cell) => total + cell[key], 0);
    expect(sum("internal", "heldBack")).toBe(0);
    expect(sum("internal", "shown")).toBeGreaterThan(sum("partner", "shown"));
    for (const looser of ["hes", "pilot"])
      expect(sum("strict", "heldBack")).toBeGreaterThan(sum(looser, "heldBack"));
    for (const one of told) {
      const grains = one.cells.map(({ sensitivity, grain }) => `${sensitivity} ${grain}`);
      expect(new Set(grains).size).toBe(grains.length);
      expect(grains).toContain("service by Trust");
    }
    // Personal facts are not shown by Trust under pilot; under strict they are, from ten on either side.
    const personal = (profile: string) =>
      of(profile).cells.find(({ sensitivity, grain }) => sensitivity === "personal" && grain === "by Trust")!;
    expect(personal("pilot")).toMatchObject({ shown: 0, heldBack: 0, percentages: null });
    expect(personal("hes").shown).toBeGreaterThan(0);
    expect(told.map(({ keepsPromise }) => keepsPromise)).toEqual([true, false, true, false, false]);
    expect(of("pilot").together).toEqual(["Trusts A and B"]);
    expect(told.filter(({ release }) => release === "refused").map(({ profile }) => profile)).toEqual([
      "internal",
    ]);
  });

  it("agrees with what a run writes", async () => {
    const { out } = await whatIf("pilot", "data/example", true);
    const [told] = JSON.parse(out) as [WhatIf];
    const { checkStudy } = await import("../../src/run/check.js");
    const { evaluate } = await import("../../src/run/evaluate.js");
    const { openFolder } = await import("../../src/ingest/folder.js");
    const { readShipped } = await import("../../src/run/shipped.js");
    const { released } = evaluate(await checkStudy(openFolder("data/example"), await readShipped()));
    const count = (kind: string) => released.results.filter((result) => result.kind === kind).length;
    expect(told.cells.reduce((sum, { shown }) => sum + shown, 0)).toBe(count("estimate"));
    expect(told.cells.reduce((sum, { heldBack }) => sum + heldBack, 0)).toBe(count("suppressed"));
  });

  it("prints a table a profile, in the order in which the profiles are named", async () => {
    const { out } = await whatIf("strict, hes", "data/example");
    expect(out.indexOf("\nstrict:")).toBeGreaterThan(out.indexOf("hes:"));
    expect(out).toMatch(/personal +all Trusts/);
    expect(out).toContain(
      "Refused for this study: respondents were promised that groups under 10 are never shown.",
    );
    expect(out).toContain("Nothing was written.");
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("audit --what-if before a policy is chosen", () => {
  it.each([
    ["without a profile", (text: string) => text.replace(/ {2}profile: pilot\n/, "")],
    ["under an unknown one", (text: string) => text.replace("profile: pilot", "profile: publish")],
    ["under one that breaks the promise", (text: string) => text.replace("profile: pilot", "profile: hes")],
    ["without any policy", (text: string) => text.replace(/disclosure:\n(?: .*\n)+/, "")],
  ])("a study %s is looked at all the same", async (_, edit) => {
    const { exitCode, out, talk } = await whatIf("pilot", exampleWith(edit), true);
    expect([exitCode, talk]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject([{ profile: "pilot" }]);
  });

  it("a study with other mistakes is refused with all of them", async () => {
    const study = exampleWith((text) =>
      text.replace("profile: pilot", "profile: publish").replace("seed: 20260401", "seed: lots"),
    );
    const { exitCode, out, talk } = await whatIf("all", study);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(talk).toContain("study.seed");
    expect(talk).toContain("disclosure.profile");
  });
});

describe("audit --what-if with a name that is none", () => {
  it("names each and the profiles there are", async () => {
    const { exitCode, out, talk } = await whatIf("stict,all,public", "data/example");
    expect([exitCode, out]).toEqual([2, ""]);
    expect(talk).toMatch(
      /"stict"; did you mean strict\?\n.*"public"[^]*The profiles are pilot, hes, strict, partner, internal, own/,
    );
  });

  it("refuses two folders", async () => {
    const { exitCode, talk } = await runCli("audit", "--what-if", "all", "data/example", "data");
    expect(exitCode).toBe(2);
    expect(talk).toContain("expected one study folder after it, found data/example and data");
  });

  it("refuses a study folder in place of the profile, and no folder at all, with the line to write", async () => {
    const folder = await runCli("audit", "--what-if", "data/example");
    expect([folder.exitCode, folder.out]).toEqual([2, ""]);
    expect(folder.talk).toContain("expected the name of a profile, found the folder data/example");
    expect(folder.talk).toContain("Write: pilot-eval audit --what-if all data/example");
    const none = await runCli("audit", "--what-if", "pilot");
    expect(none.exitCode).toBe(2);
    expect(none.talk).toContain("found none. Write: pilot-eval audit --what-if pilot my-study");
    const release = await runCli("audit");
    expect(release.exitCode).toBe(2);
    expect(release.talk).toContain("expected one release folder or more, found none");
  });

  it("says of a profile that holds nothing back what is done, and counts nothing as shown coarser", async () => {
    const { exitCode, out } = await whatIf("internal", "data/example");
    expect(exitCode).toBe(0);
    expect(out).toContain("Every number is shown in internal/report");
    expect(out).not.toContain("coarser");
  });

  it("refuses own where a study has none, and takes it where it has", async () => {
    expect((await whatIf("own", "data/example")).talk).toContain("no own numbers");
    const study = exampleWith((text) =>
      text.replace(
        "profile: pilot",
        "profile: own\n  own: { based_on: pilot, source: x, minimum_people: 20 }",
      ),
    );
    const { out } = await whatIf("own,pilot", study, true);
    const told = JSON.parse(out) as WhatIf[];
    expect(told.map(({ profile }) => profile)).toEqual(["pilot", "own"]);
    expect(told[1]!.together).not.toEqual(told[0]!.together);
  });
});
