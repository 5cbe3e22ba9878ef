import { parse } from "yaml";
import { expect, it } from "vitest";
import { readCsvBytes } from "../../src/ingest/csv.js";
import { readShipped } from "../../src/run/shipped.js";
import { newStudy } from "../../src/simulate/new-study.js";
import { loadStudy } from "../../src/study/load-study.js";
import { studySchema } from "../../src/study/schema.js";
import { roles } from "../../src/study/variable.js";

const files = newStudy();
const text = (path: string) => new TextDecoder().decode(files.get(path));

it("a new study is a valid declaration as it stands", async () => {
  const folder = {
    read: async (file: string) => files.get(file) ?? null,
    list: async () => [...files.keys()],
  };
  const { study, issues } = await loadStudy(folder, await readShipped(), readCsvBytes);
  expect(issues).toEqual([]);
  const shown = new Set(study!.variables.map((variable) => variable.role));
  expect([...shown].sort()).toEqual(roles.filter((role) => role !== "trust" && role !== "wave").sort());
});

it("every option of the declaration is named in the file", () => {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) names.add(name);
      collect(inner);
    }
  };
  collect(studySchema.parse(parse(text("study.yaml"))));
  const optional = [
    "dialect",
    "sheet",
    "date_order",
    "reversed",
    "not_asked",
    "trust_question",
    "wave_question",
    "replaces",
    "extracted",
    "at_most",
    "subtitle",
    "eligibility",
    "weighting",
    "answers_back_to_trusts",
    "attribution",
    "approved_by",
    "years",
    "discount_rate",
    "timing",
    "standard_cohort",
    "structure_weights",
    "threshold",
    "replacement_cost",
    "thresholds",
    "hours_seen",
  ];
  for (const name of [...names, ...optional, "trust_costs"]) expect(text("study.yaml")).toContain(`${name}:`);
});

it("raw data and results before the gate are kept out of version control", () => {
  const lines = text(".gitignore").split("\n");
  for (const line of ["survey/*", "costs/*", "cohort.csv", "hr.csv", "internal/"])
    expect(lines).toContain(line);
});
