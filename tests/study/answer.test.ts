import { describe, expect, it } from "vitest";
import { readAnswer } from "../../src/study/answer.js";
import { numbered, variable } from "../ingest/small-study.js";

const agree = variable("agree", {
  categories: numbered(["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]),
  missing: { "prefer not to say": ["Prefer not to say", "97"], "don't know": ["Don't know"] },
});
const turned = { reversed: true, dateOrder: null } as const;
const days = variable("days", { type: "number", minimum: 0, maximum: 180, notYet: ["Not yet"] });
const helpers = variable("helpers", {
  type: "multiple",
  categories: numbered(["Buddy", "Mentor, or tutor", "HR", "Mentor"]),
  missing: { "prefer not to say": ["Prefer not to say"] },
});

describe("readAnswer, one of a list", () => {
  it.each([["Agree"], ["  agree "], ["AGREE"], ["4 - Agree"], ["Agree (4)"], ["4"], ["4.0"]])(
    "reads %j as category 4",
    (text) => expect(readAnswer(agree, text)).toEqual({ kind: "number", value: 4 }),
  );

  it("reads a number that a workbook stored as a number", () => {
    expect(readAnswer(agree, 5)).toEqual({ kind: "number", value: 5 });
  });

  it("turns numbers on a reversed form, and never words", () => {
    expect(readAnswer(agree, "5", turned)).toEqual({ kind: "number", value: 1 });
    expect(readAnswer(agree, "2", turned)).toEqual({ kind: "number", value: 4 });
    expect(readAnswer(agree, "Strongly agree", turned)).toEqual({ kind: "number", value: 5 });
    expect(readAnswer(agree, "5 - Strongly agree", turned)).toEqual({ kind: "number", value: 5 });
  });

  it("turns a scale whose labels are its numbers", () => {
    const ten = variable("ten", { categories: [0, 1, 2].map((code) => ({ code, label: String(code) })) });
    expect(readAnswer(ten, "0", turned)).toEqual({ kind: "number", value: 2 });
  });

  it("keeps missing words apart, a missing number of a reversed form among them", () => {
    expect(readAnswer(agree, "Don’t know")).toEqual({ kind: "missing", reason: "don't know" });
    expect(readAnswer(agree, "prefer not to say.")).toEqual({ kind: "missing", reason: "prefer not to say" });
    expect(readAnswer(agree, "97", turned)).toEqual({ kind: "missing", reason: "prefer not to say" });
    expect(readAnswer(agree, null)).toEqual({ kind: "missing", reason: "blank" });
    expect(readAnswer(agree, " \n")).toEqual({ kind: "missing", reason: "blank" });
  });

  it.each(["6", "0", "Agreed", "3.5", "4 or 5"])("refuses %j", (text) =>
    expect(readAnswer(agree, text)).toMatchObject({ kind: "invalid" }),
  );
});

describe("readAnswer, tick all that apply", () => {
  it("splits at semicolons, a trailing one allowed", () => {
    expect(readAnswer(helpers, "HR;Buddy;")).toEqual({ kind: "chosen", codes: [1, 3] });
    expect(readAnswer(helpers, "Mentor, or tutor;HR")).toEqual({ kind: "chosen", codes: [2, 3] });
  });

  it("splits at commas and keeps labels whole that hold one", () => {
    expect(readAnswer(helpers, "Buddy, Mentor, or tutor, HR")).toEqual({ kind: "chosen", codes: [1, 2, 3] });
    expect(readAnswer(helpers, "Buddy,Mentor,HR")).toEqual({ kind: "chosen", codes: [1, 3, 4] });
  });

  it("reads codes", () => {
    expect(readAnswer(helpers, "1,3")).toEqual({ kind: "chosen", codes: [1, 3] });
  });

  it("reads tick boxes; none ticked is blank, because the question may have been passed over", () => {
    const ticks = (first: boolean, third: boolean) => [
      { code: 1, ticked: first },
      { code: 3, ticked: third },
    ];
    expect(readAnswer(helpers, ticks(true, true))).toEqual({ kind: "chosen", codes: [1, 3] });
    expect(readAnswer(helpers, ticks(false, false))).toEqual({ kind: "missing", reason: "blank" });
  });

  it("reads a missing word, and refuses an unknown option", () => {
    expect(readAnswer(helpers, "Prefer not to say;")).toEqual({
      kind: "missing",
      reason: "prefer not to say",
    });
    expect(readAnswer(helpers, "Buddy;Porter;")).toMatchObject({ kind: "invalid" });
  });
});

describe("readAnswer, numbers", () => {
  it("reads numbers and thousands commas", () => {
    expect(readAnswer(days, "15")).toEqual({ kind: "number", value: 15 });
    expect(readAnswer(days, "15.5")).toEqual({ kind: "number", value: 15.5 });
    expect(readAnswer(days, 0)).toEqual({ kind: "number", value: 0 });
    expect(readAnswer(variable("n", { type: "number" }), "1,200")).toEqual({ kind: "number", value: 1200 });
  });

  it.each(["15 days", "3 weeks", "2-3", "about 4", "1,2OO", "1,20", "1e3", "181", "-1", "٣"])(
    "refuses %j and says what was expected",
    (text) =>
      expect(readAnswer(days, text)).toEqual({
        kind: "invalid",
        expected: "a number from 0 to 180, without words",
      }),
  );

  it("knows not yet from a number", () => {
    expect(readAnswer(days, "not yet")).toEqual({ kind: "not-yet" });
  });
});

describe("readAnswer, dates and codes", () => {
  const start = variable("start", { type: "date" });
  const reading = (dateOrder: "dmy" | "mdy" | null) => ({ reversed: false, dateOrder });

  it("reads dates by the order of their column: days since 1970-01-01", () => {
    expect(readAnswer(start, "05/04/2026", reading("dmy"))).toEqual({ kind: "day", value: 20548 });
    expect(readAnswer(start, "4/5/26 10:22:00", reading("mdy"))).toEqual({ kind: "day", value: 20548 });
    expect(readAnswer(start, "2026-04-05T10:22:00", reading("mdy"))).toEqual({ kind: "day", value: 20548 });
    expect(readAnswer(start, "5 April 2026", reading(null))).toEqual({ kind: "day", value: 20548 });
  });

  it("refuses a date whose order nobody knows, and days that do not exist", () => {
    expect(readAnswer(start, "05/04/2026", reading(null))).toMatchObject({ kind: "invalid" });
    expect(readAnswer(start, "31/02/2026", reading("dmy"))).toMatchObject({ kind: "invalid" });
    expect(readAnswer(start, "next Monday", reading("dmy"))).toMatchObject({ kind: "invalid" });
  });

  it("writes link codes alike, whatever their case and spaces", () => {
    const code = variable("code", { type: "code" });
    expect(readAnswer(code, " an 14-on ")).toEqual({ kind: "text", value: "AN14ON" });
    expect(readAnswer(code, " - ")).toEqual({ kind: "missing", reason: "blank" });
  });
});
