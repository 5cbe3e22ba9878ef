import type { CellValue } from "../../core/table.js";
import { unfinishedForm } from "../../core/table.js";
import { plainWords } from "../../study/wording.js";
import type { GridRow } from "../grid.js";
import { cellText, headOf, isBlank, rowsFrom } from "../grid.js";
import type { Heading, Purpose } from "../lay-out.js";
import { headingsOf, layOut } from "../lay-out.js";
import type { Detection, Format } from "./format.js";
import { notDetected } from "./format.js";
import type { RedcapColumns, RedcapForm } from "./redcap-columns.js";
import { isBox, isStatus, redcapColumns } from "./redcap-columns.js";
import { chooseEvent, repeatedRecords } from "./redcap-rows.js";

const identifiers = ["redcap_survey_identifier", "Survey Identifier"].map(plainWords);
const labels = ["event name", "repeat instrument", "survey identifier", "survey timestamp", "record id"];
const finished = ["2", "complete"];
const notFinished = ["0", "incomplete"];

/** REDCap, as CSV, with numbers or words as answers and names or labels as headings. */
export const redcap: Format = {
  id: "redcap",
  label: "REDCap",
  evidence:
    "record id first, redcap_event_name, redcap_repeat_instrument, redcap_repeat_instance, redcap_survey_identifier, " +
    "<form>_timestamp with [not completed], <form>_complete as 0, 1 or 2, tick boxes as field___1 with 0 and 1, all 0 " +
    "also when the question was skipped: seen in public test data (github.com/OuhscBbmc/REDCapR, inst/test-data/projects). " +
    "Headings such as `Question (choice=Buddy)` and the words Checked and Unchecked: seen in public issue threads " +
    "(redcap-tools/PyCap 19 and 46, vubiostat/redcapAPI 301). Event Name, Repeat Instrument, Survey Identifier, Survey " +
    "Timestamp and Complete? as labels: seen in code that REDCap itself writes. A file with labels as a whole: not seen",
  detect(rows) {
    const scored = rows.slice(0, 10).map(scoreHeader);
    return scored.reduce(
      (best, each) => (each.score > best.score ? each : best),
      notDetected("no row has REDCap's own headings"),
    );
  },
  read(cells, source) {
    const rows = headOf(cells);
    const at = headerOf(rows);
    const header = rows[at] ?? { row: 1, cells: [] };
    const body = rowsFrom(cells, at + 1);
    const columns = redcapColumns(header, body);
    const timestampAt = mainForm(columns)?.timestampAt ?? null;
    const event = chooseEvent(source, header, columns.eventAt, body);
    const laid = layOut({
      source,
      headings: headingsOf(header),
      body,
      purposeOf(heading) {
        const tellsWave = source.wave === undefined && heading.position === columns.eventAt;
        return tellsWave ? null : purposeOf(heading, columns, timestampAt);
      },
      leaveOut(cell) {
        if (event.kept !== null && plainWords(cellText(cell(columns.eventAt!))) !== event.kept)
          return "another event";
        return unfinished(columns, cell) ? unfinishedForm : null;
      },
      isComplete: (cell) => answered(columns, cell).every((form) => finished.includes(statusOf(form, cell))),
    });
    const issues = [...event.issues, ...repeatedRecords(source, header, columns, body, laid.table.rows)];
    return { table: laid.table, issues: [...laid.issues, ...issues], bodyAt: at + 1, headerRows: 1 };
  },
};

function scoreHeader(row: GridRow): Detection {
  const words = row.cells.map((cell) => plainWords(cellText(cell)));
  const own = words.filter((heading) => heading.startsWith("redcap_"));
  const status = words.some(isStatus);
  const boxes = words.some(isBox);
  const named = words.filter((heading) => labels.includes(heading));
  const reasons = [
    ...(own.length > 0 ? [`row ${row.row} has the heading ${own[0]}`] : []),
    ...(named.length > 0 ? [`row ${row.row} has the heading ${named[0]}`] : []),
    ...(words[0] === "record_id" ? [`row ${row.row} starts with record_id`] : []),
    ...(status ? [`row ${row.row} has the status of a form (_complete or Complete?)`] : []),
    ...(boxes ? [`row ${row.row} has tick boxes as ___1 or (choice=...)`] : []),
  ];
  if (reasons.length === 0) return notDetected("no row has REDCap's own headings");
  const signs = [own.length > 0, named.length > 0 || words[0] === "record_id", status, boxes].filter(
    Boolean,
  ).length;
  return { score: own.length > 0 ? 0.95 : [0, 0.4, 0.85, 0.95][signs]!, reasons };
}

function headerOf(rows: readonly GridRow[]): number {
  const scores = rows.slice(0, 10).map((row) => scoreHeader(row).score);
  const best = Math.max(0, ...scores);
  return best === 0 ? 0 : scores.indexOf(best);
}

/** The form with the most questions: its time is the time of submission. */
function mainForm({ forms }: RedcapColumns): RedcapForm | null {
  return forms.reduce<RedcapForm | null>(
    (most, form) => (most === null || form.answers.length > most.answers.length ? form : most),
    null,
  );
}

function purposeOf(heading: Heading, columns: RedcapColumns, timestampAt: number | null): Purpose | null {
  if (heading.position === 0) return isRecordId(heading.name) ? "@id" : null;
  if (heading.position === timestampAt) return "@submitted";
  if (identifiers.includes(plainWords(heading.name))) return "personal";
  return columns.own.has(heading.position) ? "platform" : null;
}

/** The record id has whatever name the project gave it; one that names no record may be a question. */
function isRecordId(heading: string): boolean {
  return /record|participant|subject|study|(?:^|[\s_])id$/i.test(heading.trim());
}

type CellAt = (position: number) => CellValue;

/** Forms that hold an answer in this row; a box that is not ticked is none. */
function answered({ forms, boxes }: RedcapColumns, cell: CellAt): readonly RedcapForm[] {
  return forms.filter((form) =>
    form.answers.some((position) => {
      const value = cell(position);
      if (isBlank(value)) return false;
      return !boxes.has(position) || !["0", "unchecked"].includes(plainWords(cellText(value)));
    }),
  );
}

/** A row is unfinished when none of the forms that were begun was handed in. */
function unfinished(columns: RedcapColumns, cell: CellAt): boolean {
  if (columns.forms.length === 0) return false;
  const begun = answered(columns, cell);
  const forms = begun.length > 0 ? begun : columns.forms;
  return forms.every((form) => {
    const time = form.timestampAt === null ? "" : plainWords(cellText(cell(form.timestampAt)));
    return (
      notFinished.includes(statusOf(form, cell)) || statusOf(form, cell) === "" || time === "[not completed]"
    );
  });
}

function statusOf(form: RedcapForm, cell: CellAt): string {
  return plainWords(cellText(cell(form.statusAt)));
}
