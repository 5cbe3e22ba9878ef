import type { CliCommand } from "./command.js";

/** `pilot-eval ledger`: the releases of a study that were registered. */
export const ledger: CliCommand = {
  name: "ledger",
  declare(program, effects, done) {
    const command = program
      .command("ledger")
      .description("list the registered releases of a study, or withdraw one that was never sent")
      .argument("<study>", "the study folder, with study.yaml and ledger.json")
      .argument("[words...]")
      .usage("<study> [--json]\n       pilot-eval ledger withdraw <study> <number> --reason <words>")
      .option("--json", "print as JSON")
      .option("--reason <words>", "why a withdrawn release was never sent; kept in the ledger")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval ledger my-study
  $ pilot-eval ledger withdraw my-study 2 --reason "a draft for the steering group, not sent"

\`pilot-eval run <study> --out <folder> --final\` registers a release. Later ones are compared with every release that is
registered and not withdrawn. A withdrawal is kept in the ledger, with its reason.

The ledger cannot know that it was deleted: without it, the next release is taken for the first. Keep a copy with the raw
data. A slip in the file is found; whoever means to can write it anew.`,
      );
    command.action(async (first: string, words: string[], flags: { json?: boolean; reason?: string }) => {
      const { ledgerCommand } = await import("./ledger-action.js");
      done(await ledgerCommand([first, ...words], flags, effects));
    });
  },
};
