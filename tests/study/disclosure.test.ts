import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { readShipped } from "../../src/run/shipped.js";
import { loadStudy } from "../../src/study/load-study.js";

const example = openFolder("data/example");
const declared = /disclosure:\n(?: .*\n)+/;

/** The example with another `disclosure:`; nothing in its place when the text is empty. */
async function loadWith(disclosure: string, today?: string) {
  let written = "";
  const folder = {
    list: () => example.list(),
    async read(file: string) {
      const bytes = await example.read(file);
      if (file !== "study.yaml" || bytes === null) return bytes;
      const text = new TextDecoder().decode(bytes);
      expect(text).toMatch(declared);
      written = text.replace(declared, disclosure);
      return new TextEncoder().encode(written);
    },
  };
  const { study, issues } = await loadStudy(
    folder,
    { ...(await readShipped()), ...(today === undefined ? {} : { today }) },
    readCsvBytes,
  );
  const lineOf = (part: string) => written.slice(0, written.indexOf(part)).split("\n").length;
  return { study, issues, lineOf };
}

const purposes = [
  "pilot (a report",
  "hes (the rule",
  "strict (research",
  "partner (the partners",
  "internal (the evaluators",
  "own (",
];

describe("a study without a policy", () => {
  it.each(["", "disclosure:\n", "disclosure: {}\n", "disclosure: { trust_costs: [] }\n"])(
    "is refused, and told each profile with what it is for: %j",
    async (disclosure) => {
      const { study, issues } = await loadWith(disclosure);
      expect(study).toBeNull();
      expect(issues).toHaveLength(1);
      for (const purpose of purposes) expect(issues[0]!.message).toContain(purpose);
      expect(issues[0]!.fix).toContain("audit --what-if all");
    },
  );

  it("is refused under a profile that there is none of, at its line and column", async () => {
    const { issues, lineOf } = await loadWith("disclosure:\n  profile: publish\n");
    expect(issues).toHaveLength(1);
    const [{ at, message, found }] = issues as [(typeof issues)[0]];
    expect(at).toMatchObject({ line: lineOf("profile: publish"), character: 12 });
    expect(found).toBe('"publish"');
    for (const purpose of purposes) expect(message).toContain(purpose);
  });
});

it.each(["pilot", "hes", "strict", "partner", "internal"])("profile %s is taken", async (profile) => {
  const { study, issues } = await loadWith(`disclosure: { profile: ${profile} }\n`);
  expect(issues).toEqual([]);
  expect(study?.disclosure.profile).toBe(profile);
});

describe("a Trust's consent", () => {
  const consent = (by: string, on: string, today?: string) =>
    loadWith(`disclosure:\n  profile: pilot\n  trust_costs: [{ trust: A, by: ${by}, on: ${on} }]\n`, today);

  it.each(['"-"', '" "', "3", '"1 2"'])("is refused by nobody: %s", async (by) => {
    const { study, issues } = await consent(by, "2026-10-12");
    expect(study).toBeNull();
    expect(issues[0]!.message).toContain(".by: expected who agreed in writing");
  });

  it("is refused of a day that has not come, at its place", async () => {
    const { study, issues, lineOf } = await consent("CFO", "2030-01-01", "2027-01-15");
    expect(study).toBeNull();
    expect(issues).toMatchObject([
      { expected: "a day up to 2027-01-15", found: "2030-01-01", at: { line: lineOf("trust_costs") } },
    ]);
  });

  it("is taken up to today, and in a study of invented data up to the end of its period", async () => {
    for (const today of ["2026-10-12", "2026-01-01", undefined])
      expect((await consent("CFO", "2026-10-12", today)).issues, today).toEqual([]);
  });
});

describe("two consents of one Trust", () => {
  it("are told at the second, with the line of the first", async () => {
    const entry = (on: string) => `    - { trust: A, by: CFO, on: ${on} }\n`;
    const { study, issues, lineOf } = await loadWith(
      `disclosure:\n  profile: pilot\n  trust_costs:\n${entry("2026-10-12")}${entry("2026-10-13")}`,
    );
    expect(study).toBeNull();
    expect(issues).toMatchObject([
      {
        at: { line: lineOf("on: 2026-10-13") },
        message: 'disclosure.trust_costs[2]: consent of Trust "A" is declared twice',
        fix: `keep one of the two, with who agreed last and when (the other stands on line ${lineOf("on: 2026-10-12")})`,
      },
    ]);
  });
});

describe("a study's own numbers", () => {
  const own = (numbers: string) =>
    loadWith(`disclosure:\n  profile: own\n  own: { based_on: pilot, source: The board, ${numbers} }\n`);

  it("are taken where each threshold is 3 or more", async () => {
    const { study, issues } = await own("minimum_people: 3, shares: { opinion: { fewest_pooled: 3 } }");
    expect(issues).toEqual([]);
    expect(study?.disclosure.own?.minimum_people).toBe(3);
  });

  it("are refused below 3, all at once, each at its place", async () => {
    const { study, issues, lineOf } = await own(
      "minimum_people: 2, minimum_trusts: 0, events_between: 1, shares: { service: { fewest_by_trust: 2 }, opinion: { fewest_pooled: 2 }, personal: { fewest_by_trust: 1 } }",
    );
    expect(study).toBeNull();
    expect(issues.map(({ message }) => message.split(":")[0]).sort()).toEqual([
      "disclosure.own.events_between",
      "disclosure.own.minimum_people",
      "disclosure.own.minimum_trusts",
      "disclosure.own.shares.opinion.fewest_pooled",
      "disclosure.own.shares.personal.fewest_by_trust",
      "disclosure.own.shares.service.fewest_by_trust",
    ]);
    for (const { at, message } of issues) {
      expect(at.line).toBe(lineOf("based_on"));
      expect(message).toMatch(/expected .*3 or more, found|expected 3 or more: .*, found/);
    }
  });

  it("are refused where they are missing, and beside a named profile", async () => {
    const missing = await loadWith("disclosure: { profile: own }\n");
    expect(missing.issues).toMatchObject([{ found: "nothing" }]);
    expect(missing.issues[0]!.fix).toContain("based_on");
    const beside = await loadWith(
      "disclosure: { profile: hes, own: { based_on: hes, source: x, minimum_people: 9 } }\n",
    );
    expect(beside.issues).toHaveLength(1);
    expect(beside.issues[0]!.fix).toContain("profile: own");
  });

  it("do not start from a profile that holds nothing back", async () => {
    const { issues } = await loadWith(
      "disclosure: { profile: own, own: { based_on: internal, source: x, minimum_people: 9 } }\n",
    );
    expect(issues).toMatchObject([{ expected: "one of pilot, hes, strict, partner" }]);
  });
});

describe("what respondents were promised", () => {
  it("is read from exactly one sentence", async () => {
    const { study } = await loadWith(
      "disclosure: { profile: pilot, promise: groups under 10 never shown }\n",
    );
    expect(study?.disclosure.promise).toBe(10);
  });

  it.each([
    "groups under ten never shown",
    "groups under 10 are never shown",
    "groups under 0 never shown",
    "10",
  ])("is refused in other words, with the form expected: %s", async (promise) => {
    const { study, issues } = await loadWith(`disclosure: { profile: pilot, promise: ${promise} }\n`);
    expect(study).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]!.message).toContain("expected groups under 10 never shown");
  });

  it("refuses a policy that shows smaller groups, naming both numbers and the profiles that keep it", async () => {
    const { study, issues, lineOf } = await loadWith(
      "disclosure:\n  profile: hes\n  promise: groups under 10 never shown\n",
    );
    expect(study).toBeNull();
    expect(issues).toHaveLength(1);
    const [{ at, message, fix }] = issues as [(typeof issues)[0]];
    expect(at.line).toBe(lineOf("promise:"));
    expect(message).toContain("groups under 10");
    expect(message).toContain("groups from 8");
    expect(fix).toContain("profile: pilot or strict");
    expect(fix).toContain("minimum_people: 10");
  });

  it.each([
    ["pilot", 10, true],
    ["pilot", 11, false],
    ["strict", 10, true],
    ["hes", 8, true],
    ["hes", 9, false],
    ["partner", 5, true],
    ["partner", 6, false],
    ["internal", 2, false],
  ])("profile %s and groups under %i: kept %s", async (profile, promised, kept) => {
    const { issues } = await loadWith(
      `disclosure: { profile: ${profile}, promise: groups under ${promised} never shown }\n`,
    );
    expect(issues.map(({ code }) => code)).toEqual(kept ? [] : ["promise"]);
  });

  it("holds a study's own numbers to it, whatever they start from", async () => {
    const own = (base: string, minimum: string) =>
      loadWith(
        `disclosure: { profile: own, promise: groups under 12 never shown, own: { based_on: ${base}, source: x${minimum} } }\n`,
      );
    expect((await own("partner", ", minimum_people: 12")).issues).toEqual([]);
    expect((await own("pilot", "")).issues).toMatchObject([
      { code: "promise", found: "profile own, with a minimum of 10" },
    ]);
    expect((await own("pilot", ", minimum_people: 11")).issues).toMatchObject([{ code: "promise" }]);
  });
});

describe("a slip in the block", () => {
  const told = async (disclosure: string) =>
    (await loadWith(disclosure)).issues.map(({ message, fix }) => [message, fix]);
  const own = (line: string) =>
    told(`disclosure:\n  profile: own\n  own:\n    based_on: pilot\n    source: The board\n    ${line}\n`);

  it.each([
    ["pilott", "pilot"],
    ["HES", "hes"],
    ["intern", "internal"],
  ])("of a profile's name is told with the name that was meant, first: %s", async (written, meant) => {
    const [[message, fix], ...others] = (await told(`disclosure: { profile: ${written} }\n`)) as [string[]];
    expect(others).toEqual([]);
    expect(message).toBe(
      `disclosure.profile: did you mean ${meant}? expected one of pilot, hes, strict, partner, internal, own, found "${written}"`,
    );
    expect(fix).toMatch(new RegExp(`^write profile: ${meant}`));
  });

  it("of a setting's name is told once, with the name that was meant", async () => {
    expect(await own("minimum_poeple: 12")).toEqual([
      [
        "disclosure.own.minimum_poeple: not a setting of study.yaml",
        "did you mean minimum_people? rename it",
      ],
    ]);
    expect(await told("disclosure: { profiles: pilot }\n")).toEqual([
      ["disclosure.profiles: not a setting of study.yaml", "did you mean profile? rename it"],
    ]);
    expect(await own("shares: { opinion: { bytrust: nothing } }")).toEqual([
      [
        "disclosure.own.shares.opinion.bytrust: not a setting of study.yaml",
        "did you mean by_trust? rename it",
      ],
    ]);
  });

  it("of one value in place of a group of settings is told with the settings of that group", async () => {
    expect(await own("shares: 0")).toEqual([
      [
        "disclosure.own.shares: expected a group of settings, found 0",
        "write any of service, opinion, personal on lines below shares:, further in; or remove the line",
      ],
    ]);
    expect((await own("shares: { service: 0 }"))[0]![1]).toContain("any of fewest_by_trust, fewest_pooled");
  });

  it("of the people between two points of a curve is told for what it is", async () => {
    expect(await own("events_between: -1")).toEqual([
      [
        "disclosure.own.events_between: expected 3 or more: of two who got there between two points, each knows when the other did, found -1",
        "write 3 or more",
      ],
    ]);
  });

  it("of its place is told with the place", async () => {
    expect(await told("disclosure: { profile: pilot, minimum_people: 12 }\n")).toEqual([
      [
        "disclosure.minimum_people: not a setting of study.yaml",
        "write profile: own, and put minimum_people under own, beside based_on and source",
      ],
    ]);
    expect((await told("disclosure: pilot\n"))[0]![1]).toBe(
      "write it on a line of its own below disclosure:, indented by two spaces: profile: pilot",
    );
  });

  it("of a name that is like no other is told with those that there are", async () => {
    expect((await told("disclosure: { profile: pilot, release: yes }\n"))[0]![1]).toBe(
      "check the spelling and the indentation (here: profile, own, promise, trust_costs), or remove the line",
    );
  });

  it.each([
    ["minimum_people: 2", "write 3 or more"],
    ['minimum_people: "12"', "write 12 without quotation marks"],
    ["minimum_people: twelve", "write the number in digits"],
    ["minimum_people: 12.5", "write a whole number"],
    ["minimum_people:", "write a value after the colon, or remove the line"],
    ["protection: { money: 10% }", "write 10% as a proportion: 0.1"],
    ["shares: { opinion: { everyone: hidden } }", "write one of shown, held back"],
  ])("of a number is told with how to write it: %s", async (line, fix) => {
    expect((await own(line)).map(([, told]) => told)).toEqual([fix]);
  });

  it.each([
    ["10", "write promise: groups under 10 never shown"],
    ["Groups under 15 are never shown", "write promise: groups under 15 never shown"],
    ["groups with fewer than 8 people stay private", "write promise: groups under 8 never shown"],
    ["groups of 10 or fewer never shown", "write promise: groups under 10 never shown, with the number"],
    ["groups under 12.5 never shown", "write promise: groups under 10 never shown, with the number"],
    ["nobody will be recognised", "write promise: groups under 10 never shown, with the number"],
  ])("of the promise is told with the sentence to write: %s", async (promise, fix) => {
    const issues = await told(`disclosure: { profile: pilot, promise: ${promise} }\n`);
    expect(issues).toHaveLength(1);
    expect(issues[0]![1]).toContain(fix);
  });

  it("of a promise that own numbers do not keep names the number to write", async () => {
    const block = (promise: number) =>
      `disclosure: { profile: own, promise: groups under ${promise} never shown, own: { based_on: pilot, source: The board, minimum_people: 12 } }\n`;
    expect(await told(block(12))).toEqual([]);
    expect((await told(block(15))).map(([, fix]) => fix)).toEqual([
      "write minimum_people: 15 or more under own",
    ]);
  });

  it("of a consent says what one is made of", async () => {
    expect(
      await told("disclosure: { profile: pilot, trust_costs: [C, { trust: A, on: 2026-10-12 }] }\n"),
    ).toEqual([
      [
        'disclosure.trust_costs[1]: expected a Trust, who agreed and the day they did, found "C"',
        "write - { trust: C, by: who agreed in writing, on: 2026-10-12 }",
      ],
      [
        "disclosure.trust_costs[2].by: expected who agreed in writing, found nothing",
        "add by: to disclosure.trust_costs[2]",
      ],
    ]);
  });
});

it("a setting that nearly has the name of one elsewhere in study.yaml is told that name", async () => {
  const read = await example.read("study.yaml");
  const text = new TextDecoder().decode(read!).replace("confidence_level:", "confidence_levle:");
  const folder = {
    list: () => example.list(),
    read: async (file: string) =>
      file === "study.yaml" ? new TextEncoder().encode(text) : example.read(file),
  };
  const { issues } = await loadStudy(folder, await readShipped(), readCsvBytes);
  expect(issues.map(({ fix }) => fix)).toEqual(["did you mean confidence_level? rename it"]);
});
