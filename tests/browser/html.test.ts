import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { TestContext } from "vitest";
import { afterAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.js";
import { fixtureDocument } from "../report/fixture.js";
import { requireTool } from "../tools.js";

const folder = mkdtempSync(join(tmpdir(), "pilot-eval-html-"));
const file = join(folder, "report.html");
writeFileSync(file, renderHtml(fixtureDocument()));

let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** What the page asked for beyond itself, and what the console said. */
  readonly complaints: readonly string[];
}

async function open(
  context: TestContext,
  options: { width: number; bypassCSP?: boolean; javaScriptEnabled?: boolean },
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
  const { width, ...rest } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...rest });
  const address = pathToFileURL(file).href;
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`request ${request.url()}`);
  });
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error ${error.message}`));
  await page.goto(address);
  return { page, complaints };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly incomplete: AxeReport["violations"];
  readonly passes: readonly unknown[];
}

/** Violations, and on a wide screen, where nothing is shaded, what axe could not decide, but for the words in charts. */
async function findViolations(page: Page, width: number): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe });
  const report = (await page.evaluate(
    "axe.run({ rules: { 'target-size': { enabled: true } } })",
  )) as AxeReport;
  expect(report.passes.length).toBeGreaterThan(20);
  const undecided = report.incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter((node) => !node.html.startsWith("<text ")),
  }));
  const found = width >= 1024 ? [...report.violations, ...undecided] : report.violations;
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
}

describe("the HTML report in Chromium", () => {
  it.for([320, 375, 1280])(
    "has no accessibility violation that axe finds, %i pixels wide",
    async (width, context) => {
      const { page } = await open(context, { width, bypassCSP: true });
      expect(await findViolations(page, width)).toEqual([]);
      await openAll(page);
      expect(await findViolations(page, width)).toEqual([]);
      await page.close();
    },
  );

  it.for([320, 375, 768, 1280])(
    "never scrolls sideways as a page, %i pixels wide",
    async (width, context) => {
      const { page } = await open(context, { width });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await openAll(page);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await page.close();
    },
  );

  it("asks for nothing and says nothing in the console", async (context) => {
    const { page, complaints } = await open(context, { width: 1280 });
    await openAll(page);
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(100);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("starts, by keyboard, with a link that skips to the main content", async (context) => {
    const { page } = await open(context, { width: 1280 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to main content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.close();
  });

  it("scrolls a wide table by keyboard on a phone, its caption staying in view", async (context) => {
    const { page } = await open(context, { width: 375 });
    const region = page.locator("#table-coverage-by-trust .scroll");
    await region.focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(500);
    expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
    const caption = await page.locator("#table-coverage-by-trust caption div").boundingBox();
    expect(caption?.x).toBeCloseTo(16, 0);
    expect(caption?.width).toBeLessThanOrEqual(375 - 32);
    await page.close();
  });

  it.for([320, 1280])(
    "shows the banner at the foot of every screen, and never over what has the focus, %i pixels wide",
    async (width, context) => {
      const { page } = await open(context, { width });
      await openAll(page);
      const strip = page.locator(".strip");
      const top = (await strip.boundingBox())!.y;
      expect(top).toBeGreaterThan(900 - 56);
      const focused =
        "(() => { const box = document.activeElement.getBoundingClientRect(); return { top: box.top, bottom: box.bottom, height: box.height }; })()";
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press("Tab");
        const box = (await page.evaluate(focused)) as { top: number; bottom: number; height: number };
        if (box.height < 800) expect(box.bottom, `press ${press}`).toBeLessThanOrEqual(top + 1);
        else expect(box.top).toBeLessThan(top);
      }
      await page.mouse.wheel(0, 100_000);
      await page.waitForTimeout(100);
      expect((await strip.boundingBox())!.y).toBeCloseTo(top, 0);
      await page.close();
    },
  );

  it("keeps the names of rows in view while a table is scrolled", async (context) => {
    const { page } = await open(context, { width: 375 });
    const region = page.locator("#table-coverage-by-trust .scroll");
    await region.evaluate((element) => (element.scrollLeft = 200));
    const name = (await region.locator("tbody th").first().boundingBox())!;
    expect(name.x).toBeCloseTo(16, 0);
    expect(name.width).toBeLessThan(375 / 2);
    await page.close();
  });

  it("lists its contents beside the text on a desktop and folded on a phone", async (context) => {
    const wide = await open(context, { width: 1280 });
    const list = wide.page.locator("nav .wide a");
    expect(await list.count()).toBe(6);
    expect(await list.first().isVisible()).toBe(true);
    expect(await wide.page.locator("nav .narrow").isVisible()).toBe(false);
    await wide.page.close();
    const narrow = await open(context, { width: 375 });
    expect(await narrow.page.locator("nav .wide").isVisible()).toBe(false);
    expect(await narrow.page.locator("nav .narrow a").first().isVisible()).toBe(false);
    await narrow.page.locator("nav summary").click();
    expect(await narrow.page.locator("nav .narrow a").first().isVisible()).toBe(true);
    await narrow.page.close();
  });

  it("opens the numbers behind a chart without JavaScript", async (context) => {
    const { page } = await open(context, { width: 1280, javaScriptEnabled: false });
    const table = page.locator("#figure-change-by-trust table");
    expect(await table.isVisible()).toBe(false);
    await page.locator("#figure-change-by-trust summary").click();
    expect(await table.isVisible()).toBe(true);
    await page.close();
  });

  it("prints the banner on every page", async (context) => {
    const pdftotext = requireTool("pdftotext", context);
    const { page } = await open(context, { width: 1280 });
    await openAll(page);
    const pdf = join(folder, "report.pdf");
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const pages = execFileSync(pdftotext, ["-layout", pdf, "-"], { encoding: "utf8" })
      .split("\f")
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(4);
    for (const text of pages) expect(text.trimEnd()).toMatch(/Synthetic data: not real people or Trusts$/);
  });
});
