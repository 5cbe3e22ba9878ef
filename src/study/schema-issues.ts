import type { z } from "zod";
import { readDay, writeDay } from "../core/day.js";
import type { Issue } from "../core/issue.js";
import { fixOfProfile } from "./schema-disclosure.js";
import { scenarioIds } from "./schema-uncertainty.js";
import type { YamlFile } from "./read-yaml.js";

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
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map(
      (key) =>
        belongsElsewhere(path, key, yaml) ?? {
          code: "unknown-key",
          severity: "error",
          at: yaml.placeOf([...path, key]),
          message: `${printPath([...path, key])}: not a setting of study.yaml`,
          expected: "a setting that `pilot-eval new` explains",
          found: key,
          fix: "check the spelling and the indentation, or remove the line",
        },
    );
  }
  if (issue.code === "invalid_union") {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    if (nearest.length) return nearest.flatMap((inner) => toIssues(inner, yaml, path));
  }
  const found = printFound(valueAt(yaml.data, path));
  const expected = printExpected(issue);
  return [
    {
      code: found === "nothing" ? "missing-setting" : "wrong-setting",
      severity: "error",
      at: yaml.placeOf(path),
      message: `${printPath(path)}: expected ${expected}, found ${found}`,
      expected,
      found,
      fix:
        fixOf(issue) ??
        fixOfSetting[printPath(path)] ??
        (found === "nothing"
          ? valueAt(yaml.data, path) === null
            ? "write a value after the colon, or remove the line"
            : `add ${printPath(path)}`
          : (suggestDay(expected, found) ??
            suggestYear(expected, found) ??
            "correct the value on this line")),
    },
  ];
}

/** How to mend settings that a person must choose by what they are for. */
const fixOfSetting: Readonly<Record<string, string>> = {
  disclosure: fixOfProfile,
  "disclosure.profile": fixOfProfile,
};

/** How to mend it, where the schema itself says so. */
function fixOf(issue: SchemaIssue): string | null {
  const fix: unknown = issue.code === "custom" ? issue.params?.fix : null;
  return typeof fix === "string" ? fix : null;
}

/** Settings that are known but not here: `years` beside `written-off` is no slip of spelling. Weights tell their names. */
function belongsElsewhere(path: readonly PropertyKey[], key: string, yaml: YamlFile): Issue | null {
  if (printPath(path) === "costing.structure_weights")
    return {
      code: "unknown-key",
      severity: "error",
      at: yaml.placeOf([...path, key]),
      message: `${printPath([...path, key])}: no way to count of this name`,
      expected: `one of ${scenarioIds.join(", ")}`,
      found: key,
      fix: `use one of ${scenarioIds.join(", ")}`,
    };
  if (printPath(path) !== "costing.set_up" || !["years", "discount_rate", "timing"].includes(key))
    return null;
  return {
    code: "unknown-key",
    severity: "error",
    at: yaml.placeOf([...path, key]),
    message: `costing.set_up.${key}: belongs to treatment: annuitised; what is written off has no years`,
    expected: `treatment: annuitised, or no ${key}`,
    found: key,
    fix: `write treatment: annuitised, or remove ${key}`,
  };
}

/** A financial year by its first year: `2026` is more likely 2026/27 than anything else. */
function suggestYear(expected: string, found: string): string | null {
  const [, first] = /^"?(\d{4})"?$/.exec(found) ?? [];
  if (first === undefined || !expected.startsWith("a financial year")) return null;
  return `write ${first}/${String((Number(first) + 1) % 100).padStart(2, "0")}`;
}

/** A day written another way, as it would be written here; the order of day and month is for the person to check. */
function suggestDay(expected: string, found: string): string | null {
  if (!expected.startsWith("a day such as")) return null;
  const day = readDay(found.replaceAll('"', ""), "dmy");
  return day === null
    ? "write the day year-month-day, such as 2026-04-01"
    : `write it year-month-day; is it ${writeDay(day)}?`;
}

function printExpected(issue: SchemaIssue): string {
  if (issue.message.startsWith("expected ")) return issue.message.slice("expected ".length);
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

/**
 * A path of settings as a person would say it.
 *
 * @example printPath(["sources", 2, "wave"]) // => "sources[3].wave"
 */
export function printPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part + 1}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function printFound(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : "an empty list";
  if (typeof value === "object") return "a group of settings";
  return typeof value === "string" ? `"${value}"` : String(value);
}
