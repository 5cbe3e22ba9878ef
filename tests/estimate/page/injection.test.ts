import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { EstimateData } from "../../../src/costs/estimate/estimate-data.js";
import { writeEstimatePage } from "../../../src/estimate/page/estimate-page.js";
import { closePages, data, inputs, openPage } from "./page.js";

afterAll(closePages);

const evil = `"><meta http-equiv=refresh content="1;url=https://evil.example"><i class="evil">'&`;

/** The assumptions, with every text that stands on the page as a hostile one. */
const hostile: EstimateData = {
  ...data,
  components: data.components.map((one, index) =>
    index === 0 ? { ...one, label: `${one.label} ${evil}`, strand: `${one.strand} ${evil}` } : one,
  ),
  assumptions: {
    ...data.assumptions,
    whose: evil,
    items: data.assumptions.items.map((item) => ({
      ...item,
      id: `${item.id}${evil}`,
      label: `${item.label} ${evil}`,
      category: `${item.category} ${evil}`,
      reason: evil,
      source: evil,
    })),
    leftOut: data.assumptions.leftOut.map(({ what, why }) => ({ what: what + evil, why: why + evil })),
  },
};
const bytes = await writeEstimatePage({ estimate: estimate(inputs, hostile), data: hostile, version: evil });

describe("text of the assumptions on the page", () => {
  it("makes no element of its own where the page is written", () => {
    const html = new TextDecoder().decode(bytes).replaceAll(/<script[\s\S]*?<\/script>/g, "");
    expect(html.match(/<meta http-equiv=refresh/g)).toBeNull();
    expect(html).not.toContain(`<i class="evil"`);
  });

  it("makes none in the browser, where its fields still work", async (context) => {
    const { page, complaints } = await openPage(context, { bytes });
    expect(await page.locator("i.evil, meta[http-equiv=refresh]").count()).toBe(0);
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    const before = await page.locator("#answers tr.sum").textContent();
    await page.locator(".item input[type=text]").nth(1).fill("9999");
    await page.locator(".item input[type=text]").nth(2).fill("9999");
    expect(await page.locator("#answers tr.sum").textContent()).not.toBe(before);
    await page.locator(".item input[type=text]").nth(1).fill("x");
    expect(await page.locator("#problems a").count()).toBeGreaterThan(0);
    expect(await page.locator("i.evil, meta[http-equiv=refresh]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
