import type { Level } from "../../costs/estimate/assumptions.js";

/** What a total is worked out for; each a number or the address of a cell. */
export interface TotalOf {
  readonly imgs: string;
  readonly weeks: string;
  /** 1 when IMGs' own pay is counted. */
  readonly imgsPay: string;
  /** 1 when buddies' time is counted. */
  readonly buddies: string;
  /** Whose cost, by its number. */
  readonly whose: string;
}

/** As the inputs say. */
export const asInputs: TotalOf = {
  imgs: "imgs",
  weeks: "weeks",
  imgsPay: "step_imgs_pay",
  buddies: "1",
  whose: "step_whose",
};

/**
 * How many times an amount is spent, for the items of the sheet Workings: IMGs are spread over the groups as evenly as can
 * be, and a group that is full is followed by another.
 */
export function timesFormula(imgs: string, weeks: string): string {
  const small = `INT(${imgs}/intakes)`;
  const larger = `MOD(${imgs},intakes)`;
  const intakes = `${larger}*ROUNDUP((${small}+1)/f_group,0)+(intakes-${larger})*ROUNDUP(${small}/f_group,0)`;
  return `(f_each*${imgs}+f_intake*(${intakes})+f_whole*ROUNDUP(${imgs}/f_group,0))*(1+f_week*(${weeks}-1))`;
}

/**
 * The year's cost in one cell, from the columns of the sheet Workings: lines are rounded to the penny before they are
 * added, like those of the sheet Calculation.
 */
export function totalFormula(level: Level, of: TotalOf): string {
  const { imgs, weeks, imgsPay, buddies, whose } = of;
  const price = `ROUND(${timesFormula(imgs, weeks)}*amount_${level}*IF(${whose}=3,f_rate_full,f_rate),2)`;
  const counted =
    `f_provided*(1-f_time*(1-${imgsPay}))*(1-f_buddy*(1-${buddies}))` +
    `*CHOOSE(${whose},f_cash,f_economic,f_nhs)`;
  const over = `IF(${whose}=1,1,step_factor)`;
  const running = `SUMPRODUCT(${counted}*(1-f_once)*${price})`;
  const setUp = `SUMPRODUCT(${counted}*f_once*ROUND(${price}/${over},2))`;
  const onRunning = `ROUND(N(overheads)*SUMPRODUCT(${counted}*(1-f_once)*(1-f_time)*${price}),2)`;
  const onSetUp = `ROUND(ROUND(N(overheads)*SUMPRODUCT(${counted}*f_once*${price}),2)/${over},2)`;
  return `${running}+${setUp}+IF(${whose}=1,0,${onRunning}+${onSetUp})`;
}

/** The same, or words in its place while an input has to be mended. */
export function guarded(formula: string): string {
  return `IF(step_problems>0,"mend the inputs",${formula})`;
}
