import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { forEarlierRelease } from "../../src/disclosure/primary.js";
import { hidden, people, share } from "../disclosure/attack/held.js";
import { temporaryFolder } from "../temporary.js";
import { runCli } from "./run-cli.js";

const opinion = {
  id: "item/welcome/arrival/top-two/trust-a",
  sensitivity: "opinion",
  level: "top-two",
} as const;
// Of 12 people, 2 or 3 are 0.2 to the nearest 0.2, and 3 or 4 are 0.3 to the nearest 0.15.
const twoOrThree = share(opinion, 0.2, 12, 0.2);
const threeOrFour = share(opinion, 0.3, 12, 0.15);

/** A folder of releases by name, each of some results; of a study by its id. */
function folders(releases: Readonly<Record<string, readonly Result[]>>, study?: (name: string) => string) {
  const root = temporaryFolder();
  return Object.entries(releases).map(([name, results]) => {
    const folder = join(root, name);
    mkdirSync(folder);
    const id = study?.(name) ?? "induction";
    const json = {
      disclosure: { profile: "pilot" },
      study: {
        study: { id, title: `Study ${id}` },
        disclosure: { profile: "pilot" },
        waves: [{ id: "arrival", label: "Arrival" }],
        variables: [],
      },
      groups: [["A"], ["B"]],
      relations: [],
      results,
    };
    writeFileSync(join(folder, "results.json"), JSON.stringify(json));
    return folder;
  });
}

describe("audit of several releases", () => {
  it("tells what those of one study give away together, and by which result of which release; exits 1", async () => {
    const [may, june] = folders({ may: [twoOrThree], june: [threeOrFour] });
    const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
    expect(exitCode).toBe(1);
    expect(out.match(/2 attacked, 0 given away/g)).toHaveLength(2);
    const [, together] = out.split(`Together, for whoever holds them all: ${june}, ${may}\n`);
    expect(together).toContain("2 attacked with all at once, 2 given away.");
    expect(together).toContain(`people counted in ${opinion.id} [${opinion.id}]: exactly 3.`);
    expect(together).toContain(`These results give it away together:\n       ${june}: ${opinion.id}`);
    expect(together).toContain(`       ${may}: ${opinion.id}`);
  });

  it("tells the same whatever their order, for people and for programs", async () => {
    const [may, june] = folders({ may: [twoOrThree, hidden({ id: "x/trust-a" })], june: [threeOrFour] });
    const together = async (...flags: readonly string[]) => {
      const { out } = await runCli("audit", "--numbers", ...flags);
      return flags.includes("--json") ? (JSON.parse(out) as unknown[]).at(-1) : out.split("Together").at(-1);
    };
    for (const flags of [[], ["--json"]])
      expect(await together(...flags, june!, may!)).toEqual(await together(...flags, may!, june!));
    expect(await together("--json", may!, june!)).toMatchObject({
      folders: [june, may],
      together: {
        attacked: 5,
        givenAway: [
          {
            id: opinion.id,
            low: 3,
            high: 3,
            asked: 1,
            from: [
              { folder: june, id: opinion.id },
              { folder: may, id: opinion.id },
            ],
          },
          { id: opinion.id, what: "not counted", low: 9, high: 9 },
        ],
      },
    });
  });

  it("says that equal ones tell the same, and puts none of another or of no named study beside them; exits 0", async () => {
    const releases = { april: [twoOrThree], may: [twoOrThree], other: [threeOrFour] };
    const [april, may, other] = folders(releases, (name) => (name === "other" ? "other" : "induction"));
    const { exitCode, out } = await runCli("audit", "--numbers", april!, may!, other!);
    expect(exitCode).toBe(0);
    expect(out).toContain(`Together, for whoever holds them all: ${april}, ${may}\n  They tell the same.`);
    expect(out).toContain(
      `Not put together with others, since only releases of one study are:\n  ${other} is of "Study other".`,
    );
  });

  it("calls no release clean that names no study, or not so that it can be read; exits 1", async () => {
    const [may, june] = folders({ may: [twoOrThree], june: [twoOrThree] });
    const file = join(june!, "results.json");
    const { study, ...rest } = JSON.parse(readFileSync(file, "utf8")) as { study: object };
    for (const other of [rest, { ...rest, study: { ...study, waves: "arrival" } }]) {
      writeFileSync(file, JSON.stringify(other));
      const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
      expect(exitCode).toBe(1);
      expect(out).toContain(`${june} does not say of which study it is, so nobody can say what it tells`);
    }
  });

  it("says of which subgroup a release does not tell what its levels join; exits 1", async () => {
    const of = { ...opinion, trusts: ["A", "B"], id: "item/welcome/arrival/top-two/pooled" };
    const junior = { ...of, id: `${of.id}/grade-junior`, group: { variable: "grade", level: "Junior" } };
    const level = share(junior, 0.4, 40, 0.2, 5);
    const [may, june] = folders({
      may: [level],
      june: [level, share(of, 0.4, 100, 0.2, 5)],
    });
    const levels = [{ variable: "grade", levels: [{ label: "Junior", codes: [1, 2] }] }];
    for (const [told, exit] of [
      [[june], 1],
      [[june, may], 0],
    ] as const) {
      for (const folder of told) {
        const file = join(folder!, "results.json");
        writeFileSync(
          file,
          JSON.stringify({ ...(JSON.parse(readFileSync(file, "utf8")) as object), levels }),
        );
      }
      const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
      expect([out, exitCode]).toEqual([out, exit]);
      expect(out.includes(`Not compared: ${may} does not say which answers its levels of grade join.`)).toBe(
        exit === 1,
      );
    }
  });

  it("tells what one holds back and the other shows; exits 1", async () => {
    const [may, june] = folders({ may: [twoOrThree], june: [hidden(opinion)] });
    const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
    expect(exitCode).toBe(1);
    expect(out).toContain("Held back in one release and shown in another: 1.");
    expect(out).toContain(`${june} holds it back, ${may} shows it.`);
  });

  it("says that data changed, with an example, and whom few people more would give away; exits 1", async () => {
    const flow = (number: number) => people("flow/answered-arrival/pooled", ["A", "B"], number);
    const [may, june] = folders({
      may: [share(opinion, 0.6, 12, 0.2), flow(40)],
      june: [threeOrFour, flow(41)],
    });
    const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
    expect(exitCode).toBe(1);
    expect(out).toContain(`Answers at Arrival: 2 numbers differ between ${june} and ${may}, such as`);
    expect(out).toContain("They rest on different data throughout: there is nothing to put together.");
    expect(out).toMatch(
      /Few people between two releases: 1\.\n {2}1\. .*That is 1 person fewer; the policy asks for 10\./,
    );
  });

  it("says that what one holds back for the sake of the other gives nothing away; exits 0", async () => {
    const of = (name: string) => ({ ...opinion, id: `item/${name}/arrival/top-two/trust-a`, item: name });
    const questions = ["welcome", "home", "rota"].map(of);
    const shown = questions.map((one) => share(one, 0.4, 30, 0.1, 5));
    const withheld = questions.map((one) => ({ ...hidden(one), reason: forEarlierRelease }) as Result);
    const [may, june, july] = folders({
      may: shown,
      june: withheld,
      july: [shown[0]!, ...withheld.slice(1)],
    });
    const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
    expect([out, exitCode]).toEqual([out, 0]);
    expect(out).toContain(
      "Held back for the sake of an earlier release: 9 numbers, by which nobody may tell who changed since. 0 given away.",
    );
    const weak = await runCli("audit", "--numbers", may!, july!);
    expect(weak.exitCode).toBe(1);
    expect(weak.out).toContain(
      "Shown, while others like it are held back for the sake of an earlier release: 1.",
    );
    expect(weak.out).toContain(`${july} shows it, and so does ${may}. That tells whether it changed.`);
  });

  it("calls no more than six that differ clean, since it does not try them in every order; exits 1", async () => {
    const wave = (estimate: number) => share({ ...opinion, sensitivity: "service" }, estimate, 100);
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const releases = names.map((name, place) => [name, [wave(place / 10)]] as const);
    const all = folders(Object.fromEntries(releases));
    const seven = await runCli("audit", "--numbers", ...all);
    expect(seven.exitCode).toBe(1);
    expect(seven.out).toContain(
      "Not clean: more than 6 of these releases differ, so not every way of putting them together was tried.",
    );
    const six = await runCli("audit", "--numbers", ...all.slice(1));
    expect([six.out, six.exitCode]).toEqual([six.out, 0]);
    expect(six.out).not.toContain("Not clean");
  });

  it("is not clean where numbers of IMGs could not be tried, and says so", async () => {
    const cohort = (inB: number, inAll: number): readonly Result[] => {
      const about = { measure: "cost", item: "per-img", sensitivity: "service" } as const;
      const cost = (slice: string, trusts: readonly string[], n: number): Result => {
        const one = share({ id: `cost/per-img/inducted/${slice}`, ...about, trusts }, 1000, n, 100, 5);
        const { wave: _, ...subject } = one.subject;
        return { ...one, subject, unit: "GBP 2026/27 per IMG inducted" };
      };
      return [
        people("flow/inducted/pooled", ["A", "B"], inAll),
        people("flow/inducted/trust-a", ["A"], 20, 5),
        people("flow/inducted/trust-b", ["B"], inB, 5),
        cost("trust-a", ["A"], 20),
        cost("trust-b", ["B"], inB),
      ];
    };
    // A had 20 at the most where B had 38 or more of 58; of 78, B has 57 at the most, and A 21 or more.
    const [may, june] = folders({ may: cohort(40, 58), june: cohort(55, 78) });
    const { exitCode, out } = await runCli("audit", "--numbers", may!, june!);
    expect(exitCode).toBe(1);
    expect(out).toContain(`Numbers of IMGs not tried between ${june} and ${may}:`);
    expect(out).toContain("So nobody can say that none follows.");
  });
});
