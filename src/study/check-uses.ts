import type { Issue } from "../core/issue.js";
import { printPath } from "./yaml-path.js";
import type { Study } from "./study.js";
import type { Variable } from "./variable.js";
import type { YamlFile } from "./read-yaml.js";

/** Variables, waves and limits that exist but cannot be used as study.yaml asks: all of them. */
export function checkUses(study: Study, yaml: YamlFile): readonly Issue[] {
  const issues: Issue[] = [];
  const complain = (path: readonly PropertyKey[], expected: string, found: string, fix: string) =>
    issues.push({
      code: "cannot-be-used",
      severity: "error",
      at: yaml.placeOf(path),
      message: `${printPath(path)}: expected ${expected}, found ${found}`,
      expected,
      found,
      fix,
    });
  const find = (name: string): Variable | undefined =>
    study.variables.find((variable) => variable.name === name);

  study.subgroups.forEach((name, index) => {
    const variable = find(name);
    if (variable && (variable.type !== "single" || variable.categories.length < 2)) {
      complain(
        ["subgroups", index],
        "a variable with one answer of several",
        `${name}, of type ${variable.type}`,
        "name a variable of role group",
      );
    }
  });
  study.eligibility?.answers.forEach(({ variable: name, codes }, index) => {
    const variable = find(name);
    if (!variable) return;
    const path = ["eligibility", "answers", index];
    if (variable.type !== "single") {
      complain(
        [...path, "variable"],
        "a variable with one answer of several",
        `${name}, of type ${variable.type}`,
        "name a variable of type single, such as one of role group",
      );
      return;
    }
    const known = variable.categories.map(({ code }) => code);
    codes.forEach((code, at) => {
      if (known.includes(code)) return;
      complain(
        [...path, "codes", at],
        `a code of ${name}: ${variable.categories.map((each) => `${each.code} (${each.label})`).join(", ")}`,
        String(code),
        `write the code of the answer as codebook.csv has it`,
      );
    });
  });
  study.standards.forEach((standard, index) => {
    if (!("variable" in standard)) return;
    const variable = find(standard.variable);
    const path = ["standards", index];
    if (variable && variable.type !== "number") {
      complain(
        [...path, "variable"],
        "a number asked in the survey",
        `${variable.name}, of type ${variable.type}`,
        "name a variable of type number",
      );
    }
    if (standard.at_least === undefined && standard.at_most === undefined) {
      complain(path, "at_least or at_most", "neither", "add the limit that meets the standard");
    }
    if (variable?.role === "milestone" && standard.at_least !== undefined) {
      complain(
        [...path, "at_least"],
        "at_most, because a milestone is met early",
        "at_least",
        "write at_most",
      );
    }
  });
  const waves = study.waves.map((wave) => wave.id);
  study.comparisons.forEach(({ from, to }, index) => {
    if (!waves.includes(from) || !waves.includes(to) || waves.indexOf(from) < waves.indexOf(to)) return;
    complain(
      ["comparisons", index],
      "from an earlier wave to a later one",
      `from ${from} to ${to}`,
      "turn or correct the two waves",
    );
  });
  study.weighting?.margins.forEach(({ variable: name, people }, index) => {
    const variable = find(name);
    if (!variable) return;
    if (variable.role !== "group") {
      complain(
        ["weighting", "margins", index, "variable"],
        "a variable of role group",
        `${name}, of role ${variable.role}`,
        "name a variable that says who people are, such as one of the subgroups",
      );
      return;
    }
    const path = ["weighting", "margins", index, "people"];
    const codes = variable.categories.map((category) => String(category.code));
    if (codes.join() === Object.keys(people).sort(byNumber).join()) return;
    complain(
      path,
      `a number for each category of ${name}: ${codes.join(", ")}`,
      Object.keys(people).join(", ") || "none",
      "write each code once, with 0 where nobody was invited",
    );
  });
  const totals = (study.weighting?.margins ?? []).map(({ people }) =>
    Object.values(people).reduce((sum, count) => sum + count, 0),
  );
  if (totals.includes(0)) {
    complain(
      ["weighting", "margins"],
      "people in each variable",
      "0 in all categories",
      "write how many were invited",
    );
  }
  if (totals.some((total) => total !== totals[0])) {
    complain(
      ["weighting", "margins"],
      "the same total for each variable: everyone invited",
      totals.join(", "),
      "count the same people in each; add those whose category is not known where they belong",
    );
  }
  const primary = study.comparisons.filter((comparison) => comparison.primary).length;
  if (primary > 1)
    complain(
      ["comparisons"],
      "at most one primary comparison",
      String(primary),
      "leave primary: true on one",
    );
  return issues;
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b);
}
