// Makes the notebooks of this folder ready to run: lets them import "pilot-eval" by name, and describes the TypeScript
// kernel (tslab) in notebooks/.jupyter. Nothing is installed outside this folder. Then:
//
//   JUPYTER_PATH=notebooks/.jupyter jupyter lab notebooks
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const link = `${root}node_modules/pilot-eval`;
if (!existsSync(link)) symlinkSync("..", link, "junction");

const kernel = `${root}notebooks/.jupyter/kernels/tslab`;
mkdirSync(kernel, { recursive: true });
const start = [process.execPath, `${root}node_modules/tslab/bin/tslab`, "kernel", "--config-path", "{connection_file}"];
writeFileSync(
  `${kernel}/kernel.json`,
  `${JSON.stringify({ argv: start, display_name: "TypeScript", language: "typescript" }, null, 2)}\n`,
);
console.log(`${root}notebooks/.jupyter`);
