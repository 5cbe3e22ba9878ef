/** Paths of written files for standard output: a line each, or JSON. */
export function printFiles(paths: readonly string[], json: boolean | undefined): string {
  return json ? `${JSON.stringify({ files: paths }, null, 2)}\n` : paths.map((path) => `${path}\n`).join("");
}
