import { say } from "../say.js";
import { isWritten } from "../written.js";
import type { ReportSection } from "./section.js";

/** What people recommend; the tool recommends nothing. */
export const recommendations: ReportSection = {
  id: "recommendations",
  heading: "Recommendations",
  blocks: ({ study }) =>
    isWritten(study, "recommendations")
      ? []
      : [
          {
            kind: "callout",
            tone: "caution",
            heading: "For the authors to write",
            text: say`Recommendations are for people to make. Put them in narrative/recommendations.md and they will stand here.`,
          },
        ],
};
