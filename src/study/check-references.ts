import type { Issue } from "../core/issue.js";
import type { Codebook } from "./codebook.js";
import { nearest } from "./nearest.js";
import { printPath } from "./yaml-path.js";
import type { Study } from "./study.js";
import type { YamlFile } from "./read-yaml.js";

type Path = readonly PropertyKey[];

/** Names in study.yaml and codebook.csv that point at nothing, or twice at the same thing: all of them. */
export function checkReferences(study: Study, yaml: YamlFile, codebook: Codebook): readonly Issue[] {
  const issues: Issue[] = [];
  const trusts = study.trusts.map((trust) => trust.code);
  const waves = study.waves.map((wave) => wave.id);
  const scales = study.scales.map((scale) => scale.id);
  const variables = [...codebook.names];
  const components = study.components.map((component) => component.id);

  const known = (path: Path, what: string, name: string, names: readonly string[]) => {
    if (names.includes(name) || (what === "variable" && codebook.names.size === 0)) return;
    const near = nearest(name, names);
    issues.push({
      code: `unknown-${what.replace(/ /g, "-")}`,
      severity: "error",
      at: yaml.placeOf(path),
      message: `${printPath(path)}: expected a ${what} of this study${listShort(names)}, found "${name}"`,
      expected: names.length ? `one of ${names.join(", ")}` : `a ${what}, but none is declared`,
      found: name,
      fix: near ? `did you mean "${near}"?` : `declare the ${what}, or correct the name`,
    });
  };
  const once = (
    path: Path,
    what: string,
    names: readonly string[],
    fix: (first: string) => string = () => "remove or rename one of the two",
  ) =>
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      issues.push({
        code: "repeated",
        severity: "error",
        at: yaml.placeOf([...path, index]),
        message: `${printPath([...path, index])}: ${what} "${name}" is declared twice`,
        expected: `each ${what} once`,
        found: name,
        fix: fix(lineOf([...path, names.indexOf(name)])),
      });
    });
  const lineOf = (path: Path) => {
    const { line } = yaml.placeOf(path);
    return line === undefined ? "above" : `on line ${line}`;
  };

  once(["trusts"], "Trust", trusts);
  once(
    ["trusts"],
    "label",
    study.trusts.map((trust) => trust.label),
  );
  once(["waves"], "wave", waves);
  once(["scales"], "scale", scales);
  once(["subgroups"], "subgroup", study.subgroups);
  once(["milestone_days"], "day", study.milestone_days.map(String));
  once(["costing", "cohort_sizes"], "cohort size", study.costing.cohort_sizes.map(String));
  once(
    ["standards"],
    "standard",
    study.standards.map((standard) => standard.id),
  );
  once(
    ["comparisons"],
    "comparison",
    study.comparisons.map(({ scale, from, to }) => `${scale} from ${from} to ${to}`),
  );
  once(
    ["weighting", "margins"],
    "variable",
    (study.weighting?.margins ?? []).map((margin) => margin.variable),
  );
  once(
    ["sources"],
    "file",
    study.sources.map((source) => source.file),
  );
  once(
    ["sources"],
    "cost return of Trust",
    study.sources.map((source, index) =>
      source.kind === "cost-return" ? source.trust : `not a cost return ${index}`,
    ),
  );
  once(
    ["sources"],
    "file of kind",
    study.sources.map((source, index) =>
      source.kind === "cohort" || source.kind === "hr" ? source.kind : `not one of them ${index}`,
    ),
  );
  once(
    ["disclosure", "trust_costs"],
    "consent of Trust",
    study.disclosure.trust_costs.map((consent) => consent.trust),
    (first) => `keep one of the two, with who agreed last and when (the other stands ${first})`,
  );
  once(
    ["costing", "own_rates"],
    "own rate",
    study.costing.own_rates.map(({ trust, pay_point: point }) => `${trust} ${point}`),
  );
  once(
    ["costing", "sign_off"],
    "figure",
    study.costing.sign_off.map(({ figure }) => figure),
  );
  study.sources.forEach((source, index) => {
    const path = ["sources", index];
    if (source.kind !== "survey" && source.kind !== "cost-return") return;
    if (source.trust !== undefined) known([...path, "trust"], "Trust", source.trust, trusts);
    if (source.kind !== "survey") return;
    if (source.wave !== undefined) known([...path, "wave"], "wave", source.wave, waves);
    for (const key of ["trust_question", "wave_question"] as const) {
      const name = source[key];
      if (name !== undefined) known([...path, key], "variable", name, variables);
    }
    source.reversed.forEach((name, i) => known([...path, "reversed", i], "scale", name, scales));
    source.not_asked.forEach((name, i) => known([...path, "not_asked", i], "variable", name, variables));
  });
  study.comparisons.forEach((comparison, index) => {
    known(["comparisons", index, "scale"], "scale", comparison.scale, scales);
    known(["comparisons", index, "from"], "wave", comparison.from, waves);
    known(["comparisons", index, "to"], "wave", comparison.to, waves);
  });
  const costed = [...components, "PROGRAMME"];
  for (const list of ["ranges", "staff_mix"] as const)
    study.costing.uncertainty[list].forEach(({ component }, index) => {
      const path = ["costing", "uncertainty", list, index, "component"];
      if (component !== undefined) known(path, "component", component, costed);
    });
  const { thresholds } = study.economics;
  if (thresholds !== undefined)
    known(["economics", "thresholds", "outcome"], "scale", thresholds.outcome, scales);
  study.subgroups.forEach((name, index) => known(["subgroups", index], "variable", name, variables));
  study.eligibility?.answers.forEach(({ variable }, index) =>
    known(["eligibility", "answers", index, "variable"], "variable", variable, variables),
  );
  study.weighting?.margins.forEach((margin, index) =>
    known(["weighting", "margins", index, "variable"], "variable", margin.variable, variables),
  );
  study.standards.forEach((standard, index) => {
    if ("variable" in standard)
      known(["standards", index, "variable"], "variable", standard.variable, variables);
    else known(["standards", index, "component"], "component", standard.component, components);
  });
  study.costing.own_rates.forEach(({ trust }, index) =>
    known(["costing", "own_rates", index, "trust"], "Trust", trust, trusts),
  );
  study.disclosure.trust_costs.forEach((consent, index) =>
    known(["disclosure", "trust_costs", index, "trust"], "Trust", consent.trust, trusts),
  );
  issues.push(...checkPeriods(study, yaml), ...checkCodebook(codebook, waves, scales, components));
  return issues;
}

/** A short list is told in the message itself; a long one is left to `pilot-eval list` and the codebook. */
function listShort(names: readonly string[]): string {
  return names.length > 0 && names.length <= 12 ? ` (${names.join(", ")})` : "";
}

function checkPeriods(study: Study, yaml: YamlFile): readonly Issue[] {
  const spans: readonly (readonly [Path, { from: string; to: string }])[] = [
    [["period"], study.period],
    ...study.waves.map((wave, index) => [["waves", index], wave] as const),
  ];
  return spans
    .filter(([, span]) => span.to < span.from)
    .map(([path, span]) => ({
      code: "period",
      severity: "error",
      at: yaml.placeOf([...path, "to"]),
      message: `${printPath(path)}: expected to end on or after ${span.from}, found ${span.to}`,
      expected: `a day on or after ${span.from}`,
      found: span.to,
      fix: "correct one of the two days",
    }));
}

/** Names in codebook.csv that study.yaml does not declare: one issue a name, at its first row, with the number of rows. */
function checkCodebook(
  { references }: Codebook,
  waves: readonly string[],
  scales: readonly string[],
  components: readonly string[],
): readonly Issue[] {
  const pointers = references.flatMap(({ row, waves: asked, scale, component }) => [
    ...asked.map((name) => ({ row, column: "waves", name, names: waves })),
    ...(scale === null ? [] : [{ row, column: "scale", name: scale, names: scales }]),
    ...(component === null ? [] : [{ row, column: "component", name: component, names: components }]),
  ]);
  const unknown = pointers.filter(({ name, names }) => !names.includes(name));
  const first = unknown.filter(
    (one, index) =>
      unknown.findIndex((other) => other.column === one.column && other.name === one.name) === index,
  );
  return first.map(({ row, column, name, names }): Issue => {
    const rows = unknown.filter((other) => other.column === column && other.name === name).length;
    const near = nearest(name, names);
    const expected = names.length
      ? `one of ${names.join(", ")}`
      : `a ${column} of study.yaml, which declares none`;
    return {
      code: "codebook",
      severity: "error",
      at: { file: "codebook.csv", row, column },
      message: `${column}: expected ${expected}, found "${name}"${rows > 1 ? `; so do ${rows - 1} more rows` : ""}`,
      expected,
      found: name,
      fix: near ? `did you mean "${near}"?` : fixOf(column),
    };
  });
}

function fixOf(column: string): string {
  if (column === "scale") {
    return "declare the scale in study.yaml, or give the question role outcome to report it alone";
  }
  if (column === "waves") return "correct the name, or declare the wave in study.yaml";
  return "correct the name; `pilot-eval list components` shows them all";
}
