import { inSentence, listWords } from "../../charts/wording.js";
import { bullets, paragraph, say } from "../say.js";
import { isCosted } from "../study-scope.js";
import type { ReportSection } from "./section.js";

/** The questions of the evaluation, and its primary outcome. */
export const aims: ReportSection = {
  id: "aims",
  heading: "Aims",
  blocks({ study }) {
    const linked = study.design === "pre-post-linked";
    const primary = study.comparisons
      .filter((comparison) => comparison.primary)
      .map(({ scale, from, to }) => {
        const label = study.scales.find((one) => one.id === scale)?.label ?? scale;
        const at = (id: string) => inSentence(study.waves.find((wave) => wave.id === id)?.label ?? id);
        const score = `score for ${inSentence(label)}`;
        return linked
          ? `change in the ${score} from ${at(from)} to ${at(to)}, in the same doctors`
          : `the ${score} at ${at(to)}, beside ${at(from)}`;
      });
    return [
      ...paragraph(say`The evaluation asks ${isCosted(study) ? "three" : "two"} questions.`),
      ...bullets([
        say`How did International Medical Graduates (IMGs) settle in?`,
        say`What did they receive, did they find it useful, and how ready did they feel for work?`,
        isCosted(study) ? say`What did the induction cost for each IMG?` : [],
      ]),
      ...(primary.length === 0
        ? []
        : paragraph(say`The declared primary outcome is ${listWords(primary)}. All others are secondary.`)),
    ];
  },
};
