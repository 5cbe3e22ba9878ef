import { afterAll, describe, expect, it } from "vitest";
import { boardPlain } from "../../../src/estimate/board-text.js";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import { idOf } from "../../../src/estimate/page/controls.js";
import { closePages, data, inputs, openPage } from "./page.js";

afterAll(closePages);

const textFor = (imgs: number) =>
  boardPlain({ estimate: estimate({ ...inputs, imgs }, data), data, version: "0.0.0" });

describe("what a person takes away from the page", () => {
  it("copies the words of the answer that is shown", async (context) => {
    const { page, complaints } = await openPage(context);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator(`#${idOf("imgs")}`).fill("27");
    await page.getByRole("button", { name: "Copy the text" }).click();
    await expect.poll(() => page.locator("#copied").textContent()).toBe("Copied.");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(textFor(27));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("selects the words where the browser forbids the clipboard, and says how to copy them", async (context) => {
    const { page } = await openPage(context);
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))");
    await page.getByRole("button", { name: "Copy the text" }).click();
    await expect
      .poll(() => page.locator("#copied").textContent())
      .toBe("The text is selected: copy it with Ctrl+C.");
    expect(await page.evaluate("getSelection().toString()")).toBe(textFor(inputs.imgs));
    await page.close();
  });

  it("has nothing to copy while something is to be mended, and says so", async (context) => {
    const { page } = await openPage(context);
    await page.locator(`#${idOf("imgs")}`).fill("none");
    await page.getByRole("button", { name: "Copy the text" }).click();
    await expect
      .poll(() => page.locator("#copied").textContent())
      .toBe("There is no answer to copy yet: mend what is listed above first.");
    await page.close();
  });

  it("prints the answer without the form", async (context) => {
    const { page } = await openPage(context);
    await page.evaluate("globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }");
    await page.getByRole("button", { name: "Print the answer" }).click();
    expect(await page.evaluate("printed")).toBe(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#form").isVisible()).toBe(false);
    expect(await page.locator("#answers tr.sum").isVisible()).toBe(true);
    await page.close();
  });
});
