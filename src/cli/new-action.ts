import { join } from "node:path";
import { newStudy } from "../simulate/new-study.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { printFiles } from "./print-files.js";
import { writeNewFolder } from "./write-new-folder.js";

/** Write the commented study folder. */
export async function newStudyCommand(
  folder: string,
  flags: { readonly json?: boolean },
  effects: Effects,
): Promise<number> {
  const files = newStudy();
  await writeNewFolder(folder, files);
  effects.out(
    printFiles(
      [...files.keys()].map((name) => join(folder, name)),
      flags.json,
    ),
  );
  effects.talk(`Read ${folder}/study.yaml first: it says what to do.\n`);
  return exitCodes.done;
}
