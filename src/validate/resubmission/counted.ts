import { formatNumber } from "../../core/format.js";

/**
 * A number with its thing, in the plural where it is not one.
 *
 * @example counted(2, "line") // => "2 lines"
 */
export function counted(number: number, thing: string): string {
  return `${formatNumber(number)} ${thing}${number === 1 ? "" : "s"}`;
}

/** Places named before the others are only counted. */
const most = 6;

/**
 * Names in a row; a long list ends with the number of those that it leaves out.
 *
 * @example listed(["Trust A, invited", "Trust B, invited"]) // => "Trust A, invited; Trust B, invited"
 */
export function listed(names: readonly string[]): string {
  if (names.length <= most) return names.join("; ");
  return `${names.slice(0, most).join("; ")}; and ${formatNumber(names.length - most)} more`;
}
