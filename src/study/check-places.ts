import type { Issue } from "../core/issue.js";
import type { Codebook } from "./codebook.js";
import { nearest } from "./nearest.js";
import { tellsPlace, trustNames, trustOf, waveNames, waveOf } from "./place-names.js";
import type { YamlFile } from "./read-yaml.js";
import { printPath } from "./yaml-path.js";
import type { Study } from "./study.js";
import type { Variable } from "./variable.js";

/** Questions by which a central survey is sorted that cannot do so, and options of theirs that name nothing: all of them. */
export function checkPlaces(study: Study, yaml: YamlFile, codebook: Codebook): readonly Issue[] {
  const asked = study.sources.flatMap((source, index) => {
    if (source.kind !== "survey") return [];
    return (["trust", "wave"] as const).flatMap((role): readonly Issue[] => {
      const key = `${role}_question` as const;
      const variable = study.variables.find(({ name }) => name === source[key]);
      if (!variable) return [];
      const path = ["sources", index, key];
      const at = yaml.placeOf(path);
      if (variable.role !== role) return [wrongRole(at, printPath(path), variable, role)];
      if (source.wave === undefined || variable.waves.includes(source.wave)) return [];
      return [notAsked(at, printPath(path), variable, source.wave)];
    });
  });
  return [
    ...asked,
    ...study.variables.filter(tellsPlace).flatMap((variable) => checkLabels(study, variable, codebook)),
  ];
}

function wrongRole(at: Issue["at"], path: string, { name, role }: Variable, wanted: string): Issue {
  return {
    code: "cannot-be-used",
    severity: "error",
    at,
    message: `${path}: expected a variable of role ${wanted}, found ${name}, of role ${role}`,
    expected: `a variable of role ${wanted}`,
    found: `${name}, of role ${role}`,
    fix: `name the question that asks for it, and give it role ${wanted} in codebook.csv`,
  };
}

function notAsked(at: Issue["at"], path: string, { name, waves }: Variable, wave: string): Issue {
  return {
    code: "cannot-be-used",
    severity: "error",
    at,
    message: `${path}: expected a variable asked at ${wave}, found ${name}, asked at ${waves.join(", ")}`,
    expected: `a variable asked at ${wave}`,
    found: `${name}, asked at ${waves.join(", ")}`,
    fix: `add ${wave} to waves of ${name} in codebook.csv`,
  };
}

/** Options of the codebook that name no Trust or wave of the study. */
function checkLabels(study: Study, variable: Variable, { rows }: Codebook): readonly Issue[] {
  const trust = variable.role === "trust";
  return variable.categories.flatMap(({ label }): readonly Issue[] => {
    if ((trust ? trustOf(study, label) : waveOf(study, label)) !== null) return [];
    const what = trust ? "Trust" : "wave";
    const near = nearest(label, trust ? trustNames(study) : waveNames(study));
    const row = rows.get(variable.name);
    return [
      {
        code: "codebook",
        severity: "error",
        at: { file: "codebook.csv", ...(row === undefined ? {} : { row }), column: "labels" },
        message: `labels: "${label}" of ${variable.name} names no ${what} of study.yaml`,
        expected: `the ${trust ? "code, label or an alias of a Trust" : "id or label of a wave"}`,
        found: label,
        fix: near
          ? `did you mean "${near}"?`
          : trust
            ? "add it to aliases of its Trust in study.yaml; an option for people of no Trust belongs under not_applicable"
            : "correct it, or the label of the wave in study.yaml",
      },
    ];
  });
}
