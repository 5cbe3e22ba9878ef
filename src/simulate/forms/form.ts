/** The ways in which the example's Trusts ran their survey. */
export type FormId =
  "google" | "microsoft-workbook" | "jisc" | "qualtrics-labels" | "microsoft-windows" | "qualtrics-numbers";

/** What is particular about one Trust's form and export, and what study.yaml must say about it. */
export interface Form {
  readonly note: string;
  readonly extension: "csv" | "xlsx";
  /** Named in study.yaml, or left to detection. */
  readonly dialect?: "google-forms" | "jisc" | "qualtrics";
  readonly dateOrder?: "dmy" | "mdy" | "ymd";
  /** Scales put in the other way round. */
  readonly reversed: readonly string[];
  /** Variables that the form left out. */
  readonly notAsked: readonly string[];
  /** Whether the export holds forms that were not handed in, and previews. */
  readonly keepsUnfinished: boolean;
  readonly keepsPreviews: boolean;
  /** What makes the file hard to read, whoever answered. */
  readonly traits: readonly string[];
}

const plain = { reversed: [], notAsked: [], keepsUnfinished: false, keepsPreviews: false } as const;
const qualtrics = { ...plain, keepsUnfinished: true, keepsPreviews: true } as const;

export const forms: Readonly<Record<FormId, Form>> = {
  google: {
    ...plain,
    note: "a Google Form, saved as CSV from its sheet",
    extension: "csv",
    dialect: "google-forms",
    dateOrder: "dmy",
    traits: [
      "statements in square brackets after the question above them",
      "ticked answers joined by a comma and a space, although one answer holds a comma itself",
    ],
  },
  "microsoft-workbook": {
    ...plain,
    note: "Microsoft Forms, the Excel download",
    extension: "xlsx",
    traits: [
      "a workbook with real date and number cells, on a sheet called Form1",
      "the e-mail column says anonymous and the name column is empty",
      "ticked answers joined by semicolons, with one at the end",
    ],
  },
  jisc: {
    ...plain,
    note: "Jisc Online Surveys, numbers for answers; this form left one item out",
    extension: "csv",
    dialect: "jisc",
    dateOrder: "dmy",
    notAsked: ["settle_doubt"],
    traits: [
      "a byte-order mark before the first heading",
      "question codes for headings (at arrival some are the question itself)",
      "numbers for answers, and one column of 0 and 1 for each answer that can be ticked",
      "the item settle_doubt was left out of the form",
    ],
  },
  "qualtrics-labels": {
    ...qualtrics,
    note: "Qualtrics, words for answers",
    extension: "csv",
    dateOrder: "dmy",
    traits: [
      "a byte-order mark and three header rows, with line breaks inside the second",
      "columns that must not be kept: network address, place, name, e-mail (all invented or empty)",
      "ticked answers joined by commas without a space",
    ],
  },
  "microsoft-windows": {
    ...plain,
    note: "Microsoft Forms, saved as CSV from Excel: US dates",
    extension: "csv",
    dateOrder: "mdy",
    traits: [
      "Windows-1252, with curly quotes and dashes in headings and answers",
      "line breaks inside headings; lines end in CR LF",
      "month before day, the year in two figures",
      "ticked answers joined by semicolons, with one at the end",
    ],
  },
  "qualtrics-numbers": {
    ...qualtrics,
    note: "Qualtrics, numbers for answers; both scales were put in the other way round",
    extension: "csv",
    dialect: "qualtrics",
    dateOrder: "ymd",
    reversed: ["settling", "confidence"],
    traits: [
      "a byte-order mark and three header rows",
      "numbers for answers: 97 prefer not to say, 98 don't know, 99 not applicable",
      "5 means strongly disagree, or not at all confident, on the two scales",
      "columns that must not be kept: network address, place, name, e-mail (all invented or empty)",
    ],
  },
};
