import { z } from "zod";
import { day, id, words } from "./schema-words.js";

/** One path or several, oldest first. They stay in the folder without an entry of their own; nothing is computed from them. */
const replaces = z
  .preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(words, { error: "expected a file such as survey/trust-a.csv, or a list of files, oldest first" })
      .min(1, "expected at least one file"),
  )
  .optional();

const surveySource = z
  .strictObject({
    file: words,
    kind: z.literal("survey"),
    /** The Trust whose people answered, or instead the question whose answers tell it: one central survey. */
    trust: words.optional(),
    trust_question: words.optional(),
    /** The wave of all answers, or instead the question whose answers tell it. */
    wave: id.optional(),
    wave_question: words.optional(),
    /** Named when detection is not wanted. */
    dialect: z
      .enum([
        "microsoft-forms",
        "qualtrics",
        "jisc",
        "surveymonkey",
        "google-forms",
        "redcap",
        "spss",
        "plain",
      ])
      .optional(),
    sheet: words.optional(),
    date_order: z.enum(["dmy", "mdy", "ymd"]).optional(),
    /** Scales whose numbers run the other way round on this form. */
    reversed: z.array(id).default([]),
    /** Variables that this form did not ask. */
    not_asked: z.array(words).default([]),
    /** Earlier files that this one supersedes. */
    replaces,
  })
  .superRefine((source, { addIssue }) => {
    for (const [name, question, such] of [
      ["trust", "trust_question", "trust: A"],
      ["wave", "wave_question", "wave: month3"],
    ] as const) {
      const neither = source[name] === undefined && source[question] === undefined;
      const both = source[name] !== undefined && source[question] !== undefined;
      if (!neither && !both) continue;
      addIssue({
        code: "custom",
        path: [neither ? name : question],
        message: `expected either ${such} for every answer of the file, or ${question}: with the variable whose answers tell it`,
        params: {
          fix: neither
            ? `write ${such}, or for a file of several, ${question}: with a variable of role ${name}`
            : `keep ${name} if all answers are of one ${name === "trust" ? "Trust" : "wave"}, else keep ${question}; remove the other`,
        },
      });
    }
  });
const costSource = z.strictObject({ file: words, kind: z.literal("cost-return"), trust: words, replaces });
const cohortSource = z.strictObject({ file: words, kind: z.literal("cohort"), replaces });
const hrSource = z.strictObject({
  file: words,
  kind: z.literal("hr"),
  /** The day the extract was taken: time in post is counted up to it. */
  extracted: day,
  date_order: z.enum(["dmy", "mdy", "ymd"]).optional(),
  replaces,
});

/** Every file that may be read. */
export const sourcesSchema = z
  .array(
    z.discriminatedUnion("kind", [surveySource, costSource, cohortSource, hrSource], {
      error: "expected kind: survey, cost-return, cohort or hr",
    }),
  )
  .min(1, "expected at least one source");
