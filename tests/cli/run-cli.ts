import { main } from "../../src/cli/main.js";

export interface CliRun {
  readonly exitCode: number;
  readonly out: string;
  readonly talk: string;
}

/** Run the command line in this process and keep what it says. */
export async function runCli(...args: readonly string[]): Promise<CliRun> {
  let out = "";
  let talk = "";
  const exitCode = await main(args, {
    out: (text) => {
      out += text;
    },
    talk: (text) => {
      talk += text;
    },
    terminal: false,
  });
  return { exitCode, out, talk };
}
