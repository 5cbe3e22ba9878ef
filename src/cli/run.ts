import type { CliCommand } from "./command.js";

interface RunFlags {
  readonly out: string;
  readonly replace?: boolean;
  readonly json?: boolean;
  readonly keyFile?: string;
  readonly final?: boolean;
  readonly withholdChanged?: boolean;
}

/** `pilot-eval run <study>`: the main job. */
export const run: CliCommand = {
  name: "run",
  declare(program, effects, done) {
    program
      .command("run")
      .description("check a study's files, compute, and write the report")
      .argument("<study>", "the study folder, with study.yaml and codebook.csv")
      .requiredOption("--out <folder>", "where release/ and internal/ are written")
      .option("--replace", "overwrite what someone edited or added in release/ and internal/")
      .option("--json", "print the summary as JSON")
      .option(
        "--key-file <file>",
        "replace link codes by this key, so that another run can tie the same people",
      )
      .option("--final", "register the release in the study's ledger.json; later ones are compared with it")
      .option(
        "--withhold-changed",
        "hold back all numbers about people of each wave at which few differ from an earlier release",
      )
      .addHelpText(
        "after",
        `
Examples:
  $ pilot-eval run data/example --out reports/example
  $ pilot-eval run my-study --out my-report --json
  $ pilot-eval run my-study --out my-report --key-file ../pilot.key
  $ pilot-eval run my-study --out my-report --final

release/ may be sent: report.html, report.docx, tables.xlsx, charts/, results.json, manifest.json.
internal/ may not: it holds numbers from before disclosure control.
Nothing is written when the files have errors.`,
      )
      .action(async (study: string, flags: RunFlags) => {
        const { runCommand } = await import("./run-action.js");
        done(await runCommand(study, flags, effects));
      });
  },
};
