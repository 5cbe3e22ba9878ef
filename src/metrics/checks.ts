import type { Issue, Severity } from "../core/issue.js";
import type { Computed } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import type { Source, SourceKind, Table } from "../core/table.js";
import type { Dataset } from "../dataset/dataset.js";
import { formats } from "../ingest/formats/index.js";
import type { Finding } from "../validate/finding.js";
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

/** What these find hangs on link codes or on identifiers that were dropped, of which no released byte may tell. */
export const neverReleased: readonly string[] = [
  "near-miss-link",
  "link-missing",
  "link-confirmed",
  "few-linked",
  "duplicate-respondent",
  "code-in-two-trusts",
  "identifier-as-link-code",
  "identifiers-found",
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
 * counted in what their rule looks at: one about twelve answers counts twelve. Those on reading, which have no rule, count
 * one each. Findings about link codes and identifiers are left out.
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
}

const onReading: Kind = { id: "on-reading", label: "something noticed as a file was read", unit: "findings" };
const kindsOfFinding: readonly Kind[] = [
  onReading,
  ...rules.map(({ id, label, looksAt }) => ({ id, label, unit: looksAt.what })),
];

function found(dataset: Dataset, { tables, findings, hrPeople }: CheckedFiles): readonly Result[] {
  const told = findings.filter((one) => !neverReleased.includes("rule" in one ? one.rule : one.code));
  const hrFiles = new Set(tables.flatMap(({ source }) => (source.kind === "hr" ? [source.file] : [])));
  return severities.flatMap((severity) =>
    kindsOfFinding.flatMap((kind): readonly Result[] => {
      const some = told.filter(
        (one) => one.severity === severity && ("rule" in one ? one.rule : onReading.id) === kind.id,
      );
      if (some.length === 0) return [];
      const ofHr = some.some(({ at }) => hrFiles.has(at.file));
      return [
        countedResult(dataset, {
          id: `checks/${severity}/${kind.id}`,
          label: kind.label,
          measure: rulesOfFiles.includes(kind.id) ? "files" : "quality",
          item: kind.id,
          level: severity,
          unit: kind.unit,
          estimate: some.reduce((sum, one) => sum + ("rule" in one ? (one.count ?? 1) : 1), 0),
          of: dataset.responses.length,
          people: ofHr ? Math.min(hrPeople, mostAtAWave(dataset)) : mostAtAWave(dataset),
          reference,
        }),
      ];
    }),
  );
}
