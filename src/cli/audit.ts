import type { CliCommand } from "./command.js";

interface AuditFlags {
  readonly whatIf?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `pilot-eval audit`: attack a release as a stranger would, before it is sent. */
export const audit: CliCommand = {
  name: "audit",
  declare(program, effects, done) {
    program
      .command("audit")
      .description(
        "attack releases with nothing but what is in them, and tell every number that they give away",
      )
      .argument(
        "<release...>",
        "folders `release` that `run` wrote; several are compared with each other. With --what-if, one study folder",
      )
      .option(
        "--what-if <profiles>",
        "how many numbers of a study each disclosure profile would show and hide: names with commas, or all",
      )
      .option("--all", "show every number given away, not the first ten of each release")
      .option("--json", "print as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval audit my-report/release                 what this release gives away
  $ pilot-eval audit may/release june/release          each alone, and what they give away together
  $ pilot-eval audit --what-if all my-study            what each profile would show, before choosing one
  $ pilot-eval audit --what-if pilot,strict my-study

Exit codes: 0 nothing is given away, 1 something is, 2 not a release, 70 a bug.`,
      )
      .action(async (folders: readonly string[], { whatIf, ...flags }: AuditFlags) => {
        if (whatIf !== undefined) {
          const { whatIfCommand } = await import("./audit-what-if-action.js");
          done(await whatIfCommand(whatIf, folders, flags, effects));
          return;
        }
        const { auditCommand } = await import("./audit-action.js");
        done(await auditCommand(folders, flags, effects));
      });
  },
};
