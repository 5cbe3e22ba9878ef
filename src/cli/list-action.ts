import { charts } from "../charts/index.js";
import { figureId } from "../costs/figure-id.js";
import { payTables, type Figure } from "../costs/figures.js";
import { formats } from "../ingest/formats/index.js";
import { metrics } from "../metrics/index.js";
import { readShipped } from "../run/shipped.js";
import type { Rule } from "../validate/rule.js";
import { rules } from "../validate/rules/index.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly about?: string;
}

/** Print one of the lists: id, label, and a line about it. */
export async function listCommand(
  what: string,
  flags: { readonly json?: boolean },
  effects: Effects,
): Promise<number> {
  const entries = await entriesOf(what);
  effects.out(flags.json ? `${JSON.stringify(entries, null, 2)}\n` : entries.map(print).join(""));
  return exitCodes.done;
}

async function entriesOf(what: string): Promise<readonly Entry[]> {
  if (what === "metrics") return metrics.map(({ id, label, about }) => ({ id, label, about }));
  if (what === "charts") return charts.map(({ id, label }) => ({ id, label }));
  if (what === "formats") return formats.map(({ id, label, evidence }) => ({ id, label, about: evidence }));
  if (what === "rules")
    return rules.map((rule) => ({ id: rule.id, label: rule.label, about: aboutRule(rule) }));
  const shipped = await readShipped();
  if (what === "components")
    return shipped.components.map(({ id, label, basis }) => ({ id, label, about: basis }));
  if (what === "benchmarks") {
    return shipped.benchmarks.map(({ id, label, study, year, link }) => ({
      id,
      label,
      about: `${study}, ${year}, ${link}`,
    }));
  }
  return payEntries(shipped.figures);
}

/** Pay points of each year by the name that a cost return gives them, then every other figure by the name it is signed off by. */
function payEntries(figures: readonly Figure[]): readonly Entry[] {
  const tables: readonly string[] = Object.values(payTables);
  const isPay = ({ table }: Figure) => tables.includes(table);
  const oldestFirst = [...figures].sort((one, other) => one.year.localeCompare(other.year));
  return [
    ...oldestFirst.filter(isPay).map((figure) => ({
      id: figure.key,
      label: `${figure.label}, ${figure.year}`,
      about: `${aboutFigure(figure)}; as a figure: ${figureId(figure)}`,
    })),
    ...oldestFirst
      .filter((figure) => !isPay(figure))
      .map((figure) => ({
        id: figureId(figure),
        label: `${figure.label}, ${figure.year}`,
        about: aboutFigure(figure),
      })),
  ];
}

function aboutFigure({ value, unit, from, to, confidence }: Figure): string {
  const days = from === "" ? "" : to === "" ? ` from ${from}` : ` from ${from} to ${to}`;
  return `${value} ${unit}${days}, confidence ${confidence}`;
}

/** Its severity, and what a share under `checks` of study.yaml would be a share of. */
function aboutRule({ severity, protects, looksAt }: Rule): string {
  if (protects === "all") return "always an error";
  const firm = protects === "errors" ? "; its errors stay errors" : "";
  return `${severity}, unless study.yaml says otherwise under checks (a share is of ${looksAt.what}${firm})`;
}

function print({ id, label, about }: Entry): string {
  return `${id}\n    ${label}\n${about ? `    ${about}\n` : ""}`;
}
