import type { CliCommand } from "./command.js";

/** `pilot-eval map <export>`: rows of a codebook, proposed from a survey export. */
export const map: CliCommand = {
  name: "map",
  declare(program, effects, done) {
    program
      .command("map")
      .description(
        "propose rows of codebook.csv for the questions of a survey export, for a person to confirm",
      )
      .argument("<export>", "the export of a survey platform: .csv, .xlsx or .sav")
      .option("--study <folder>", "leave out the questions that this study's codebook holds already")
      .option(
        "--wave <ids...>",
        "ids of the waves that ask these questions (default: those of the study, else wave1)",
      )
      .option("--out <file>", "where the proposal is written", "codebook-proposal.csv")
      .option("--json", "print the proposal as JSON and write no file")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval map trust-g.csv --wave arrival
  $ pilot-eval map trust-g.sav --study my-study --out trust-g-proposal.csv

Nothing is assumed: each row says in its last cell, "confirm", what to look at. Correct the row, empty that
cell, and copy the row into codebook.csv; a row that still has something there is refused. Free text, codes
and answers that only one person gave are never shown; columns that say who people are are not proposed.`,
      )
      .action(
        async (file: string, flags: { study?: string; wave?: string[]; out: string; json?: boolean }) => {
          const { mapCommand } = await import("./map-action.js");
          done(await mapCommand(file, flags, effects));
        },
      );
  },
};
