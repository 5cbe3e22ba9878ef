import { writeDay } from "../../core/day.js";
import { csvText } from "../csv-text.js";
import { headingOn } from "../headings.js";
import type { Question } from "../question.js";
import type { Reply } from "../reply.js";
import { cellText, stamp, ukDay } from "./cell-text.js";
import type { CellStyle } from "./cell-text.js";

const style: CellStyle = {
  answers: "labels",
  day: ukDay,
  ticked: (parts) => parts.join(","),
  typeset: false,
  reversed: [],
};

/** What stands before the questions: heading, the second row's words, the third row's id. */
const before: readonly (readonly [heading: string, words: string, id: string])[] = [
  ["StartDate", "Start Date", "startDate"],
  ["EndDate", "End Date", "endDate"],
  ["Status", "Response Type", "status"],
  ["IPAddress", "IP Address", "ipAddress"],
  ["Progress", "Progress", "progress"],
  ["Duration (in seconds)", "Duration (in seconds)", "duration"],
  ["Finished", "Finished", "finished"],
  ["RecordedDate", "Recorded Date", "recordedDate"],
  ["ResponseId", "Response ID", "_recordId"],
  ["RecipientLastName", "Recipient Last Name", "recipientLastName"],
  ["RecipientFirstName", "Recipient First Name", "recipientFirstName"],
  ["RecipientEmail", "Recipient Email", "recipientEmail"],
  ["ExternalReference", "External Data Reference", "externalDataReference"],
  ["LocationLatitude", "Location Latitude", "locationLatitude"],
  ["LocationLongitude", "Location Longitude", "locationLongitude"],
  ["DistributionChannel", "Distribution Channel", "distributionChannel"],
  ["UserLanguage", "User Language", "userLanguage"],
];

/** Rows as Qualtrics exports them: three header rows, and with the answers much that must not be kept. */
export function qualtricsCsv(
  asked: readonly Question[],
  replies: readonly Reply[],
  answers: "labels" | "codes",
  reversed: readonly string[],
): Uint8Array {
  const ofForm: CellStyle = {
    ...style,
    answers,
    reversed,
    day: answers === "labels" ? ukDay : writeDay,
  };
  const header = [
    [...before.map(([heading]) => heading), ...asked.map(headingOn.code)],
    [...before.map(([, words]) => words), ...asked.map(fullText)],
    [...before.map(([, , id]) => importId(id)), ...asked.map((question) => importId(questionId(question)))],
  ];
  const rows = replies.map((reply, index) => [
    ...metadata(reply, index, asked.length, answers),
    ...asked.map((question) => cellText(question, reply.answers.get(question.name), ofForm)),
  ]);
  const text = csvText([...header, ...rows], { newline: "\n", quote: "needed" });
  return new TextEncoder().encode(`\ufeff${text}`);
}

function metadata(
  reply: Reply,
  index: number,
  questions: number,
  answers: "labels" | "codes",
): readonly string[] {
  const preview = reply.status === "preview";
  const finished = reply.status !== "unfinished";
  const inWords = answers === "labels";
  return [
    stamp(reply.began, writeDay),
    stamp(reply.ended, writeDay),
    inWords ? (preview ? "Survey Preview" : "IP Address") : preview ? "1" : "0",
    // 192.0.2.0/24 is set aside for documentation (RFC 5737): it belongs to nobody.
    preview ? "" : `192.0.2.${(index * 37) % 254}`,
    finished ? "100" : String(Math.max(5, Math.floor((100 * reply.answers.size) / questions))),
    String(reply.ended - reply.began),
    inWords ? (finished ? "True" : "False") : finished ? "1" : "0",
    stamp(reply.ended + (finished ? 1 : 604800), writeDay),
    `R_${String(1000000000 + index * 7919).slice(1)}${inWords ? "D" : "F"}`,
    "",
    "",
    "",
    "",
    "53.0",
    "-1.5",
    preview ? "preview" : "anonymous",
    "EN",
  ];
}

function fullText(question: Question): string {
  if (question.stem === "") return question.question.replace(/ \(/g, "\n(");
  return `${question.stem} - ${question.statement}`;
}

function questionId(question: Question): string {
  const typed = question.type !== "single" && question.type !== "multiple";
  return `QID${question.number.slice(1)}${typed ? "_TEXT" : ""}`;
}

function importId(id: string): string {
  return id.endsWith("Date") ? `{"ImportId":"${id}","timeZone":"Europe/London"}` : `{"ImportId":"${id}"}`;
}
