import { readFile } from "node:fs/promises";

const file = new URL("../../../dist/estimate-page/app.js", import.meta.url);

/** Why the page cannot be written where the bundle is missing. */
export const pageScriptMissing =
  "a part of it, dist/estimate-page/app.js, is missing from this installation: run `npm run build` in the folder of pilot-eval, and see whether it says that the bundler cannot run on this machine";

/** The bundle that `npm run build` makes, or null where the bundler could not run. */
export async function readPageScript(): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
