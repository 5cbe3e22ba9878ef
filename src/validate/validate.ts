import type { Table } from "../core/table.js";
import type { SurveyAnswers, SurveyFile } from "../ingest/answers.js";
import { readAnswers } from "../ingest/answers.js";
import type { ReplacedFile } from "../ingest/replaced.js";
import type { LeftOutRows } from "../ingest/split-survey.js";
import { splitSurvey } from "../ingest/split-survey.js";
import type { Study } from "../study/study.js";
import { readCohorts } from "./cohort.js";
import { confirmLinks } from "./confirm-links.js";
import { findSameResponses } from "./copies/same-responses.js";
import type { Cohort, CostReturn } from "./cost-return.js";
import { readCostReturn } from "./cost-return.js";
import type { Finding } from "./finding.js";
import { noPrices, type ComparedWith } from "./prices.js";
import type { HrRow } from "./hr.js";
import { readHr } from "./hr.js";
import { findMisplaced } from "./misplaced.js";
import { rules } from "./rules/index.js";
import { applySeverity } from "./severity.js";

/** The data as read and checked: what passed, and everything that was found. */
export interface Validated {
  /** By Trust and wave. */
  readonly surveys: readonly SurveyAnswers[];
  /** Rows of surveys that their format left out, or that belong to no Trust or wave. */
  readonly leftOut: readonly LeftOutRows[];
  readonly cohorts: readonly Cohort[];
  readonly hr: readonly HrRow[];
  readonly returns: readonly CostReturn[];
  /** All findings, none left out; an `error` among them refuses a run. */
  readonly findings: readonly Finding[];
}

/**
 * Check the tables of a study against its declaration and codebook. Findings come rule by rule, in the order of
 * `rules/index.ts`, with the severity that the study declares.
 *
 * @param payPoints pay points that a cost return may name, with the hours of a full-time week
 * @param prices what lines of cost are compared with; without them only amounts are looked at
 * @param replaced earlier files, to tell what those sent in their place changed
 */
export function validate(
  study: Study,
  tables: readonly Table[],
  payPoints: ReadonlyMap<string, number>,
  prices: ComparedWith = { pricesOf: noPrices, otherYears: new Map() },
  replaced: readonly ReplacedFile[] = [],
): Validated {
  const ofKind = (kind: Table["source"]["kind"]) => tables.filter((table) => table.source.kind === kind);
  const cohort = ofKind("cohort").map((table) => readCohorts(study, table));
  const hr = ofKind("hr").map((table) => readHr(study, table));
  const returns = byFile(ofKind("cost-return")).map((group) =>
    readCostReturn(study, group, payPoints, prices.otherYears),
  );
  const files = readAnswers(study, tables);
  const cohorts = cohort.flatMap((read) => read.cohorts);
  const hrRows = hr.flatMap((read) => read.hr);
  const split = new Map(files.map((file) => [file, splitSurvey(study, file)]));
  const parts = [...split.values()].flatMap((each) => each.parts);
  const confirmed = confirmLinks(study, parts);
  const joined = new Map(parts.map((part, index) => [part, confirmed.surveys[index]!]));
  const partsOf = (some: readonly SurveyFile[]) =>
    some.flatMap((file) => (split.get(file)?.parts ?? []).map((part) => joined.get(part)!));
  const misplaced = findMisplaced(study, files);
  const placed = files.filter((file) => !misplaced.some(({ survey }) => survey === file));
  const surveys = partsOf(placed);
  const context = {
    study,
    tables,
    files: placed,
    surveys,
    misplaced,
    sameResponses: findSameResponses(study, surveys),
    cohorts,
    hr: hrRows,
    returns: returns.flatMap((read) => read.partial ?? []),
    ...prices,
    replaced,
    readings: {
      cohort: cohort.flatMap((read) => read.findings),
      hr: hr.flatMap((read) => read.findings),
      "cost-return": returns.flatMap((read) => read.findings),
      "link-confirmed": confirmed.findings,
    },
  };
  return {
    surveys: partsOf(files),
    leftOut: [...split.values()].flatMap(({ leftOut }) => leftOut),
    cohorts,
    hr: hrRows,
    returns: returns.flatMap((read) => read.value ?? []),
    findings: rules.flatMap((rule) => applySeverity(context, rule, rule.check(context))),
  };
}

function byFile(tables: readonly Table[]): readonly (readonly Table[])[] {
  const files = [...new Set(tables.map((table) => table.source.file))];
  return files.map((file) => tables.filter((table) => table.source.file === file));
}
