import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { Choices } from "../../../src/estimate/page/answers.js";
import { idOf } from "../../../src/estimate/page/controls.js";
import { withRanges } from "../../../src/estimate/page/read-answers.js";
import { writeAnswers } from "../../../src/estimate/page/write-answers.js";
import { drawChoices, drawWalk } from "./draw-inputs.js";
import { closePages, data, openPage } from "./page.js";

afterAll(closePages);

describe("the page's answers", () => {
  it("equal the engine's in Node for 180 random inputs set by the address", async (context) => {
    const { page, complaints } = await openPage(context);
    for (const choices of drawChoices(180, "page/address")) {
      const fragment = new URLSearchParams([...writeAnswers(choices, data)]).toString();
      await page.evaluate(
        `new Promise((done) => { addEventListener("hashchange", done, { once: true }); location.hash = ${JSON.stringify(fragment)}; })`,
      );
      expectSame(await lastAnswer(page), choices);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("equal the engine's in Node for 20 random inputs set through the controls", async (context) => {
    const { page, complaints } = await openPage(context);
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    const shown = new Map<string, string>();
    for (const choices of drawWalk(20, "page/controls")) {
      const answers = writeAnswers(choices, data);
      for (const [name, answer] of answers)
        if (shown.get(name) !== answer && (await setControl(page, name, answer))) shown.set(name, answer);
      expectSame(await lastAnswer(page), choices);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

interface Last {
  readonly type: string;
  readonly detail: unknown;
}

/** What the page told last, without the whole rate card: the prices that it used stand in its items. */
async function lastAnswer(page: Page): Promise<Last> {
  return JSON.parse(
    await page.evaluate("JSON.stringify({ ...last, detail: { ...last.detail, card: undefined } })"),
  ) as Last;
}

/** Set one control as a person would: type, choose or tick. False for one that the other answers hide: it is left alone. */
async function setControl(page: Page, name: string, answer: string): Promise<boolean> {
  const control = page.locator(`[name="${name}"]`);
  expect(await control.count(), name).toBeGreaterThan(0);
  if (!(await control.first().isVisible())) return false;
  const kind = await control.first().getAttribute("type");
  if (kind === "radio") {
    if (answer !== "") await page.locator(`[name="${name}"][value="${answer}"]`).check();
  } else if (kind === "checkbox") await control.setChecked(answer === "yes");
  else if (kind === "text") await page.locator(`#${idOf(name)}`).fill(answer);
  else await control.selectOption(answer);
  return true;
}

function expectSame(last: Last, choices: Choices): void {
  expect(last.type, JSON.stringify(last.detail).slice(0, 400)).toBe("pilot-eval:estimate");
  const { card: _, ...expected } = estimate(choices.inputs, withRanges(data, choices.ranges));
  const found: string[] = [];
  compare(last.detail, JSON.parse(JSON.stringify(expected)), "", found);
  expect(found.slice(0, 5)).toEqual([]);
}

function compare(actual: unknown, expected: unknown, path: string, found: string[]): void {
  if (typeof expected === "number" && typeof actual === "number") {
    if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))))
      found.push(`${path}: ${actual}, expected ${expected}`);
  } else if (isObject(expected) && isObject(actual)) {
    for (const name of new Set([...Object.keys(actual), ...Object.keys(expected)]))
      compare(actual[name], expected[name], `${path}.${name}`, found);
  } else if (actual !== expected) found.push(`${path}: ${String(actual)}, expected ${String(expected)}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
