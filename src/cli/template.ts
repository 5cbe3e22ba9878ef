import { Argument } from "commander";
import type { CliCommand } from "./command.js";

/** `pilot-eval template cost-return`: the workbook a Trust fills in. */
export const template: CliCommand = {
  name: "template",
  declare(program, effects, done) {
    program
      .command("template")
      .description("write a workbook for a Trust to fill in")
      .addArgument(new Argument("<what>").choices(["cost-return"]))
      .requiredOption("--out <folder>", "where the workbook is written")
      .option("--study <folder>", "a study, whose Trusts, days, price year and pay points are put in")
      .option(
        "--trust <codes...>",
        "Trusts to write one for (default: all of the study; without one, no code)",
      )
      .option("--year <year>", "price year, such as 2026/27 (default: the study's, else 2026/27)")
      .option("--json", "print the path as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval template cost-return --out costs
  $ pilot-eval template cost-return --study my-study --out to-send
  $ pilot-eval template cost-return --study my-study --trust B --out to-send

The workbook says what to put, and checks each line while it is filled in. It is locked without a password.`,
      )
      .action(
        async (
          _what: string,
          flags: { out: string; study?: string; trust?: string[]; year?: string; json?: boolean },
        ) => {
          const { templateCommand } = await import("./template-action.js");
          done(await templateCommand(flags, effects));
        },
      );
  },
};
