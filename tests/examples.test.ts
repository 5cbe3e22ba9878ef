import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Every `expression // => value` in a comment of src is run; an example that is not true fails here. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replace(/\\/g, "/"))
  .filter((file) => file.endsWith(".ts"));

const sources = files.map((file) => ({ file, source: readFileSync(`src/${file}`, "utf8") }));
const withExamples = sources
  .map(({ file, source }) => ({ file, source, examples: examplesIn(source) }))
  .filter(({ examples }) => examples.length > 0);

/** Names that an example may use besides those of its own file: every statistic, for a statistic. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const neighbours = file.startsWith("stats/") ? files.filter((one) => one.startsWith("stats/")) : [file];
  const modules = await Promise.all(neighbours.map((one) => import(`../src/${one}`)));
  return Object.assign({}, ...modules) as Record<string, unknown>;
}

describe.each(withExamples)("$file", ({ file, examples }) => {
  it.each(examples)("%s is %s", async (expression, shown) => {
    const scope = await scopeOf(file);
    expectToShow(evaluate(expression, scope), evaluate(shown, scope));
  });
});

describe("src/stats", () => {
  const statistics = sources.filter(({ file }) => file.startsWith("stats/"));
  it.each(statistics)("$file explains every exported function with one example that runs", ({ source }) => {
    const exported = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
    const explained = [...source.matchAll(/@example\n \* .*\/\/ => .*\n \*\/\nexport function (\w+)/g)];
    expect(explained.map(([, name]) => name)).toEqual(exported);
  });
});

it("examples are found in every room that has any", () => {
  const rooms = new Set(withExamples.map(({ file }) => file.split("/")[0]));
  expect([...rooms]).toEqual(
    expect.arrayContaining(["core", "stats", "study", "ingest", "dataset", "costs", "report"]),
  );
});

function examplesIn(source: string): readonly (readonly [expression: string, shown: string])[] {
  const comments = [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([comment]) => comment);
  return comments.flatMap((comment) =>
    [...comment.matchAll(/^ *\*(?: @example)? +(.+?) \/\/ => (.+?)(?: \*\/)?$/gm)].map(
      ([, expression, shown]) => [expression!, shown!] as const,
    ),
  );
}

function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

/** Numbers agree to the seven digits an example shows; an object shows some or all of its fields. */
function expectToShow(actual: unknown, shown: unknown): void {
  if (typeof shown === "number" && Number.isFinite(shown)) {
    expect(Math.abs((actual as number) - shown)).toBeLessThanOrEqual(
      5e-7 * Math.max(1e-300, Math.abs(shown)),
    );
  } else if (typeof shown === "object" && shown !== null) {
    if (Array.isArray(shown)) expect(actual).toHaveLength(shown.length);
    for (const [key, value] of Object.entries(shown))
      expectToShow((actual as Record<string, unknown>)[key], value);
  } else {
    expect(actual).toBe(shown);
  }
}
