interface Words {
  readonly wrong: string;
  readonly mend: string;
}

/** Kinds of findings that a Trust is told in words of their own, whatever file they stand in. */
export const settledWords: Readonly<Record<string, Words>> = {
  "missing-file": { wrong: "we have not received this file", mend: "send it to us" },
  "empty-export": {
    wrong: "the file has no rows below its headings",
    mend: "export it again; if nobody has answered yet, tell us",
  },
  "survey-missing": {
    wrong: "we have no answers to this survey from your Trust",
    mend: "send us the export, or tell us that the survey was not held",
  },
  "nobody-in-survey": {
    wrong: "nobody in the joint survey said that they work at your Trust",
    mend: "tell us whether your IMGs were asked, and what name of the Trust they may have given",
  },
  "cohort-missing": {
    wrong: "we do not know how many IMGs were eligible, invited, recruited and inducted at your Trust",
    mend: "send us these numbers",
  },
  "same-content": {
    wrong: "the file that we hold under this name is a copy of another file",
    mend: "send it to us again",
  },
  "resubmission-same": {
    wrong: "the file is the same as the one that you sent before",
    mend: "send us the one that you meant, or tell us that the first was right",
  },
  "cost-periods-differ": {
    wrong: "the days covered are not those of the other Trusts' returns",
    mend: "correct the days on the Cover, or tell us why they differ",
  },
  "template-version": {
    wrong: "the return is on a version of the template that is no longer read",
    mend: "ask us for the current template, and copy the return into it",
  },
};

const answer = "correct the cell if it is a slip; if the answer is right as it stands, tell us what it means";
const exportAgain = "export the file again, and send it without opening and saving it in another program";

/** Kinds of findings in a survey file that a Trust can mend; of all others nothing is told. */
export const surveyWords: Readonly<Record<string, Words>> = {
  // The file
  "wrong-kind": {
    wrong: "the file is not what its name says",
    mend: "export the answers again as CSV, .xlsx or .sav",
  },
  "too-large": {
    wrong: "the file is far larger than an export of answers",
    mend: "look whether it is the right one, and export the answers again",
  },
  "unknown-format": {
    wrong: "we do not know the headings of this file as those of a survey export",
    mend: exportAgain,
  },
  "ambiguous-format": {
    wrong: "we cannot tell which survey platform the file comes from",
    mend: "tell us which one you used",
  },
  "several-sheets": {
    wrong: "more than one sheet of the workbook looks like the answers",
    mend: "tell us which sheet it is, or send a workbook with that sheet alone",
  },
  "missing-sheet": {
    wrong: "the workbook has not the sheet that we were told of",
    mend: "tell us on which sheet the answers stand",
  },
  "csv-broken": { wrong: "the row does not end as it should", mend: exportAgain },
  "csv-stray-quote": { wrong: "a quotation mark out of its place", mend: exportAgain },
  "ragged-row": { wrong: "more or fewer cells than there are headings", mend: exportAgain },
  "merged-answers": {
    wrong: "merged cells among the answers, of which only the first holds anything",
    mend: exportAgain,
  },
  "hidden-rows": {
    wrong: "rows of answers are hidden, by hand or by a filter; we count them",
    mend: "if they are not to count, tell us so",
  },
  "formula-without-result": {
    wrong: "a formula of which we cannot see the result",
    mend: "open the workbook in a spreadsheet program, save it and send it again; better still, export it again",
  },
  "several-events": {
    wrong: "the export holds several events of the project",
    mend: "export the event of this survey alone",
  },
  "repeated-records": {
    wrong: "one record stands in several rows",
    mend: "export the form of this survey alone, without repeating forms",
  },
  "submission-times": {
    wrong: "times of which day and month cannot be told apart",
    mend: "tell us whether the day or the month stands first",
  },
  "other-wave": {
    wrong: "the answers look like those of another survey of yours",
    mend: "check which of your files is which, and send the right one",
  },
  "same-response": {
    wrong: "answers that stand in another file too",
    mend: "tell us which file is the later download, or send one export with each answer once",
  },
  // Its columns
  "absent-variable": {
    wrong: "a question of the survey has no column in the export",
    mend: "export the file again with all questions; if the question was not asked, tell us",
  },
  "blank-throughout": {
    wrong: "a question that nobody answered",
    mend: "export the file again; if the form did not show the question, tell us",
  },
  "column-clash": {
    wrong: "the same question stands in more than one column",
    mend: "tell us which column holds the answers that count",
  },
  "date-order": {
    wrong: "dates of which day and month cannot be told apart",
    mend: "tell us whether the day or the month stands first",
  },
  // Its cells
  "identifiers-found": {
    wrong: "names, addresses or numbers of people, which we must not have",
    mend: "export the file again without them, or take them out",
  },
  "answer-outside-list": { wrong: "an answer that is not on the list of the question", mend: answer },
  "number-unreadable": { wrong: "a number that cannot be read, or is out of its range", mend: answer },
  "date-unreadable": { wrong: "a date that cannot be read", mend: answer },
  "date-out-of-period": { wrong: "a date outside the months of the evaluation", mend: answer },
  "submitted-outside-wave": {
    wrong: "answers sent on a day on which the survey was not open, as far as we know",
    mend: "tell us from when to when it was open, and which of these answers were tests",
  },
  "answered-before-intake": {
    wrong: "answers sent before the first doctor started, by your HR extract",
    mend: "tell us whether they were tests, or people were asked before they started",
  },
};

/** What a Trust has no part in. */
const ours = /study\.yaml|codebook|sources|pilot-eval|the report\b|ask the Trust|report/;

/** What was expected, for a Trust; null where it is a matter of study.yaml or the codebook. */
export function expectedByTrust(expected: string | undefined): string | null {
  return expected === undefined || ours.test(expected) ? null : expected;
}

/**
 * Of the ways to mend something those that are open to a Trust, which has neither study.yaml nor the codebook.
 *
 * @example mendByTrust("correct the days, or the period in study.yaml") // => "correct the days"
 */
export function mendByTrust(fix: string): string {
  const open = fix.split("; ").flatMap((part) => {
    const ways = part.split(/, or /).filter((way) => !ours.test(way));
    return ways.length === 0 ? [] : [ways.join(", or ")];
  });
  return open.length === 0 ? "tell us what is right, and we will put it right" : open.join("; ");
}
