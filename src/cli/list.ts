import { Argument } from "commander";
import type { CliCommand } from "./command.js";

/** `pilot-eval list <what>`: what the tool knows. */
export const list: CliCommand = {
  name: "list",
  declare(program, effects, done) {
    program
      .command("list")
      .description("list what the tool knows")
      .addArgument(
        new Argument("<what>").choices([
          "metrics",
          "charts",
          "formats",
          "rules",
          "components",
          "pay",
          "benchmarks",
        ]),
      )
      .option("--json", "print as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval list metrics        what is computed, and how
  $ pilot-eval list formats        survey exports that can be read, and on what evidence
  $ pilot-eval list components     induction components and where each comes from
  $ pilot-eval list pay            pay points a cost return may name, and every figure behind a price`,
      )
      .action(async (what: string, flags: { json?: boolean }) => {
        const { listCommand } = await import("./list-action.js");
        done(await listCommand(what, flags, effects));
      });
  },
};
