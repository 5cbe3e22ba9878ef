import { describe, expect, it } from "vitest";
import type { Quotation } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import { numbered, variable, variables } from "../ingest/small-study.js";
import { findingsOf } from "./check-files.js";

const secret = "My consultant was never there";
const surveys = {
  "A arrival": [
    ["link_code", "start_date", "best", "worst"],
    [
      "AB12",
      "2026-04-05",
      "The \u201cbuddy\u201d I was given, and\n the shadowing weeks. " + secret,
      "The rota",
    ],
    ["CD34", "2026-04-05", "Quiet nights", ""],
    ["EF56", "2026-04-05", "", "Dr Amina Okafor helped; write to amina@example.org"],
    ["GH78", "2026-04-05", "Quiet nights", "Parking at St Elsewhere"],
  ],
  "B arrival": [
    ["link_code", "best"],
    ["ZZ99", "Quiet nights"],
  ],
};
const worst = variable("worst", { question: "What was worst?", role: "text", type: "text" });
const approved: Quotation = {
  file: "survey/A-arrival.csv",
  row: 2,
  variable: "best",
  words: "the shadowing weeks",
  attribution: "A doctor new to the NHS",
  approved_by: "Chair of the steering group",
  on: "2027-04-20",
};

async function check(quotations: readonly Partial<Quotation>[], more: Partial<Study> = {}) {
  return findingsOf(
    "quotation",
    { surveys },
    {
      variables: [...variables, worst],
      quotations: quotations.map((each) => ({ ...approved, ...each })),
      ...more,
    },
  );
}

/** Each mistake as its key and message, and how to mend it. */
async function wrong(change: Partial<Quotation>, more: Partial<Study> = {}) {
  const found = await check([change], more);
  for (const { severity, at, expected } of found) {
    expect(severity).toBe("error");
    expect(at.file).toBe("study.yaml");
    expect(expected).not.toBe("");
  }
  expect(JSON.stringify(found)).not.toContain(secret);
  return found.map(({ message, fix }) => [message.replace("quotations[0].", ""), fix]);
}

describe("an approved quotation", () => {
  it("holds where its words stand in the cell, whatever the white space and the shape of quotation marks", async () => {
    for (const words of [
      "the shadowing weeks",
      "The 'buddy' I was given, and the shadowing weeks.",
      'The "buddy" [...] and the  shadowing weeks',
      "The \u2018buddy\u2019 [\u2026] shadowing [...]",
      "[...] given, and the shadowing weeks.",
    ]) {
      expect(await check([{ words }]), words).toEqual([]);
    }
  });

  it("is none of the cell's when it ends in the middle of a word, or its parts stand in another order", async () => {
    for (const words of ["shadowing week", "hadowing weeks", "weeks [...] buddy", "weeks [...] weeks"]) {
      expect((await wrong({ words }))[0]![0], words).toBe(
        "words: the words do not stand in row 2 under best",
      );
    }
  });

  it("is to be written as the respondent did", async () => {
    expect(await wrong({ words: "The Shadowing Weeks" })).toEqual([
      ["words: the words stand there with other capitals", "write each capital as the respondent did"],
    ]);
  });

  it("of another row is told where it stands", async () => {
    expect(await wrong({ words: "Quiet nights" })).toEqual([
      [
        "words: the words do not stand in row 2 under best",
        "the words stand in rows 3 and 5: correct the row",
      ],
    ]);
    expect(await wrong({ row: 4 })).toEqual([
      ["row: row 4 holds no words under best", "the words stand in row 2: correct the row"],
    ]);
    expect(await wrong({ words: "The rota" })).toEqual([
      [
        "words: the words do not stand in row 2 under best",
        "the words stand in row 2 under worst: correct these two",
      ],
    ]);
    expect(await wrong({ row: 99 })).toEqual([
      ["row: row 99 holds no respondent", "the words stand in row 2: correct the row"],
    ]);
    expect(await wrong({ row: 1, words: "Nobody wrote this" })).toEqual([
      [
        "row: row 1 holds no respondent",
        "look up the row as a spreadsheet shows the file, header rows counted",
      ],
    ]);
  });

  it("names a survey file and a free-text variable of the study", async () => {
    expect(await wrong({ file: "survey/A-arival.csv" })).toEqual([
      ["file: study.yaml lists no such file", "did you mean survey/A-arrival.csv?"],
    ]);
    expect((await wrong({ file: "cohort.csv" }))[0]![0]).toBe("file: this file is no survey");
    expect(await wrong({ variable: "bset" })).toEqual([
      ["variable: codebook.csv has no bset", "did you mean best?"],
    ]);
    expect(await wrong({ variable: "settle_1" })).toEqual([
      ["variable: settle_1 is of role item, not free text", "name one of best, worst"],
    ]);
  });

  it("holds no identifier; one that the file holds was replaced on reading, which is said", async () => {
    const cell = { row: 4, variable: "worst" };
    expect(await wrong({ ...cell, words: "Dr Amina Okafor helped" })).toEqual([
      ["words: the words hold what may be a person's name", "put [...] in its place"],
    ]);
    expect(await wrong({ ...cell, words: "write to amina@example.org" })).toEqual([
      ["words: the words hold what may be an e-mail address", "put [...] in its place"],
    ]);
    const [message, fix] = (await wrong({ ...cell, words: "Amina Okafor helped" }))[0]!;
    expect(message).toContain("something that could tell a person was removed on reading");
    expect(fix).toContain("put [...] where the file names a person or a number");
    expect(await check([{ ...cell, words: "[...] helped; write to [...]" }])).toEqual([]);
  });

  it("names no Trust, in its words or its attribution", async () => {
    const cell = { row: 5, variable: "worst" };
    expect(await wrong({ ...cell, words: "Parking at St Elsewhere" })).toEqual([
      ["words: the words name a Trust", "put [...] in place of the name"],
    ]);
    expect(await check([{ ...cell, words: "Parking at [...]" }])).toEqual([]);
    for (const attribution of [
      "A doctor at Trust B",
      "Doctor at st elsewhere",
      "Doctor, A",
      "B, doctor",
      "A Hospital doctor",
      "A",
    ]) {
      expect((await wrong({ attribution }))[0]![0], attribution).toBe(
        "attribution: the attribution names a Trust",
      );
    }
  });

  it("is attributed to a role, not to what may be a name", async () => {
    for (const attribution of [
      "Dr Okafor",
      "A doctor, Amina Okafor",
      "Amina Okafor",
      "Q.O., doctor",
      "A doctor from Lagos",
    ]) {
      expect((await wrong({ attribution }))[0]![0], attribution).toBe(
        "attribution: the attribution may name a person or a place",
      );
    }
    const grade = variable("grade", { role: "group", categories: numbered(["Locum Appointment", "Other"]) });
    for (const attribution of [
      "A doctor new to the NHS",
      "IMG, month 3",
      "An FY2 doctor",
      "A Senior House Officer",
      "Locum Appointment, Month 3",
    ]) {
      expect(
        await check([{ attribution }], { variables: [...variables, worst, grade] }),
        attribution,
      ).toEqual([]);
    }
  });

  it("is short, and stands once", async () => {
    const long = Array.from({ length: 61 }, (_, index) => `word${index}`).join(" ");
    expect((await wrong({ words: long })).map(([message]) => message)).toEqual([
      "words: 61 words are too long to quote",
    ]);
    expect((await wrong({ words: "[...] ." })).map(([message]) => message)[0]).toBe(
      "words: there are no words to quote",
    );
    const twice = await check([{}, { words: "the  shadowing weeks" }]);
    expect(twice.map(({ message }) => message)).toEqual([
      "quotations[1].words: the same words stand here twice",
    ]);
  });

  it("is told of all its mistakes at once, and cannot be made a warning", async () => {
    const checks = [{ rule: "quotation", warning: { count: 1 } }];
    expect(
      await wrong({ row: 99, words: "write to amina@example.org", attribution: "Trust A" }, { checks }),
    ).toHaveLength(3);
  });

  it("is of a person who counts", async () => {
    const firstPost = variable("first_post", { role: "group", categories: numbered(["No", "Yes"]) });
    const eligibility = {
      answers: [{ variable: "first_post", codes: [2] }],
      started_in_period: true,
      ineligible: "leave-out" as const,
    };
    const files = {
      "A arrival": [
        ["first_post", "best"],
        ["No", "the shadowing weeks"],
        ["Yes", "the shadowing weeks"],
      ],
    };
    const of = (row: number) =>
      findingsOf(
        "quotation",
        { surveys: files },
        { variables: [...variables, firstPost], eligibility, quotations: [{ ...approved, row }] },
      );
    expect(await of(2)).toMatchObject([
      { message: "quotations[0].row: the respondent in row 2 is left out of the evaluation as not eligible" },
    ]);
    expect(await of(3)).toEqual([]);
  });
});
