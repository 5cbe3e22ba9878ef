import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { Choices } from "../../../src/estimate/page/answers.js";
import { idOf } from "../../../src/estimate/page/controls.js";
import { withRanges } from "../../../src/estimate/page/read-answers.js";
import { writeAnswers } from "../../../src/estimate/page/write-answers.js";
import { drawChoices, drawWalk } from "./draw-inputs.js";
import { address, closePages, data, openPage } from "./page.js";

afterAll(closePages);

describe("the page's answers", () => {
  it("equal the engine's in Node for 180 random inputs set by the address", async (context) => {
    const { page, complaints } = await openPage(context);
    for (const choices of drawChoices(180, "page/address")) {
      const fragment = new URLSearchParams([...writeAnswers(choices, data)]).toString();
      await page.goto(`${address}#${fragment}`);
      expectSame(await lastAnswer(page), choices);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("equal the engine's in Node for 20 random inputs set through the controls", async (context) => {
    const { page, complaints } = await openPage(context);
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    let before = new Map<string, string>();
    for (const choices of drawWalk(20, "page/controls")) {
      const answers = writeAnswers(choices, data);
      for (const [name, answer] of answers) if (before.get(name) !== answer) await setControl(page, name, answer);
      before = new Map(answers);
      expectSame(await lastAnswer(page), choices);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

async function lastAnswer(page: Page): Promise<{ readonly type: string; readonly detail: unknown }> {
  return page.evaluate("last");
}

/** Set one control as a person would: type, choose or tick. A control that the answers hide is left alone. */
async function setControl(page: Page, name: string, answer: string): Promise<void> {
  const control = page.locator(`[name="${name}"]`);
  const kind = await control.first().evaluate((element) => (element as HTMLInputElement).type);
  if (kind === "radio") {
    const chosen = page.locator(`[name="${name}"][value="${answer}"]`);
    if (answer !== "" && (await chosen.isVisible())) await chosen.check();
  } else if (!(await control.isVisible())) return;
  else if (kind === "checkbox") await control.setChecked(answer === "yes");
  else if (kind === "select-one") await control.selectOption(answer);
  else await page.locator(`#${idOf(name)}`).fill(answer);
}

function expectSame(last: { readonly type: string; readonly detail: unknown }, choices: Choices): void {
  expect(last.type, JSON.stringify(last.detail).slice(0, 400)).toBe("pilot-eval:estimate");
  const expected = estimate(choices.inputs, withRanges(data, choices.ranges));
  const found: string[] = [];
  compare(last.detail, JSON.parse(JSON.stringify(expected)), "", found);
  expect(found.slice(0, 5)).toEqual([]);
}

/** Notes on the figures are for people and are not carried by the page. */
function compare(actual: unknown, expected: unknown, path: string, found: string[]): void {
  if (path.endsWith(".note")) return;
  if (typeof expected === "number" && typeof actual === "number") {
    if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))))
      found.push(`${path}: ${actual}, expected ${expected}`);
  } else if (typeof expected === "object" && expected !== null && typeof actual === "object" && actual !== null) {
    const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    for (const name of names)
      compare(
        (actual as Record<string, unknown>)[name],
        (expected as Record<string, unknown>)[name],
        `${path}.${name}`,
        found,
      );
  } else if (actual !== expected) found.push(`${path}: ${String(actual)}, expected ${String(expected)}`);
}
