import { describe, expect, it } from "vitest";
import { writeDay } from "../../src/core/day.js";
import { readAnswers } from "../../src/ingest/answers.js";
import { ingest } from "../../src/ingest/ingest.js";
import { drawReplies } from "../../src/simulate/draw-replies.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { questions } from "../../src/simulate/instrument.js";
import { drawPeople } from "../../src/simulate/people.js";
import { microsoftWorkbook } from "../../src/simulate/forms/microsoft.js";
import type { Question } from "../../src/simulate/question.js";
import type { Answer } from "../../src/study/answer.js";
import type { SurveySource } from "../../src/study/schema.js";
import { memoryFolder, smallStudy, survey } from "../ingest/small-study.js";
import { canonicalAnswers, digest } from "./canonical.js";
import type { CanonicalAnswer } from "./canonical.js";
import { csv, encodings } from "./encode.js";
import * as write from "./write-exports.js";

const asked = questions.filter((question) => question.waves.includes("month3"));
const replies = exampleTruth.trusts.flatMap((trust) => {
  const people = drawPeople(exampleTruth, 1, trust);
  const { rows } = drawReplies(exampleTruth, 1, trust, people, "month3");
  return rows.filter((reply) => reply.status === "finished");
});
const truth = digest(
  Object.fromEntries(
    asked.map((question) => [
      question.name,
      replies.map((reply) => written(question, reply.answers.get(question.name))),
    ]),
  ),
);

/** What people answered, as it is known before any platform writes it. */
function written({ type }: Question, answer: Answer | undefined): CanonicalAnswer {
  switch (answer?.kind) {
    case "number":
      return answer.value;
    case "text":
      return type === "code" ? answer.value.replace(/[^a-z0-9]/gi, "").toUpperCase() : answer.value.trim();
    case "day":
      return { day: writeDay(answer.value) };
    case "not-yet":
      return "(not yet)";
    // No platform tells a tick-all question that was skipped from one of which nothing was ticked: both are blank.
    case "chosen":
      return answer.codes.length > 0 ? [...answer.codes].sort((a, b) => a - b) : null;
    case "missing":
      return ["blank", "not received", "not asked"].includes(answer.reason)
        ? null
        : { missing: answer.reason };
    default:
      return null;
  }
}

/** A file as study.yaml names it, with the order of its dates, read to one digest of its answers. */
async function digestOf(file: string, bytes: Uint8Array, more: Partial<SurveySource> = {}) {
  const source = survey(`survey/${file}`, { wave: "month3", ...more });
  const study = smallStudy([source], {
    variables: questions,
    period: exampleTruth.period,
    waves: [...exampleTruth.waves],
    scales: ["settling", "confidence"].map((id) => ({
      id,
      label: id,
      aim: "settling-in",
      minimum_answered: 0.5,
    })),
  });
  const { tables, issues, explanations } = await ingest(study, memoryFolder({ [source.file]: bytes }));
  const errors = issues.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const [read] = readAnswers(study, tables);
  return { digest: digest(canonicalAnswers(asked, read!)), format: explanations[0]!.format };
}

const dialects: readonly (readonly [format: string, way: string, rows: write.WriteRows])[] = [
  ["microsoft-forms", "words", write.microsoft],
  ["google-forms", "words", write.google],
  ["qualtrics", "words, ticked answers joined", write.qualtrics("labels", false)],
  ["qualtrics", "words, ticked answers split", write.qualtrics("labels", true)],
  ["qualtrics", "numbers, ticked answers joined", write.qualtrics("codes", false)],
  ["qualtrics", "numbers, ticked answers split", write.qualtrics("codes", true)],
  ["jisc", "numbers", write.jiscCodes(false)],
  ["jisc", "numbers, a column for each answer of a grid", write.jiscCodes(true)],
  ["jisc", "words", write.jiscWords],
  ["surveymonkey", "condensed", write.surveyMonkey(false)],
  ["surveymonkey", "expanded", write.surveyMonkey(true)],
  ["redcap", "raw", write.redcap("raw")],
  ["redcap", "labels", write.redcap("labels")],
  ["plain", "words", write.plain],
];
const delimiters = [",", ";", "\t", "|"];
const newlines = ["\r\n", "\n", "\r"];

describe("one study's answers give one digest", () => {
  it("of more than a hundred people", () => expect(replies.length).toBeGreaterThan(100));

  describe.each(dialects)("%s, %s", (format, _, rowsOf) => {
    const rows = rowsOf(asked, replies);

    it.each(Object.keys(encodings))("as CSV in %s", async (encoding) => {
      const index = Object.keys(encodings).indexOf(encoding);
      const text = csv(rows, delimiters[index % 4]!, newlines[index % 3]!);
      const read = await digestOf("a.csv", encodings[encoding]!(text), { date_order: "dmy" });
      expect(read).toEqual({ digest: truth, format });
    });

    it("as XLSX, with a note above the headings", async () => {
      const bytes = await write.workbookOfRows([["Downloaded by the IMG lead"], ...rows]);
      expect(await digestOf("a.xlsx", bytes, { date_order: "dmy" })).toEqual({ digest: truth, format });
    });
  });

  it("microsoft-forms as its own workbook, with dates and numbers in the cells", async () => {
    expect(await digestOf("a.xlsx", await microsoftWorkbook(asked, replies))).toEqual({
      digest: truth,
      format: "microsoft-forms",
    });
  });

  it("spss, with labels behind the numbers", async () => {
    expect(await digestOf("a.sav", write.sav(asked, replies))).toEqual({ digest: truth, format: "spss" });
  });

  it("and another study's answers another", async () => {
    const rows = write.plain(asked, replies.slice(1));
    const read = await digestOf("a.csv", encodings["UTF-8"]!(csv(rows, ",", "\n")));
    expect(read.digest).not.toBe(truth);
  });
});
