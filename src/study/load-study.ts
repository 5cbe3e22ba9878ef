import { hasErrors } from "../core/issue.js";
import type { Issue } from "../core/issue.js";
import { checkDesign } from "./check-design.js";
import { checkConsents, checkDisclosure } from "./check-disclosure.js";
import type { MinimumOfProfile } from "./check-disclosure.js";
import { checkPlaces } from "./check-places.js";
import { checkReferences } from "./check-references.js";
import { checkReplaces } from "./check-replaces.js";
import { checkSeverities } from "./check-severities.js";
import type { RuleName } from "./check-severities.js";
import { checkUses } from "./check-uses.js";
import { readCodebook } from "./codebook.js";
import { issuesOfSchema } from "./schema-issues.js";
import { readYaml } from "./read-yaml.js";
import { studySchema } from "./schema.js";
import type { Benchmark, Component, Study } from "./study.js";

/** What a study folder can do; injected, so that a test can pass one from memory. Paths use forward slashes. */
export interface StudyFolder {
  /** Bytes of a file, or null when there is none. */
  read(file: string): Promise<Uint8Array | null>;
  /** Every file below the folder, in a fixed order. */
  list(): Promise<readonly string[]>;
}

/** What a study may refer to by name. */
export interface ReferenceData {
  readonly components: readonly Component[];
  readonly benchmarks: readonly Benchmark[];
  /** Rules of the data check, which study.yaml may name under `checks`. */
  readonly rules: readonly RuleName[];
  /** Fewest people behind any number under each disclosure profile, beside which a promise is held. */
  readonly minimums: MinimumOfProfile;
  /** The day of reading, year-month-day, where it is known: no consent is of a later day. */
  readonly today?: string;
}

/**
 * Read study.yaml, codebook.csv and narrative/*.md into a Study.
 *
 * @param rowsOf turns the bytes of a CSV file into rows of text, header first
 * @returns the study, or null with every mistake told at once
 */
export async function loadStudy(
  folder: StudyFolder,
  reference: ReferenceData,
  rowsOf: (
    bytes: Uint8Array,
    file: string,
  ) => { rows: readonly (readonly string[])[]; issues: readonly Issue[] },
): Promise<{ study: Study | null; issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  const yamlBytes = await folder.read("study.yaml");
  const codebookBytes = await folder.read("codebook.csv");
  if (!yamlBytes) issues.push(missingFile("study.yaml"));
  if (!codebookBytes) issues.push(missingFile("codebook.csv"));
  if (!yamlBytes || !codebookBytes) return { study: null, issues };

  const yaml = readYaml("study.yaml", new TextDecoder("utf-8").decode(yamlBytes));
  issues.push(...yaml.issues);
  const parsed = yaml.issues.length ? null : studySchema.safeParse(yaml.data);
  if (parsed && !parsed.success) issues.push(...issuesOfSchema(parsed.error, yaml));

  const csv = rowsOf(codebookBytes, "codebook.csv");
  const codebook = readCodebook("codebook.csv", csv.rows);
  issues.push(...csv.issues, ...codebook.issues);
  if (!parsed?.success) return { study: null, issues };

  const study: Study = {
    ...parsed.data,
    variables: codebook.variables,
    components: reference.components,
    benchmarks: reference.benchmarks,
    narrative: await readNarrative(folder),
    placeOf: yaml.placeOf,
  };
  issues.push(
    ...checkReferences(study, yaml, codebook),
    ...checkReplaces(study, yaml),
    ...checkPlaces(study, yaml, codebook),
    ...checkDesign(study, yaml),
    ...checkUses(study, yaml),
    ...checkSeverities(study, reference.rules, yaml),
    ...checkDisclosure(study, reference.minimums, yaml),
    ...checkConsents(study, reference.today, yaml),
  );
  return { study: hasErrors(issues) ? null : study, issues };
}

function missingFile(file: string): Issue {
  return {
    code: "missing-file",
    severity: "error",
    at: { file },
    message: `${file}: expected in the study folder, not there`,
    expected: `a file ${file}`,
    found: "no such file",
    fix: "check that the path is the study folder; `pilot-eval new <folder>` writes one to start from",
  };
}

async function readNarrative(folder: StudyFolder): Promise<Record<string, readonly string[]>> {
  // File names are keys here, and one of them may be __proto__.
  const narrative = Object.create(null) as Record<string, readonly string[]>;
  for (const file of await folder.list()) {
    const section = /^narrative\/([^/]+)\.md$/.exec(file)?.[1];
    const bytes = section ? await folder.read(file) : null;
    if (!section || !bytes) continue;
    const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n/g, "\n");
    narrative[section] = text
      .split(/\n\s*\n|\n(?=[-*] |#)|(?<=^#[^\n]*)\n/m)
      .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
      .filter((paragraph) => paragraph !== "" && !paragraph.startsWith("<!--"));
  }
  return narrative;
}
