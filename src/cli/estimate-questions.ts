import { checkInputs } from "../costs/estimate/check-inputs.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";
import { defaultInputs, perspectives, perspectiveWords } from "../costs/estimate/inputs.js";
import type { Asker } from "./ask.js";
import { askProvision } from "./ask-provision.js";
import { readFlags, type EstimateFlags } from "./estimate-flags.js";
import { flagNamed } from "./estimate-problems.js";

/** One question: which flag it fills, what is asked, and what Enter stands for. */
interface Question {
  readonly flag: keyof EstimateFlags;
  /** Input that `checkInputs` names when the answer will not do. */
  readonly field: string;
  readonly text: string;
  /** Choices by the word to type, each with what it means. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What Enter stands for; null where nobody may choose for the person. */
  readonly suggestion: string | null | ((flags: EstimateFlags) => string);
  /** Whether to ask at all, after the answers before it. */
  readonly when?: (flags: EstimateFlags) => boolean;
}

/**
 * Ask for what the flags leave open, one thing at a time; Enter takes the suggestion shown. An answer that will not do is
 * told, with what to do, and asked for again.
 *
 * @returns the flags with the answers in them
 */
export async function askEstimate(
  given: EstimateFlags,
  data: EstimateData,
  asker: Asker,
): Promise<EstimateFlags> {
  asker.say(
    "Press Enter to take what stands in [brackets]. Ctrl-C stops; nothing is written before the end.\n\n",
  );
  let flags = given;
  for (const question of questionsBefore(data)) flags = await askOne(question, flags, data, asker);
  flags = { ...flags, ...(await askProvision(flags, data, asker)) };
  for (const question of questionsAfter(data)) flags = await askOne(question, flags, data, asker);
  if (flags.supernumerary && !isNoShadowing(flags))
    flags = { ...flags, supernumerary: await askSupernumerary(asker) };
  return askOne(folderQuestion, flags, data, asker);
}

function questionsBefore(data: EstimateData): readonly Question[] {
  const start = defaultInputs(data, 20);
  const intakesOf = (flags: EstimateFlags) =>
    defaultInputs(data, readFlags(flags, data, null).inputs.imgs).intakes;
  return [
    {
      flag: "imgs",
      field: "imgs",
      text: "How many IMGs does your Trust induct in a year?",
      suggestion: null,
    },
    {
      flag: "intakes",
      field: "intakes",
      text: "In how many groups do they start in a year?",
      suggestion: (flags) => String(intakesOf(flags)),
    },
    { flag: "year", field: "year", text: "Pay of which financial year?", suggestion: start.year },
    {
      flag: "pension",
      field: "pension",
      text: "Which part of the employer's pension contribution do you count? There is no default.",
      choices: {
        "paid-by-trust": "the part that the Trust pays itself",
        full: "all of it, with the part that is funded centrally",
      },
      suggestion: null,
    },
  ];
}

function questionsAfter(data: EstimateData): readonly Question[] {
  const start = defaultInputs(data, 20);
  const inZone = (flags: EstimateFlags) => flags.highCostArea !== undefined && flags.highCostArea !== "none";
  return [
    {
      flag: "shadowingWeeks",
      field: "shadowingWeeks",
      text: "For how many weeks does an IMG shadow before working independently?",
      suggestion: String(start.shadowingWeeks),
    },
    {
      flag: "perspective",
      field: "perspective",
      text: "Whose cost do you want?",
      choices: Object.fromEntries(perspectives.map((one) => [one, perspectiveWords[one]])),
      suggestion: start.perspective,
    },
    {
      flag: "setUp",
      field: "setUp.treatment",
      text: "How are set-up costs counted?",
      choices: {
        annuitised: `spread over ${start.setUp.years} years`,
        "written-off": "in full, in the first year",
      },
      suggestion: start.setUp.treatment,
      when: (flags) => flags.perspective !== "trust-cash",
    },
    {
      flag: "highCostArea",
      field: "highCost.zone",
      text: "Is your Trust in a high-cost area: fringe, outer London or inner London?",
      suggestion: "none",
    },
    {
      flag: "supplementAfc",
      field: "highCost.afc",
      text: "How many pounds a year does a full-time person get on top under Agenda for Change?",
      suggestion: null,
      when: inZone,
    },
    {
      flag: "supplementDoctors",
      field: "highCost.medical",
      text: "How many pounds a year does a full-time doctor get on top?",
      suggestion: null,
      when: inZone,
    },
  ];
}

const folderQuestion: Question = {
  flag: "out",
  field: "out",
  text: "Into which folder are the files written?",
  suggestion: "induction-estimate",
};

async function askOne(
  question: Question,
  flags: EstimateFlags,
  data: EstimateData,
  asker: Asker,
): Promise<EstimateFlags> {
  const { flag, text, choices = {}, when } = question;
  if (flags[flag] !== undefined || when?.(flags) === false) return flags;
  const suggestion =
    typeof question.suggestion === "function" ? question.suggestion(flags) : question.suggestion;
  const words = Object.keys(choices);
  const listed = words.map((word, index) => `  ${index + 1}  ${word}: ${choices[word]}\n`).join("");
  for (;;) {
    const typed = await asker.ask(`${text}\n${listed}${suggestion === null ? "> " : `[${suggestion}] > `}`);
    const picked = typed === "" ? suggestion : (words[Number(typed) - 1] ?? typed);
    if (picked === null) {
      asker.say("  An answer is needed here.\n");
      continue;
    }
    const answered = { ...flags, [flag]: picked };
    const wrong = problemsOf(answered, question, data);
    if (wrong.length === 0) return answered;
    asker.say(`${wrong.map((line) => `  ${line}\n`).join("")}`);
  }
}

/** What will not do in one answer: a word that is not a number, or a value that `checkInputs` refuses. */
function problemsOf(flags: EstimateFlags, { flag, field }: Question, data: EstimateData): readonly string[] {
  const { inputs, problems } = readFlags(flags, data, null);
  const own = problems.filter((problem) => problem.startsWith(`${flagNamed(flag)}: `));
  if (own.length > 0) return own.map((problem) => problem.slice(flagNamed(flag).length + 2));
  return checkInputs(inputs, data)
    .filter((issue) => issue.field === field)
    .map((issue) => `expected ${issue.expected}, found ${issue.found}; ${issue.fix}`);
}

function isNoShadowing({ shadowingWeeks }: EstimateFlags): boolean {
  return Number(shadowingWeeks) === 0;
}

async function askSupernumerary(asker: Asker): Promise<boolean> {
  for (;;) {
    const typed = await asker.ask(
      "Is IMGs' own pay while they shadow a cost of the induction? Both are shown side by side.\n[yes] > ",
    );
    if (/^(y|yes|)$/i.test(typed)) return true;
    if (/^(n|no)$/i.test(typed)) return false;
    asker.say("  Type yes or no.\n");
  }
}
