import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../src/", import.meta.url);
const within = (folder: string) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
const files = [...within("ingest"), ...within("validate"), "core/day.ts", "study/wording.ts"];
const examples = files.flatMap((file) =>
  [...readFileSync(new URL(file, root), "utf8").matchAll(/^ \* (?:@example )?(.+?) \/\/ => (.+)$/gm)].map(
    ([, expression, result]) => ({ file, expression: expression!, result: result! }),
  ),
);

describe("examples in the code", () => {
  it.each(examples)("$file: $expression", async ({ file, expression, result }) => {
    const scope = (await import(new URL(file, root).href)) as Record<string, unknown>;
    const names = Object.keys(scope);
    const evaluate = (text: string): unknown =>
      new Function(...names, `return (${text});`)(...names.map((name) => scope[name]));
    expect(evaluate(expression)).toEqual(evaluate(result));
  });
});
