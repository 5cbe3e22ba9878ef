import { inSentence, listWords } from "../../charts/wording.js";
import type { PublicStudy } from "../../study/public-study.js";
import type { PublicVariable } from "../../study/public-study.js";
import { mostRows } from "../long-tables.js";
import { paragraph, say } from "../say.js";
import { left, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** Every question as it was asked, from the codebook. */
export const itemWording: ReportSection = {
  id: "item-wording",
  heading: "Appendix B. Questions asked",
  blocks({ study, released }) {
    if (study.variables.length === 0) return [];
    return [
      ...paragraph(
        study.variables.length > mostRows
          ? say`The wording of every question is in the workbook and, folded away, in the web page.`
          : say`Every question, in the words in which it was asked.`,
        released.quotations
          ? say`Answers in free text are not reported, but for the quotations that were approved.`
          : say`Answers in free text are not reported.`,
      ),
      {
        kind: "table",
        id: "questions-asked",
        caption: "Questions as asked",
        description: "From the study's codebook.",
        columns: ["Short name", "Question", "Answers", "Asked at"].map(left),
        rows: study.variables.map((variable) =>
          [shortName(study, variable), variable.question, answers(variable), waves(study, variable)].map(
            textCell,
          ),
        ),
        notes: [],
      },
    ];
  },
};

function shortName(study: PublicStudy, variable: PublicVariable): string {
  const scale = study.scales.find((one) => one.id === variable.scale);
  if (!scale) return variable.label;
  return `${variable.label} (${inSentence(scale.label)}${variable.reverse ? ", turned" : ""})`;
}

const kinds: Readonly<Record<PublicVariable["type"], string>> = {
  single: "one answer",
  multiple: "tick all that apply",
  number: "a number",
  date: "a date",
  code: "a code",
  text: "free text",
};

function answers(variable: PublicVariable): string {
  const labels = variable.categories.map((category) => category.label);
  if (labels.length === 0) return kinds[variable.type];
  return variable.type === "multiple" ? `${labels.join("; ")} (tick all that apply)` : labels.join("; ");
}

function waves(study: PublicStudy, variable: PublicVariable): string {
  const asked = study.waves.filter((wave) => variable.waves.includes(wave.id));
  return listWords(asked.map((wave) => wave.label)) || "not asked";
}
