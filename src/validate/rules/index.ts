import type { Rule } from "../rule.js";
import { absentVariable } from "./absent-variable.js";
import { answerOutsideList } from "./answer-outside-list.js";
import { answeredAtOtherWave } from "./answered-at-other-wave.js";
import { answeredBeforeIntake } from "./answered-before-intake.js";
import { answeredBeforeStart } from "./answered-before-start.js";
import { blankThroughout } from "./blank-throughout.js";
import { ceiling } from "./ceiling.js";
import { codeInTwoTrusts } from "./code-in-two-trusts.js";
import { cohort } from "./cohort.js";
import { cohortBelowResponses } from "./cohort-below-responses.js";
import { cohortMissing } from "./cohort-missing.js";
import { columnClash } from "./column-clash.js";
import { costBackfillTwice } from "./cost-backfill-twice.js";
import { costBackfillUnmarked } from "./cost-backfill-unmarked.js";
import { costCapacity } from "./cost-capacity.js";
import { costCohortDays } from "./cost-cohort-days.js";
import { costCorporateInduction } from "./cost-corporate-induction.js";
import { costCoverCounts } from "./cost-cover-counts.js";
import { costFundedAmount } from "./cost-funded-amount.js";
import { costGuessed } from "./cost-guessed.js";
import { costHighCostSupplement } from "./cost-high-cost-supplement.js";
import { costHoursBasis } from "./cost-hours-basis.js";
import { costLargeLine } from "./cost-large-line.js";
import { costNoImgs } from "./cost-no-imgs.js";
import { costNoIntakes } from "./cost-no-intakes.js";
import { costNoRate } from "./cost-no-rate.js";
import { costOnCostsLine } from "./cost-on-costs-line.js";
import { costOnCostsMissing } from "./cost-on-costs-missing.js";
import { costOnCostsTwice } from "./cost-on-costs-twice.js";
import { costOneOffSmallCohort } from "./cost-one-off-small-cohort.js";
import { costOneSalary } from "./cost-one-salary.js";
import { costOverheadsTwice } from "./cost-overheads-twice.js";
import { costPaidTwice } from "./cost-paid-twice.js";
import { costPeriodMissesStarts } from "./cost-period-misses-starts.js";
import { costPeriodsDiffer } from "./cost-periods-differ.js";
import { costPriceYear } from "./cost-price-year.js";
import { costQuantityPrice } from "./cost-quantity-price.js";
import { costRateBasesMixed } from "./cost-rate-bases-mixed.js";
import { costReturn } from "./cost-return.js";
import { costStatedAmount } from "./cost-stated-amount.js";
import { costUsefulLife } from "./cost-useful-life.js";
import { costVat } from "./cost-vat.js";
import { costVatTwice } from "./cost-vat-twice.js";
import { dateOrder } from "./date-order.js";
import { dateOutOfPeriod } from "./date-out-of-period.js";
import { dateUnreadable } from "./date-unreadable.js";
import { duplicateRespondent } from "./duplicate-respondent.js";
import { fewLinked } from "./few-linked.js";
import { hr } from "./hr.js";
import { hrAgainstCohort } from "./hr-against-cohort.js";
import { imgTimeAboveCohort } from "./img-time-above-cohort.js";
import { linkConfirmed } from "./link-confirmed.js";
import { linkMissing } from "./link-missing.js";
import { nearCopy } from "./near-copy.js";
import { nearMissLink } from "./near-miss-link.js";
import { notEligible } from "./not-eligible.js";
import { numberUnreadable } from "./number-unreadable.js";
import { otherWave } from "./other-wave.js";
import { placeBlank } from "./place-blank.js";
import { placeDiffers } from "./place-differs.js";
import { placeUnknown } from "./place-unknown.js";
import { quotation } from "./quotation.js";
import { requiredBlank } from "./required-blank.js";
import { responsesAboveInducted } from "./responses-above-inducted.js";
import { resubmission } from "./resubmission.js";
import { reversedWithoutEffect } from "./reversed-without-effect.js";
import { sameResponse } from "./same-response.js";
import { scaleDirectionSuspected } from "./scale-direction-suspected.js";
import { straightLining } from "./straight-lining.js";
import { submittedOutsideWave } from "./submitted-outside-wave.js";
import { surveyMissing } from "./survey-missing.js";
import { trustInSomeFiles } from "./trust-in-some-files.js";
import { unclaimedColumn } from "./unclaimed-column.js";
import { unknownTrust } from "./unknown-trust.js";
import { unsignedFigure } from "./unsigned-figure.js";
import { wavesOutOfOrder } from "./waves-out-of-order.js";
import { wavesOverlap } from "./waves-overlap.js";

/** Rules of the data check, in the order they are told. A new one is one file and one line. */
export const rules: readonly Rule[] = [
  resubmission,
  cohort,
  hr,
  costReturn,
  unknownTrust,
  cohortMissing,
  cohortBelowResponses,
  responsesAboveInducted,
  hrAgainstCohort,
  imgTimeAboveCohort,
  costLargeLine,
  costPeriodsDiffer,
  costPeriodMissesStarts,
  costCohortDays,
  costNoImgs,
  costNoIntakes,
  costCoverCounts,
  costHoursBasis,
  costStatedAmount,
  costQuantityPrice,
  costOneSalary,
  costOnCostsTwice,
  costOnCostsLine,
  costOnCostsMissing,
  costOverheadsTwice,
  costRateBasesMixed,
  costPriceYear,
  costVat,
  costVatTwice,
  costPaidTwice,
  costFundedAmount,
  costBackfillTwice,
  costBackfillUnmarked,
  costCorporateInduction,
  costOneOffSmallCohort,
  costHighCostSupplement,
  costCapacity,
  costUsefulLife,
  costGuessed,
  costNoRate,
  unsignedFigure,
  surveyMissing,
  trustInSomeFiles,
  otherWave,
  wavesOverlap,
  placeUnknown,
  placeBlank,
  placeDiffers,
  unclaimedColumn,
  columnClash,
  absentVariable,
  answeredAtOtherWave,
  blankThroughout,
  requiredBlank,
  answerOutsideList,
  numberUnreadable,
  dateOrder,
  dateUnreadable,
  dateOutOfPeriod,
  notEligible,
  submittedOutsideWave,
  answeredBeforeIntake,
  answeredBeforeStart,
  wavesOutOfOrder,
  sameResponse,
  duplicateRespondent,
  nearCopy,
  straightLining,
  linkConfirmed,
  linkMissing,
  nearMissLink,
  codeInTwoTrusts,
  fewLinked,
  reversedWithoutEffect,
  scaleDirectionSuspected,
  ceiling,
  quotation,
];
