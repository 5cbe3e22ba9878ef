// Bundles the engine of estimates with the code that runs in a browser, for the page that `pilot-eval estimate` writes.
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  input: here("app.ts"),
  cwd: here("../../../.."),
  platform: "browser",
  tsconfig: here("tsconfig.json"),
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  output: { file: here("../../../../dist/estimate-page/app.js"), format: "iife", minify: true },
});
