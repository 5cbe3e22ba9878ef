import type { Issue } from "../core/issue.js";
import { nearest } from "./nearest.js";
import type { YamlFile } from "./read-yaml.js";
import { scenarioIds } from "./schema-uncertainty.js";
import { settingsAt } from "./settings-at.js";
import { printPath, valueAt } from "./yaml-path.js";

/** A setting that study.yaml does not have at this place: a slip of spelling, one of another place, or one of no place. */
export function unknownSetting(path: readonly PropertyKey[], key: string, yaml: YamlFile): Issue {
  const issue = {
    code: "unknown-key",
    severity: "error",
    at: yaml.placeOf([...path, key]),
    found: key,
  } as const;
  const place = printPath([...path, key]);
  if (printPath(path) === "costing.structure_weights")
    return {
      ...issue,
      message: `${place}: no way to count of this name`,
      expected: `one of ${scenarioIds.join(", ")}`,
      fix: `use one of ${scenarioIds.join(", ")}`,
    };
  if (printPath(path) === "costing.set_up" && ["years", "discount_rate", "timing"].includes(key))
    return {
      ...issue,
      message: `${place}: belongs to treatment: annuitised; what is written off has no years`,
      expected: `treatment: annuitised, or no ${key}`,
      fix: `write treatment: annuitised, or remove ${key}`,
    };
  const known = settingsAt(path);
  return {
    ...issue,
    message: `${place}: not a setting of study.yaml`,
    expected: known.length === 0 ? "a setting that `pilot-eval new` explains" : `one of ${known.join(", ")}`,
    fix: fixOf(path, key, yaml),
  };
}

/** The setting that a name at this place was probably meant to be: one that is not there yet. */
export function meantSetting(path: readonly PropertyKey[], key: string, yaml: YamlFile): string | null {
  const there = Object.keys(valueAt(yaml.data, path) ?? {});
  const known = settingsAt(path);
  if (known.includes(key)) return null;
  return nearest(
    key,
    known.filter((name) => !there.includes(name)),
  );
}

function fixOf(path: readonly PropertyKey[], key: string, yaml: YamlFile): string {
  const meant = meantSetting(path, key, yaml);
  if (meant !== null) return `did you mean ${meant}? rename it`;
  if (isOfOwnNumbers(path, key))
    return `write profile: own, and put ${key} under own, beside based_on and source`;
  const known = settingsAt(path);
  const listed = known.length > 0 && known.length <= mostListed ? ` (here: ${known.join(", ")})` : "";
  return `check the spelling and the indentation${listed}, or remove the line`;
}

/** More are no help in a message; `pilot-eval new` writes them all. */
const mostListed = 12;

/** Numbers of a policy stand under `own`, not beside the profile. */
function isOfOwnNumbers(path: readonly PropertyKey[], key: string): boolean {
  return printPath(path) === "disclosure" && settingsAt(["disclosure", "own"]).includes(key);
}
