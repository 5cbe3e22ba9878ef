import type { CliCommand } from "./command.js";

/** `pilot-eval new <folder>`: a study folder to start from. */
export const newCommand: CliCommand = {
  name: "new",
  declare(program, effects, done) {
    program
      .command("new")
      .description("write a commented study folder to start from")
      .argument("<folder>", "a folder that is not there yet, or is empty")
      .option("--json", "print the paths as JSON")
      .addHelpText(
        "after",
        `
Example:
  $ pilot-eval new my-study

Then: put the Trusts' files in survey/ and costs/, list them in study.yaml, describe the questions in codebook.csv,
and run \`pilot-eval check my-study\`.`,
      )
      .action(async (folder: string, flags: { json?: boolean }) => {
        const { newStudyCommand } = await import("./new-action.js");
        done(await newStudyCommand(folder, flags, effects));
      });
  },
};
