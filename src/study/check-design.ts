import type { Issue } from "../core/issue.js";
import type { YamlFile } from "./read-yaml.js";
import type { Study } from "./study.js";
import { variablesOf } from "./study.js";

/** What the declared design allows: how many waves, whether people are linked, whether a change may be worked out. */
const designs: Readonly<
  Record<
    Study["design"],
    { readonly waves: "one" | "several"; readonly linked: boolean; readonly says: string }
  >
> = {
  "post-only": { waves: "one", linked: false, says: "doctors were asked once, afterwards" },
  "retrospective-pre": {
    waves: "one",
    linked: false,
    says: "doctors were asked once, about now and about before",
  },
  "pre-post-linked": {
    waves: "several",
    linked: true,
    says: "the same doctors were asked before and after, and linked",
  },
  "pre-post-unlinked": {
    waves: "several",
    linked: false,
    says: "doctors were asked before and after, and not linked",
  },
  "before-after-cohorts": {
    waves: "several",
    linked: false,
    says: "other doctors were asked before and after",
  },
};

/** Contradictions between the declared design and the rest of the study: all of them. */
export function checkDesign(study: Study, yaml: YamlFile): readonly Issue[] {
  const design = designs[study.design];
  const issues: Issue[] = [];
  const complain = (
    path: readonly PropertyKey[],
    message: string,
    expected: string,
    found: string,
    fix: string,
  ) =>
    issues.push({ code: "design", severity: "error", at: yaml.placeOf(path), message, expected, found, fix });
  const waves = study.waves.map((wave) => wave.id).join(", ");
  if (design.waves === "one" && study.waves.length > 1) {
    complain(
      ["design"],
      `design: ${study.design} says that ${design.says}, but ${study.waves.length} waves are declared`,
      "one wave",
      waves,
      "correct the design, or declare one wave",
    );
  }
  if (design.waves === "several" && study.waves.length < 2) {
    complain(
      ["design"],
      `design: ${study.design} says that ${design.says}, but one wave is declared`,
      "two waves or more",
      waves,
      "correct the design, or declare the other wave",
    );
  }
  if (!design.linked && study.comparisons.length > 0) {
    complain(
      ["comparisons"],
      `comparisons: a change is worked out in linked people only, and ${study.design} links nobody`,
      "no comparisons, or design pre-post-linked",
      `${study.comparisons.length} comparisons`,
      "remove comparisons, or correct the design",
    );
  }
  if (design.linked && variablesOf(study, "link").length === 0) {
    complain(
      ["design"],
      `design: ${study.design} needs a link code, and codebook.csv has no row of role link`,
      "a row of role link",
      "none",
      "add the row for the code that people wrote at both waves, or declare pre-post-unlinked",
    );
  }
  return issues;
}
