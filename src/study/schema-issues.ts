import type { z } from "zod";
import type { Issue } from "../core/issue.js";
import { meantWord, mendSetting } from "./mend-setting.js";
import type { YamlFile } from "./read-yaml.js";
import { meantSetting, unknownSetting } from "./unknown-setting.js";
import { printPath, valueAt } from "./yaml-path.js";

type SchemaIssue = z.core.$ZodIssue;

/**
 * Every mistake that the schema found in study.yaml, each with its line, what was expected, found and how to mend it. A
 * value that fails several checks is told once, by the first.
 */
export function issuesOfSchema(error: z.ZodError, yaml: YamlFile): readonly Issue[] {
  const told = new Set<string>();
  return error.issues.flatMap((issue) => {
    const path = printPath(issue.path);
    if (issue.code !== "unrecognized_keys" && told.has(path)) return [];
    if (issue.code !== "unrecognized_keys") told.add(path);
    return toIssues(issue, yaml, []);
  });
}

function toIssues(issue: SchemaIssue, yaml: YamlFile, before: readonly PropertyKey[]): readonly Issue[] {
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownSetting(path, key, yaml));
  if (issue.code === "invalid_union") {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    if (nearest.length) return nearest.flatMap((inner) => toIssues(inner, yaml, path));
  }
  const value = valueAt(yaml.data, path);
  if (value === undefined && isMisspelt(path, yaml)) return [];
  const found = printFound(value);
  const meant = meantWord({ issue, value });
  const expected = printExpected(issue, meant !== null);
  const suggested = meant === null ? "" : `did you mean ${meant}? `;
  return [
    {
      code: found === "nothing" ? "missing-setting" : "wrong-setting",
      severity: "error",
      at: yaml.placeOf(path),
      message: `${printPath(path)}: ${suggested}expected ${expected}, found ${found}`,
      expected,
      found,
      fix: mendSetting({ issue, path, value, expected, found }),
    },
  ];
}

/** Whether a missing setting is there under a name that is nearly its own: one slip is told once, where the name is told. */
function isMisspelt(path: readonly PropertyKey[], yaml: YamlFile): boolean {
  const group = path.slice(0, -1);
  const names = Object.keys(valueAt(yaml.data, group) ?? {});
  return names.some((name) => meantSetting(group, name, yaml) === path.at(-1));
}

/** @param isShort whether a list of words is told without what each is for */
function printExpected(issue: SchemaIssue, isShort: boolean): string {
  if (issue.message.startsWith("expected ") && !isShort) return issue.message.slice("expected ".length);
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return article(typeNames[issue.expected] ?? issue.expected);
  if (issue.code === "too_small")
    return `${issue.inclusive === false ? "above" : "at least"} ${String(issue.minimum)}`;
  if (issue.code === "too_big") return `at most ${String(issue.maximum)}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "whole number",
  boolean: "true or false",
  array: "list",
  object: "group of settings",
};

function article(name: string): string {
  return name === "text" || name === "true or false" ? name : `a ${name}`;
}

function printFound(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : "an empty list";
  if (typeof value === "object") return "a group of settings";
  return typeof value === "string" ? `"${value}"` : String(value);
}
