import type { CliCommand } from "./command.js";

interface CheckFlags {
  readonly all?: boolean;
  readonly errors?: boolean;
  readonly explainDetection?: boolean;
  readonly json?: boolean;
  readonly keyFile?: string;
  readonly out?: string;
}

/** `pilot-eval check <study>`: every mistake in the files. */
export const check: CliCommand = {
  name: "check",
  declare(program, effects, done) {
    program
      .command("check")
      .description("tell every mistake in a study's files, with place and fix; computes nothing")
      .argument("<study>", "the study folder")
      .option("--all", "show each finding, not only the first of each kind and file")
      .option("--errors", "show errors only")
      .option("--json", "print the findings as JSON, each of them")
      .option("--out <folder>", "also write them, with a draft e-mail and marked workbooks for each Trust")
      .option("--explain-detection", "tell how each survey file was read, and why, in place of the findings")
      .option("--key-file <file>", "look whether `run` can use this key for link codes")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval check data/example
  $ pilot-eval check my-study --out to-mend
  $ pilot-eval check my-study --json > findings.json
  $ pilot-eval check my-study --explain-detection

Errors stop a run, warnings and notes do not. Exit code 1 when there is an error.
Counts are always of all findings. The folder of --out is not for release.`,
      )
      .action(async (study: string, flags: CheckFlags) => {
        const { checkCommand } = await import("./check-action.js");
        done(await checkCommand(study, flags, effects));
      });
  },
};
