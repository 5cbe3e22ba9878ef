import { coverLines } from "./columns/cover.js";
import { componentAnswers } from "./columns/components.js";
import { answerSheets } from "./layout.js";

/** One row of the Guidance: sheet, subject, what to put, an example, and what a blank cell means. */
export type Advice = readonly [sheet: string, about: string, advice: string, example: string, blank: string];

const allSheets = "All sheets";
const mustBe = "It must be filled in.";

function general(about: string, advice: string, example = ""): Advice {
  return [allSheets, about, advice, example, ""];
}

const beforeYouStart: readonly Advice[] = [
  general(
    "Where to begin",
    "Fill in Cover, Staff, Other costs, IMG time and Components, in this order. A line you do not need stays empty. The sheet Example shows filled lines.",
  ),
  general(
    "Colours and words",
    "Yellow cells must be filled in. White cells only if they apply. Grey cells fill themselves, and are locked. The words above the headings say the same.",
  ),
  general(
    "Check",
    "The last column of each table says at once what a line lacks. OK: nothing. Look again: it may be right; say why in the Note. The sheet Checks counts them; Cover says when the return is ready to send.",
    "Fill in: Role and 2 more",
  ),
  general(
    "What to count",
    "Time and money that the induction of IMGs took in the days on the Cover, whoever paid, and also what would have been spent anyway. Two columns say which is which.",
  ),
  general(
    "What to leave out",
    "The induction that every new doctor has. Recruitment, visas, flights, registration. Supervision within the standard allowance. Income for training.",
  ),
  general(
    "No names",
    "Give roles. Do not give one person's salary, nor a rate from which it can be worked out: choose the pay point.",
    "Induction coordinator",
  ),
  general(
    "Never twice",
    "IMGs' own time goes on IMG time, not on Staff too. If a stand-in was paid, give the stand-in's time or that of the person away, not both. A rate that holds on-costs says so.",
  ),
  general(
    "Posts with outside money",
    "Give the post as any other, and choose who bears it under Paid by. It counts in the cost to the NHS, and not in the cost to the Trust.",
    "NHS England",
  ),
];

const whenDone: readonly Advice[] = [
  general(
    "More lines",
    "Each table has empty lines to spare. If they do not do, join small lines of the same kind, or take the protection off and type on below the last line. Lines below are read, but have no Check.",
  ),
  general(
    "Protection",
    "There is no password. Excel: Review, Unprotect Sheet. LibreOffice: Tools, Protect Sheet. Do not rename sheets or headings: a program reads them.",
  ),
  general(
    "Formulas of your own",
    "A sum such as =12*7.5 in a cell is fine. A cell must not work from itself, and must not show an error such as #REF!. If it does, type the number.",
    "=12*7.5",
  ),
  general(
    "Printing",
    "Staff and Other costs print over two pages across: first what must be filled in, then the rest. Sheets print on A4.",
  ),
  general("Sending", "Save it as .xlsx. Send it when Cover says: Ready to send."),
];

/** What the Guidance sheet says: what holds for all sheets, then each question and column in its order. */
export const guidance: readonly Advice[] = [
  ...beforeYouStart,
  ...coverLines.map(({ question, words, example, blank }): Advice => [
    "Cover",
    question,
    words,
    example,
    blank ?? mustBe,
  ]),
  ...answerSheets.flatMap(({ name, columns }) =>
    columns.map(({ heading, words, example, blank, or }): Advice => [
      name,
      heading,
      words,
      example,
      blank ?? (or === undefined ? mustBe : "Only if the full-time share is given."),
    ]),
  ),
  ...componentAnswers.map(({ heading, words, example, blank }): Advice => [
    "Components",
    heading,
    words,
    example,
    blank ?? mustBe,
  ]),
  ...whenDone,
];
