import { codebookFile } from "./codebook-file.js";
import { questions } from "./instrument.js";
import { newStudyYaml } from "./new-study-yaml.js";

/** Questions that show what each role of a codebook row looks like. */
const shown = [
  "link_code",
  "start_date",
  "first_post",
  "settle_home",
  "settle_isolated",
  "conf_role",
  "conf_escalate",
  "setup_bank",
  "days_login",
  "received_pro_01",
  "useful_pro_01",
  "shadow_days",
  "recommend",
  "who_helped",
  "text_best",
];

/**
 * A study folder to start from: a declaration with every option explained, a codebook with rows of each role, the
 * denominators to fill in, and a .gitignore that keeps raw data out of version control. Path to bytes, in a fixed order.
 */
export function newStudy(): ReadonlyMap<string, Uint8Array> {
  const variables = questions
    .filter((question) => shown.includes(question.name))
    .map((question) => ({ ...question, headings: [question.number] }));
  const files: readonly (readonly [string, string])[] = [
    ["README.md", readme],
    ["study.yaml", newStudyYaml],
    ["codebook.csv", codebookFile(variables)],
    ["cohort.csv", "trust,eligible,invited,recruited,inducted,completed,intakes\nA,,,,,,\nB,,,,,,\n"],
    ["survey/README.md", surveyReadme],
    ["costs/README.md", costsReadme],
    [".gitignore", gitignore],
  ];
  return new Map(files.map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

const readme = `# An evaluation

1. **study.yaml** declares the evaluation: its design, Trusts, waves, files, scales, standards, costing and disclosure.
   Every option is explained there. Write it before the data come in.
2. **codebook.csv** declares the questionnaire, one row a variable. Replace the rows by your own questions. Its column
   \`role\` says what a question is for; for a file of several Trusts or waves give the question that tells them the role
   \`trust\` or \`wave\` (type text, or single with the options).
3. **survey/** takes the exports as the platform wrote them, **costs/** the cost returns
   (\`pilot-eval template cost-return\` writes the workbook that Trusts fill in).
4. **cohort.csv** takes the denominators of each Trust:
   eligible (IMGs in scope), invited (to the survey), recruited, inducted, completed, and the number of intakes.
5. Optional: **hr.csv** with the columns trust, doctor, start_date, end_date, appraisal_due, appraisal_done (yes or no).
   It is used in aggregate and never tied to survey answers. **narrative/**\`<section>\`.md holds paragraphs that you write
   for a section of the report.

Then, from the folder above:

    pilot-eval check <this folder>     # what is wrong, where, and what to do
    pilot-eval run <this folder>       # the report

What the run writes under \`release/\` has passed the disclosure gate; \`internal/\` has not and stays here.
Raw data are about people: \`.gitignore\` keeps them out of version control. Do not remove those lines.
`;

const surveyReadme = `# Survey exports

Put each export here as the platform wrote it, unedited: CSV or XLSX from Microsoft Forms, Qualtrics, Jisc Online
Surveys, SurveyMonkey, Google Forms or REDCap, an SPSS file (.sav), or a plain table. List each file under \`sources\` in study.yaml; a file that is not listed is
refused. If the platform lets you, export without names, e-mail and network addresses: they are dropped on reading.
`;

const costsReadme = `# Cost returns

One workbook a Trust, written by \`pilot-eval template cost-return\` and filled in by the Trust. List each under
\`sources\` in study.yaml.
`;

const gitignore = `# Raw data are about people and Trusts: they stay out of version control.
survey/*
!survey/README.md
costs/*
!costs/README.md
cohort.csv
hr.csv
themes.csv

# Results before the disclosure gate, and what was released: fingerprints of people's answers.
internal/
ledger.json

# Keys that pseudonyms of link codes are made with.
*.key
`;
