import type { CliCommand } from "./command.js";

/** `pilot-eval verify`: every statistic against its reference values, on this machine. */
export const verify: CliCommand = {
  name: "verify",
  declare(program, effects, done) {
    program
      .command("verify")
      .description(
        "run every statistic on its reference values from R, SciPy or mpmath, and show the largest error",
      )
      .option("--json", "print as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval verify              one line a method: compared with what, how many cases, largest error, pass or fail
  $ pilot-eval verify --json       the same for a program

Exit codes: 0 every method agrees with its reference, 1 one does not, 70 a bug.`,
      )
      .action(async (flags: { json?: boolean }) => {
        const { verifyCommand } = await import("./verify-action.js");
        done(await verifyCommand(flags, effects));
      });
  },
};
