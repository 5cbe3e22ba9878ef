import type { Category } from "../study/variable.js";
import { inductionParts } from "./induction-parts.js";
import { completeQuestion, lowestFirst, missingWords } from "./question.js";
import type { Draft, Question } from "./question.js";

const both = ["arrival", "month3"];
const { dontKnow, notApplicable, preferNot } = missingWords;

const agreement = lowestFirst(1, [
  "Strongly disagree",
  "Disagree",
  "Neither agree nor disagree",
  "Agree",
  "Strongly agree",
]);
const confidence = lowestFirst(1, [
  "Not at all confident",
  "Slightly confident",
  "Moderately confident",
  "Very confident",
  "Extremely confident",
]);
const usefulness = lowestFirst(1, [
  "Not at all useful",
  "Slightly useful",
  "Moderately useful",
  "Very useful",
  "Extremely useful",
]);
const noYes = lowestFirst(0, ["No", "Yes"]);

const drafts: readonly Draft[] = [
  {
    name: "link_code",
    number: "Q1",
    question:
      "Your link code - first two letters of your mother's first name, day of the month you were born (two digits), last two letters of the town you were born in (for example AN14ON)",
    label: "Link code",
    role: "link",
    type: "code",
    waves: both,
    sensitivity: "personal",
    required: true,
  },
  {
    name: "start_date",
    number: "Q2",
    question: "On what date did you start in this post?",
    label: "Start date",
    role: "start",
    type: "date",
    waves: both,
    sensitivity: "personal",
    required: true,
  },
  {
    name: "first_post",
    number: "Q3",
    question: "Is this your first post in the NHS?",
    label: "First NHS post",
    role: "group",
    type: "single",
    waves: both,
    categories: noYes,
    missing: { "prefer not to say": preferNot },
    sensitivity: "personal",
  },
  {
    name: "grade",
    number: "Q4",
    question: "What is the grade of your post?",
    label: "Grade",
    role: "group",
    type: "single",
    waves: both,
    categories: lowestFirst(1, [
      "Foundation or senior house officer level",
      "Registrar level",
      "Specialty doctor, specialist or consultant",
    ]),
    missing: { "prefer not to say": preferNot },
    sensitivity: "personal",
  },
  ...statements(
    "Q5",
    "How far do you agree with each statement about life here?",
    agreement,
    [
      ["settle_home", "I feel settled where I live", "Settled where I live"],
      ["settle_welcome", "I feel welcome in my team", "Welcome in my team"],
      ["settle_isolated", "I often feel alone or isolated", "Alone or isolated", "reverse"],
      ["settle_whom", "I know whom to ask about everyday life here", "Know whom to ask"],
      ["settle_doubt", "I have doubted my decision to come and work here", "Doubted coming here", "reverse"],
      [
        "settle_daily",
        "I can manage everyday matters such as money, travel and bills",
        "Manage everyday matters",
      ],
    ],
    "settling",
  ),
  ...statements(
    "Q6",
    "How confident do you feel about each of these at work?",
    confidence,
    [
      ["conf_role", "Knowing what is expected of me in my role", "Knowing my role"],
      ["conf_escalate", "Asking a senior for help when a patient worries me", "Asking a senior for help"],
      ["conf_systems", "Using the electronic record and ordering systems", "Using record systems"],
      [
        "conf_talk",
        "Talking with patients and relatives about difficult news",
        "Talking about difficult news",
      ],
      ["conf_prescribe", "Prescribing by local guidelines", "Prescribing by guidelines"],
      ["conf_law", "Consent, capacity and confidentiality in UK practice", "Consent and confidentiality"],
    ],
    "confidence",
  ),
  ...(
    [
      ["setup_home", "somewhere to live for the length of your post", "Somewhere to live"],
      ["setup_bank", "a working bank account", "Bank account"],
      ["setup_gp", "registration with a GP", "GP registration"],
      ["setup_tax", "council tax and household bills in order", "Council tax and bills"],
      ["setup_transport", "a way to travel to work at all hours", "Transport to work"],
    ] as const
  ).map(([name, thing, label], index): Draft => ({
    name,
    number: `Q7_${index + 1}`,
    stem: "Which of these do you now have?",
    statement: capital(thing),
    question: `Do you now have ${thing}?`,
    label,
    role: "setup",
    type: "single",
    categories: noYes,
    missing: { "not applicable": notApplicable },
    sensitivity: "service",
  })),
  ...(
    [
      ["days_login", "all the IT log-ins you needed for your work", "Working IT log-ins"],
      ["days_bank", "a working bank account", "Bank account open"],
      ["days_home", "long-term accommodation", "Long-term accommodation"],
    ] as const
  ).map(([name, thing, label], index): Draft => ({
    name,
    number: `Q${index + 8}`,
    question: `How many days after your start date did you have ${thing}? Write 0 if you had it on your first day, or "Not yet"`,
    label,
    role: "milestone",
    type: "number",
    minimum: 0,
    maximum: 180,
    notYet: ["Not yet"],
    missing: { "don't know": dontKnow.slice(0, 1), "not applicable": notApplicable.slice(0, 2) },
    sensitivity: "service",
  })),
  ...inductionParts.map((part, index): Draft => ({
    name: `received_${suffix(part.component)}`,
    number: `Q11_${index + 1}`,
    stem: "Which parts of the induction did you receive?",
    statement: capital(part.words),
    question: `Did you receive: ${part.words}?`,
    label: part.label,
    role: "received",
    type: "single",
    component: part.component,
    categories: lowestFirst(0, ["No", "Partly", "Yes"]),
    missing: { "don't know": dontKnow, "not applicable": notApplicable },
    sensitivity: "service",
  })),
  ...inductionParts.map((part, index): Draft => ({
    name: `useful_${suffix(part.component)}`,
    number: `Q12_${index + 1}`,
    stem: "How useful was each part that you received?",
    statement: capital(part.words),
    question: `How useful to you was: ${part.words}?`,
    label: part.label,
    role: "useful",
    type: "single",
    component: part.component,
    categories: usefulness,
    missing: { "don't know": dontKnow },
  })),
  {
    name: "shadow_days",
    number: "Q13",
    question: "How many working days did you shadow before you took independent duty?",
    label: "Days of shadowing",
    role: "number",
    type: "number",
    minimum: 0,
    maximum: 120,
    missing: { "don't know": dontKnow.slice(0, 1) },
    sensitivity: "service",
  },
  {
    name: "recommend",
    number: "Q14",
    question: "Would you recommend this Trust's induction to another doctor who is new to the NHS?",
    label: "Would recommend the induction",
    role: "outcome",
    type: "single",
    categories: lowestFirst(1, ["Definitely not", "Probably not", "Not sure", "Probably", "Definitely"]),
    missing: { "prefer not to say": preferNot },
  },
  {
    name: "settled_overall",
    number: "Q15",
    question: "Overall, how well settled do you feel now?",
    label: "Settled overall",
    role: "outcome",
    type: "single",
    categories: lowestFirst(1, [
      "Not at all settled",
      "Slightly settled",
      "Moderately settled",
      "Mostly settled",
      "Completely settled",
    ]),
    missing: { "prefer not to say": preferNot },
  },
  {
    name: "who_helped",
    number: "Q16",
    question: "Who helped you to settle in? (tick all that apply)",
    label: "Who helped",
    role: "choice",
    type: "multiple",
    categories: lowestFirst(1, [
      "Buddy",
      "Mentor",
      "Educational or clinical supervisor",
      "HR or medical staffing",
      "Other international doctors",
      "Family, friends or community",
      "No one",
    ]),
  },
  {
    name: "text_best",
    number: "Q17",
    question: "What helped you most?",
    label: "What helped most",
    role: "text",
    type: "text",
    sensitivity: "personal",
  },
  {
    name: "text_improve",
    number: "Q18",
    question: "What one thing would you change?",
    label: "What to change",
    role: "text",
    type: "text",
    sensitivity: "personal",
  },
];

/**
 * The questionnaire of the synthetic study, in form order. The wording is this toolkit's own, written for the
 * example: no published or piloted instrument stands behind it.
 */
export const questions: readonly Question[] = drafts.map(completeQuestion);

/** The question of a name; the name is one of ours. */
export function questionOf(name: string): Question {
  return questions.find((question) => question.name === name)!;
}

function statements(
  number: string,
  stem: string,
  categories: readonly Category[],
  rows: readonly (readonly [name: string, question: string, label: string, direction?: "reverse"])[],
  scale: string,
): readonly Draft[] {
  return rows.map(([name, question, label, direction], index) => ({
    name,
    number: `${number}_${index + 1}`,
    stem,
    statement: question,
    question,
    label,
    role: "item" as const,
    type: "single" as const,
    waves: both,
    scale,
    reverse: direction === "reverse",
    categories,
    missing: { "prefer not to say": preferNot },
  }));
}

function suffix(component: string): string {
  return component.toLowerCase().replace("-", "_");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
