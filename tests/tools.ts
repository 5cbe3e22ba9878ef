import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestContext } from "vitest";

/** Programs that some tests need and that npm cannot bring. */
export type Tool = "chromium" | "soffice" | "pdftotext" | "pdftoppm";

const otherNames: Readonly<Record<Tool, readonly string[]>> = {
  chromium: ["chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  soffice: ["libreoffice"],
  pdftotext: [],
  pdftoppm: [],
};

const otherPlaces = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/LibreOffice.app/Contents/MacOS",
];

/** Path of a program: what `CHROMIUM_PATH` (or `SOFFICE_PATH` ...) says, else the first on the path or where it usually is; null when there is none. */
export function findTool(tool: Tool): string | null {
  const named = process.env[`${tool.toUpperCase()}_PATH`];
  if (named !== undefined && named !== "") return isProgram(named) ? named : null;
  const places = [...(process.env["PATH"] ?? "").split(delimiter), ...otherPlaces];
  const names = [tool, ...otherNames[tool], ...(tool === "chromium" ? ["Google Chrome"] : [])];
  for (const name of names) {
    for (const place of places) {
      const path = join(place, process.platform === "win32" ? `${name}.exe` : name);
      if (place !== "" && isProgram(path)) return path;
    }
  }
  return null;
}

/**
 * Path of a program that a test cannot do without. Where it is missing the test is skipped, and says so; with
 * `PILOT_EVAL_REQUIRE_TOOLS=1`, as in CI, it fails.
 *
 * @example it("opens in LibreOffice", (context) => { const soffice = requireTool("soffice", context); })
 */
export function requireTool(tool: Tool, context: Pick<TestContext, "skip">): string {
  const path = findTool(tool);
  if (path !== null) return path;
  const reason = `${tool} is not installed; set ${tool.toUpperCase()}_PATH to say where it is`;
  if (process.env["PILOT_EVAL_REQUIRE_TOOLS"] === "1") throw new Error(reason);
  return context.skip(reason);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
