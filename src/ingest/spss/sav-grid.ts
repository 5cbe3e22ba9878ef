import type { CellValue, CodeBehind } from "../../core/table.js";
import { plainWords } from "../../study/wording.js";
import type { CellGrid, DescribedColumn } from "../grid.js";
import type { CaseValues } from "./cases.js";
import { isTimeFormat, writeSpssTime } from "./dates.js";
import type { SpssVariable } from "./dictionary.js";
import { isMarkedMissing } from "./missing-values.js";
import type { SavFile } from "./read-sav.js";
import type { MultipleResponseSet } from "./response-sets.js";

/**
 * The cases of a system file as cells, one row a case; row numbers are case numbers, as SPSS shows them. A value with a
 * label is shown by it, with its code behind it; a value marked as missing that has no label says that it is marked; a
 * date is ISO text; no answer is null. An option of a tick-all set is 1 or 0; a set of first, second, third choices is
 * one column, its choices parted by semicolons.
 */
export function gridOfSav(sav: SavFile): CellGrid {
  const columns = sav.variables.map((variable, index) => columnOf(variable, sav.values[index]!));
  const shown = joinChoices(
    sav,
    columns.map((column, index) => describeOption(column, sav, sav.variables[index]!, sav.values[index]!)),
  );
  return {
    height: sav.caseCount,
    width: shown.length,
    rowNumber: (index) => index + 1,
    widthOf: () => shown.length,
    cell: (index, position) => shown[position]?.cell(index) ?? null,
    columns: shown,
  };
}

interface ShownColumn extends DescribedColumn {
  cell(row: number): CellValue;
}

function columnOf(variable: SpssVariable, values: CaseValues): ShownColumn {
  const shown = showing(variable);
  const codes = new Map<string, CodeBehind>();
  for (const value of [...variable.valueLabels.keys(), ...variable.missing.values]) {
    const text = shown(value);
    if (typeof text === "string" && text !== value) {
      codes.set(text, { code: value, missing: isMarkedMissing(value, variable.missing) });
    }
  }
  return {
    name: variable.name,
    aliases: variable.label === "" ? [] : [variable.label],
    codes,
    cell: (row) => shown(values[row] ?? ""),
  };
}

/** How values of a variable are shown. A label of two values tells neither, unless both are missing answers. */
function showing(variable: SpssVariable): (value: number | string) => CellValue {
  const { valueLabels, missing, print, kind } = variable;
  const tells = new Map<string, boolean>();
  for (const [value, label] of valueLabels) {
    const words = plainWords(label);
    tells.set(words, words !== "" && (!tells.has(words) || isMarkedMissing(value, missing)));
  }
  return (value) => {
    if (value === "" || Number.isNaN(value)) return null;
    const label = valueLabels.get(value);
    if (label !== undefined && tells.get(plainWords(label)) === true) return label;
    if (isMarkedMissing(value, missing)) return `${value} (marked as missing)`;
    if (kind === "text" || typeof value === "string" || !isTimeFormat(print.type)) return value;
    return writeSpssTime(value, print.type) ?? value;
  };
}

/** An option of a tick-all set: its question before its own words, and 1 where it holds the set's counted value. */
function describeOption(
  column: ShownColumn,
  { sets }: SavFile,
  { name, label, missing }: SpssVariable,
  values: CaseValues,
): ShownColumn {
  const set = sets.find((each) => each.kind === "ticks" && each.variables.includes(name));
  if (!set) return column;
  const questions = [set.label, set.name].filter((words) => words !== "");
  const isCounted = (value: number | string) =>
    typeof value === "number" ? value === Number(set.counted) : value.trim() === set.counted;
  return {
    ...column,
    aliases: [...column.aliases, ...questions.map((words) => `${words} - ${label === "" ? name : label}`)],
    codes: new Map([...column.codes].filter(([, behind]) => behind.missing)),
    cell(row) {
      const value = values[row] ?? "";
      if (value === "" || Number.isNaN(value)) return null;
      return isMarkedMissing(value, missing) ? column.cell(row) : isCounted(value) ? 1 : 0;
    },
  };
}

/** The variables of each set of choices as one column, where its first stood. */
function joinChoices({ sets, variables }: SavFile, columns: readonly ShownColumn[]): readonly ShownColumn[] {
  const choices = sets.filter((set) => set.kind === "choices");
  const setOf = (position: number): MultipleResponseSet | undefined =>
    choices.find((set) => set.variables.includes(variables[position]!.name));
  return columns.flatMap((column, position) => {
    const set = setOf(position);
    if (!set) return [column];
    const parts = columns.filter((_, other) => setOf(other) === set);
    if (parts[0] !== column) return [];
    return {
      name: set.name,
      aliases: set.label === "" ? [] : [set.label],
      codes: new Map(parts.flatMap((part) => [...part.codes])),
      cell(row: number) {
        const chosen = parts.map((part) => part.cell(row)).filter((value) => value !== null);
        return chosen.length === 0 ? null : chosen.join("; ");
      },
    };
  });
}
