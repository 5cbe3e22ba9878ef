import { aims } from "./aims.js";
import { background } from "./background.js";
import { context } from "./context.js";
import { costConsequences } from "./cost-consequences.js";
import { costUncertainty } from "./cost-uncertainty.js";
import { costs } from "./costs.js";
import { coverage } from "./coverage.js";
import { dataQuality } from "./data-quality.js";
import { discussion } from "./discussion.js";
import { effectiveness } from "./effectiveness.js";
import { heldBack } from "./held-back.js";
import { howToRead } from "./how-to-read.js";
import { itemWording } from "./item-wording.js";
import { methods } from "./methods.js";
import { quotations } from "./quotations.js";
import { recommendations } from "./recommendations.js";
import { response } from "./response.js";
import type { ReportSection } from "./section.js";
import { sensitivity } from "./sensitivity.js";
import { settlingIn } from "./settling-in.js";
import { subgroups } from "./subgroups.js";
import { summary } from "./summary.js";
import { unitCosts } from "./unit-costs.js";
import { verification } from "./verification.js";

/** Every section, in the order of the report. A new one is a file and a line here. */
export const sections: readonly ReportSection[] = [
  summary,
  background,
  aims,
  methods,
  response,
  coverage,
  settlingIn,
  effectiveness,
  costs,
  costUncertainty,
  costConsequences,
  subgroups,
  sensitivity,
  quotations,
  context,
  discussion,
  recommendations,
  dataQuality,
  itemWording,
  unitCosts,
  heldBack,
  verification,
  howToRead,
];
