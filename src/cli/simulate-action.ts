import { payPointsOf } from "../costs/figures.js";
import { readShipped } from "../run/shipped.js";
import { exampleSeed, exampleTruth } from "../simulate/example-truth.js";
import { simulate } from "../simulate/simulate.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { writeNewFolder } from "./write-new-folder.js";

/** Write a synthetic study drawn from the example's truth. */
export async function simulateCommand(
  folder: string,
  flags: { readonly seed?: number },
  effects: Effects,
): Promise<number> {
  const { components, figures } = await readShipped();
  const payPoints = payPointsOf(figures, exampleTruth.priceYear);
  const files = await simulate(exampleTruth, flags.seed ?? exampleSeed, { components, payPoints });
  await writeNewFolder(folder, files);
  effects.out(`${[...files.keys()].map((name) => `${folder}/${name}`).join("\n")}\n`);
  return exitCodes.done;
}
