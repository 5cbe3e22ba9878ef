import { comparableHeading } from "../../ingest/formats/table-headings.js";
import { cellText } from "../../ingest/grid.js";
import { nameTrusts } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { trustOf } from "../../study/place-names.js";

/**
 * Trusts that other files know and the HR extract or the cost returns do not: their doctors are not in retention, or
 * they have no cost. A study without any HR extract or cost return has none of either, and says nothing. Surveys and
 * cohort rows that are missing are told by the rules survey-missing and cohort-missing.
 */
export const trustInSomeFiles: Rule = {
  id: "trust-in-some-files",
  label: "a Trust without HR rows or cost return that others have",
  severity: "warning",
  looksAt: trusts,
  check({ study, tables }) {
    const hr = tables.find((table) => table.source.kind === "hr");
    const column = hr?.columns.find((each) => comparableHeading(each.name) === "trust");
    const inHr = column ? new Set(column.values.map((value) => trustOf(study, cellText(value)))) : null;
    const returned = study.sources.flatMap((each) => (each.kind === "cost-return" ? [each.trust] : []));
    return study.trusts.flatMap(({ code }): readonly Finding[] => {
      const name = nameTrusts(study, [code]);
      return [
        ...(hr && inHr && !inHr.has(code)
          ? [
              missing(
                code,
                hr.source.file,
                `${name}: no row in the HR extract; its doctors are not in retention`,
                "add its rows, or ask the Trust for them",
              ),
            ]
          : []),
        ...(returned.length > 0 && !returned.includes(code)
          ? [
              missing(
                code,
                "study.yaml",
                `${name}: no cost return is listed; it has no cost`,
                "list the return under sources, or ask the Trust for it",
              ),
            ]
          : []),
      ];
    });
  },
};

function missing(trust: string, file: string, message: string, fix: string): Finding {
  return {
    rule: "trust-in-some-files",
    code: "trust-in-some-files",
    severity: "warning",
    at: { file },
    message,
    expected: "every Trust in every kind of file",
    found: "none",
    fix,
    trust,
  };
}
