import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../src/stats/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
const scope = Object.assign({}, ...modules) as Record<string, unknown>;

describe.each(files)("%s", (name) => {
  const source = readFileSync(new URL(name, folder), "utf8");

  it("explains every exported function with one example that runs", () => {
    const exported = [...source.matchAll(/^export function (\w+)/gm)].map(([, title]) => title);
    const explained = [...source.matchAll(/@example\n \* .*\/\/ => .*\n \*\/\nexport function (\w+)/g)];
    expect(explained.map(([, title]) => title)).toEqual(exported);
  });

  const examples = [...source.matchAll(/^ \* (.+?) \/\/ => (.+)$/gm)].map(([, ...sides]) => sides);
  it.skipIf(examples.length === 0).each(examples)("%s is %s", (expression, result) => {
    expectToShow(evaluate(expression), evaluate(result));
  });
});

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

/** Numbers agree to the seven digits an example shows; an object shows some or all of its fields. */
function expectToShow(actual: unknown, shown: unknown): void {
  if (typeof shown === "number" && Number.isFinite(shown)) {
    expect(Math.abs((actual as number) - shown)).toBeLessThanOrEqual(5e-7 * Math.abs(shown));
  } else if (typeof shown === "object" && shown !== null) {
    if (Array.isArray(shown)) expect(actual).toHaveLength(shown.length);
    for (const [key, value] of Object.entries(shown)) {
      expectToShow((actual as Record<string, unknown>)[key], value);
    }
  } else {
    expect(actual).toBe(shown);
  }
}
