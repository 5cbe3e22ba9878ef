import { describe, expect, it } from "vitest";
import { numbered, variable, variables } from "../ingest/small-study.js";
import { findingsOf } from "./check-files.js";

const file = "survey/A-arrival.csv";
const required = variables.map((each) => ({
  ...each,
  required: ["start_date", "link_code"].includes(each.name),
}));

describe("required-blank", () => {
  it("tells of each required cell left blank with its place, and what follows for a link code", async () => {
    const surveys = {
      "A arrival": [
        ["link_code", "start_date"],
        ["AB12", "2026-04-05"],
        ["CD34", " "],
        ["", "2026-04-06"],
      ],
    };
    expect(await findingsOf("required-blank", { surveys }, { variables: required })).toEqual([
      {
        rule: "required-blank",
        code: "required-blank",
        severity: "warning",
        at: { file, row: 4, column: "link_code" },
        message: "link_code: required, and left blank; this answer cannot be tied to another wave",
        expected: "an answer",
        found: "nothing",
        fix: "fill in the cell if the answer is known; else leave it: it is counted as blank",
        trust: "A",
        wave: "arrival",
      },
      expect.objectContaining({
        at: { file, row: 3, column: "start_date" },
        message: "start_date: required, and left blank",
      }),
    ]);
  });

  it("says nothing of a variable that is not required, or of an answer such as prefer not to say", async () => {
    const surveys = {
      "A arrival": [
        ["settle_1", "best"],
        ["97", ""],
        ["4", "tea"],
      ],
    };
    const some = variables.map((each) => ({ ...each, required: each.name === "settle_1" }));
    expect(await findingsOf("required-blank", { surveys }, { variables: some })).toEqual([]);
  });

  it("is an error by its share, where the study says so", async () => {
    const rows = (blank: number) => [
      ["start_date"],
      ...Array.from({ length: 10 }, (_, i) => [i < blank ? "-" : "2026-04-05"]),
    ];
    const withDash = required.map((each) =>
      each.name === "start_date" ? { ...each, missing: { blank: ["-"] } } : each,
    );
    const checks = [{ rule: "required-blank", error: { share: 0.2 } }];
    const found = (blank: number) =>
      findingsOf(
        "required-blank",
        { surveys: { "A arrival": rows(blank) } },
        { variables: withDash, checks },
      );
    expect((await found(1)).map((each) => each.severity)).toEqual(["note"]);
    expect((await found(2)).map((each) => each.severity)).toEqual(["error", "error"]);
  });
});

describe("blank-throughout", () => {
  const rows = (count: number, last = "") => [
    ["link_code", "settle_1", "best"],
    ...Array.from({ length: count }, (_, i) => [`AB1${i}`, i === count - 1 ? last : "", ""]),
  ];

  it("warns of a question that nobody of five answered, at its column, and in place of one warning a cell", async () => {
    const surveys = { "A arrival": rows(5) };
    expect(await findingsOf("blank-throughout", { surveys })).toMatchObject([
      {
        severity: "warning",
        at: { file, column: "settle_1" },
        message: "settle_1: the file holds this question, and all 5 respondents left it blank",
        found: "5 blank",
        trust: "A",
      },
    ]);
    const settle = variables.map((each) => ({ ...each, required: each.name === "settle_1" }));
    expect(await findingsOf("required-blank", { surveys }, { variables: settle })).toEqual([]);
  });

  it("says nothing where one answered, preferred not to, or fewer than five were asked", async () => {
    for (const surveys of [
      { "A arrival": rows(5, "4") },
      { "A arrival": rows(5, "97") },
      { "A arrival": rows(4) },
    ])
      expect(await findingsOf("blank-throughout", { surveys })).toEqual([]);
  });

  it("knows that nobody rates what nobody received", async () => {
    const induction = [
      variable("received_x", { role: "received", component: "PRO-01", categories: numbered(["No", "Yes"]) }),
      variable("useful_x", { role: "useful", component: "PRO-01", categories: numbered(["Low", "High"]) }),
    ];
    const given = (received: string) => ({
      "A arrival": [
        ["link_code", "received_x", "useful_x"],
        ...Array.from({ length: 5 }, (_, i) => [`AB1${i}`, received, ""]),
      ],
    });
    const more = { variables: [variables[0]!, ...induction] };
    expect(await findingsOf("blank-throughout", { surveys: given("No") }, more)).toEqual([]);
    expect(await findingsOf("blank-throughout", { surveys: given("Yes") }, more)).toMatchObject([
      { at: { column: "useful_x" } },
    ]);
  });
});
