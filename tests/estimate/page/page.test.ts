import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import { idOf } from "../../../src/estimate/page/controls.js";
import { writeEstimatePage } from "../../../src/estimate/page/estimate-page.js";
import { pounds } from "../../../src/estimate/money.js";
import { closePages, data, inputs, openPage, pageBytes } from "./page.js";

afterAll(closePages);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const text = new TextDecoder().decode(pageBytes);

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe });
  const report = (await page.evaluate(
    "axe.run({ rules: { 'target-size': { enabled: true } } })",
  )) as AxeReport;
  expect(report.passes.length).toBeGreaterThan(20);
  return report.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

const openAll = "document.querySelectorAll('details').forEach((part) => { part.open = true; })";

describe("the page of an estimate", () => {
  it("is the same bytes for the same estimate, with nothing in it from elsewhere", async () => {
    const again = await writeEstimatePage({ estimate: estimate(inputs, data), data, version: "0.0.0" });
    expect(Buffer.from(again).equals(Buffer.from(pageBytes))).toBe(true);
    expect(text).not.toMatch(/<(script|link|img|iframe)[^>]* (src|href)=/);
    expect(text).toContain("connect-src 'none'");
    expect(text.match(/<\/script>/g)).toHaveLength(2);
    expect(text).not.toMatch(/\beval\(|new Function\(|fetch\(|XMLHttpRequest|WebSocket/);
  });

  it("says on top whose the quantities are", () => {
    const banner = /<p class="banner">([^<]*)<\/p>/.exec(text)![1]!;
    expect(banner).toBe(
      "Quantities are planning assumptions of pilot-eval, set on 27 November 2026: they are not findings of the pilot.",
    );
  });

  it("shows the answer it was written for without JavaScript", async (context) => {
    const { page } = await openPage(context, { javaScriptEnabled: false });
    const total = pounds(estimate(inputs, data).totals.central.totalPence);
    expect(await page.locator("#answers tr.sum").textContent()).toContain(total);
    expect(await page.locator("noscript .callout").isVisible()).toBe(true);
    await page.close();
  });

  it.for([
    { width: 320, fragment: "", what: "as it is" },
    { width: 1280, fragment: "", what: "as it is" },
    { width: 375, fragment: "asked=gaps&imgs=1.5", what: "with errors and gaps" },
    {
      width: 1280,
      fragment: "asked=gaps&imgs=1.5&high.lead-time=x&overheads=900&pension=",
      what: "with errors",
    },
  ])(
    "has no accessibility violation that axe finds, $width pixels wide, $what",
    async ({ width, fragment }, context) => {
      const { page } = await openPage(context, { width, fragment, bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      await page.evaluate(openAll);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it.for([320, 375, 640, 1280])("never scrolls sideways, %i pixels wide", async (width, context) => {
    const { page } = await openPage(context, { width });
    await page.evaluate(openAll);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });

  it("tells what is wrong beside the field and in a list, shows no old answer, and takes it away when mended", async (context) => {
    const { page, complaints } = await openPage(context);
    const field = page.locator(`#${idOf("imgs")}`);
    await field.fill("twenty");
    const words =
      'IMGs a year: expected a whole number from 1 to 1,000, found "twenty". Give the IMGs that one Trust inducts in a year.';
    expect(await page.locator(`#${idOf("imgs")}-error`).textContent()).toBe(words);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#answers").textContent()).toBe("");
    await expect
      .poll(() => page.locator("#status").textContent(), { timeout: 5000 })
      .toContain("No answer yet");
    await page.locator("#problems a").first().click();
    expect(await page.evaluate("document.activeElement.id")).toBe(idOf("imgs"));
    await field.fill("25");
    expect(await page.locator("#problems").isVisible()).toBe(false);
    expect(await page.locator("#answers").textContent()).toContain("For 25 IMGs a year");
    await expect
      .poll(() => page.locator("#status").textContent(), { timeout: 5000 })
      .toContain("New answer: about £");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("never shows a number that is none, whatever is typed", async (context) => {
    const { page } = await openPage(context);
    for (const typed of ["", "0", "-1", "1e99", "NaN", "Infinity", "1001", "9".repeat(40), "<b>", "½"]) {
      for (const name of ["imgs", "intakes", "shadowingWeeks"]) {
        await page.locator(`#${idOf(name)}`).fill(typed);
        expect(await page.locator("#answers").textContent()).not.toMatch(/NaN|Infinity|undefined|null/);
        await page.locator(`#${idOf(name)}`).fill("2");
      }
    }
    await page.close();
  });

  it("is worked by keyboard alone: skip link, number, slider, choice, answer", async (context) => {
    const { page } = await openPage(context);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to main content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.name")).toBe("imgs");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("30");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(`#${idOf("imgs")}`).inputValue()).toBe("31");
    for (let press = 0; press < 4; press++) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.name")).toBe("pension");
    await page.keyboard.press("ArrowDown");
    const expected = estimate({ ...inputs, imgs: 31, pension: "full" }, data);
    expect(await page.locator("#answers tr.sum").textContent()).toContain(
      pounds(expected.totals.central.totalPence),
    );
    await page.close();
  });

  it("keeps the answers in the address: loaded again they are there", async (context) => {
    const { page } = await openPage(context);
    await page.locator(`#${idOf("imgs")}`).fill("33");
    await page.reload();
    expect(await page.locator(`#${idOf("imgs")}`).inputValue()).toBe("33");
    expect(await page.locator("#answers").textContent()).toContain("For 33 IMGs a year");
    await page.close();
  });

  it("saves its answers to a file and opens them again; another file is refused", async (context) => {
    const { page } = await openPage(context, { fragment: "imgs=44&countSupernumerary=no" });
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the answers" }).click();
    const saved = readFileSync(await (await waiting).path());
    await page.locator(`#${idOf("imgs")}`).fill("5");
    await page
      .locator("#open-answers")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: saved });
    await expect.poll(() => page.locator(`#${idOf("imgs")}`).inputValue()).toBe("44");
    const other = Buffer.from('{"answers":{"imgs":"9"}}');
    await page
      .locator("#open-answers")
      .setInputFiles({ name: "b.json", mimeType: "application/json", buffer: other });
    await expect.poll(() => page.locator("#answers-saved").textContent()).toContain("does not hold answers");
    expect(await page.locator(`#${idOf("imgs")}`).inputValue()).toBe("44");
    await page.close();
  });
});
