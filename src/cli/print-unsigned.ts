import type { Checked } from "../run/check.js";

/** Why a costing is provisional, when it is: the figures that nobody signed off, and the line that does. */
export function printUnsigned(findings: Checked["findings"]): string {
  const unsigned = findings.filter((one) => "rule" in one && one.rule === "unsigned-figure");
  if (unsigned.length === 0) return "";
  return [
    "The costing is provisional, so the release cannot be final. It rests on figures that nobody signed off:",
    ...unsigned.map(({ message, fix }) => `  ${message}\n    ${fix}`),
    "Nothing was written, and nothing registered.\n",
  ].join("\n");
}
