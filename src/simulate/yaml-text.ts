/** Plain data that truth.yaml is written from. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Plain data as YAML text, with lists of plain values and short records on one line.
 *
 * @example yamlText({ a: [1, 2] }) // => "a: [1, 2]\n"
 */
export function yamlText(value: Plain, indent = ""): string {
  if (value === null || typeof value !== "object") return `${indent}${scalar(value)}\n`;
  if (Array.isArray(value)) {
    return (value as readonly Plain[])
      .map((item) => `${indent}-${yamlText(item, `${indent}  `).slice(indent.length + 1)}`)
      .join("");
  }
  return Object.entries(value as Record<string, Plain>)
    .map(([key, item]) => {
      const name = `${indent}${scalar(key)}:`;
      const line = flow(item);
      if (line !== null && name.length + line.length < 110) return `${name} ${line}\n`;
      return `${name}\n${yamlText(item, `${indent}  `)}`;
    })
    .join("");
}

/** On one line, or null when that is not for reading: nested records. */
function flow(value: Plain): string | null {
  if (value === null || typeof value !== "object") return scalar(value);
  const flat = (item: Plain) => item === null || typeof item !== "object";
  if (Array.isArray(value)) {
    const items = value as readonly Plain[];
    return items.every(flat) ? `[${items.map((item) => scalar(item as string)).join(", ")}]` : null;
  }
  const entries = Object.entries(value as Record<string, Plain>);
  if (!entries.every(([, item]) => flat(item))) return null;
  return `{ ${entries.map(([key, item]) => `${scalar(key)}: ${scalar(item as string)}`).join(", ")} }`;
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  const plain =
    /^[A-Za-z][A-Za-z0-9 ._/()-]*$/.test(value) && !/^(?:yes|no|true|false|null|on|off|y|n)$/i.test(value);
  return plain && value === value.trim() ? value : JSON.stringify(value);
}
