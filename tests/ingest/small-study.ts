import { writeWorkbook } from "../../src/ingest/workbook.js";
import type { StudyFolder } from "../../src/study/load-study.js";
import type { DeclaredSource, SurveySource } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import type { Variable } from "../../src/study/variable.js";

const agreement = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

/** A codebook row; everything that is not given is empty. */
export function variable(name: string, more: Partial<Variable> = {}): Variable {
  return {
    name,
    question: `Question ${name}`,
    label: name,
    headings: [],
    role: "outcome",
    type: "single",
    waves: ["arrival", "month3"],
    scale: null,
    reverse: false,
    component: null,
    categories: [],
    minimum: null,
    maximum: null,
    missing: {},
    notYet: [],
    sensitivity: "opinion",
    required: false,
    ...more,
  };
}

/** Categories numbered from 1. */
export function numbered(labels: readonly string[]): Variable["categories"] {
  return labels.map((label, index) => ({ code: index + 1, label }));
}

export const variables: readonly Variable[] = [
  variable("link_code", { question: "Your code", role: "link", type: "code" }),
  variable("start_date", { question: "When did you start?", role: "start", type: "date" }),
  variable("settle_1", {
    question: "I feel at home",
    headings: ["Q5_1"],
    role: "item",
    scale: "settling",
    categories: numbered(agreement),
    missing: { "prefer not to say": ["Prefer not to say", "97"] },
  }),
  variable("settle_2", {
    question: "I often feel alone",
    headings: ["Q5_2"],
    role: "item",
    scale: "settling",
    reverse: true,
    categories: numbered(agreement),
  }),
  variable("helpers", {
    question: "Who helped? (tick all)",
    headings: ["Q9"],
    role: "choice",
    type: "multiple",
    categories: numbered(["Buddy", "Mentor, or tutor", "HR"]),
    missing: { "prefer not to say": ["Prefer not to say"] },
  }),
  variable("days_login", {
    question: "Days until your log-in worked",
    headings: ["Q10"],
    role: "milestone",
    type: "number",
    minimum: 0,
    maximum: 180,
    notYet: ["Not yet"],
    missing: { "don't know": ["Don't know"], "not applicable": ["N/A"] },
    waves: ["month3"],
  }),
  variable("best", { question: "What was best?", role: "text", type: "text" }),
];

/** A survey source as study.yaml would declare it. */
export function survey(file: string, more: Partial<SurveySource> = {}): SurveySource {
  return { file, kind: "survey", trust: "A", wave: "arrival", reversed: [], not_asked: [], ...more };
}

/** A small declared study with two Trusts and two waves. */
export function smallStudy(sources: readonly DeclaredSource[], more: Partial<Study> = {}): Study {
  return {
    format: 1,
    study: { id: "small", title: "Small", synthetic: true, seed: 1, img_definition: "any" },
    design: "pre-post-linked",
    period: { from: "2026-04-01", to: "2026-12-31" },
    trusts: [
      { code: "A", label: "Trust A", aliases: ["St Elsewhere"] },
      { code: "B", label: "Trust B", aliases: [] },
    ],
    waves: [
      { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
      { id: "month3", label: "Month 3", from: "2026-07-01", to: "2026-09-30" },
    ],
    sources: [...sources],
    duplicates: "latest-complete",
    scales: [{ id: "settling", label: "Settling in", aim: "settling-in", minimum_answered: 0.5 }],
    comparisons: [],
    multiplicity: "holm",
    identifiers: "drop",
    checks: [],
    links_confirmed: [],
    quotations: [],
    subgroups: [],
    standards: [],
    milestone_days: [1],
    hr: { months: 6 },
    confidence_level: 0.95,
    costing: {
      price_year: "2026/27",
      pension: "full",
      apprenticeship_levy: true,
      hours: "paid",
      prices: "price-year",
      own_rates: [],
      sign_off: [],
      perspective: "trust-economic",
      set_up: { treatment: "written-off" },
      headline: "inducted",
      cohort_sizes: [10],
      uncertainty: {
        recorded: 0.05,
        estimated: 0.2,
        guessed: 0.5,
        draws: 1000,
        correlation_within_trust: 0.5,
        pay_point: true,
        ranges: [],
        staff_mix: [],
      },
    },
    economics: {},
    disclosure: { profile: "pilot", trust_costs: [] },
    report: { title: "t", authors: [], steering_group: [], programme: "p", ethics: "e", funding: "f" },
    variables,
    components: [],
    benchmarks: [],
    narrative: {},
    ...more,
  };
}

/** A study folder in memory. */
export function memoryFolder(files: Readonly<Record<string, string | Uint8Array>>): StudyFolder {
  return {
    read: async (file) => {
      const content = files[file];
      if (content === undefined) return null;
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    list: async () => Object.keys(files).sort(),
  };
}

/** Bytes of a workbook with these sheets; the first row of each is row 1. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<Uint8Array> {
  return await writeWorkbook(
    (workbook) => {
      for (const [name, rows] of Object.entries(sheets)) {
        const sheet = workbook.addWorksheet(name);
        for (const row of rows) sheet.addRow([...row]);
      }
    },
    { title: "test" },
  );
}

/** Rows as CSV text, every cell quoted. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",") + "\r\n").join("");
}
