import { paragraph, say } from "../say.js";
import type { ReportSection } from "./section.js";

/** The programme as the study describes it, then what people wrote. */
export const background: ReportSection = {
  id: "background",
  heading: "The programme",
  narrative: "last",
  blocks: ({ study }) => paragraph(say`${study.report.programme}`),
};
