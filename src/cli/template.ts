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
      .option("--trust <code>", "Trust code to put on the cover")
      .option("--year <year>", "price year, such as 2026/27", "2026/27")
      .option("--json", "print the path as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval template cost-return --out costs
  $ pilot-eval template cost-return --trust B --out costs`,
      )
      .action(async (_what: string, flags: { out: string; trust?: string; year: string; json?: boolean }) => {
        const { templateCommand } = await import("./template-action.js");
        done(await templateCommand(flags, effects));
      });
  },
};
