import { Command, CommanderError } from "commander";
import { audit } from "./audit.js";
import { check } from "./check.js";
import { exitCodes } from "./command.js";
import type { CliCommand, Effects } from "./command.js";
import { estimate } from "./estimate.js";
import { ledger } from "./ledger.js";
import { list } from "./list.js";
import { map } from "./map.js";
import { newCommand } from "./new.js";
import { run } from "./run.js";
import { simulate } from "./simulate.js";
import { template } from "./template.js";
import { verify } from "./verify.js";

const commands: readonly CliCommand[] = [
  run,
  check,
  ledger,
  map,
  newCommand,
  template,
  estimate,
  simulate,
  list,
  verify,
  audit,
];

const examples = `
Examples:
  $ pilot-eval new my-study                       a commented study folder to start from
  $ pilot-eval template cost-return --out costs   the workbook a Trust fills in
  $ pilot-eval estimate                           what an induction costs a Trust, asked step by step
  $ pilot-eval check my-study                     every mistake in the files, with place and fix
  $ pilot-eval map export.csv                     rows for codebook.csv, proposed from an export
  $ pilot-eval run my-study --out my-report       the report, in Word, HTML and Excel
  $ pilot-eval ledger my-study                    the releases that were registered with run --final
  $ pilot-eval audit my-report/release            what the report gives away, before it is sent
  $ pilot-eval list metrics                       what can be computed
  $ pilot-eval verify                             every statistic against R, on this machine

The example study that comes with the tool:
  $ pilot-eval run data/example --out reports/example

Exit codes: 0 done, 1 the data failed a check, 2 something to correct (arguments, study, missing file), 70 a bug.`;

/**
 * Run the command line.
 *
 * @param args words after the program's name
 * @returns the exit code
 */
export async function main(args: readonly string[], effects: Effects = processEffects()): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command("pilot-eval")
    .description("Evaluate an NHS pilot from the Trusts' own files.")
    .option("-V, --version", "print the version")
    .option("--debug", "show where a bug happened")
    .configureOutput({ writeOut: effects.out, writeErr: effects.talk })
    .exitOverride()
    .showHelpAfterError("(add --help for help)")
    .addHelpText("after", examples);
  for (const command of commands) {
    command.declare(program, effects, (code) => {
      exitCode = code;
    });
  }
  for (const command of program.commands) command.exitOverride().showHelpAfterError("(add --help for help)");
  try {
    if (args.length === 0) program.help();
    if (args[0] === "--version" || args[0] === "-V") {
      const { readVersion } = await import("../run/shipped.js");
      effects.out(`${await readVersion()}\n`);
      return exitCodes.done;
    }
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.mustCorrect;
    return (await import("./fail.js")).fail(error, effects, args.includes("--debug"));
  }
}

function processEffects(): Effects {
  return {
    out: (text) => process.stdout.write(text),
    talk: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin } : {}),
    width: Math.min(Math.max(process.stdout.columns ?? 80, 60), 120),
  };
}
