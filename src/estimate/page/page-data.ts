import type { PlanningAssumptions } from "../../costs/estimate/assumptions.js";
import type { EstimateComponent, EstimateData } from "../../costs/estimate/estimate-data.js";
import type { Figure } from "../../costs/figures.js";
import type { TemplatePlaces } from "./return/template-places.js";

/** What an estimate is worked out from, as the page carries it: figures without their notes, each text once. */
export interface PageData {
  readonly version: string;
  readonly assumptions: PlanningAssumptions;
  readonly components: readonly EstimateComponent[];
  readonly figures: PackedFigures;
  /** Answers that the form starts with, by name of the field. */
  readonly start: Readonly<Record<string, string>>;
  readonly costReturn: EmbeddedReturn;
}

/** The empty cost return that the page carries, base64, and where its cells are. */
export interface EmbeddedReturn {
  readonly template: string;
  readonly places: TemplatePlaces;
}

/** Figures as rows of positions in a list of texts, with the value last. */
export interface PackedFigures {
  readonly texts: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

const textColumns = ["table", "key", "label", "year", "unit", "from", "to", "source", "confidence"] as const;

/** Tables that no estimate looks at. */
const unusedTables: readonly string[] = ["optimism_bias"];

/** Figures packed for the page. */
export function packFigures(figures: readonly Figure[]): PackedFigures {
  const positions = new Map<string, number>();
  const positionOf = (text: string) => {
    if (!positions.has(text)) positions.set(text, positions.size);
    return positions.get(text)!;
  };
  const rows = figures
    .filter(({ table }) => !unusedTables.includes(table))
    .map((figure) => [...textColumns.map((column) => positionOf(figure[column])), figure.value]);
  return { texts: [...positions.keys()], rows };
}

/** What an estimate is worked out from, unpacked in the browser. */
export function unpackData({ assumptions, components, figures }: PageData): EstimateData {
  return { assumptions, components, figures: unpackFigures(figures) };
}

function unpackFigures({ texts, rows }: PackedFigures): readonly Figure[] {
  return rows.map((row) => {
    const named = Object.fromEntries(textColumns.map((column, index) => [column, texts[row[index]!]!]));
    return { ...(named as unknown as Omit<Figure, "value" | "note">), value: row.at(-1)!, note: "" };
  });
}
