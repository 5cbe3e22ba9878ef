import { readCsvBytes } from "../../src/ingest/csv.js";
import { readShipped } from "../../src/run/shipped.js";
import { payPointsOf } from "../../src/costs/figures.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { simulate } from "../../src/simulate/simulate.js";
import { surveyPath } from "../../src/simulate/study-file.js";
import { csvOf } from "../ingest/small-study.js";

type Rows = readonly (readonly string[])[];
type Files = Readonly<Record<string, string | Uint8Array>>;

/** How each Trust is named in a central survey: as typed, by label, by code, and as people write it. */
export const typed: Readonly<Record<string, readonly string[]>> = {
  A: ["Trust A", "a"],
  B: ["trust b ", "B"],
  C: ["C", "TRUST  C"],
  D: ["Trust D"],
  E: ["E", "trust e."],
  F: ["Trust F", "f"],
};

const truth = {
  ...exampleTruth,
  trusts: exampleTruth.trusts.map((trust) => ({ ...trust, form: "qualtrics-labels" as const })),
};
const waves = ["arrival", "month3"] as const;
const headers = 3;

/** The example's people as if every Trust had used one Qualtrics form: a file each Trust and wave. */
export async function separateStudy(): Promise<Files> {
  const shipped = await readShipped();
  const payPoints = payPointsOf(shipped.figures, truth.priceYear);
  return Object.fromEntries(await simulate(truth, 7, { components: shipped.components, payPoints }));
}

/** The same forms as one file a wave, with a question for the Trust; rows in the order of Trusts unless changed. */
export function centralStudy(
  files: Files,
  reorder: (rows: Rows) => Rows = (rows) => rows,
): Record<string, string | Uint8Array> {
  const central = Object.fromEntries(
    waves.map((wave) => [`survey/central-${wave}.csv`, csvOf(joined(files, wave, reorder))]),
  );
  const lines = waves.map(
    (wave) =>
      `  - { file: survey/central-${wave}.csv, kind: survey, trust_question: trust_asked, wave: ${wave}, dialect: qualtrics, date_order: dmy }`,
  );
  return { ...withoutSurveys(files, lines), ...central };
}

/** All forms of both waves in one file, with a question for the Trust and one for the wave. */
export function oneFileStudy(files: Files): Record<string, string | Uint8Array> {
  const sheets = waves.map((wave) => ({ wave, rows: joined(files, wave, (rows) => rows) }));
  const names = [...new Set(sheets.flatMap(({ rows }) => rows[0]!))];
  const all = sheets.flatMap(({ wave, rows }, index) =>
    rows.slice(index === 0 ? 0 : headers).map((cells, row) => {
      const head = index === 0 && row < headers;
      const own = names.map((name) => {
        const place = rows[0]!.indexOf(name);
        if (place >= 0) return cells[place]!;
        const elsewhere = sheets.find((sheet) => sheet.rows[0]!.includes(name))!.rows;
        return head ? elsewhere[row]![elsewhere[0]!.indexOf(name)]! : "";
      });
      return [...own, head ? ["QW", "When are you answering?", '{"ImportId":"QW"}'][row]! : wave];
    }),
  );
  const line =
    "  - { file: survey/all.csv, kind: survey, trust_question: trust_asked, wave_question: wave_asked, dialect: qualtrics, date_order: dmy }";
  return { ...withoutSurveys(files, [line]), "survey/all.csv": csvOf(all) };
}

/** The rows of a wave's files below one header, with the Trust at the end of each. */
function joined(files: Files, wave: (typeof waves)[number], reorder: (rows: Rows) => Rows): Rows {
  const sheets = truth.trusts.map((trust) => ({
    trust,
    rows: readCsvBytes(files[surveyPath(trust, wave)] as Uint8Array, "survey").rows,
  }));
  const head = sheets[0]!.rows.slice(0, headers);
  const body = sheets.flatMap(({ trust, rows }) =>
    rows.slice(headers).map((cells, index) => {
      const names = typed[trust.code]!;
      return [...cells, names[index % names.length]!];
    }),
  );
  const question = ["QT", "In which Trust do you work?", '{"ImportId":"QT"}'];
  return [...head.map((cells, row) => [...cells, question[row]!]), ...reorder(body)];
}

function withoutSurveys(files: Files, lines: readonly string[]): Record<string, string | Uint8Array> {
  const text = (file: string) => new TextDecoder().decode(files[file] as Uint8Array);
  const others = Object.entries(files).filter(([file]) => !file.startsWith("survey/"));
  const declared = text("study.yaml").split("\n");
  const first = declared.findIndex((line) => line.includes("kind: survey"));
  const yaml = declared.flatMap((line, index) => {
    if (index === first) return [...lines];
    return line.includes("kind: survey") ? [] : [line];
  });
  const codebook = [
    text("codebook.csv").trimEnd(),
    "trust_asked,Trust,In which Trust do you work?,QT,trust,text,arrival|month3,,no,,,,,,,,,,service,no",
    "wave_asked,Wave,When are you answering?,QW,wave,text,arrival|month3,,no,,,,,,,,,,service,no",
  ];
  return {
    ...Object.fromEntries(others),
    "study.yaml": yaml.join("\n"),
    "codebook.csv": `${codebook.join("\n")}\n`,
  };
}

/** A central file in which one finished and one unfinished form do not say the Trust. */
export function withoutTrusts(text: string): string {
  const { rows } = readCsvBytes(new TextEncoder().encode(text), "survey");
  const finished = rows[0]!.indexOf("Finished");
  const last = (value: string) => rows.findLastIndex((cells) => cells[finished]!.toLowerCase() === value);
  const blanked = [last("true"), last("false")];
  if (blanked.includes(-1)) throw new Error("no such form");
  return csvOf(rows.map((cells, row) => (blanked.includes(row) ? [...cells.slice(0, -1), ""] : cells)));
}
