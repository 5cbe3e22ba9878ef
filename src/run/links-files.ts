import { codeDifferences } from "../study/link-code.js";
import type { NearLink } from "../validate/near-links.js";
import type { LinkRow } from "../validate/rules/link-code-rows.js";
import { csvText } from "./csv-text.js";
import type { Person } from "./pseudonyms.js";

/** Every respondent's row with the pseudonym of the person: what tied the waves together. For internal use. */
export function peopleCsv(people: readonly Person[]): string {
  return csvText([
    ["trust", "wave", "file", "row", "person"],
    ...people.map(({ trust, wave, file, row, pseudonym }) => [trust, wave, file, row, pseudonym ?? ""]),
  ]);
}

/**
 * Pairs of rows whose link codes are near each other, for a person to look at: the two places and how the codes differ,
 * never the codes, and the line that joins them once it stands in study.yaml. For internal use.
 */
export function linksToConfirmCsv(links: readonly NearLink[]): string {
  return csvText([
    [
      "trust",
      "earlier_wave",
      "earlier_file",
      "earlier_row",
      "later_wave",
      "later_file",
      "later_row",
      "difference",
      "line_for_links_confirmed",
    ],
    ...links.map(({ earlier, later, difference }) => [
      later.survey.trust,
      ...placeOf(earlier),
      ...placeOf(later),
      `the later code ${codeDifferences[difference]}`,
      `{ earlier: ${inYaml(earlier)}, later: ${inYaml(later)}, by: YOUR NAME, on: THE DAY }`,
    ]),
  ]);
}

function placeOf({ survey, row }: LinkRow): readonly [string, string, number] {
  return [survey.wave, survey.table.source.file, survey.table.rows[row]!];
}

function inYaml({ survey, row }: LinkRow): string {
  return `{ file: ${JSON.stringify(survey.table.source.file)}, row: ${survey.table.rows[row]} }`;
}
