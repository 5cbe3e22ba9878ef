import type { Result } from "../core/result.js";
import { sayPeople } from "./cells.js";
import { spread } from "./wording.js";

/** From the fewest to the most people behind the numbers of a chart: `about 30 to 35`, or `98`. */
export function spreadPeople(results: readonly (Result | undefined)[]): string {
  const shown = results.flatMap((result) => (result?.kind === "estimate" ? [result] : []));
  const about = shown.some((result) => result.nPrecision !== undefined) ? "about " : "";
  const people = spread(
    shown.map((result) => ({ value: result.n, text: sayPeople(result).replace("about ", "") })),
  );
  return `${about}${people}`;
}
