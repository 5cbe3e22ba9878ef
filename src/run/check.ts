import { readySolver } from "../disclosure/attack/highs.js";
import { hasErrors } from "../core/issue.js";
import type { Issue } from "../core/issue.js";
import type { Table } from "../core/table.js";
import { cardOfReturn } from "../costs/costing-card.js";
import type { Figure } from "../costs/figures.js";
import { pricesOfOtherYears } from "../costs/other-years.js";
import { repriceReturn } from "../costs/reprice.js";
import type { SurveyAnswers } from "../ingest/answers.js";
import { readCsvBytes } from "../ingest/csv.js";
import type { Explanation } from "../ingest/explanation.js";
import { hideIdentifiers } from "../ingest/identifiers/hide.js";
import { ingest } from "../ingest/ingest.js";
import type { LeftOutRows } from "../ingest/split-survey.js";
import { hideInExplanation, hideInFinding, hideInSource } from "./hide-in-findings.js";
import type { Shipped } from "./shipped.js";
import { isYearWithoutPay } from "./check-prices.js";
import { readStudyPrices } from "./study-prices.js";
import { sectionIds } from "../report/compose.js";
import { loadStudy } from "../study/load-study.js";
import { nearest } from "../study/nearest.js";
import type { StudyFolder } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import type { Finding } from "../validate/finding.js";
import type { HrRow } from "../validate/hr.js";
import { validate } from "../validate/validate.js";

/** What a study's files hold, checked: the study, its data, and everything found wrong with them. */
export interface Checked {
  readonly findings: readonly (Issue | Finding)[];
  /** True when a finding is an error: nothing may be computed from the data. */
  readonly refused: boolean;
  /** Null when study.yaml or codebook.csv cannot be used. */
  readonly study: Study | null;
  readonly tables: readonly Table[];
  readonly surveys: readonly SurveyAnswers[];
  readonly leftOut: readonly LeftOutRows[];
  readonly cohorts: readonly Cohort[];
  readonly hr: readonly HrRow[];
  readonly returns: readonly CostReturn[];
  /** Shipped figures, and those of the study's own unit cost table. */
  readonly figures: readonly Figure[];
  /** How each survey file was read. */
  readonly explanations: readonly Explanation[];
}

/** Called as each step of the work begins; steps count from 1. */
export type Progress = (step: number, of: number, what: string) => void;

/**
 * Read and check a study folder. Every mistake is told at once; nothing is computed. Whatever a rule puts into a finding
 * about the data, identifiers of people are taken out of it here; findings about study.yaml and the codebook show these as
 * they stand. A price year without pay figures is told first and without what follows from it in the cost returns.
 */
export async function checkStudy(folder: StudyFolder, shipped: Shipped): Promise<Checked> {
  const nothing = {
    study: null,
    tables: [],
    surveys: [],
    leftOut: [],
    cohorts: [],
    hr: [],
    returns: [],
    figures: shipped.figures,
    explanations: [],
  };
  // The disclosure gate needs it, and `evaluate` cannot wait.
  await readySolver();
  const loaded = await loadStudy(folder, shipped, readCsvBytes);
  if (!loaded.study) return { ...nothing, findings: loaded.issues, refused: true };
  const { study } = loaded;
  const read = await ingest(study, folder);
  const prices = await readStudyPrices(study, folder, shipped.figures);
  const { payPoints, pricesOf } = prices;
  const compared = { pricesOf, otherYears: pricesOfOtherYears(shipped.figures, study) };
  const validated = validate(study, read.tables, payPoints, compared, read.replaced);
  const repriced = validated.returns.map((one) => repriceReturn(one, study.costing.price_year, prices.index));
  const hide = hideIdentifiers(study, await folder.list(), read.names);
  const yearless = prices.issues.find(isYearWithoutPay);
  const found = validated.findings.filter(({ rule }) => yearless === undefined || !rule.startsWith("cost-"));
  const ofData = [...read.issues, ...found];
  const findings = [
    ...loaded.issues,
    ...(yearless === undefined ? [] : [yearless]),
    ...ofData.map((finding) => hideInFinding(finding, hide)),
    ...(yearless === undefined
      ? [
          ...prices.issues,
          ...missingPrices(study, prices.figures, validated.returns),
          ...repriced.flatMap(({ issues }) => issues),
        ]
      : []),
    ...strayNarrative(study),
  ];
  return {
    findings,
    refused: hasErrors(findings),
    study,
    tables: read.tables.map((table) => ({ ...table, source: hideInSource(table.source, hide) })),
    surveys: validated.surveys,
    leftOut: validated.leftOut,
    cohorts: validated.cohorts,
    hr: validated.hr,
    returns: repriced.map(({ value }) => value),
    figures: prices.figures,
    explanations: explainDates(read.explanations, validated.surveys).map((each) =>
      hideInExplanation(each, hide),
    ),
  };
}

/** What the days of a return cannot be priced with, each once. */
function missingPrices(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly Issue[] {
  const issues = returns.flatMap((one) => cardOfReturn(study, figures, one).issues);
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}

/** With the order of every date that the codebook asks for, beside the platform's own times. */
function explainDates(
  explanations: readonly Explanation[],
  surveys: readonly SurveyAnswers[],
): readonly Explanation[] {
  return explanations.map((explanation) => {
    const survey = surveys.find(({ table }) => table.source.file === explanation.file);
    const asked = [...(survey?.dateOrders ?? [])].flatMap(([name, decision]) => {
      const columns = survey?.matching.matched.get(name);
      return columns?.kind === "one" ? [{ column: columns.column.name, decision }] : [];
    });
    return { ...explanation, dates: [...explanation.dates, ...asked] };
  });
}

/** Words written for a section that the report does not have: they would be left out without a word. */
function strayNarrative(study: Study): readonly Issue[] {
  return Object.keys(study.narrative)
    .filter((name) => !sectionIds.includes(name))
    .map((name) => {
      const near = nearest(name, sectionIds);
      return {
        code: "stray-narrative",
        severity: "error",
        at: { file: `narrative/${name}.md` },
        message: `narrative/${name}.md: no section of the report takes words under this name`,
        expected: `one of ${sectionIds.map((id) => `${id}.md`).join(", ")}`,
        found: `${name}.md`,
        fix: near ? `did you mean ${near}.md? rename the file` : "rename the file",
      };
    });
}
