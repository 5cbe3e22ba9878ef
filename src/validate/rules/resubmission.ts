import type { SurveyFile } from "../../ingest/answers.js";
import { readAnswers } from "../../ingest/answers.js";
import type { ReplacedFile } from "../../ingest/replaced.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { filesSentAgain } from "../looked-at.js";
import { cohortEffect } from "../resubmission/cohort-effect.js";
import { costEffect } from "../resubmission/cost-effect.js";
import { hrEffect } from "../resubmission/hr-effect.js";
import { surveyEffect } from "../resubmission/survey-effect.js";
import type { Rule, RuleContext } from "../rule.js";

/** A file that a Trust sent in place of an earlier one: what it changes, against the last that it replaces. */
export const resubmission: Rule = {
  id: "resubmission",
  severity: "warning",
  looksAt: filesSentAgain,
  label: "a file that was sent again, and what it changes",
  check: (context) => context.replaced.flatMap((one) => tell(context, one)),
};

function tell(context: RuleContext, one: ReplacedFile): readonly Finding[] {
  const { study, tables } = context;
  const { source, earlier, same } = one;
  const { kind, file } = source;
  const trust = "trust" in source ? source.trust : undefined;
  const wave = "wave" in source ? source.wave : undefined;
  const found = (finding: Pick<Finding, "code" | "severity" | "message" | "fix">): readonly Finding[] => [
    {
      rule: "resubmission",
      ...finding,
      at: { file },
      message: `${nameOf(study, source)}: ${finding.message}`,
      ...(trust === undefined ? {} : { trust }),
      ...(wave === undefined ? {} : { wave }),
    },
  ];
  if (same) {
    return found({
      code: "resubmission-same",
      severity: "warning",
      message: `the same content as ${earlier.file}, byte for byte: sending it again changed nothing`,
      fix: `ask for the file that was meant; if there is none, list ${earlier.file} in its place and remove this one`,
    });
  }
  if (!tables.some((table) => table.source.file === file && table.source.kind === kind)) return [];
  const effect = effectOf(context, one);
  if (effect === "not to be compared") return [];
  if (effect === null) {
    return found({
      code: "resubmission-unread",
      severity: "note",
      message: `${earlier.file} was sent before and cannot be read, so that what changed is not known`,
      fix: "nothing to do: the earlier file is not used",
    });
  }
  return found({
    code: "resubmission",
    severity: "note",
    message: effect,
    fix: `nothing to do if this is what was meant; ${earlier.file}, sent before, is not used`,
  });
}

/** What changed, in words; null when the earlier file cannot be read. */
function effectOf(
  { study, tables, files }: RuleContext,
  { source, earlier, tables: before }: ReplacedFile,
): string | null | "not to be compared" {
  const after = tables.filter((table) => table.source.file === source.file);
  const [first, now] = [before[0], after[0]];
  if (!first || !now) return null;
  const then: Study = {
    ...study,
    sources: study.sources.map((each) => (each.file === source.file ? earlier : each)),
  };
  switch (source.kind) {
    case "survey": {
      const isNow = ({ table }: SurveyFile) => table === now;
      const [was] = readAnswers(then, before);
      const is = files.find(isNow);
      if (!is) return "not to be compared";
      return was ? surveyEffect(study, was, is) : null;
    }
    case "cost-return":
      return costEffect(before, after);
    case "cohort":
      return cohortEffect(study, first, now);
    case "hr":
      return hrEffect({ study: then, table: first }, { study, table: now });
  }
}

/** Whose file it is, as people say it: `Trust C, Month 3`; a file of several Trusts or waves by its name. */
function nameOf(study: Study, source: ReplacedFile["source"]): string {
  const trust = "trust" in source ? study.trusts.find(({ code }) => code === source.trust) : undefined;
  const wave = "wave" in source ? study.waves.find(({ id }) => id === source.wave) : undefined;
  if (trust && source.kind === "cost-return") return `${trust.label}, cost return`;
  return trust && wave ? `${trust.label}, ${wave.label}` : source.file;
}
