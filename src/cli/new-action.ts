import { newStudy } from "../simulate/new-study.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { writeNewFolder } from "./write-new-folder.js";

/** Write the commented study folder. */
export async function newStudyCommand(folder: string, effects: Effects): Promise<number> {
  const files = newStudy();
  await writeNewFolder(folder, files);
  effects.out(`${[...files.keys()].map((name) => `${folder}/${name}`).join("\n")}\n`);
  effects.talk(`Read ${folder}/study.yaml first: it says what to do.\n`);
  return exitCodes.done;
}
