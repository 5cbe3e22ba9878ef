import { studentTUpperTail } from "../distributions/student-t.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { dominance, placementVariances } from "./dominance.js";
import { emptyGroup } from "./empty-group.js";
import { satterthwaite } from "./satterthwaite.js";
import { countValues } from "./value-counts.js";

const MOST_DF = 1e10;

/** Whether one of two groups tends to have higher values, whatever their spreads. */
export interface BrunnerMunzel {
  readonly kind: "brunnerMunzel";
  /** P(first > second) + half P(first = second), 0 to 1. */
  readonly estimate: number;
  readonly standardError: number;
  /** Above 0 when the first group tends to be higher; SciPy and R's lawstat give it the other sign. */
  readonly statistic: number;
  /** Degrees of freedom, by Satterthwaite. */
  readonly df: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly firstN: number;
  readonly secondN: number;
  readonly method: "Brunner-Munzel, Student t";
}

/**
 * The Brunner-Munzel test that neither of two groups tends to have higher values, spreads need not be equal.
 *
 * Unavailable at complete separation, where the values show no spread to judge by: there use mannWhitneyTest, whose
 * exact p-value exists, and the interval of probabilityOfSuperiority. With fewer than about 10 values a group the
 * p-value is approximate. Treats people as independent: for one Trust, not for people pooled over Trusts.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first, in the same unit
 * @returns the probability of superiority and its test; unavailable when a group has fewer than 2 values, or the
 * placements of the values do not vary
 * @throws RangeError when a value is not finite
 * @see Brunner & Munzel (2000) Biom J 42:17-25
 * @example
 * brunnerMunzelTest([3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4], [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1]) // => { statistic: 3.1374675, df: 17.682842, pValue: 0.0057862087 }
 */
export function brunnerMunzelTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): BrunnerMunzel | Unavailable {
  const [firstCounts, secondCounts] = countValues([first, second], "brunnerMunzelTest").counts;
  return test(firstCounts!, secondCounts!, "brunnerMunzelTest");
}

/**
 * The Brunner-Munzel test of two groups given as counts per category, as two waves that cannot be linked.
 *
 * As {@link brunnerMunzelTest}, which it equals on the answers themselves.
 *
 * @param first one count per category, from lowest to highest, as countAnswers gives; zeros where a category is empty
 * @param second as first, in the same categories
 * @returns the probability of superiority and its test; unavailable as brunnerMunzelTest
 * @throws RangeError when the lengths differ or a count is not whole
 * @see {@link brunnerMunzelTest}
 * @example
 * brunnerMunzelFromCounts([3, 1, 4, 2, 1], [11, 2, 0, 1, 0]) // => { statistic: 3.1374675, pValue: 0.0057862087 }
 */
export function brunnerMunzelFromCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): BrunnerMunzel | Unavailable {
  return test(first, second, "brunnerMunzelFromCounts");
}

function test(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  where: string,
): BrunnerMunzel | Unavailable {
  const { firstN, secondN, halfWins, ties } = dominance(first, second, where);
  const empty = emptyGroup(firstN, secondN);
  if (empty !== null) return empty;
  if (ties.length === 1) return unavailable("all values are equal, so neither group can be higher");
  if (halfWins === 0 || halfWins === 2 * firstN * secondN) {
    return unavailable(
      "every value of one group is above every value of the other, which leaves no spread to judge by; " +
        "use the exact Mann-Whitney test and the score interval of the probability of superiority",
    );
  }
  if (firstN < 2 || secondN < 2) return unavailable("a group has one value, so its spread is unknown");
  const placements = placementVariances(first, second);
  const ours = placements.first / firstN;
  const theirs = placements.second / secondN;
  if (ours + theirs === 0) return unavailable("the values show no spread from which to judge");
  const estimate = halfWins / (2 * firstN * secondN);
  const standardError = Math.sqrt(ours + theirs);
  const statistic = (halfWins - firstN * secondN) / (2 * firstN * secondN) / standardError;
  const df = satterthwaite(ours, theirs, { firstN, secondN });
  if (df > MOST_DF) return unavailable("more people than the t distribution is computed for");
  return {
    kind: "brunnerMunzel",
    estimate,
    standardError,
    statistic,
    df,
    pValue: Math.min(1, 2 * studentTUpperTail(Math.abs(statistic), df)),
    firstN,
    secondN,
    method: "Brunner-Munzel, Student t",
  };
}
