import type { CliCommand } from "./command.js";

/** `pilot-eval check <study>`: every mistake in the files. */
export const check: CliCommand = {
  name: "check",
  declare(program, effects, done) {
    program
      .command("check")
      .description("tell every mistake in a study's files, with place and fix; computes and writes nothing")
      .argument("<study>", "the study folder")
      .option("--json", "print the findings as JSON")
      .option("--errors", "show errors only")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval check data/example
  $ pilot-eval check my-study --json > findings.json

Errors stop a run, warnings and notes do not. Exit code 1 when there is an error.`,
      )
      .action(async (study: string, flags: { json?: boolean; errors?: boolean }) => {
        const { checkCommand } = await import("./check-action.js");
        done(await checkCommand(study, flags, effects));
      });
  },
};
