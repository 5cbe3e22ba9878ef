import type { Workbook } from "../../ingest/workbook.js";

/** Names of cells and ranges, as formulas use them; each is given once. */
export interface Names {
  readonly give: (name: string, address: string) => void;
  readonly all: () => ReadonlyMap<string, string>;
}

export function newNames(): Names {
  const addresses = new Map<string, string>();
  return {
    give: (name, address) => void addresses.set(name, address),
    all: () => addresses,
  };
}

/** Write the names into the workbook. */
export function writeNames(workbook: Workbook, names: Names): void {
  for (const [name, address] of names.all()) workbook.definedNames.add(address, name);
}
