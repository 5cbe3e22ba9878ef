import { plainText } from "./plain-text.js";

/** Names taken by the workbook's own sheets, and one that Excel keeps for itself. */
const taken = ["cover", "contents", "notes", "history"];

/** Excel's limit. */
const longest = 31;

/**
 * A worksheet name for each table id, in order: the id itself, shortened to 31 characters, with a number where two
 * would be the same. Excel takes no account of capitals.
 *
 * @example sheetNames(["notes", "change-by-trust"]) // => ["notes-2", "change-by-trust"]
 */
export function sheetNames(ids: readonly string[]): readonly string[] {
  const used = new Set(taken);
  return ids.map((id) => {
    const base = plainText(id).replace(/[:\\/?*[\]']/g, "-");
    let name = base.slice(0, longest).replace(/-+$/, "");
    for (let count = 2; used.has(name.toLowerCase()); count++) {
      name = `${base.slice(0, longest - 1 - String(count).length).replace(/-+$/, "")}-${count}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
