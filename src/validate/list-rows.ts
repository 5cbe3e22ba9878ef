/** More rows than this are counted. */
const most = 30;

/**
 * File rows as a sentence names them; a long list ends with the number of those that it leaves out.
 *
 * @example listRows([4, 9, 13]) // => "rows 4, 9 and 13"
 */
export function listRows(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const shown = rows.length > most ? rows.slice(0, most) : rows.slice(0, -1);
  const last = rows.length > most ? `${rows.length - most} more` : rows.at(-1);
  return `rows ${shown.join(", ")} and ${last}`;
}
