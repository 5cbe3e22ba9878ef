import { IssuesError } from "../core/issue.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { printFindings } from "./print-findings.js";
import { PersonError } from "./person-error.js";

/** Tell what went wrong: something for a person to correct, or a bug of ours. */
export function fail(error: unknown, effects: Effects, debug: boolean): number {
  if (error instanceof IssuesError) {
    for (const text of printFindings(error.issues, { all: true })) effects.talk(text);
    return exitCodes.mustCorrect;
  }
  if (error instanceof PersonError) {
    effects.talk(`${error.message}\n`);
    return exitCodes.mustCorrect;
  }
  const message = error instanceof Error ? error.message : String(error);
  effects.talk(`pilot-eval has a bug: ${message}\nNothing was written.`);
  effects.talk(
    debug && error instanceof Error ? `\n${error.stack}\n` : " Run again with --debug to see where.\n",
  );
  return exitCodes.bug;
}
