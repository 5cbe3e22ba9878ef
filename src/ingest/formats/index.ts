import type { Format } from "./format.js";
import { googleForms } from "./google-forms.js";
import { jisc } from "./jisc.js";
import { microsoftForms } from "./microsoft-forms.js";
import { plain } from "./plain.js";
import { qualtrics } from "./qualtrics.js";
import { redcap } from "./redcap.js";
import { spss } from "./spss.js";
import { surveyMonkey } from "./surveymonkey.js";

/** Survey formats that can be read. A new one is one file and one line. */
export const formats: readonly Format[] = [
  microsoftForms,
  qualtrics,
  jisc,
  surveyMonkey,
  googleForms,
  redcap,
  spss,
  plain,
];

export type { Detection, Format } from "./format.js";
