import { join } from "node:path";
import { payPointsOf } from "../costs/figures.js";
import { readShipped } from "../run/shipped.js";
import { exampleSeed, exampleTruth } from "../simulate/example-truth.js";
import { simulate } from "../simulate/simulate.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { printFiles } from "./print-files.js";
import { showProgress } from "./progress.js";
import { writeNewFolder } from "./write-new-folder.js";

/** Write a synthetic study drawn from the example's truth. */
export async function simulateCommand(
  folder: string,
  flags: { readonly seed?: number; readonly json?: boolean },
  effects: Effects,
): Promise<number> {
  const { components, figures } = await readShipped();
  const payPoints = payPointsOf(figures, exampleTruth.priceYear);
  const progress = showProgress(effects);
  progress.step(1, 1, "drawing a study");
  const lists = { components, payPoints };
  const files = await simulate(exampleTruth, flags.seed ?? exampleSeed, lists).finally(progress.end);
  await writeNewFolder(folder, files);
  effects.out(
    printFiles(
      [...files.keys()].map((name) => join(folder, name)),
      flags.json,
    ),
  );
  return exitCodes.done;
}
