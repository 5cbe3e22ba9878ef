import type { Issue } from "../core/issue.js";
import { figureId } from "../costs/figure-id.js";
import { payPointsOf, type Figure } from "../costs/figures.js";
import { buildRateCard } from "../costs/rate-card.js";
import type { UnitCostRow } from "../ingest/price-tables.js";
import { nearest } from "../study/nearest.js";
import { placeInYaml, type Study } from "../study/study.js";

type Table = NonNullable<Study["costing"]["unit_cost_table"]>;

const yearWithoutPay = "missing-price";

/** Whether it says that the study's price year has no pay figures at all, from which many other faults would follow. */
export function isYearWithoutPay({ code, at }: Issue): boolean {
  return code === yearWithoutPay && at.file === "study.yaml";
}

/** A price year without pay figures, when the study has cost returns. */
export function checkYear(study: Study, figures: readonly Figure[]): readonly Issue[] {
  const costed = study.sources.some(({ kind }) => kind === "cost-return");
  const year = study.costing.price_year;
  const years = [...new Set(figures.map((figure) => figure.year))]
    .filter((each) => payPointsOf(figures, each).length > 0)
    .sort();
  if (!costed || years.includes(year)) return [];
  return [
    {
      code: yearWithoutPay,
      severity: "error",
      at: placeInYaml(study, ["costing", "price_year"]),
      message: `costing.price_year: no pay figures for ${year}`,
      expected: `one of ${years.join(", ")}`,
      found: year,
      fix: "choose a year that has figures; another year's figures are never used in its place",
    },
  ];
}

/** A unit cost table of another price year, and rates in it that are less than pay and on-costs alone. */
export function checkTable(
  study: Study,
  figures: readonly Figure[],
  rows: readonly UnitCostRow[],
): readonly Issue[] {
  const { unit_cost_table: table, price_year: year } = study.costing;
  if (!table) return [];
  const issues: Issue[] = [];
  if (table.price_year !== year)
    issues.push({
      code: "unit-cost-year",
      severity: "error",
      at: placeInYaml(study, ["costing", "unit_cost_table", "price_year"]),
      message: `costing.unit_cost_table: prices of ${table.price_year}, the study's are of ${year}`,
      expected: `a table of prices of ${year}`,
      found: table.price_year,
      fix: "name the edition whose prices are of the study's year, or leave the table out: hours are priced again at each year's pay",
    });
  const options = { pension: "full", levy: true, hours: "productive" } as const;
  const card = buildRateCard(figures, { year: table.price_year, ...options }).value;
  for (const row of rows) {
    if (row.payPoint === null) continue;
    const rate = card?.rates[row.payPoint];
    if (!rate) issues.push(notCompared(row, table, figures));
    else if (row.poundsAnHour < rate.hourly) issues.push(belowPay(row, rate.hourly, table));
  }
  return issues;
}

function notCompared(row: UnitCostRow, table: Table, figures: readonly Figure[]): Issue {
  const points = [...new Set(figures.map(({ key }) => key))];
  const near = points.includes(row.payPoint!) ? null : nearest(row.payPoint!, points);
  return {
    code: "unit-cost-not-compared",
    severity: "warning",
    at: { ...row.at, column: "pay_point" },
    message: `${row.label}: not compared with pay, because ${row.payPoint} has no figure for ${table.price_year}`,
    expected: `a pay point of ${table.price_year}, as \`pilot-eval list pay\` prints it`,
    found: row.payPoint!,
    fix: near ? `did you mean "${near}"?` : "name a pay point that has a figure, or check the rate by eye",
  };
}

/** Transcribed tables have had consultants at 67 to 87 pounds where the publication has 109 to 121. */
function belowPay(row: UnitCostRow, least: number, table: Table): Issue {
  const pounds = least.toFixed(2);
  return {
    code: "unit-cost-below-pay",
    severity: "warning",
    at: row.at,
    message: `${row.label}: £${row.poundsAnHour} an hour is less than pay and on-costs alone, £${pounds}`,
    expected: `more than £${pounds}, the hour at work of ${row.payPoint} in ${table.price_year}`,
    found: `£${row.poundsAnHour}`,
    fix: "compare the row with the publication: it may have been copied wrongly, or be of another year",
  };
}

/** Own rates of pay points that nobody can name. */
export function checkOwnRates(study: Study, points: readonly string[]): readonly Issue[] {
  return study.costing.own_rates.flatMap(({ pay_point: point }, index): readonly Issue[] => {
    if (points.includes(point) || points.length === 0) return [];
    const near = nearest(point, points);
    return [
      {
        code: "unknown-pay-point",
        severity: "error",
        at: placeInYaml(study, ["costing", "own_rates", index, "pay_point"]),
        message: `costing.own_rates[${index + 1}].pay_point: ${point} is no pay point of ${study.costing.price_year}`,
        expected: "a pay point that `pilot-eval list pay` prints",
        found: point,
        fix: near ? `did you mean "${near}"?` : "name the pay point as the Trust's cost return does",
      },
    ];
  });
}

/** Sign-offs of figures that are not there, or need none. */
export function checkSignOff(study: Study, figures: readonly Figure[]): readonly Issue[] {
  const byId = new Map(figures.map((figure) => [figureId(figure), figure]));
  return study.costing.sign_off.flatMap(({ figure: id }, index): readonly Issue[] => {
    const figure = byId.get(id);
    if (figure?.confidence === "C") return [];
    const weak = [...byId].flatMap(([each, { confidence }]) => (confidence === "C" ? [each] : []));
    const near = figure ? null : nearest(id, weak);
    return [
      {
        code: figure ? "needless-sign-off" : "unknown-figure",
        severity: figure ? "warning" : "error",
        at: placeInYaml(study, ["costing", "sign_off", index, "figure"]),
        message: figure
          ? `costing.sign_off[${index + 1}].figure: ${id} was read at a source and needs no sign-off`
          : `costing.sign_off[${index + 1}].figure: no figure is called ${id}`,
        expected: "a figure of confidence C, as `pilot-eval list pay` prints it",
        found: id,
        fix: near
          ? `did you mean "${near}"?`
          : "copy its name from `pilot-eval list pay`, or remove the entry",
      },
    ];
  });
}
