import type { SurveyFile } from "../ingest/answers.js";
import type { Variable, VariableType } from "../study/variable.js";
import type { Finding } from "./finding.js";
import type { RuleContext } from "./rule.js";

/** What a rule looks at, one by one: a share of its findings is a share of these. */
export interface LookedAt {
  /** In words, many of them: `answers`. */
  readonly what: string;
  /** Whether findings are counted in each file, in each Trust at each wave, or over the whole study. */
  readonly per: "file" | "slice" | "study";
  /** How many there are where a finding stands. */
  count(context: RuleContext, finding: Finding): number;
}

/** Answers that a file could hold to variables of these types, whoever left them blank. */
export function answersTo(...types: readonly VariableType[]): LookedAt {
  return answersWhere((variable) => types.includes(variable.type));
}

/** Answers that a file could hold to some variables, whoever left them blank. */
export function answersWhere(asks: (variable: Variable) => boolean): LookedAt {
  return {
    what: "answers",
    per: "file",
    count: ({ study, files }, { at }) => {
      const names = study.variables.filter(asks).map((each) => each.name);
      return sum(files.filter(inFile(at.file)), ({ table, matching }) => {
        return names.filter((name) => matching.matched.has(name)).length * table.rows.length;
      });
    },
  };
}

/** Respondents of one Trust at one wave. */
export const respondents: LookedAt = {
  what: "respondents",
  per: "slice",
  count: ({ surveys }, { trust, wave }) => {
    const same = surveys.filter((each) => each.trust === trust && each.wave === wave);
    return sum(same, ({ table }) => table.rows.length);
  },
};

/** Columns of a survey file, the platform's own left aside. */
export const columns: LookedAt = {
  what: "columns",
  per: "file",
  count: ({ files }, { at }) =>
    sum(files.filter(inFile(at.file)), ({ table }) => {
      return table.columns.filter((column) => !column.name.startsWith("@")).length;
    }),
};

/** Variables that a survey file should hold. */
export const variablesAsked: LookedAt = {
  what: "variables",
  per: "file",
  count: ({ files }, { at }) =>
    sum(files.filter(inFile(at.file)), ({ matching }) => matching.matched.size + matching.absent.length),
};

/** Scales of the study on one form. */
export const scales: LookedAt = {
  what: "scales",
  per: "file",
  count: ({ study }) => study.scales.length,
};

/** Rows of the file that a finding stands in. */
export const rowsOfFile: LookedAt = {
  what: "rows",
  per: "file",
  count: ({ tables }, { at }) =>
    sum(
      tables.filter((table) => table.source.file === at.file),
      (table) => table.rows.length,
    ),
};

/** Lines of staff time, other costs and IMG time of a cost return. */
export const costLines: LookedAt = {
  what: "lines of a cost return",
  per: "file",
  count: ({ returns }, { trust }) =>
    sum(
      returns.filter((read) => read.trust === trust),
      (read) => read.staff.length + read.other.length + read.supernumerary.length,
    ),
};

/** Trusts of the study. */
export const trusts: LookedAt = {
  what: "Trusts",
  per: "study",
  count: ({ study }) => study.trusts.length,
};

/** Variables of the codebook. */
export const variablesOfStudy: LookedAt = {
  what: "variables",
  per: "study",
  count: ({ study }) => study.variables.length,
};

/** Files of the study that were sent again. */
export const filesSentAgain: LookedAt = {
  what: "files sent again",
  per: "study",
  count: ({ replaced }) => replaced.length,
};

/** Waves of the study. */
export const waves: LookedAt = {
  what: "waves",
  per: "study",
  count: ({ study }) => study.waves.length,
};

/** Survey files, those that look like another wave's among them. */
export const surveyFiles: LookedAt = {
  what: "survey files",
  per: "study",
  count: ({ files, misplaced }) => files.length + misplaced.length,
};

/** Links that a person confirmed in study.yaml. */
export const confirmedLinks: LookedAt = {
  what: "confirmed links",
  per: "study",
  count: ({ study }) => study.links_confirmed.length,
};

/** Quotations that study.yaml approves. */
export const quotations: LookedAt = {
  what: "quotations",
  per: "study",
  count: ({ study }) => study.quotations.length,
};

function inFile(file: string): (survey: SurveyFile) => boolean {
  return ({ table }) => table.source.file === file;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
