import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { personalColumnsDropped } from "../../src/ingest/lay-out.js";
import { rules } from "../../src/validate/rules/index.js";
import { settledWords, surveyWords } from "../../src/run/fault-words.js";

/** Told to a Trust by what the checks themselves say, as far as it can mend it: cost returns, cohort and HR tables. */
const otherFiles =
  /^(?:cohort$|hr$|cost-|hr-|img-time-|template-version$|second-cost-return$|not-a-workbook$|missing-header$|missing-column$|no-heading$|no-counts$|not-a-count$|part-above-whole$|repeated-(?:trust|doctor)$|responses-above-inducted$|cohort-below-responses$|unknown-trust$|trust-in-some-files$|start-differs$|price-|missing-price$)/;

/** Kinds of findings of survey files that a Trust is not told, and why. */
const untold: Readonly<Record<string, string>> = {
  // What those who evaluate declare: no Trust has study.yaml or the codebook.
  "not-listed": "study.yaml",
  "outside-folder": "study.yaml",
  "too-many-files": "the study folder",
  "not-a-file": "the study folder",
  "wrong-dialect": "study.yaml",
  "missing-replaced": "the study folder",
  "resubmission-unread": "an earlier file, from which nothing is computed",
  resubmission: "what a file sent again changes, for those who evaluate to confirm",
  quotation: "study.yaml",
  "unclaimed-column": "the codebook",
  "label-not-in-codebook": "the codebook",
  "asked-after-all": "study.yaml",
  "waves-overlap": "study.yaml",
  "reversed-without-effect": "study.yaml",
  "scale-direction-suspected": "study.yaml",
  "form-direction-suspected": "study.yaml",
  "item-direction-suspected": "the codebook",
  "place-unknown": "aliases in study.yaml",
  "place-question-absent": "study.yaml",
  // Who a person is, or what a person answered; nobody can ask an anonymous person again.
  "duplicate-respondent": "who is the same person",
  "near-copy": "who is the same person",
  "near-miss-link": "who is the same person",
  "code-in-two-trusts": "who is the same person, and at which other Trust",
  "few-linked": "who is the same person",
  "link-missing": "who is the same person",
  "link-confirmed": "who is the same person",
  "identifier-as-link-code": "who a person is",
  "waves-out-of-order": "who is the same person",
  "later-wave-first": "who is the same person",
  "place-blank": "where a person works",
  "place-differs": "where a person works",
  "unsigned-figure": "study.yaml",
  "not-eligible": "who belongs to the evaluation",
  "straight-lining": "how a person answered",
  "required-blank": "what a person left out",
  "answered-before-start": "when a person started",
  "sent-before-opened": "the platform's own times",
  "answered-at-other-wave": "central surveys alone",
  ceiling: "results",
  // Notes.
  "empty-column": "a note",
  "hidden-columns": "a note",
  "not-asked": "a note",
  "personal-columns-dropped": "a note",
  "platform-columns-dropped": "a note",
  "time-zone": "a note",
  "weight-not-used": "a note",
};

function codesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const lines = [...text.matchAll(/\bcode: ([^\n]*?),\s*severity\b/g)].map(([, code]) => code!);
    return lines.flatMap((line) => [...line.matchAll(/"([a-z-]+)"/g)].map(([, code]) => code!));
  });
}

const codes = [
  ...new Set([
    ...codesIn("src/ingest"),
    ...codesIn("src/validate"),
    personalColumnsDropped,
    ...rules.map(({ id }) => id),
  ]),
];

describe("what a Trust is told", () => {
  it("is decided for every kind of finding, in words for a Trust or on purpose not at all", () => {
    expect(codes.length).toBeGreaterThan(80);
    const decided = (code: string) =>
      code in settledWords || code in surveyWords || code in untold || otherFiles.test(code);
    expect(codes.filter((code) => !decided(code))).toEqual([]);
  });

  it("names no kind of finding that there is not, nor one twice", () => {
    const named = [...Object.keys(settledWords), ...Object.keys(surveyWords), ...Object.keys(untold)];
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
    expect(named.length).toBe(new Set(named).size);
  });

  it("is in words that a Trust knows", () => {
    for (const { wrong, mend } of [...Object.values(settledWords), ...Object.values(surveyWords)]) {
      expect(`${wrong} ${mend}`).not.toMatch(/study\.yaml|codebook|dialect|variable|wave|sources|link code/);
    }
  });
});
