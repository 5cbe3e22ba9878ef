import { InvalidArgumentError } from "commander";
import type { CliCommand } from "./command.js";

/** `pilot-eval simulate <folder>`: a synthetic study from a declared truth. */
export const simulate: CliCommand = {
  name: "simulate",
  declare(program, effects, done) {
    program
      .command("simulate")
      .description("write a synthetic six-Trust study from a declared truth and a seed")
      .argument("<folder>", "a folder that is not there yet, or is empty")
      .option("--seed <number>", "where the random draws start; the example's seed unless given", readSeed)
      .option("--json", "print the paths as JSON")
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval simulate practice
  $ pilot-eval simulate practice-2 --seed 7

The folder says in truth.yaml what the data were drawn from. Everything made from it is marked as synthetic.`,
      )
      .action(async (folder: string, flags: { seed?: number; json?: boolean }) => {
        const { simulateCommand } = await import("./simulate-action.js");
        done(await simulateCommand(folder, flags, effects));
      });
  },
};

function readSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > 4294967295) {
    throw new InvalidArgumentError("expected a whole number from 0 to 4294967295.");
  }
  return seed;
}
