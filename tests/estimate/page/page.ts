import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import type { TestContext } from "vitest";
import { programmeComponent } from "../../../src/costs/estimate/assumptions.js";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { EstimateData } from "../../../src/costs/estimate/estimate-data.js";
import { defaultInputs, type EstimateInputs } from "../../../src/costs/estimate/inputs.js";
import { writeEstimatePage } from "../../../src/estimate/page/estimate-page.js";
import { readPlanningAssumptions } from "../../../src/run/planning.js";
import { readShipped } from "../../../src/run/shipped.js";
import { requireTool } from "../../tools.js";

export const shipped = await readShipped();

/** What every estimate of the tool is worked out from. */
export const data: EstimateData = {
  assumptions: await readPlanningAssumptions(),
  components: shipped.components,
  figures: shipped.figures,
};

export const known = [...data.components.map(({ id }) => id), programmeComponent];

/** Inputs that pass every check. */
export const inputs: EstimateInputs = { ...defaultInputs(data, 20), intakes: 3, pension: "paid-by-trust" };

export const pageBytes = await writeEstimatePage({
  estimate: estimate(inputs, data),
  data,
  version: "0.0.0",
});

const folder = mkdtempSync(join(tmpdir(), "pilot-eval-page-"));

/** Put a page on this machine; its address. */
function putPage(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return pathToFileURL(file).href;
}

const usual = putPage("estimate.html", pageBytes);

let browser: Browser | undefined;

export interface Opened {
  readonly page: Page;
  /** What the page asked for beyond itself, and what the console said: nothing, if all is well. */
  readonly complaints: string[];
}

/** Open the page from its file, with no network, and note whatever it asks for and complains of. */
export async function openPage(
  context: Pick<TestContext, "skip">,
  options: {
    width?: number;
    fragment?: string;
    bypassCSP?: boolean;
    javaScriptEnabled?: boolean;
    /** Another page than the usual one. */
    bytes?: Uint8Array;
  } = {},
): Promise<Opened> {
  const executablePath = requireTool("chromium", context);
  browser ??= await chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const { width = 1280, fragment = "", bytes, ...rest } = options;
  const address = bytes === undefined ? usual : putPage("another.html", bytes);
  const page = await browser.newPage({ viewport: { width, height: 900 }, offline: true, ...rest });
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("blob:"))
      complaints.push(`request ${request.url()}`);
  });
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error ${error.message}`));
  await page.addInitScript(
    "for (const type of ['pilot-eval:estimate', 'pilot-eval:problems'])" +
      " addEventListener(type, ({ detail }) => { globalThis.last = { type, detail }; })",
  );
  await page.goto(`${address}${fragment === "" ? "" : `#${fragment}`}`);
  return { page, complaints };
}

/** Close the browser and delete the page. */
export async function closePages(): Promise<void> {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}
