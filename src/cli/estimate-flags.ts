import type { PlanningAssumptions } from "../costs/estimate/assumptions.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";
import {
  defaultInputs,
  type EstimateInputs,
  type Override,
  type SelfAssessmentAnswer,
} from "../costs/estimate/inputs.js";

/** The flags of `pilot-eval estimate` as a person typed them. */
export interface EstimateFlags {
  readonly imgs?: string;
  readonly intakes?: string;
  readonly pension?: string;
  readonly year?: string;
  readonly all?: boolean;
  readonly components?: string;
  readonly have?: string;
  readonly selfAssessment?: string;
  readonly partlyShare?: string;
  readonly shadowingWeeks?: string;
  readonly shadowingHours?: string;
  readonly shadowingPayPoint?: string;
  readonly supernumerary: boolean;
  readonly perspective?: string;
  readonly setUp?: string;
  readonly setUpYears?: string;
  readonly discountRate?: string;
  readonly inAdvance?: boolean;
  readonly overheads?: string;
  readonly hours?: string;
  readonly levy: boolean;
  readonly highCostArea?: string;
  readonly supplementAfc?: string;
  readonly supplementDoctors?: string;
  readonly set: readonly string[];
  readonly recruited?: string;
  readonly completed?: string;
  readonly replacementCost?: string;
  readonly from?: string;
  readonly out?: string;
  readonly replace?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Inputs read from flags, and what in the flags themselves could not be read. */
export interface ReadFlags {
  readonly inputs: EstimateInputs;
  readonly problems: readonly string[];
}

/**
 * Inputs from flags: what is left out takes the default. Words that are not numbers are told here; whether a number or a
 * choice will do is for `checkInputs`.
 *
 * @param assessment answers of the self-assessment file, already read; null when there is none
 */
export function readFlags(
  flags: EstimateFlags,
  data: EstimateData,
  assessment: Readonly<Record<string, SelfAssessmentAnswer>> | null,
): ReadFlags {
  const { assumptions } = data;
  const problems: string[] = [];
  const number = (flag: string, text: string | undefined, fallback: number): number => {
    if (text === undefined) return fallback;
    const value = readNumber(text);
    if (value === null) problems.push(`--${flag}: expected a number, found "${text}"`);
    return value ?? fallback;
  };
  const optional = (flag: string, text: string | undefined) =>
    text === undefined ? null : number(flag, text, 1);
  const percent = (flag: string, text: string | undefined, fallback: number): number => {
    if (text === undefined) return fallback;
    const value = readNumber(text.replace(/\s*%\s*$/, ""));
    if (value === null) problems.push(`--${flag}: expected a percentage such as 3.5%, found "${text}"`);
    else if (value > 0 && value <= 1 && !text.includes("%")) {
      const asShare = Number((value * 100).toPrecision(12));
      problems.push(
        `--${flag}: expected a percentage, found "${text}", which may be a share of 1: write ${asShare}%, or ${value}% if that is what you mean`,
      );
    } else return value / 100;
    return fallback;
  };

  const imgs = number("imgs", flags.imgs, 1);
  const start = defaultInputs(data, imgs);
  const have = flags.have === undefined ? null : readHave(flags.have, start.components, problems);
  return {
    problems,
    inputs: {
      ...start,
      intakes: number("intakes", flags.intakes, start.intakes),
      year: flags.year ?? start.year,
      pension: (flags.pension ?? null) as EstimateInputs["pension"],
      levy: flags.levy,
      hours: (flags.hours ?? start.hours) as EstimateInputs["hours"],
      perspective: (flags.perspective ?? start.perspective) as EstimateInputs["perspective"],
      components: flags.components === undefined ? start.components : splitIds(flags.components),
      selfAssessment: assessment ?? have,
      partlyShare: percent("partly-share", flags.partlyShare, start.partlyShare),
      shadowingWeeks: number("shadowing-weeks", flags.shadowingWeeks, start.shadowingWeeks),
      shadowingHoursAWeek: number("shadowing-hours", flags.shadowingHours, start.shadowingHoursAWeek),
      shadowingPayPoint: flags.shadowingPayPoint ?? null,
      countSupernumerary: flags.supernumerary,
      setUp: {
        treatment: (flags.setUp ?? start.setUp.treatment) as EstimateInputs["setUp"]["treatment"],
        years: number("set-up-years", flags.setUpYears, start.setUp.years),
        discountRate: percent("discount-rate", flags.discountRate, start.setUp.discountRate),
        timing: flags.inAdvance ? "in advance" : "in arrears",
      },
      overheads: flags.overheads === undefined ? null : percent("overheads", flags.overheads, 0),
      highCost: {
        zone: (flags.highCostArea ?? "none") as EstimateInputs["highCost"]["zone"],
        afc: optional("supplement-afc", flags.supplementAfc),
        medical: optional("supplement-doctors", flags.supplementDoctors),
      },
      overrides: readOverrides(flags.set, assumptions, problems),
      recruited: optional("recruited", flags.recruited),
      completed: optional("completed", flags.completed),
      replacementCost: optional("replacement-cost", flags.replacementCost),
    },
  };
}

/**
 * A number as a person types it: commas in thousands and a pound sign are allowed. Null for anything else.
 *
 * @example readNumber("£1,250") // => 1250
 */
export function readNumber(text: string): number | null {
  const bare = text.trim().replace(/^£/, "");
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(bare)) return null;
  return Number(bare.replaceAll(",", ""));
}

function splitIds(text: string): readonly string[] {
  return [...new Set(text.split(",").flatMap((id) => id.trim().toUpperCase() || []))];
}

/** `PRE-01=yes,ENB-01=partly,rest=no`; `rest` answers for all that are not named. */
function readHave(
  text: string,
  known: readonly string[],
  problems: string[],
): Readonly<Record<string, SelfAssessmentAnswer>> {
  const answers: Record<string, SelfAssessmentAnswer> = {};
  let rest: SelfAssessmentAnswer | null = null;
  for (const part of text.split(",")) {
    const [id = "", answer = ""] = part.split("=").map((word) => word.trim());
    if (part.split("=").length !== 2 || id === "" || answer === "")
      problems.push(`--have: expected component=answer, found "${part.trim()}"`);
    else if (id.toLowerCase() === "rest") rest = answer.toLowerCase() as SelfAssessmentAnswer;
    else if (answers[id.toUpperCase()] !== undefined) problems.push(`--have: ${id} is answered twice`);
    else answers[id.toUpperCase()] = answer.toLowerCase() as SelfAssessmentAnswer;
  }
  if (rest === null) return answers;
  for (const id of known) answers[id] ??= rest;
  return answers;
}

/** `lead-time=126`, `lead-time=126@consultant.T3.yr8-13`, `lead-time=@consultant.T3.yr8-13`, `lead-time=126@£95`. */
function readOverrides(
  texts: readonly string[],
  assumptions: PlanningAssumptions,
  problems: string[],
): Readonly<Record<string, Override>> {
  const overrides: Record<string, Override> = {};
  for (const text of texts) {
    const match = /^([a-z0-9-]+)=([^@]*)(?:@(.+))?$/.exec(text.trim());
    const amount = match?.[2] ? readNumber(match[2]) : null;
    if (!match || (match[2] !== "" && amount === null) || (match[2] === "" && match[3] === undefined)) {
      const item = assumptions.items[0]!.id;
      problems.push(`--set: expected item=figure, such as ${item}=20, found "${text}"`);
      continue;
    }
    const [, id, , price] = match;
    const poundsAnHour = price?.startsWith("£") ? readNumber(price) : null;
    if (overrides[id!]) problems.push(`--set: ${id} is given twice`);
    if (price?.startsWith("£") && poundsAnHour === null)
      problems.push(`--set: expected pounds an hour, found "${price}"`);
    overrides[id!] = {
      ...(amount === null ? {} : { amount }),
      ...(poundsAnHour === null ? {} : { poundsAnHour }),
      ...(price !== undefined && !price.startsWith("£") ? { payPoint: price } : {}),
    };
  }
  return overrides;
}
