import { plainWords } from "../../study/wording.js";
import type { GridRow } from "../grid.js";
import { cellText, headOf, isBlank, rowsFrom } from "../grid.js";
import type { Heading, Purpose } from "../lay-out.js";
import { layOut, purposesBy } from "../lay-out.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findAnyHeader, wordsOf } from "./header-row.js";

const markers = [["Respondent ID"], ["RespondentID"]];
const beside = ["Collector ID", "CollectorID", "Start Date", "StartDate", "Date Created"].map(plainWords);
/** What stands below a question that has one column. */
const oneColumn = ["Response", "Open-Ended Response", "Open-Ended Comment"].map(plainWords);
const contact = ["Email Address", "Phone Number", "Address", "Address 2", "ZIP/Postal Code"].map(plainWords);

const named = purposesBy({
  "@id": ["Respondent ID", "RespondentID"],
  "@started": ["Start Date", "StartDate", "Date Created"],
  "@submitted": ["End Date", "EndDate", "Date Modified"],
  personal: ["IP Address", "Email Address", "First Name", "Last Name", "LastName", "Custom Data"],
  platform: ["Collector ID", "CollectorID", "Collector Name", "Survey ID"],
});

/** SurveyMonkey, as CSV or XLSX, a column a question or a column an answer, with words or numbers. */
export const surveyMonkey: Format = {
  id: "surveymonkey",
  label: "SurveyMonkey",
  evidence:
    "two header rows, the question over its first column alone and its answers or statements below; Response and " +
    "Open-Ended Response below a question of one column; the ticked answer's own words in its column: seen in a public " +
    "export of 2014 (github.com/fivethirtyeight/data, star-wars-survey/StarWars.csv). Respondent ID, Collector ID, Start " +
    "Date, End Date, IP Address, Email Address, First Name, Last Name, Custom Data 1: seen in public code that reads such " +
    "files. A column for each answer of a question with one answer, numbers in place of words, times with the month " +
    "first: general knowledge, not seen in writing. The export does not say which forms were left unfinished",
  detect(rows) {
    const at = headerOf(rows);
    if (at < 0) return notDetected("no row has the heading Respondent ID");
    const neighbour = [...wordsOf(rows[at])].some((words) => beside.includes(words));
    const second = hasSecondRow(rows, at);
    const reasons = [`row ${rows[at]!.row} has the heading Respondent ID`];
    if (neighbour) reasons.push(`row ${rows[at]!.row} has the platform's own headings beside it`);
    if (second) reasons.push(`row ${rows[at + 1]!.row} names answers below the questions`);
    return { score: neighbour && second ? 0.97 : neighbour || second ? 0.85 : 0.4, reasons };
  },
  read(cells, source) {
    const rows = headOf(cells);
    const at = Math.max(0, headerOf(rows));
    const depth = hasSecondRow(rows, at) ? 2 : 1;
    const headings = depth === 2 ? joinHeaders(rows[at]!, rows[at + 1]!) : joinHeaders(rows[at]);
    const bodyAt = at + depth;
    const laid = layOut({ source, headings, body: rowsFrom(cells, bodyAt), purposeOf });
    return { ...laid, bodyAt, headerRows: depth };
  },
};

function headerOf(rows: readonly GridRow[]): number {
  return findAnyHeader(rows, markers);
}

/** The second header row is blank below the platform's own columns and holds words further right. */
function hasSecondRow(rows: readonly GridRow[], at: number): boolean {
  const next = rows[at + 1];
  if (!next) return false;
  const id = markers.map(([heading]) =>
    rows[at]!.cells.findIndex((cell) => plainWords(cellText(cell)) === plainWords(heading!)),
  );
  return isBlank(next.cells[Math.max(...id)]) && next.cells.some((cell) => !isBlank(cell));
}

/** A question stands over its first column alone: it is carried to the right, up to the next question. */
function joinHeaders(first: GridRow | undefined, second?: GridRow): readonly Heading[] {
  const width = Math.max(first?.cells.length ?? 0, second?.cells.length ?? 0);
  let question = "";
  return Array.from({ length: width }, (_, position): Heading => {
    const above = cellText(first?.cells[position]);
    const below = cellText(second?.cells[position]).trim();
    const own = named({ position, name: above, aliases: [] }) !== null;
    if (above.trim() !== "") question = own ? "" : above;
    if (below === "" || question === "")
      return { position, name: above.trim() === "" ? below : above, aliases: [] };
    if (oneColumn.includes(plainWords(below))) return { position, name: question, aliases: [] };
    return { position, name: `${question} - ${below}`, aliases: [`${question} [${below}]`, below] };
  });
}

function purposeOf(heading: Heading): Purpose | null {
  if (/^custom data \d+$/i.test(heading.name.trim())) return "personal";
  const answer = heading.aliases[1];
  if (answer !== undefined && contact.includes(plainWords(answer))) return "personal";
  return named(heading);
}
