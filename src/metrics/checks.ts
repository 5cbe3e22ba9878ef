import type { Issue, Severity } from "../core/issue.js";
import type { Computed } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import type { Source, SourceKind, Table } from "../core/table.js";
import type { Dataset } from "../dataset/dataset.js";
import { formats } from "../ingest/formats/index.js";
import type { Finding } from "../validate/finding.js";
import { trusts } from "../validate/looked-at.js";
import { rules } from "../validate/rules/index.js";
import { countedResult, mostAtAWave } from "./counted.js";
import { sumBy } from "./sum-by.js";

/** What was read and found wrong, as `check` tells it. */
export interface CheckedFiles {
  readonly tables: readonly Table[];
  readonly findings: readonly (Issue | Finding)[];
  /** Doctors in the HR extract. */
  readonly hrPeople: number;
}

const reference =
  "Huebner et al. 2020, BMC Med Res Methodol 20:61 (initial data analysis: reporting of data screening)";

/** What rules find in files, columns, cohort rows and cost returns tells of no person; what any other finds may. */
export const rulesOfFiles: readonly string[] = [
  "cohort",
  "cohort-missing",
  "cost-return",
  "cost-large-line",
  "cost-periods-differ",
  "cost-period-misses-starts",
  "img-time-above-cohort",
  "survey-missing",
  "trust-in-some-files",
  "other-wave",
  "waves-overlap",
  "unclaimed-column",
  "column-clash",
  "absent-variable",
  "reversed-without-effect",
  "date-order",
];

/**
 * What these find hangs on link codes, on identifiers that were dropped or on files that others replaced, of which no
 * released byte may tell.
 */
export const neverReleased: readonly string[] = [
  "resubmission",
  "near-miss-link",
  "link-missing",
  "link-confirmed",
  "few-linked",
  "duplicate-respondent",
  "code-in-two-trusts",
  "identifier-as-link-code",
  "identifiers-found",
  "personal-columns-dropped",
];

const kinds: Readonly<Record<SourceKind, string>> = {
  survey: "survey",
  "cost-return": "cost return",
  cohort: "cohort table",
  hr: "HR extract",
};

const severities: readonly Severity[] = ["error", "warning", "note"];

/**
 * Files read, by kind and format, and what the checks found, by severity and rule, over the whole study. Findings are
 * counted in what their rule looks at: one about twelve answers counts twelve. Those on reading, which have no rule, are
 * counted in files. Findings about link codes and identifiers are left out.
 */
export function checkResults(dataset: Dataset, checked: CheckedFiles): Computed {
  const results = [...filesRead(dataset, checked.tables), ...found(dataset, checked)];
  return { results, relations: [], ladders: [] };
}

function filesRead(dataset: Dataset, tables: readonly Table[]): readonly Result[] {
  const files = new Map(tables.map(({ source }) => [source.file, source]));
  const byName = sumBy([...files.values()], nameOf, () => 1);
  return [...byName].map(([name, count]) =>
    countedResult(dataset, {
      id: `files/${slug(name)}`,
      label: name,
      measure: "files",
      item: "read",
      level: name,
      unit: "files",
      estimate: count,
      of: files.size,
      people: 0,
      reference,
    }),
  );
}

/** The kind of a file and, of a survey, the platform it was exported from. */
function nameOf({ kind, format }: Source): string {
  if (kind !== "survey") return kinds[kind];
  return `${kinds.survey}, ${formats.find(({ id }) => id === format)?.label ?? format}`;
}

/** One kind of finding in words, and what it is counted in. */
interface Kind {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly measure: "quality" | "files";
}

/** What is noticed as a file is read, before any rule, by code: counted in files. */
const noticed: Readonly<Record<string, string>> = {
  "platform-columns-dropped": "columns of the survey platform's own, not read",
  "hidden-rows": "rows hidden in a sheet, read all the same",
  "hidden-columns": "columns hidden in a sheet, read all the same",
  "submission-times": "times of answering that can be read both ways",
  "time-zone": "times of answering that were not written in UK time",
  "weight-not-used": "weights set in the file, not used",
};
const otherwiseNoticed = "on-reading";

const kindsOfFinding: readonly Kind[] = [
  ...Object.entries(noticed).map(([id, label]): Kind => ({ id, label, unit: "files", measure: "files" })),
  {
    id: otherwiseNoticed,
    label: "something else noticed as a file was read",
    unit: "files",
    measure: "quality",
  },
  ...rules.map(({ id, label, looksAt }): Kind => ({
    id,
    label,
    unit: looksAt.what,
    measure: rulesOfFiles.includes(id) ? "files" : "quality",
  })),
];

function found(dataset: Dataset, { tables, findings, hrPeople }: CheckedFiles): readonly Result[] {
  const told = findings.filter((one) => !neverReleased.includes("rule" in one ? one.rule : one.code));
  const files = new Set(tables.map(({ source }) => source.file));
  const hrFiles = new Set(tables.flatMap(({ source }) => (source.kind === "hr" ? [source.file] : [])));
  const most = mostAtAWave(dataset);
  return severities.flatMap((severity) =>
    kindsOfFinding.flatMap(({ id, label, unit, measure }): readonly Result[] => {
      const some = told.filter((one) => one.severity === severity && kindOf(one) === id);
      if (some.length === 0) return [];
      const ofHr = some.some(({ at }) => hrFiles.has(at.file));
      return [
        countedResult(dataset, {
          id: `checks/${severity}/${id}`,
          label,
          measure,
          item: id,
          level: severity,
          unit,
          estimate: unit === trusts.what ? howManyTrusts(some) : howMany(some),
          of: measure === "files" ? files.size : dataset.responses.length,
          people: ofHr ? Math.min(hrPeople, most) : most,
          reference,
        }),
      ];
    }),
  );
}

function kindOf(one: Issue | Finding): string {
  if ("rule" in one) return one.rule;
  return Object.hasOwn(noticed, one.code) ? one.code : otherwiseNoticed;
}

/** How many Trusts some findings tell of: several of one Trust tell of one, and one that names none of one more. */
function howManyTrusts(some: readonly (Issue | Finding)[]): number {
  return new Set(some.map((one, index) => ("trust" in one ? one.trust : undefined) ?? index)).size;
}

/** How many of what its rule looks at some findings of a kind tell of; of those without a rule, in how many files. */
function howMany(some: readonly (Issue | Finding)[]): number {
  const ofRule = some.flatMap((one) => ("rule" in one ? [one.count ?? 1] : []));
  if (ofRule.length > 0) return ofRule.reduce((sum, count) => sum + count, 0);
  return new Set(some.map(({ at }) => at.file)).size;
}
