import { createInterface } from "node:readline";
import { PersonError } from "./person-error.js";

/** Ask a person questions in turn, in words; they are answered a line each. */
export interface Asker {
  /** The line typed after a question, without spaces at its ends. */
  ask(question: string): Promise<string>;
  say(text: string): void;
  close(): void;
}

/**
 * Questions over a stream of lines. When the stream ends before an answer, nothing has been done yet and the person is
 * told so.
 *
 * @param say where questions are printed
 */
export function openAsker(input: NodeJS.ReadableStream, say: (text: string) => void): Asker {
  const lines = createInterface({ input, terminal: false });
  const next = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      say(question);
      const { value, done } = await next.next();
      if (done === true)
        throw new PersonError("\nThe answers ended before the last question. Nothing was written.");
      return value.trim();
    },
    say,
    close: () => lines.close(),
  };
}
