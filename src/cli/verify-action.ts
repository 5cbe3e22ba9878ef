import { readReferenceFiles } from "../run/shipped.js";
import { families } from "../verify/checks/index.js";
import type { ReferenceFile } from "../verify/reference.js";
import { verifyMethods } from "../verify/verify.js";
import type { VerifyRow } from "../verify/verify.js";
import { withoutReference } from "../verify/without-reference.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { printVerification, summariseVerification } from "./print-verification.js";

/** Run every statistic on the reference values that ship with the tool, and print how far off each is. */
export async function verifyCommand(
  flags: { readonly json?: boolean },
  effects: Effects,
  read: () => Promise<readonly ReferenceFile[]> = readReferenceFiles,
): Promise<number> {
  const files = await read();
  const verified = families.map(({ label, checks }) => ({ label, rows: verifyMethods(checks, files) }));
  const rows: readonly VerifyRow[] = verified.flatMap((family) => family.rows);
  const passed = rows.every((row) => row.passed);
  effects.out(
    flags.json
      ? `${JSON.stringify({ passed, methods: rows.map(forJson), withoutReference }, null, 2)}\n`
      : printVerification(verified, withoutReference),
  );
  effects.talk(`${summariseVerification(rows)}\n`);
  return passed ? exitCodes.done : exitCodes.dataRefused;
}

/** JSON has no word for an infinite error: null says that a value was missing or the method threw. */
function forJson(row: VerifyRow): Record<string, unknown> {
  return { ...row, largestError: Number.isFinite(row.largestError) ? row.largestError : null };
}
