import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hasErrors, IssuesError } from "../core/issue.js";
import { payPointsOf, type Figure, type PayPoint } from "../costs/figures.js";
import { readCsvBytes } from "../ingest/csv.js";
import { openFolder } from "../ingest/folder.js";
import { readShipped } from "../run/shipped.js";
import { readStudyPrices, type StudyPrices } from "../run/study-prices.js";
import { loadStudy } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { writeCostReturnTemplate, type TemplateOptions } from "../template/cost-return.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { PersonError } from "./person-error.js";
import { printFiles } from "./print-files.js";
import { refusePlaces } from "./refuse-places.js";

interface Flags {
  readonly out: string;
  readonly study?: string;
  readonly trust?: readonly string[];
  readonly year?: string;
  readonly json?: boolean;
}

const usualYear = "2026/27";

/**
 * Write the empty cost-return workbook: one for each Trust of a study or each that is named, else one without a Trust.
 * Never over a file that is there: if one is, none is written.
 */
export async function templateCommand(flags: Flags, effects: Effects): Promise<number> {
  const settled =
    flags.study === undefined ? await withoutStudy(flags.year) : await fromStudy(flags.study, flags.year);
  const trusts = trustsOf(flags.trust, settled.trusts);
  const books = trusts.map((trust) => ({
    trust,
    path: join(flags.out, trust === null ? "cost-return.xlsx" : `cost-return-${trust.toLowerCase()}.xlsx`),
  }));
  for (const { path } of books) await refuseExisting(path);
  await mkdir(flags.out, { recursive: true });
  for (const { trust, path } of books) {
    const bytes = await writeCostReturnTemplate({ ...settled.options, ...(trust === null ? {} : { trust }) });
    await writeFile(path, bytes, { flag: "wx" });
  }
  effects.out(
    printFiles(
      books.map(({ path }) => path),
      flags.json,
    ),
  );
  return exitCodes.done;
}

interface Settled {
  readonly options: TemplateOptions;
  /** Codes of the study's Trusts; null without a study. */
  readonly trusts: readonly string[] | null;
}

async function withoutStudy(year = usualYear): Promise<Settled> {
  const { components, figures } = await readShipped();
  return {
    options: { components, payPoints: knownPayPoints(figures, year), priceYear: year },
    trusts: null,
  };
}

async function fromStudy(folder: string, year: string | undefined): Promise<Settled> {
  await refusePlaces(folder);
  const shipped = await readShipped();
  const opened = openFolder(folder);
  const { study, issues } = await loadStudy(opened, shipped, readCsvBytes);
  if (!study) throw new IssuesError(issues.filter(({ severity }) => severity === "error"));
  const prices = await readStudyPrices(study, opened, shipped.figures);
  if (hasErrors(prices.issues))
    throw new IssuesError(prices.issues.filter(({ severity }) => severity === "error"));
  refuseOtherYear(study, year);
  return {
    options: {
      components: study.components,
      payPoints: [...knownPayPoints(shipped.figures, study.costing.price_year), ...ownPayPoints(prices)],
      priceYear: study.costing.price_year,
      period: study.period,
    },
    trusts: study.trusts.map(({ code }) => code),
  };
}

/** Pay points of a table that the study's owner has, which returns may name too. */
function ownPayPoints({ figures, payPoints }: StudyPrices): TemplateOptions["payPoints"] {
  const shipped = new Set(figures.flatMap(({ year }) => payPointsOf(figures, year).map(({ key }) => key)));
  return figures
    .filter(({ key }) => payPoints.has(key) && !shipped.has(key))
    .map(({ key, label }) => ({ key, label }));
}

function refuseOtherYear(study: Study, year: string | undefined): void {
  const { price_year: expected } = study.costing;
  if (year === undefined || year === expected) return;
  throw new PersonError(`--year ${year}: the study's price year is ${expected}. Leave --year out.`);
}

function knownPayPoints(figures: readonly Figure[], year: string): readonly PayPoint[] {
  const payPoints = payPointsOf(figures, year);
  if (payPoints.length > 0) return payPoints;
  const years = [...new Set(figures.map((figure) => figure.year))].filter(
    (each) => payPointsOf(figures, each).length > 0,
  );
  throw new PersonError(`--year: expected one of ${years.sort().join(", ")}, found "${year}"`);
}

function trustsOf(
  named: readonly string[] | undefined,
  known: readonly string[] | null,
): readonly (string | null)[] {
  if (named === undefined) return known ?? [null];
  const strange = known && named.find((trust) => !known.includes(trust));
  if (strange)
    throw new PersonError(`--trust ${strange}: not a Trust of the study. Name one of ${known.join(", ")}.`);
  const odd = named.find((trust) => !/^[\w-]+$/.test(trust));
  if (odd !== undefined)
    throw new PersonError(
      `--trust ${odd}: expected a code of letters and figures, because the file is named by it.`,
    );
  return [...new Set(named)];
}

async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found)
    throw new PersonError(
      `${path}: is there already and may have been filled in. Move it, or name another folder.`,
    );
}
