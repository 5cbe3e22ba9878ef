import { readFile } from "node:fs/promises";
import { selfAssessmentAnswers, type SelfAssessmentAnswer } from "../costs/estimate/inputs.js";
import { readCsvBytes } from "../ingest/csv.js";
import { PersonError } from "./person-error.js";

/**
 * Read a self-assessment: a CSV file with the columns `component` and `answer`, a row for each component.
 *
 * @param known ids that may be answered for
 * @throws PersonError with every row that will not do
 */
export async function readSelfAssessment(
  path: string,
  known: readonly string[],
): Promise<Readonly<Record<string, SelfAssessmentAnswer>>> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null)
    throw new PersonError(`--self-assessment ${path}: expected a CSV file, found none there`);
  const [header = [], ...rows] = readCsvBytes(bytes, path).rows;
  const [component, answer] = ["component", "answer"].map((name) =>
    header.findIndex((cell) => cell.trim().toLowerCase() === name),
  ) as [number, number];
  if (component === -1 || answer === -1)
    throw new PersonError(
      `${path} row 1: expected the columns component and answer, found: ${header.join(", ")}`,
    );

  const answers: Record<string, SelfAssessmentAnswer> = {};
  const wrong: string[] = [];
  rows.forEach((row, index) => {
    const [id = "", word = ""] = [row[component], row[answer]].map((cell) => cell?.trim());
    if (id === "" && word === "") return;
    const at = `${path} row ${index + 2}`;
    const key = id.toUpperCase();
    const said = word.toLowerCase();
    if (!known.includes(key)) wrong.push(`${at}: expected the id of a component, found "${id}"`);
    else if (!selfAssessmentAnswers.includes(said as SelfAssessmentAnswer))
      wrong.push(`${at}: ${key}: expected yes, partly or no, found ${word === "" ? "nothing" : `"${word}"`}`);
    else if (answers[key] !== undefined) wrong.push(`${at}: ${key} is answered twice`);
    else answers[key] = said as SelfAssessmentAnswer;
  });
  if (wrong.length > 0) throw new PersonError(wrong.join("\n"));
  return answers;
}
