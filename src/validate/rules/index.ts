import type { Rule } from "../rule.js";
import { absentVariable } from "./absent-variable.js";
import { answerOutsideList } from "./answer-outside-list.js";
import { cohort } from "./cohort.js";
import { cohortBelowResponses } from "./cohort-below-responses.js";
import { cohortMissing } from "./cohort-missing.js";
import { columnClash } from "./column-clash.js";
import { costLargeLine } from "./cost-large-line.js";
import { costPeriodsDiffer } from "./cost-periods-differ.js";
import { costReturn } from "./cost-return.js";
import { dateOrder } from "./date-order.js";
import { dateOutOfPeriod } from "./date-out-of-period.js";
import { dateUnreadable } from "./date-unreadable.js";
import { duplicateRespondent } from "./duplicate-respondent.js";
import { hr } from "./hr.js";
import { imgTimeAboveCohort } from "./img-time-above-cohort.js";
import { linkMissing } from "./link-missing.js";
import { nearMissLink } from "./near-miss-link.js";
import { numberUnreadable } from "./number-unreadable.js";
import { otherWave } from "./other-wave.js";
import { reversedWithoutEffect } from "./reversed-without-effect.js";
import { scaleDirectionSuspected } from "./scale-direction-suspected.js";
import { surveyMissing } from "./survey-missing.js";
import { unclaimedColumn } from "./unclaimed-column.js";
import { unknownTrust } from "./unknown-trust.js";

/** Rules of the data check, in the order they are told. A new one is one file and one line. */
export const rules: readonly Rule[] = [
  cohort,
  hr,
  costReturn,
  unknownTrust,
  cohortMissing,
  cohortBelowResponses,
  imgTimeAboveCohort,
  costLargeLine,
  costPeriodsDiffer,
  surveyMissing,
  otherWave,
  unclaimedColumn,
  columnClash,
  absentVariable,
  answerOutsideList,
  numberUnreadable,
  dateOrder,
  dateUnreadable,
  dateOutOfPeriod,
  duplicateRespondent,
  linkMissing,
  nearMissLink,
  reversedWithoutEffect,
  scaleDirectionSuspected,
];
