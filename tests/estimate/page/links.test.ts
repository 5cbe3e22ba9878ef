import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { idOf } from "../../../src/estimate/page/controls.js";
import { closePages, openPage } from "./page.js";

afterAll(closePages);

/** Fill in a number, a choice and a tick. */
async function fill(page: Page): Promise<void> {
  await page.locator(`#${idOf("imgs")}`).fill("33");
  await page.locator(`[name="pension"][value="full"]`).check();
}

async function expectFilled(page: Page): Promise<void> {
  expect(await page.locator(`#${idOf("imgs")}`).inputValue()).toBe("33");
  expect(await page.locator(`[name="pension"][value="full"]`).isChecked()).toBe(true);
  expect(await page.locator("#answers").textContent()).toContain("For 33 IMGs a year");
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("imgs")).toBe("33");
}

describe("links within the page", () => {
  it.for([
    { words: "Skip to main content", goal: "main" },
    { words: "Skip to the answer", goal: "answer" },
  ])("keep every answer when followed by keyboard: $words", async ({ words, goal }, context) => {
    const { page, complaints } = await openPage(context);
    await fill(page);
    await page.locator("a.skip", { hasText: words }).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe(goal);
    await expectFilled(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("keep every answer when the strip of a phone is touched, and bring the answer into view", async (context) => {
    const { page } = await openPage(context, { width: 375 });
    await fill(page);
    await page.locator("#strip").click();
    await expectFilled(page);
    expect(await page.evaluate("document.activeElement.id")).toBe("answer");
    const top = await page.evaluate("document.getElementById('answer').getBoundingClientRect().top");
    expect(Math.abs(Number(top))).toBeLessThan(40);
    await page.close();
  });

  it("keep every answer when the strip leads to what must be mended", async (context) => {
    const { page } = await openPage(context, { width: 375 });
    await fill(page);
    await page.locator(`#${idOf("intakes")}`).fill("none");
    await page.locator("#strip").click();
    expect(await page.evaluate("document.activeElement.id")).toBe("problems");
    expect(await page.locator(`#${idOf("imgs")}`).inputValue()).toBe("33");
    expect(await page.locator(`#${idOf("intakes")}`).inputValue()).toBe("none");
    await page.close();
  });

  it("answers stand when the address is given a place of the page, and go when another answer is put there", async (context) => {
    const { page } = await openPage(context);
    await fill(page);
    await page.evaluate("location.hash = '#drivers'");
    await expect.poll(() => page.url()).toContain("imgs=33");
    await expectFilled(page);
    await page.evaluate("location.hash = '#imgs=7'");
    await expect.poll(() => page.locator(`#${idOf("imgs")}`).inputValue()).toBe("7");
    expect(await page.locator(`[name="pension"][value="full"]`).isChecked()).toBe(false);
    await page.close();
  });
});
