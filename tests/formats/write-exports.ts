import { writeDay } from "../../src/core/day.js";
import { writeWorkbook } from "../../src/ingest/workbook.js";
import type { CellStyle } from "../../src/simulate/forms/cell-text.js";
import { cellText, stamp, ukDay } from "../../src/simulate/forms/cell-text.js";
import { headingOn } from "../../src/simulate/headings.js";
import type { Question } from "../../src/simulate/question.js";
import type { Reply } from "../../src/simulate/reply.js";
import type { SavVariable } from "./write-sav.js";
import { savTime, writeSav } from "./write-sav.js";

export type Rows = readonly (readonly string[])[];

/** Answers of one study as rows of an export; each stands for one way of one platform. Tests only. */
export type WriteRows = (asked: readonly Question[], replies: readonly Reply[]) => Rows;

function style(answers: "labels" | "codes", join: string, end = ""): CellStyle {
  const ticked = (parts: readonly string[]) => (parts.length > 0 ? parts.join(join) + end : "");
  return { answers, day: ukDay, ticked, typeset: false, reversed: [] };
}

const print = (question: Question, reply: Reply, how: CellStyle) =>
  cellText(question, reply.answers.get(question.name), how);
const hasTicked = (question: Question, reply: Reply, code: number) => {
  const answer = reply.answers.get(question.name);
  return answer?.kind === "chosen" && answer.codes.includes(code);
};

/** One column or several: headings from top to bottom, and the cell of each reply. */
interface Written {
  readonly heading: readonly string[];
  readonly cell: (reply: Reply, index: number) => string;
}

function table(columns: readonly Written[], replies: readonly Reply[]): Rows {
  const depth = Math.max(...columns.map(({ heading }) => heading.length));
  const head = Array.from({ length: depth }, (_, row) => columns.map(({ heading }) => heading[row] ?? ""));
  return [...head, ...replies.map((reply, index) => columns.map(({ cell }) => cell(reply, index)))];
}

const own = (heading: string, cell: Written["cell"]): Written => ({ heading: [heading], cell });
const isTicks = (question: Question) => question.type === "multiple";

export const microsoft: WriteRows = (asked, replies) =>
  table(
    [
      own("ID", (_, index) => String(index + 1)),
      own("Start time", ({ began }) => stamp(began, ukDay)),
      own("Completion time", ({ ended }) => stamp(ended, ukDay)),
      own("Email", () => "anonymous"),
      own("Name", () => ""),
      ...asked.map((question) =>
        own(headingOn.microsoft(question), (reply) => print(question, reply, style("labels", ";", ";"))),
      ),
    ],
    replies,
  );

export const google: WriteRows = (asked, replies) =>
  table(
    [
      own("Timestamp", ({ ended }) => stamp(ended, ukDay)),
      ...asked.map((question) =>
        own(headingOn.google(question), (reply) => print(question, reply, style("labels", ", "))),
      ),
    ],
    replies,
  );

export const qualtrics =
  (answers: "labels" | "codes", split: boolean): WriteRows =>
  (asked, replies) => {
    const named = (name: string, words: string, id: string, cell: Written["cell"]): Written => ({
      heading: [name, words, `{"ImportId":"${id}"}`],
      cell,
    });
    return table(
      [
        named("StartDate", "Start Date", "startDate", ({ began }) => stamp(began, writeDay)),
        named("EndDate", "End Date", "endDate", ({ ended }) => stamp(ended, writeDay)),
        named("Status", "Response Type", "status", () => (answers === "labels" ? "IP Address" : "0")),
        named("Finished", "Finished", "finished", () => (answers === "labels" ? "True" : "1")),
        named("ResponseId", "Response ID", "_recordId", (_, index) => `R_${index}`),
        ...asked.flatMap((question): readonly Written[] => {
          const { number, question: words } = question;
          if (!split || !isTicks(question)) {
            return [
              named(number, words, `QID${number}`, (reply) => print(question, reply, style(answers, ","))),
            ];
          }
          return question.categories.map(({ code, label }) =>
            named(
              `${number}_${code}`,
              `${words} - Selected Choice - ${label}`,
              `QID${number}_${code}`,
              (reply) => {
                if (!hasTicked(question, reply, code)) return "";
                return answers === "labels" ? label : "1";
              },
            ),
          );
        }),
      ],
      replies,
    );
  };

export const jiscCodes =
  (grid: boolean): WriteRows =>
  (asked, replies) =>
    table(
      [
        own("URN", (_, index) => `1-${index}`),
        ...asked.flatMap((question): readonly Written[] => {
          const { number, categories } = question;
          const byAnswer = grid && question.scale !== null;
          if (!isTicks(question) && !byAnswer)
            return [own(number, (reply) => print(question, reply, style("codes", ",")))];
          const missing = Object.values(question.missing).flatMap((words) => words[0] ?? []);
          return [
            ...categories.map(({ code }, place) =>
              own(
                isTicks(question) ? `${number}_${place + 1}` : `${number}_${"abcdefgh"[place]}`,
                (reply) => {
                  const answer = reply.answers.get(question.name);
                  const chosen = answer?.kind === "number" && answer.value === code;
                  return chosen || hasTicked(question, reply, code) ? "1" : "0";
                },
              ),
            ),
            ...(byAnswer ? missing : []).map((words) =>
              own(`${number}_${words}`, (reply) =>
                print(question, reply, style("labels", ",")) === words ? "1" : "0",
              ),
            ),
          ];
        }),
        own("CompletionDate", ({ ended }) => writeDay(Math.floor(ended / 86400))),
      ],
      replies,
    );

export const jiscWords: WriteRows = (asked, replies) =>
  table(
    [
      own("Unique Response Number", (_, index) => `1-${index}`),
      ...asked.map((question, index) =>
        own(`${index + 1}. ${question.question}`, (reply) => print(question, reply, style("labels", ","))),
      ),
      own("CompletionDate", ({ ended }) => writeDay(Math.floor(ended / 86400))),
    ],
    replies,
  );

/** Condensed: a column a question. Expanded: a column for each answer also of questions with one answer. */
export const surveyMonkey =
  (expanded: boolean): WriteRows =>
  (asked, replies) => {
    const words = style("labels", ",");
    const columns = asked.flatMap((question, index): readonly Written[] => {
      const { stem, statement } = question;
      const missing = Object.values(question.missing).flatMap((each) => each[0] ?? []);
      if (stem !== "") {
        const first = asked[index - 1]?.stem !== stem;
        return [{ heading: [first ? stem : "", statement], cell: (reply) => print(question, reply, words) }];
      }
      if (isTicks(question)) {
        return question.categories.map(({ code, label }, place) => ({
          heading: [place === 0 ? question.question : "", label],
          cell: (reply) => (hasTicked(question, reply, code) ? label : ""),
        }));
      }
      if (!expanded || question.type !== "single") {
        const below = question.type === "single" ? "Response" : "Open-Ended Response";
        return [{ heading: [question.question, below], cell: (reply) => print(question, reply, words) }];
      }
      return [...question.categories.map(({ label }) => label), ...missing].map((label, place) => ({
        heading: [place === 0 ? question.question : "", label],
        cell: (reply) => (print(question, reply, words) === label ? label : ""),
      }));
    });
    const before = ["IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"];
    return table(
      [
        own("Respondent ID", (_, index) => String(114000000000 + index)),
        own("Collector ID", () => "440000001"),
        own("Start Date", ({ began }) => stamp(began, ukDay)),
        own("End Date", ({ ended }) => stamp(ended, ukDay)),
        ...before.map((heading) => own(heading, () => "")),
        ...columns,
      ],
      replies,
    );
  };

export const redcap =
  (form: "raw" | "labels"): WriteRows =>
  (asked, replies) => {
    const raw = form === "raw";
    const how = { ...style(raw ? "codes" : "labels", ","), day: writeDay };
    return table(
      [
        own(raw ? "record_id" : "Record ID", (_, index) => String(index + 1)),
        own(raw ? "redcap_survey_identifier" : "Survey Identifier", () => ""),
        own(raw ? "survey_timestamp" : "Survey Timestamp", ({ ended }) => stamp(ended, writeDay)),
        ...asked.flatMap((question): readonly Written[] => {
          const { name, question: words, categories } = question;
          if (!isTicks(question)) return [own(raw ? name : words, (reply) => print(question, reply, how))];
          return categories.map(({ code, label }) =>
            own(raw ? `${name}___${code}` : `${words} (choice=${label})`, (reply) => {
              const ticked = hasTicked(question, reply, code);
              return raw ? String(Number(ticked)) : ticked ? "Checked" : "Unchecked";
            }),
          );
        }),
        own(raw ? "survey_complete" : "Complete?", () => (raw ? "2" : "Complete")),
      ],
      replies,
    );
  };

export const plain: WriteRows = (asked, replies) =>
  table(
    asked.map((question) =>
      own(question.name, (reply) => print(question, reply, { ...style("labels", "; "), day: writeDay })),
    ),
    replies,
  );

/** Rows as an .xlsx workbook of text cells. */
export function workbookOfRows(rows: Rows): Promise<Uint8Array> {
  return writeWorkbook(
    (workbook) => {
      const sheet = workbook.addWorksheet("Sheet1");
      for (const cells of rows) sheet.addRow(cells.map((cell) => (cell === "" ? null : cell)));
    },
    { title: "test" },
  );
}

/** The answers as an SPSS file: labels behind the numbers, a variable of 0 and 1 for each ticked answer. */
export function sav(asked: readonly Question[], replies: readonly Reply[]): Uint8Array {
  const columns = asked.flatMap(
    (question): readonly { variable: SavVariable; value: (reply: Reply) => number | string | null }[] => {
      const { name, question: label, categories, missing } = question;
      if (isTicks(question)) {
        return categories.map((category) => ({
          variable: { name: `${name}_${category.code}`, label: `${label} - ${category.label}` },
          value: (reply) => Number(hasTicked(question, reply, category.code)),
        }));
      }
      if (question.type === "date") {
        const value = (reply: Reply) => {
          const answer = reply.answers.get(name);
          return answer?.kind === "day" ? savTime(writeDay(answer.value)) : null;
        };
        return [{ variable: { name, label, print: 20 }, value }];
      }
      if (question.type !== "single") {
        return [
          {
            variable: { name, label, width: 255, print: 1 },
            value: (reply) => print(question, reply, style("codes", ",")),
          },
        ];
      }
      const numbered = Object.values(missing).flatMap((words) => {
        const figure = words.find((word) => /^\d+$/.test(word));
        return figure === undefined ? [] : ([[Number(figure), words[0]!]] as const);
      });
      const labels = [...categories.map((each) => [each.code, each.label] as const), ...numbered];
      const value = (reply: Reply) => {
        const text = print(question, reply, style("codes", ","));
        return text === "" ? null : Number(text);
      };
      return [{ variable: { name, label, labels }, value }];
    },
  );
  return writeSav(
    columns.map(({ variable }) => variable),
    replies.map((reply) => columns.map(({ value }) => value(reply))),
  );
}
