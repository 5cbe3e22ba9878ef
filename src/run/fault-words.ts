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
  "answer-outside-list": { wrong: "an answer that is not on the list of the question", mend: answer },
  "number-unreadable": { wrong: "a number that cannot be read, or is out of its range", mend: answer },
  "date-unreadable": { wrong: "a date that cannot be read", mend: answer },
  "ragged-row": { wrong: "more or fewer cells than there are headings", mend: exportAgain },
  "csv-broken": { wrong: "the row does not end as it should", mend: exportAgain },
  "csv-stray-quote": { wrong: "a quotation mark out of its place", mend: exportAgain },
  "wrong-kind": {
    wrong: "the file is not what its name says",
    mend: "export the answers again as CSV or .xlsx",
  },
  "absent-variable": {
    wrong: "a question of the survey has no column in the export",
    mend: "export the file again with all questions; if the question was not asked, tell us",
  },
  "other-wave": {
    wrong: "the answers look like those of another survey of yours",
    mend: "check which of your files is which, and send the right one",
  },
};

/** What a Trust has no part in. */
const ours = /study\.yaml|codebook|sources|pilot-eval|the report\b|ask the Trust|report/;

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
