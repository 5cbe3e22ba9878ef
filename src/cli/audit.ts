import type { CliCommand } from "./command.js";

interface AuditFlags {
  readonly whatIf?: string;
  readonly numbers?: boolean;
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
        "[release...]",
        "folders `release` that `run` wrote: each by itself, then those of one study together. With --what-if, one study folder",
      )
      .option(
        "--what-if <profiles>",
        "how many numbers of a study each disclosure profile would show and hide: names with commas, or all",
      )
      .option("--numbers", "attack the numbers of results.json alone, without looking at the other files")
      .option("--all", "show every number given away, not the first ten of each release")
      .option("--json", "print as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval audit my-report/release                 what this release gives away
  $ pilot-eval audit may/release june/release          each by itself, and what the two give away together
  $ pilot-eval audit --what-if all my-study            what each profile would show, before choosing one
  $ pilot-eval audit --what-if pilot,strict my-study

Attacked: the numbers of people behind shares, the flow of people and curves over time. Then every file is looked through
for more than results.json tells. The release is made again from results.json and compared byte by byte: that is how places
in charts are checked, which no reader can look up.
Not attacked: costs and means, which the rules for them protect.

Name together those releases that one reader may hold. Numbers that may rest on the same people are put together, and must
tell no more than the strictest policy that protects them allows. Which people changed between two releases no release says:
\`run\` compares the records behind them, with the study's ledger.

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
