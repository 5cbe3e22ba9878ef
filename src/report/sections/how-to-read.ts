import { printLevel } from "../narrative.js";
import { bullets, joinSentences, say, strong } from "../say.js";
import type { ReportSection } from "./section.js";

/** What the marks and figures of the report mean. */
export const howToRead: ReportSection = {
  id: "how-to-read",
  heading: "Appendix F. How to read this report",
  blocks: ({ study }) => {
    const level = printLevel({ level: study.confidence_level });
    return bullets([
      say`${strong(`${level} CI`)}: ${level} confidence interval. If the work were repeated many times, about ${level} of such intervals would hold the true value. A wide one says that little is known.`,
      say`${strong("n")}: the number of people whose answers are used. "About" means that it is rounded, to protect people.`,
      say`${strong("[c]")}: held back so that nobody can be recognised, unless another reason stands by. ${strong("[x]")}: not available. ${strong("[z]")}: does not apply.`,
      say`${strong("Rounding")}: numbers are rounded before they are printed, drawn or saved, so parts may not add up to their total.`,
      study.trusts.length > 1
        ? joinSentences(
            say`${strong("All Trusts")}: for shares, all people counted together.`,
            study.scales.length > 0
              ? say`For scores, a mean of the Trusts' means that allows for differences between Trusts.`
              : [],
          )
        : [],
      study.trusts.length > 1
        ? say`${strong("Order of Trusts")}: by code letter. The order says nothing about how well a Trust did.`
        : [],
    ]);
  },
};
