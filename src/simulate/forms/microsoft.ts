import type { Worksheet } from "../../ingest/workbook.js";
import { writeWorkbook } from "../../ingest/workbook.js";
import { csvText } from "../csv-text.js";
import { headingOn } from "../headings.js";
import type { Question } from "../question.js";
import type { Reply } from "../reply.js";
import { cellText, stamp, usDay } from "./cell-text.js";
import type { CellStyle } from "./cell-text.js";
import { windows1252 } from "./windows-1252.js";

const style: CellStyle = {
  answers: "labels",
  day: usDay,
  ticked: (parts) => parts.map((part) => `${part};`).join(""),
  typeset: false,
  reversed: [],
};

/** Rows as Microsoft Forms shows them once saved as CSV from Excel on a computer with US dates. */
export function microsoftWindowsCsv(asked: readonly Question[], replies: readonly Reply[]): Uint8Array {
  const header = ["ID", "Start time", "Completion time", "Email", "Name", ...asked.map(headingOn.typed)];
  const rows = replies.map((reply, index) => [
    String(index + 1),
    stamp(reply.began, usDay, "9"),
    stamp(reply.ended, usDay, "9"),
    "anonymous",
    "",
    ...asked.map((question) =>
      cellText(question, reply.answers.get(question.name), { ...style, typeset: true }),
    ),
  ]);
  return windows1252(csvText([header, ...rows], { newline: "\r\n", quote: "needed" }));
}

/** Rows as the Excel download of Microsoft Forms: real dates and numbers, answers in words. */
export function microsoftWorkbook(
  asked: readonly Question[],
  replies: readonly Reply[],
): Promise<Uint8Array> {
  return writeWorkbook(
    (workbook) => {
      const sheet = workbook.addWorksheet("Form1");
      const before = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"];
      sheet.addRow([...before, ...asked.map(headingOn.microsoft)]);
      replies.forEach((reply, index) => {
        const times = [reply.began, reply.ended].map((seconds) => new Date(seconds * 1000));
        const cells = asked.map((question) => workbookCell(question, reply));
        sheet.addRow([index + 1, ...times, "anonymous", null, null, ...cells]);
      });
      showDates(sheet, asked, before.length);
    },
    { title: "Form1" },
  );
}

function workbookCell(question: Question, reply: Reply): string | number | Date | null {
  const answer = reply.answers.get(question.name);
  if (answer?.kind === "day") return new Date(answer.value * 86_400_000);
  if (answer?.kind === "number" && question.type === "number") return answer.value;
  return cellText(question, answer, style) || null;
}

function showDates(sheet: Worksheet, asked: readonly Question[], before: number): void {
  for (const column of [2, 3]) sheet.getColumn(column).numFmt = "m/d/yy h:mm:ss";
  asked.forEach((question, index) => {
    if (question.type === "date") sheet.getColumn(before + index + 1).numFmt = "m/d/yyyy";
  });
}
