import type { Command } from "commander";

/** What a command may do to the world; passed in, so that a test can pass others. */
export interface Effects {
  /** Results: standard output. */
  out(text: string): void;
  /** Talk: standard error. */
  talk(text: string): void;
  /** Whether talk goes to a terminal that can show progress and colour. */
  readonly terminal: boolean;
  /** What a person types, where there is a person at a terminal to answer questions. */
  readonly input?: NodeJS.ReadableStream;
  /** Columns of the terminal that results go to; 80 when they go elsewhere. */
  readonly width?: number;
}

/** A command's door: declares its words and options; its action loads the work only when it is called. */
export interface CliCommand {
  readonly name: string;
  declare(program: Command, effects: Effects, done: (exitCode: number) => void): void;
}

/** Exit codes of every command. */
export const exitCodes = { done: 0, dataRefused: 1, mustCorrect: 2, bug: 70 } as const;
