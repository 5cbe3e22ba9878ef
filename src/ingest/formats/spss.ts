import { unfinishedForm } from "../../core/table.js";
import { plainWords } from "../../study/wording.js";
import { cellText } from "../grid.js";
import type { Heading, Purpose } from "../lay-out.js";
import { layOut } from "../lay-out.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";

/** Variables that survey platforms put into their SPSS exports, without capitals, blanks and underscores. */
const named: Readonly<Partial<Record<Purpose, readonly string[]>>> = {
  "@id": ["responseid", "respondentid", "uniqueresponsenumber", "urn", "recordid"],
  "@started": ["startdate", "starttime", "startedat"],
  "@submitted": [
    "enddate",
    "completiondate",
    "completiontime",
    "submitdate",
    "submissiondate",
    "datesubmitted",
  ],
  "@complete": ["finished"],
  personal: [
    "ipaddress",
    "recipientlastname",
    "recipientfirstname",
    "recipientemail",
    "externalreference",
    "externaldatareference",
    "locationlatitude",
    "locationlongitude",
    "email",
    "emailaddress",
    "name",
    "fullname",
    "firstname",
    "lastname",
    "surname",
    "username",
  ],
  platform: [
    "status",
    "responsetype",
    "progress",
    "durationinseconds",
    "recordeddate",
    "distributionchannel",
    "userlanguage",
    "collectorid",
    "datecreated",
    "datemodified",
  ],
};

/** A `.sav` or `.zsav` file, whatever program wrote it. */
export const spss: Format = {
  id: "spss",
  label: "SPSS (.sav)",
  evidence:
    "the PSPP developers' description of the format, and files written and read back by R haven: compressed three ways, " +
    "either byte order, long names and texts, marked missing values. Questions are variable labels, answers value " +
    "labels. Variables that Qualtrics, Jisc and SurveyMonkey add: general knowledge of their exports",
  detect() {
    return notDetected("not an SPSS data file"); // known by the file's first bytes, not by its headings
  },
  read(cells, source) {
    const described = cells.columns ?? [];
    const headings = described.map(({ name, aliases }, position) => ({ position, name, aliases }));
    const find = (words: string) => headings.find((heading) => bare(heading.name) === words)?.position ?? -1;
    const [status, finished] = [find("status"), find("finished")];
    const laid = layOut({
      source,
      headings,
      body: cells,
      purposeOf,
      leaveOut(cell) {
        const state = plainWords(cellText(cell(status)));
        if (/\b(?:preview|test|spam)\b/.test(state))
          return state.includes("spam") ? "marked as spam" : "survey preview";
        const done = plainWords(cellText(cell(finished)));
        return ["false", "0", "no"].includes(done) ? unfinishedForm : null;
      },
    });
    const columns = laid.table.columns.map((column) => {
      const codes = described[column.position]?.codes;
      return codes && codes.size > 0 ? { ...column, codes } : column;
    });
    return { ...laid, table: { ...laid.table, columns }, bodyAt: 0, headerRows: 0 };
  },
};

function purposeOf(heading: Heading): Purpose | null {
  const name = bare(heading.name);
  for (const [purpose, names] of Object.entries(named)) {
    // No platform writes these with underscores: start_date is a question's own name.
    if (purpose.startsWith("@") && heading.name.includes("_")) continue;
    if (names.includes(name)) return purpose as Purpose;
  }
  return null;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
