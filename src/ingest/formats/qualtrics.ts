import type { Issue } from "../../core/issue.js";
import type { Source } from "../../core/table.js";
import type { GridRow } from "../grid.js";
import { cellText, headOf, rowsFrom } from "../grid.js";
import type { Heading, Purpose } from "../lay-out.js";
import { layOut, purposesBy } from "../lay-out.js";
import { plainWords } from "../../study/wording.js";
import { unfinishedForm } from "../../core/table.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findAnyHeader } from "./header-row.js";

const markers = [
  ["StartDate", "EndDate", "Finished"],
  ["Start Date", "End Date", "Finished"],
];
const named = purposesBy({
  "@id": ["ResponseId", "Response ID"],
  "@started": ["StartDate", "Start Date"],
  "@submitted": ["EndDate", "End Date"],
  "@complete": ["Finished"],
  personal: [
    "IPAddress",
    "IP Address",
    "RecipientLastName",
    "Recipient Last Name",
    "RecipientFirstName",
    "Recipient First Name",
    "RecipientEmail",
    "Recipient Email",
    "ExternalReference",
    "External Data Reference",
    "LocationLatitude",
    "Location Latitude",
    "LocationLongitude",
    "Location Longitude",
  ],
  platform: [
    "Status",
    "Response Type",
    "Progress",
    "Duration (in seconds)",
    "RecordedDate",
    "Recorded Date",
    "DistributionChannel",
    "Distribution Channel",
    "UserLanguage",
    "User Language",
  ],
});

/** Statuses that are not a respondent's, as words and as the numbers of a numeric export. */
const notRespondents: ReadonlyMap<string, string> = new Map([
  ...["survey preview", "1", "offline survey preview", "17"].map(
    (status) => [status, "survey preview"] as const,
  ),
  ...["survey test", "2", "synthetic", "256"].map((status) => [status, "survey test"] as const),
  ...["spam", "8", "survey preview spam", "9", "imported spam", "12", "ex spam", "40"].map(
    (status) => [status, "marked as spam"] as const,
  ),
]);

/** Qualtrics, as CSV or XLSX, with labels or numbers as values. */
export const qualtrics: Format = {
  id: "qualtrics",
  label: "Qualtrics",
  evidence:
    "three header rows (names, question text, ImportId with the time zone), the respondent columns and preview rows: the " +
    "platform's own help page (qualtrics.com/support, Understanding Your Data Set), and rows of an export printed in public " +
    "documentation (github.com/davemosk/FinSL-signbank, docs/validation_result_model.md). Survey Test rows, 0 for a " +
    "respondent's Status, `- Selected Choice -` before a ticked option, `_TEXT` columns: seen in public code that reads such " +
    "files. The other numbers of Status in a numeric export: seen in public code, not in the help page. 1 for an option " +
    "ticked in a numeric export that is split: general knowledge, not seen in writing",
  detect(rows) {
    const header = findAnyHeader(rows, markers);
    if (header < 0) return notDetected("no row has the headings StartDate, EndDate and Finished");
    const ids = hasImportIds(rows[header + 2]);
    return {
      score: ids ? 0.98 : 0.75,
      reasons: [
        `row ${rows[header]!.row} has the headings StartDate, EndDate and Finished`,
        ...(ids ? [`row ${rows[header + 2]!.row} holds ImportIds`] : []),
      ],
    };
  },
  read(cells, source) {
    const rows = headOf(cells);
    const at = Math.max(0, findAnyHeader(rows, markers));
    const depth = hasImportIds(rows[at + 2]) ? 3 : hasQuestionTexts(rows[at], rows[at + 1]) ? 2 : 1;
    const header = rows.slice(at, at + depth);
    const headings = (header[0]?.cells ?? []).map((cell, position) => headingOf(cell, position, header));
    const statusAt = headings.find((heading) =>
      ["status", "response type"].includes(plainWords(heading.name)),
    );
    const finishedAt = headings.find((heading) => plainWords(heading.name) === "finished");
    const laid = layOut({
      source,
      headings,
      body: rowsFrom(cells, at + depth),
      purposeOf,
      leaveOut(cell) {
        const status = statusAt ? plainWords(cellText(cell(statusAt.position))) : "";
        const finished = finishedAt ? plainWords(cellText(cell(finishedAt.position))) : "";
        return (
          notRespondents.get(status) ?? (["false", "0", "no"].includes(finished) ? unfinishedForm : null)
        );
      },
    });
    const zone = depth === 3 ? timeZoneOf(header[2]!) : null;
    const issues =
      zone === null || british.includes(zone) ? laid.issues : [...laid.issues, otherZone(source, zone)];
    const remarks = zone === null ? [] : [`times are in ${zone}, as the ImportIds say`];
    return { ...laid, issues, remarks, bodyAt: at + depth, headerRows: depth };
  },
};

/** Zones in which a day is the day of a British clock, but for an hour. */
const british = ["Europe/London", "Europe/Belfast", "Europe/Dublin", "GMT", "UTC", "Z", "Etc/UTC"];

function timeZoneOf(row: GridRow): string | null {
  for (const cell of row.cells) {
    const zone = /"timeZone"\s*:\s*"([\w/+-]{1,40})"/.exec(cellText(cell))?.[1];
    if (zone !== undefined) return zone;
  }
  return null;
}

function otherZone(source: Source, zone: string): Issue {
  return {
    code: "time-zone",
    severity: "note",
    at: { file: source.file, ...(source.sheet === undefined ? {} : { sheet: source.sheet }) },
    message: `times: written in ${zone}; a form handed in near midnight may carry the day before or after`,
    fix: "nothing to do for the answers; for the days, export again with the time zone of the United Kingdom",
  };
}

function hasImportIds(row: GridRow | undefined): boolean {
  return row !== undefined && row.cells.some((cell) => /^\s*\{\s*"ImportId"/.test(cellText(cell)));
}

/** Two header rows without ImportIds: the second repeats the platform's own columns in words. */
function hasQuestionTexts(header: GridRow | undefined, row: GridRow | undefined): boolean {
  if (!header || !row) return false;
  return header.cells.some(
    (cell, position) =>
      plainWords(cellText(cell)) === "startdate" &&
      plainWords(cellText(row.cells[position])) === "start date",
  );
}

function headingOf(cell: GridRow["cells"][number], position: number, header: readonly GridRow[]): Heading {
  const text = cellText(header[1]?.cells[position]).trim();
  const importId = /"ImportId"\s*:\s*"([^"]+)"/.exec(cellText(header[2]?.cells[position]))?.[1];
  const aliases = [text, importId].filter(
    (alias) => alias !== undefined && alias !== "",
  ) as readonly string[];
  return { position, name: cellText(cell), aliases };
}

function purposeOf(heading: Heading): Purpose | null {
  if (
    /^Q_(?:Recaptcha|Relevant|DuplicateRespondent|Duplicate|Ballot|Straightlining|Unanswered|TerminateFlag)/i.test(
      heading.name,
    )
  ) {
    return "platform";
  }
  return named(heading);
}
