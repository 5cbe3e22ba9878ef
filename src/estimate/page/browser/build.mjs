// Bundles the engine of estimates with the code that runs in a browser, for the page that `pilot-eval estimate` writes.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bundle = here("../../../../dist/estimate-page/app.js");

const build = await bundler();
if (build)
  await build({
    input: here("app.ts"),
    cwd: here("../../../.."),
    platform: "browser",
    tsconfig: here("tsconfig.json"),
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    output: { file: bundle, format: "iife", minify: true },
  });

/** The bundler, or null where it cannot run, which is told: all else of the tool works without the page. */
async function bundler() {
  try {
    return (await import("rolldown")).build;
  } catch (error) {
    rmSync(bundle, { force: true });
    console.warn(
      "pilot-eval: the page of an estimate (estimate.html) cannot be made here, because the bundler rolldown does not run. All else works.",
    );
    console.warn(`  ${String(error).split("\n")[0]}`);
    return null;
  }
}
