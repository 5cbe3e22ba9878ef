import type { CliCommand } from "./command.js";

/** `pilot-eval audit`: attack a release as a stranger would, before it is sent. */
export const audit: CliCommand = {
  name: "audit",
  declare(program, effects, done) {
    program
      .command("audit")
      .description(
        "attack releases with nothing but what is in them, and tell every number that they give away",
      )
      .argument("<release...>", "folders `release` that `run` wrote; several are compared with each other")
      .option("--all", "show every number given away, not the first ten of each release")
      .option("--json", "print as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval audit my-report/release                 what this release gives away
  $ pilot-eval audit may/release june/release          each alone, and what they give away together

Exit codes: 0 nothing is given away, 1 something is, 2 not a release, 70 a bug.`,
      )
      .action(async (releases: readonly string[], flags: { all?: boolean; json?: boolean }) => {
        const { auditCommand } = await import("./audit-action.js");
        done(await auditCommand(releases, flags, effects));
      });
  },
};
