import type { Computed, Grouping } from "../core/relation.js";
import type { Estimate, Interval, Result, Suppressed, Test, Unavailable } from "../core/result.js";
import { trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Gated } from "./gate.js";
import { grainShown } from "./grain-shown.js";
import { isShownSlice } from "./grain.js";
import type { Policy } from "./policy.js";
import { approvalDays, releaseQuotations } from "./quotations.js";
import { chooseRungs, leftOutByLadders } from "./rungs.js";

/**
 * Everything that was computed for the groups that are shown, at full precision: for a policy under which
 * nothing may be released. Of a ladder, the finest rung is taken.
 */
export function passUnprotected(computed: Computed, grouping: Grouping, study: Study, policy: Policy): Gated {
  const all = trustCodes(study);
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const isShown = (result: Result) => isShownSlice(result, grouping, all);
  const rungs = chooseRungs(computed.ladders, {
    byId,
    isAllowed: isShown,
    isSafe: () => true,
    allTrusts: all,
    width: policy.protection.people,
  });
  const otherRungs = leftOutByLadders(computed.ladders, rungs);
  const quotations = releaseQuotations(study);
  const approved = approvalDays(study);
  return {
    released: {
      results: computed.results
        .filter((result) => !otherRungs.has(result.id) && isShown(result))
        .map((result) => (result.kind === "estimate" ? asComputed(result) : withoutPeople(result))),
      groups: grouping.groups,
      ...(grouping.levels === undefined ? {} : { levels: grouping.levels }),
      relations: [],
      ...(approved === undefined ? {} : { quotations, quotationsApproved: approved }),
    },
    summary: {
      profile: policy.profile,
      source: policy.source,
      release: policy.release,
      rules: policy.rules,
      ...grainShown(grouping, rungs, study),
      heldBack: 0,
    },
    decisions: [],
  };
}

/** Without what no report tells: files, counts, contributions and simulated coverage. P-values below what is printed are marked so. */
function asComputed(computed: Estimate): Estimate {
  const { count: _count, contributions: _contributions, partContributions: _parts, ...bare } = computed;
  const { test, source, interval, ...result } = bare;
  const { prediction } = result;
  return {
    ...result,
    interval: interval && withoutCoverage(interval),
    ...(prediction === undefined ? {} : { prediction: withoutCoverage(prediction) }),
    ...(test === undefined ? {} : { test: printable(test) }),
    source: { files: [], columns: source.columns },
  };
}

/** How many people a reason tells of is for the rules of a gate alone. */
function withoutPeople(result: Suppressed | Unavailable): Result {
  if (result.kind === "suppressed") return result;
  const { people: _people, ...bare } = result;
  return bare;
}

function withoutCoverage({ coverage: _coverage, ...interval }: Interval): Interval {
  return interval;
}

const smallestP = 0.001;

function printable({ adjusted, ...test }: Test): Test {
  return {
    ...(test.pValue < smallestP ? { ...test, pValue: smallestP, below: true } : test),
    ...(adjusted === undefined
      ? {}
      : {
          adjusted: adjusted.pValue < smallestP ? { ...adjusted, pValue: smallestP, below: true } : adjusted,
        }),
  };
}
